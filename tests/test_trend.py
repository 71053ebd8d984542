"""Years in a row: who is among them, how the term is put together, which dates lie ahead."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reports
from wenming_score.finding import InputError
from wenming_score.report import Period, RecheckResult, Report, TitleInfo
from wenming_score.trend import follow
from wenming_score.trend.dates import Ahead, dates_ahead
from wenming_score.trend.lines import Line
from wenming_score.trend.term import Term
from years import exactly, item_of, several, term, year

CENT = Decimal("0.01")
POINTS = st.integers(0, 10_000).map(lambda cents: str(Decimal(cents) / 100))
NEAR = st.integers(8_300, 8_700).map(lambda cents: str(Decimal(cents) / 100))
"""So near the pass mark that the years to come can always reach it and always miss it."""
WEIGHTS = st.lists(st.integers(0, 100), min_size=3, max_size=3).filter(any)
TITLE = TitleInfo("provincial", "省级文明单位", "2010", "2025-12-31", "kept", ())


def titled(*titles: TitleInfo) -> Report:
    return replace(year(2024), titles=titles)


def days(report: Report, as_of: date) -> list[tuple[str, str, bool]]:
    return [(str(one.day), one.kind, one.assumed) for one in dates_ahead(report, as_of)]


def line(lines: tuple[Line, ...], name: str) -> Line:
    return next(one for one in lines if one.id == name)


def test_the_order_of_the_reports_does_not_matter() -> None:
    rows = [follow(order) for order in permutations(several())]

    assert all(row == rows[0] for row in rows)
    assert [one.label for one in rows[0].years] == ["2023", "2024", "2025"]


def test_the_day_is_the_latest_assessments_unless_it_is_given() -> None:
    old, new = replace(year(2024), as_of=date(2024, 12, 31)), replace(year(2025), as_of=date(2025, 6, 30))

    assert follow([new, old]).as_of == date(2025, 6, 30)
    assert follow([new, old], date(2026, 1, 1)).as_of == date(2026, 1, 1)


def test_a_second_report_of_a_year_is_refused_with_both_files() -> None:
    again = replace(year(2024), unit=replace(year(2024).unit, file="又/unit.yaml"))

    with pytest.raises(InputError, match=r"2024/unit\.yaml.*一年只能有一份") as refused:
        follow([year(2023), again, year(2024)])

    assert [str(one.at) for one in refused.value.mistakes] == ["又/unit.yaml"]


def test_another_unit_is_refused_by_name() -> None:
    stranger = replace(year(2024), unit=replace(year(2024).unit, name="乙单位"))

    with pytest.raises(InputError, match="这是“乙单位”，不是“某县示范局”"):
        follow([stranger, year(2025)])


def test_one_year_is_no_trend() -> None:
    with pytest.raises(InputError, match="至少要两个"):
        follow([year(2025)])


def test_an_item_that_a_rubric_lacks_has_no_point_in_its_years() -> None:
    row = follow(several())
    leifeng = line(row.items, item_of(reports.rich(), 0).id)

    assert leifeng.points[0] is None
    assert [point and (point.full, point.supported) for point in leifeng.points[1:]] == [
        (12, 3), (14, item_of(reports.rich(), 0).supported),
    ]  # fmt: skip


def test_a_line_that_ended_stands_behind_those_that_go_on() -> None:
    first, second, last = several()
    row = follow([first, second, replace(last, items=last.items[1:])])

    assert [one.id for one in row.items] == [one.id for one in (*last.items[1:], last.items[0])]
    assert row.items[-1].points[-1] is None


def test_a_renamed_item_goes_on_under_its_last_name() -> None:
    old, new = several()[1:]
    first, *rest = old.items
    old = replace(old, items=(replace(first, id="old-name", title="旧名"), *rest))

    followed = line(follow([old, new], names={"old-name": "between", "between": first.id}).items, first.id)

    assert followed.title == first.title
    assert [point and point.supported for point in followed.points] == [first.supported, new.items[0].supported]
    assert line(follow([old, new]).items, "old-name").points[1] is None


def test_names_that_lead_in_a_circle_end_somewhere() -> None:
    old, new = several()[1:]
    name = new.items[0].id

    assert line(follow([old, new], names={name: "other", "other": name}).items, "other").points[1] is not None


def test_items_that_became_one_are_added_up() -> None:
    old, new = several()[1:]
    first, second, *rest = new.items
    names = {second.id: first.id}

    joined = line(follow([old, replace(new, items=(first, *rest))], names=names).items, first.id).points[0]

    assert joined is not None
    assert joined.full == old.items[0].full + second.full
    assert joined.share == (joined.supported / joined.full).quantize(Decimal("0.0001"), "ROUND_FLOOR")


def test_what_does_not_apply_has_no_share() -> None:
    old, new = several()[1:]
    spared = replace(new.items[0], full=Decimal(0), supported=Decimal(0), share=Decimal(0))

    point = line(follow([old, replace(new, items=(spared, *new.items[1:]))]).items, spared.id).points[1]

    assert point is not None
    assert point.share is None


def test_without_a_rule_no_term_score_is_invented() -> None:
    put = follow([year(2024), year(2025)]).term

    assert (put.rule, put.outlook, put.so_far, put.needed) == ("none", "unknown", None, None)
    assert [(one.label, one.state, one.weight) for one in put.years] == [
        ("2023", "missing", None), ("2024", "there", None), ("2025", "there", None),
    ]  # fmt: skip


@pytest.mark.parametrize("weights", [[40, 60], [0, 0, 0]])
def test_weights_that_do_not_fit_the_term_put_nothing_together(weights: list[int]) -> None:
    put = follow([year(2024), year(2025, weights=weights)]).term

    assert (put.rule, put.outlook, put.so_far) == ("unfit", "unknown", None)


def test_a_mean_counts_every_year_alike() -> None:
    put = follow([year(2023, "70"), year(2024, "80"), year(2025, "93.5", weights=[])]).term

    assert [one.weight for one in put.years] == ["1/3", "1/3", "1/3"]
    assert (put.rule, put.so_far, put.so_far_exact) == ("mean", Decimal("81.16"), "487/6")
    assert put.outlook == "missed"


@pytest.mark.parametrize("weights", [[40, 60], [2, 3]])
def test_weights_are_scaled_to_their_sum(weights: list[int]) -> None:
    years = [term(year(2024, "80"), 2024, 2025), term(year(2025, "90", weights=weights), 2024, 2025)]

    put = follow(years).term

    assert [one.weight for one in put.years] == ["0.4", "0.6"]
    assert (put.so_far, put.outlook) == (Decimal(86), "reached")


def test_points_of_another_full_count_by_their_share() -> None:
    old = year(2024, "160", full=Decimal(200))

    put = follow([term(old, 2024, 2025), term(year(2025, "90", weights=[]), 2024, 2025)]).term

    assert [one.points for one in put.years] == [Decimal(80), Decimal(90)]
    assert put.so_far == 85


def test_what_was_rounded_to_be_shown_is_put_together_exactly() -> None:
    years = [
        exactly(year(2023, "84.66"), "254/3"),
        exactly(year(2024, "85"), "85"),
        exactly(year(2025, "85.33", weights=[]), "256/3"),
    ]

    put = follow(years).term

    assert (put.so_far_exact, put.outlook) == ("85", "reached")


def test_a_year_outside_the_term_is_in_the_row_but_not_in_the_term() -> None:
    row = follow([year(2022, "10"), year(2024, "85"), year(2025, "85", weights=[])])

    assert [one.label for one in row.years] == ["2022", "2024", "2025"]
    assert (row.term.so_far, [one.state for one in row.term.years]) == (85, ["missing", "there", "there"])


def test_a_year_that_is_over_is_missing_and_one_that_runs_is_ahead() -> None:
    row = follow([term(year(2023), 2022, 2025), term(year(2024, weights=[]), 2022, 2025)], date(2025, 12, 31))

    assert [one.state for one in row.term.years] == ["missing", "there", "there", "ahead"]


def of(points: list[str], weights: list[int]) -> Term:
    """Put together the years from 2023 on, in a term to 2025; a year before it makes a row of the first."""
    years = [year(2023 + place, one, weights=weights) for place, one in enumerate(points)]
    return follow([year(2022), *years]).term


@given(st.lists(NEAR, min_size=1, max_size=2), st.just([]) | st.tuples(*[st.integers(1, 3)] * 3).map(list))
def test_what_is_needed_is_just_enough(points: list[str], weights: list[int]) -> None:
    put, rest = of(points, weights), 3 - len(points)
    assert put.needed is not None

    assert put.outlook == "open"
    assert of([*points, *[str(put.needed)] * rest], weights).outlook == "reached"
    assert of([*points, *[str(put.needed - CENT)] * rest], weights).outlook == "missed"


@given(st.lists(POINTS, min_size=1, max_size=2), st.just([]) | WEIGHTS)
def test_what_is_reached_or_out_of_reach_stays_so_whatever_comes(points: list[str], weights: list[int]) -> None:
    put, rest = of(points, weights), 3 - len(points)
    worst, best = (of([*points, *[one] * rest], weights).outlook for one in ("0", "100"))

    assert (put.outlook == "reached") is (worst == "reached")
    assert (put.outlook in {"out_of_reach", "missed"}) is (best == "missed")
    assert (put.needed is None) is (put.outlook in {"reached", "missed"})


@given(st.lists(POINTS, min_size=3, max_size=3), WEIGHTS)
def test_the_term_score_is_the_weighted_mean_rounded_down(points: list[str], weights: list[int]) -> None:
    put = of(points, weights)
    exact = sum(Fraction(one) * weight for one, weight in zip(points, weights, strict=True)) / sum(weights)

    assert put.so_far is not None
    assert put.so_far_exact is not None
    assert Fraction(put.so_far_exact) == exact
    assert 0 <= exact - Fraction(put.so_far) < Fraction(1, 100)
    assert put.outlook == ("reached" if exact >= 85 else "missed")


def test_without_a_pass_mark_nothing_is_needed() -> None:
    last = year(2025, weights=[])
    put = follow([year(2024), replace(last, rubric=replace(last.rubric, pass_mark=None))]).term

    assert (put.so_far, put.needed, put.outlook) == (60, None, "unknown")


def test_a_term_score_on_any_trial_year_is_a_trial() -> None:
    first, last = year(2024), year(2025, weights=[])
    official = replace(last, rubric=replace(last.rubric, trial=False))

    assert follow([first, official]).term.trial
    assert not follow([replace(first, rubric=official.rubric), official]).term.trial


def test_a_title_is_rechecked_every_year_that_has_no_recheck_until_it_ends() -> None:
    title = replace(TITLE, rechecks=(RecheckResult(2024, "passed"),), valid_until="2026-06-30")

    assert days(titled(title), date(2024, 3, 1)) == [
        ("2025-12-31", "recheck", True),
        ("2025-12-31", "term_ends", False),
        ("2026-06-30", "recheck", True),
        ("2026-06-30", "title_ends", False),
    ]


def test_a_title_without_an_end_is_rechecked_until_the_term_ends() -> None:
    assert days(titled(replace(TITLE, valid_until=None)), date(2024, 3, 1)) == [
        ("2024-12-31", "recheck", True),
        ("2025-12-31", "recheck", True),
        ("2025-12-31", "term_ends", False),
    ]


@pytest.mark.parametrize(
    ("written", "day", "assumed"),
    [
        ("2026", "2026-12-31", True),
        ("2026-06", "2026-06-30", True),
        ("2024-01-01~2026-09-30", "2026-09-30", False),
        ("20xx", None, None),
    ],
)
def test_an_end_that_is_not_known_to_the_day_is_assumed(written: str, day: str | None, *, assumed: bool | None) -> None:
    ends = dates_ahead(titled(replace(TITLE, valid_until=written)), date(2025, 1, 1))
    found = [(str(one.day), one.assumed, one.written) for one in ends if one.kind == "title_ends"]

    assert found == ([] if day is None else [(day, assumed, written)])


@pytest.mark.parametrize("status", ["revoked", "lapsed"])
def test_a_title_that_is_lost_has_no_dates(status: str) -> None:
    lost = replace(TITLE, status="revoked" if status == "revoked" else "lapsed")

    assert days(titled(lost), date(2024, 3, 1)) == [("2025-12-31", "term_ends", False)]


def test_what_is_past_does_not_lie_ahead() -> None:
    assert days(titled(TITLE), date(2026, 1, 1)) == []
    assert dates_ahead(titled(TITLE), date(2025, 12, 31))[0].day == date(2025, 12, 31)


def test_an_end_far_off_makes_no_endless_list() -> None:
    assert len(days(titled(replace(TITLE, valid_until="9999-12-31")), date(2024, 3, 1))) < 20


def test_the_same_title_twice_is_one_date() -> None:
    assert days(titled(TITLE, TITLE), date(2025, 3, 1)) == days(titled(TITLE), date(2025, 3, 1))


def test_the_nearest_date_comes_first() -> None:
    near = replace(TITLE, level="municipal", name="市级文明单位", valid_until="2025-03-31")
    found: tuple[Ahead, ...] = dates_ahead(titled(TITLE, near), date(2025, 1, 1))

    assert [one.day for one in found] == sorted(one.day for one in found)
    assert found[0].title == "市级文明单位"


def test_a_period_over_the_turn_of_the_year_belongs_to_the_year_in_which_it_ends() -> None:
    crossing = replace(year(2024), period=Period(date(2023, 7, 1), date(2024, 6, 30)))

    assert [one.label for one in follow([crossing, year(2025)]).years] == ["2024", "2025"]
