from build import found, indicator, rubric, said

RULE, TIMES = "date-range-mismatch", rubric(indicator("count"))


def activity(day: str) -> str:
    return f"activities:\n  A1: {{title: 值守, serves: [count], date: {day}}}\n"


def test_days_that_do_not_add_up_are_found_at_the_number() -> None:
    findings = found(RULE, TIMES, activity("{start: 2020-02-01, end: 2020-03-18, days: 44}"))
    assert said(findings) == ["2:85 warning 2020-02-01~2020-03-18 共 47 天，写的是 44 天"]


def test_both_ends_and_leap_days_are_counted() -> None:
    assert not found(RULE, TIMES, activity("{start: 2020-02-01, end: 2020-03-18, days: 47}"))
    assert not found(RULE, TIMES, activity("{start: 2025-02, end: 2025-02, days: 28}"))


def test_a_range_without_days_is_left_alone() -> None:
    assert not found(RULE, TIMES, activity("{start: 2020-02-01, end: 2020-03-18}"))


def test_a_range_that_cannot_be_read_is_not_counted() -> None:
    assert not found(RULE, TIMES, activity("{start: 2020-02-xx, end: 2020-03-18, days: 44}"))
