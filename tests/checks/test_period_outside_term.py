import pytest

from build import found, indicator, rubric, said

RULE, BY = "period-outside-term", rubric(indicator("count"))


def spans(start: str, end: str) -> str:
    return f"term: {{start: 2023-01-01, end: 2025-12-31}}\nperiod: {{start: {start}, end: {end}}}\n"


@pytest.mark.parametrize(
    ("start", "end"), [("2026-01-01", "2026-12-31"), ("2022-07-01", "2023-06-30"), ("2025-07-01", "2026-01-01")]
)
def test_a_period_that_leaves_the_term_on_either_side_is_found(start: str, end: str) -> None:
    findings = found(RULE, BY, spans(start, end))
    assert said(findings) == [f"2:1 error 测评年度 {start}~{end} 不在届期 2023-01-01~2025-12-31 之内"]


@pytest.mark.parametrize(
    ("start", "end"), [("2023-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31"), ("2023-01-01", "2025-12-31")]
)
def test_the_first_the_last_and_the_whole_of_the_term_lie_inside(start: str, end: str) -> None:
    assert not found(RULE, BY, spans(start, end))
