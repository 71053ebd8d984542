import pytest

from build import Section, found, indicator, rubric, said

RULE = "evidence-outside-period"


def windowed(name: str, window: str) -> Section:
    return indicator("checklist", id=name, evidence={"types": ["plan"], "window": window})


BY = rubric(
    windowed("yearly", "period"), windowed("often", "period"), windowed("termly", "term"), windowed("rules", "any")
)


def cited(day: str, *names: str) -> str:
    answers = ", ".join(f"{name}: {{met: [plan], evidence: [E1]}}" for name in names)
    return f"evidence:\n  E1: {{path: x, type: plan, date: {day}}}\nanswers: {{{answers}}}\n"


def test_evidence_of_another_year_is_found_at_its_date() -> None:
    (finding,) = findings = found(RULE, BY, cited("2024-02-20", "yearly"))
    assert said(findings) == ["2:35 warning E1 的日期 2024-02-20 不在 2025-01-01~2025-12-31 之内"]
    assert (finding.indicator, finding.evidence) == ("yearly", "E1")


def test_the_term_is_a_window_of_its_own() -> None:
    assert not found(RULE, BY, cited("2023-01-01", "termly"))
    (finding,) = found(RULE, BY, cited("2022-12-31", "termly"))
    assert finding.message == "E1 的日期 2022-12-31 不在 2023-01-01~2025-12-31 之内"


def test_evidence_that_does_for_one_indicator_is_found_for_the_other_only() -> None:
    (finding,) = found(RULE, BY, cited("2024-02-20", "yearly", "termly"))
    assert finding.indicator == "yearly"


def test_evidence_that_does_for_none_is_said_once() -> None:
    (finding,) = found(RULE, BY, cited("2024-02-20", "yearly", "often"))
    assert finding.indicator is None


def test_evidence_that_does_for_none_is_said_once_for_each_window() -> None:
    for names in (("yearly", "termly"), ("termly", "yearly")):
        spans = {one.indicator: one.message[-24:] for one in found(RULE, BY, cited("2020-01-01", *names))}
        assert spans == {"yearly": "2025-01-01~2025-12-31 之内", "termly": "2023-01-01~2025-12-31 之内"}


def test_a_coarse_date_must_be_inside_altogether() -> None:
    assert found(RULE, BY, cited("{start: 2024-12-30, end: 2025-01-02}", "yearly"))
    assert not found(RULE, BY, cited("2025", "yearly"))


@pytest.mark.parametrize("day", ["2025-01-01", "2025-12-31", "20xx", ""])
def test_the_edges_of_the_period_and_dates_that_nobody_can_read_are_not_outside(day: str) -> None:
    assert not found(RULE, BY, cited(day, "yearly"))


def test_rules_of_any_age_and_uncited_entries_are_left_alone() -> None:
    assert not found(RULE, BY, cited("1999", "rules"))
    assert not found(RULE, BY, cited("1999"))
