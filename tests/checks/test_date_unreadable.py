import pytest

from build import found, indicator, rubric, said

RULE = "date-unreadable"
BY = rubric(indicator("grade"), indicator("survey"))


@pytest.mark.parametrize("day", ["20xx", "1228日", "2025-02-30", "2025.3.5", "2025年3月", "19800101"])
def test_a_masked_or_damaged_date_is_found_where_it_stands(day: str) -> None:
    findings = found(RULE, BY, f"evidence:\n  E1: {{path: x, type: plan,\n    date: {day}}}\n")
    assert said(findings) == [f"3:11 warning 日期“{day}”看不清，请写成 2025-03-05 或 2025-03 这样的日期"]


@pytest.mark.parametrize(
    "text",
    [
        "activities:\n  A1: {title: 慰问, serves: [], date: 20xx}\n",
        "titles:\n- {level: county, name: 县级文明单位, awarded: 20xx}\n",
        "titles:\n- {level: county, name: 县级文明单位, awarded: 2020, valid_until: 20xx}\n",
        "red_lines:\n  crime: {status: breached, occurred_on: 20xx}\n",
        "penalties:\n- {penalty: late, self_reported: true, date: 20xx}\n",
        "answers:\n  grade: {grade: A, date: 20xx}\n",
        "answers:\n  survey: {responses: {优: 1}, held_on: 20xx}\n",
        "answers:\n  survey: {responses: {优: 1}, held_on: {start: 20xx, end: 2025-03-01}}\n",
    ],
)
def test_every_place_for_a_date_is_looked_at(text: str) -> None:
    assert [finding.line for finding in found(RULE, BY, text)] == [2]


def test_coarse_dates_and_no_date_are_fine() -> None:
    days = ("2025", "2025-02", "2025-Q1", "2025-H2", "{start: 2024, end: 2025-Q1}", "'2025-03-05'", "")
    entries = "".join(f"  E{i}: {{path: x, type: plan, date: {day}}}\n" for i, day in enumerate(days))
    assert not found(RULE, BY, f"evidence:\n{entries}")
