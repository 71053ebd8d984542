from build import found, indicator, rubric, said

RULE, TIMES = "activity-outside-period", rubric(indicator("count"))


def test_an_activity_of_another_year_is_found_at_its_date() -> None:
    text = "activities:\n  A9: {title: 慰问, serves: [count],\n    date: 2026-01-01}\n"
    (finding,) = findings = found(RULE, TIMES, text)
    assert said(findings) == [
        "3:11 warning 活动“慰问”的日期 2026-01-01 不在测评年度 2025-01-01~2025-12-31 之内，不计入"
    ]
    assert finding.activity == "A9"


def test_a_range_that_begins_before_the_period_is_found() -> None:
    text = "activities: {A1: {title: 慰问, serves: [count], date: {start: 2024-12-30, end: 2025-01-02}}}"
    assert len(found(RULE, TIMES, text)) == 1


def test_the_first_and_the_last_day_and_a_coarse_date_are_inside() -> None:
    days = ("2025-01-01", "2025-12-31", "2025", "2025-Q4")
    text = "activities:\n" + "".join(
        f"  A{number}: {{title: 慰问, serves: [count], date: {day}}}\n" for number, day in enumerate(days)
    )
    assert not found(RULE, TIMES, text)


def test_a_date_that_cannot_be_read_is_not_called_outside() -> None:
    assert not found(RULE, TIMES, "activities: {A1: {title: 慰问, serves: [count], date: 20xx-01-01}}")
