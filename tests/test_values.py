"""Dates of any precision, quantities with their bounds, numbers as people read them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import core_schema

from wenming_score.values import (
    Frozen,
    Quantity,
    Span,
    When,
    added_up,
    months_before,
    percent,
    plain,
    plain_words,
    read_quantity,
    read_when,
    shown,
)
from wenming_score.values.words import Made

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        (date(2025, 3, 5), "2025-03-05", "2025-03-05"),
        ("2025-03-05", "2025-03-05", "2025-03-05"),
        (" 2025-03 ", "2025-03-01", "2025-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        (2025, "2025-01-01", "2025-12-31"),
        ("1900", "1900-01-01", "1900-12-31"),
        ({"start": "2025-03", "end": date(2025, 4, 16)}, "2025-03-01", "2025-04-16"),
        ({"start": 2024, "end": "2025-Q2"}, "2024-01-01", "2025-06-30"),
    ],
)
def test_a_date_of_any_precision_is_all_of_its_days(written: object, start: str, end: str) -> None:
    assert read_when(written).span == Span(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "written",
    [
        "20xx",
        "20XX-03-05",
        "1228日",
        "2025-02-30",
        "2025-02-29",
        "2025-13",
        "2025-00",
        "2025-Q5",
        "2025-H3",
        "2025-3-5",
        "2025.3.5",
        "2025年3月5日",
        "1899",
        "2101",
        25,
        "",
        "去年",
        {"start": "20xx", "end": "2025-03-01"},
        {"start": "2025-03-01", "end": "2025-02-30", "days": 3},
    ],
)
def test_a_masked_or_damaged_date_is_kept_and_never_guessed(written: object) -> None:
    when = read_when(written)
    assert when.span is None
    assert when.inside(YEAR) is None


def test_a_date_keeps_the_text_it_was_written_with() -> None:
    assert str(read_when("20xx")) == "20xx"
    assert str(read_when("2025-Q1")) == "2025-Q1"
    assert str(read_when({"start": "2025-03-01", "end": "2025-04-16"})) == "2025-03-01~2025-04-16"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ({"start": "2025-03-01"}, "日期范围要写成"),
        ({"start": "2025-03-01", "finish": "2025-04-01"}, "日期范围要写成"),
        ({"start": "2025-03-01", "end": "2025-04-01", "day": 3}, "日期范围要写成"),
        ({"start": "2025-03-01", "end": "2025-04-01", "days": "31"}, "days 要写整数"),
        ({"start": "2025-03-01", "end": "2025-04-01", "days": True}, "days 要写整数"),
        ({"start": "2025-04-02", "end": "2025-04-01"}, "结束日期早于开始日期"),
        (True, "日期要写成"),
        (None, "日期要写成"),
        (("2025-03-01",), "日期要写成"),
    ],
)
def test_what_is_no_date_at_all_is_refused(written: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_when(written)


def test_a_range_may_say_its_days() -> None:
    when = read_when({"start": "2020-02-01", "end": "2020-03-18", "days": 44})
    assert (when.days, when.span and when.span.days) == (44, 47)


def test_a_coarse_date_is_inside_only_if_all_of_it_is() -> None:
    spring = Span(date(2025, 2, 1), date(2025, 4, 30))
    assert read_when("2025-03").inside(spring) is True
    assert read_when("2025-Q1").inside(spring) is False
    assert read_when("2025-02-01").inside(spring) is True
    assert read_when("2025-05-01").inside(spring) is False


def test_a_date_that_was_read_is_read_again_unchanged() -> None:
    when, quantity = read_when("2025-Q1"), read_quantity("42余")
    assert read_when(when) is when
    assert read_quantity(quantity) is quantity


@pytest.mark.parametrize(
    ("written", "value", "bound", "unit"),
    [
        (42, "42", "exact", ""),
        (Decimal("8.5"), "8.5", "exact", ""),
        (0, "0", "exact", ""),
        ("42", "42", "exact", ""),
        ("42人", "42", "exact", "人"),
        ("120人次", "120", "exact", "人次"),
        ("120 人次", "120", "exact", "人次"),
        ("1,200小时", "1200", "exact", "小时"),
        ("3.5万元", "35000.0", "exact", "元"),
        ("3百人", "300", "exact", "人"),
        ("1.2千", "1200.0", "exact", ""),
        (">=42", "42", "at_least", ""),
        ("≥42", "42", "at_least", ""),
        ("不少于42人", "42", "at_least", "人"),
        ("42余", "42", "at_least", ""),
        ("42余人", "42", "at_least", "人"),
        ("40多场", "40", "at_least", "场"),
        ("42人以上", "42", "at_least", "人"),
        ("42+", "42", "at_least", ""),
        ("约42", "42", "about", ""),
        ("大约42人", "42", "about", "人"),
        ("近42人次", "42", "about", "人次"),
        ("42人左右", "42", "about", "人"),
    ],
)
def test_a_quantity_keeps_its_bound_and_its_unit(written: object, value: str, bound: str, unit: str) -> None:
    quantity = read_quantity(written)
    assert (quantity.value, quantity.bound, quantity.unit) == (Decimal(value), bound, unit)
    assert str(quantity) == str(written)


@pytest.mark.parametrize("written", [None, "", "x", "待填", "约公里", "四十二", "若干人"])
def test_a_placeholder_is_missing_and_not_nought(written: object) -> None:
    assert read_quantity(written).value is None


@pytest.mark.parametrize("written", [-1, True, "3-5人", "-3", "42/86", "12,34", ("42",), {}])
def test_what_cannot_be_a_quantity_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="数量要写成"):
        read_quantity(written)


@pytest.mark.parametrize(
    ("points", "shown_as"),
    [(Fraction(2, 3), "0.66"), (Fraction(85), "85.00"), (Fraction(84999, 1000), "84.99"), (Fraction(-1, 3), "-0.34")],
)
def test_points_are_rounded_down(points: Fraction, shown_as: str) -> None:
    assert str(shown(points)) == shown_as


def test_points_are_rounded_down_to_the_step_asked_for() -> None:
    assert shown(Fraction(2, 3), Decimal("0.0001")) == Decimal("0.6666")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Fraction(4), "4"),
        (Fraction(100), "100"),
        (Decimal("2.50"), "2.5"),
        (Decimal("1E+2"), "100"),
        (Fraction(1, 8), "0.125"),
        (Fraction(2, 3), "2/3"),
        (Fraction(7, 6), "7/6"),
        (Fraction(0), "0"),
        (Fraction(-3, 2), "-1.5"),
        (Decimal("0.01"), "0.01"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: Fraction | Decimal, written: str) -> None:
    assert plain(number) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [(Fraction(1), "100%"), (Fraction(2, 3), "66.66%"), (Fraction(7, 8), "87.5%"), (Fraction(0), "0%")],
)
def test_a_percentage_is_rounded_down(share: Fraction, written: str) -> None:
    assert percent(share) == written


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2025-12-31", 24, "2023-12-31"),
        ("2025-03-31", 1, "2025-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2024-02-29", 48, "2020-02-29"),
        ("2025-01-15", 1, "2024-12-15"),
        ("2025-01-31", 2, "2024-11-30"),
        ("2025-06-30", 0, "2025-06-30"),
    ],
)
def test_months_before_ends_on_the_last_day_of_a_shorter_month(day: str, months: int, before: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(before)


def test_a_span_of_one_day_is_written_as_that_day() -> None:
    assert str(Span(date(2025, 3, 5), date(2025, 3, 5))) == "2025-03-05"
    assert str(YEAR) == "2025-01-01~2025-12-31"


def test_a_bare_percentage_counts_nothing() -> None:
    assert read_quantity("100%") == Quantity("100%", None)


def test_a_date_written_as_a_decimal_is_kept_as_text_and_not_guessed_at() -> None:
    assert read_when(Decimal("2025.03")) == When("2025.03", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("节前走访， 慰问困难户９户。\n", "节前走访慰问困难户9户"),
        ("“QQ”群（Ａ）_1", "qq群a1"),
        ("……！", ""),
    ],
)
def test_plain_words_leave_out_blanks_punctuation_full_width_and_capitals(text: str, words: str) -> None:
    assert plain_words(text) == words == plain_words(words)


@given(st.lists(st.fractions(max_denominator=10**6)))
def test_points_added_up_over_one_denominator_are_those_added_one_by_one(points: list[Fraction]) -> None:
    assert added_up(iter(points)) == sum(points, Fraction(0))


def test_a_schema_made_once_stays_as_it_was_made_whoever_uses_it() -> None:
    made = Made(core_schema.str_schema(min_length=1))
    before = made.schema.copy()

    class Pair(Frozen):
        one: Annotated[str, made]
        other: Annotated[str, made]

    properties = {"minLength": 1, "type": "string"}
    assert Pair.model_json_schema()["properties"] == {
        "one": {"title": "One", **properties},
        "other": {"title": "Other", **properties},
    }
    assert made.schema == before
