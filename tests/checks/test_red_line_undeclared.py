import pytest

from build import HOUSE, found, indicator, rubric, said

RULE = "red-line-undeclared"
LINE = {"id": "crime", "title": "违法犯罪", "look_back_months": 24, **HOUSE}
BY = rubric(indicator("count"), red_lines=[LINE])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("answers: {}\n", "1:1"),
        ("answers: {}\nred_lines:\n", "2:1"),
        ("red_lines:\n  other: {status: clear}\n", "1:1"),
        ("red_lines:\n  crime: {status: undeclared}\n", "2:3"),
    ],
)
def test_silence_is_neither_clear_nor_breached(text: str, place: str) -> None:
    assert said(found(RULE, BY, text)) == [f"{place} error 红线“违法犯罪”：没有声明"]


def test_a_declaration_before_the_period_does_not_cover_it() -> None:
    text = "red_lines:\n  crime: {status: clear, declared_by: 办公室, declared_on: 2024-12-31}\n"
    assert said(found(RULE, BY, text)) == ["2:3 error 红线“违法犯罪”：声明日期 2024-12-31 早于测评年度，要重新声明"]


def test_a_declaration_of_the_period_is_enough() -> None:
    for on in ("2025-01-01", "2025-12-31", "2026-01-05"):
        assert not found(RULE, BY, f"red_lines: {{crime: {{status: clear, declared_by: 办公室, declared_on: {on}}}}}")


def test_a_breach_is_declared_whenever_it_was_written_down() -> None:
    assert not found(RULE, BY, "red_lines: {crime: {status: breached, declared_on: 2024-12-31}}")


def test_a_line_that_is_not_in_force_asks_for_nothing() -> None:
    assert not found(RULE, rubric(indicator("count"), red_lines=[LINE | {"active": False}]), "answers: {}")
