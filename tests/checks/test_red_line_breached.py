from build import HOUSE, found, indicator, rubric, said

RULE = "red-line-breached"
LINE = {"id": "crime", "title": "违法犯罪", "look_back_months": 24, **HOUSE}
BY = rubric(indicator("count"), red_lines=[LINE])


def test_a_breach_inside_the_look_back_is_found() -> None:
    findings = found(RULE, BY, "red_lines:\n  crime: {status: breached, occurred_on: 2024-05}\n")
    assert said(findings) == ["2:3 error 红线“违法犯罪”：已声明触碰，回溯期 2023-12-31~2025-12-31"]


def test_a_breach_without_a_date_counts() -> None:
    assert len(found(RULE, BY, "red_lines: {crime: {status: breached}}")) == 1


def test_an_old_breach_is_past() -> None:
    assert not found(RULE, BY, "red_lines: {crime: {status: breached, occurred_on: 2023-12-30}}")


def test_a_line_that_is_clear_or_not_in_force_is_left_alone() -> None:
    assert not found(RULE, BY, "red_lines: {crime: {status: clear, occurred_on: 2025-01-01}}")
    off = rubric(indicator("count"), red_lines=[LINE | {"active": False}])
    assert not found(RULE, off, "red_lines: {crime: {status: breached}}")
