"""The traditional festivals fall on the days that the calendar office printed."""

from datetime import date

import pytest

from wenming_score.values import Span
from wenming_score.values.festivals import FESTIVALS, festival, festival_near


def near(name: str, day: str) -> str:
    when = date.fromisoformat(day)
    return str(festival_near(name, Span(when, when)))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("春节", "2017-01-28"),
        ("春节", "2020-01-25"),
        ("春节", "2025-01-29"),
        ("除夕", "2025-01-28"),
        ("除夕", "2024-02-09"),
        ("元宵", "2025-02-12"),
        ("清明", "2024-04-04"),
        ("清明", "2023-04-05"),
        ("清明", "2025-04-04"),
        ("端午", "2023-06-22"),
        ("端午", "2025-05-31"),
        ("七夕", "2025-08-29"),
        ("中秋", "2025-10-06"),
        ("重阳", "2025-10-29"),
        ("腊八", "2025-01-07"),
        ("小年", "2025-01-22"),
        ("中秋", "2033-09-08"),
        ("春节", "2034-02-19"),
    ],
)
def test_a_festival_falls_on_its_day(name: str, day: str) -> None:
    assert near(name, day) == day


@pytest.mark.parametrize(
    ("name", "day", "nearest"),
    [
        ("腊八", "2022-12-28", "2022-12-30"),
        ("腊八", "2024-12-31", "2025-01-07"),
        ("春节", "2025-12-31", "2026-02-17"),
        ("除夕", "2025-12-31", "2026-02-16"),
        ("清明", "2025-12-31", "2026-04-05"),
        ("端午", "2025-11-30", "2025-05-31"),
    ],
)
def test_the_nearest_may_be_of_the_year_beside(name: str, day: str, nearest: str) -> None:
    assert near(name, day) == nearest


def test_a_festival_inside_a_span_is_the_nearest() -> None:
    for name in FESTIVALS:
        day = festival_near(name, Span(date(2020, 3, 1), date(2022, 6, 30)))
        assert day
        assert date(2020, 3, 1) <= day <= date(2022, 6, 30)


@pytest.mark.parametrize("day", [date.min, date(1899, 6, 1), date(2200, 1, 1), date.max])
def test_years_that_the_calendar_does_not_know_have_no_festival(day: date) -> None:
    assert {festival_near(name, Span(day, day)) for name in FESTIVALS} == {None}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("端午节", "端午"),
        ("端午", "端午"),
        ("春节", "春节"),
        (" 中秋 节", "中秋"),
        ("春", None),
        ("春联", None),
        ("国庆节", None),
        ("节", None),
    ],
)
def test_a_word_names_a_festival_with_or_without_its_last_sign(word: str, name: str | None) -> None:
    assert festival(word) == name
