"""次数或数量."""

import pytest
from pydantic import ValidationError

from build import Raw, Section, activity, earned, indicator, rubric, scored

TIMES = indicator("count")
STEPS = indicator(
    "count", target=None, steps=[{"at": 2, "points": 1}, {"at": 4, "points": 2.5}, {"at": 6, "points": 4}]
)


def held(times: int, **fields: Raw) -> Section:
    return {f"A{number}": activity("count", **fields) for number in range(times)}


@pytest.mark.parametrize(("times", "points"), [(0, 0), (1, 1), (3, 3), (4, 4), (9, 4)])
def test_points_follow_the_number_up_to_the_target(times: int, points: int) -> None:
    assert earned(TIMES, activities=held(times)) == (points, points)


@pytest.mark.parametrize(("times", "points"), [(1, 0), (2, 1), (3, 1), (4, 2.5), (5, 2.5), (6, 4), (8, 4)])
def test_with_steps_the_highest_one_reached_counts(times: int, points: float) -> None:
    assert earned(STEPS, activities=held(times)) == (points, points)


@pytest.mark.parametrize("day", ["2024-12-31", "2026-01-01", "2025-02-30", "20xx-03", {"start": 2024, "end": 2025}])
def test_an_activity_that_is_not_surely_in_the_period_does_not_count(day: Raw) -> None:
    assert earned(TIMES, activities=held(4, date=day)) == (0, 0)


@pytest.mark.parametrize("day", ["2025-01-01", "2025-12-31", "2025-Q1", 2025])
def test_an_activity_counts_to_the_edges_of_the_period(day: Raw) -> None:
    assert earned(TIMES, activities=held(1, date=day)) == (1, 1)


@pytest.mark.parametrize("evidence", [[], ["certificate"], ["E404"]])
def test_an_activity_without_a_valid_piece_is_claimed_only(evidence: list[str]) -> None:
    assert earned(TIMES, activities=held(4, evidence=evidence)) == (4, 0)


def test_one_valid_piece_among_others_proves_an_activity() -> None:
    assert earned(TIMES, activities=held(1, evidence=["certificate", "photo"])) == (1, 1)


def test_an_activity_that_names_the_indicator_twice_counts_once() -> None:
    assert earned(TIMES, activities={"A1": activity("count", "count")}) == (1, 1)


@pytest.mark.parametrize("tally", ["roster", "statistics", "record"])
def test_a_bare_figure_is_carried_by_a_tally(tally: str) -> None:
    assert earned(TIMES, {"count": 3, "evidence": [tally]}) == (3, 3)


@pytest.mark.parametrize("evidence", [[], ["photo"], ["plan", "survey_form"], ["E404"]])
def test_a_bare_figure_is_not_carried_by_anything_else(evidence: list[str]) -> None:
    assert earned(TIMES, {"count": 3, "evidence": evidence}) == (3, 0)


def test_a_tally_is_known_by_its_type_and_not_by_its_name() -> None:
    ledger: Section = {
        "E1": {"path": "a.pdf", "type": "roster", "date": "2025-06-01"},
        "roster": {"path": "b.jpg", "type": "photo", "date": "2025-06-01"},
    }
    assert earned(TIMES, {"count": 3, "evidence": ["E1"]}, evidence=ledger) == (3, 3)
    assert earned(TIMES, {"count": 3, "evidence": ["roster"]}, evidence=ledger) == (3, 0)


def test_a_tally_of_a_type_that_the_indicator_does_not_take_carries_nothing() -> None:
    photos = indicator("count", evidence={"types": ["photo"]})
    assert earned(photos, {"count": 3, "evidence": ["roster"]}) == (3, 0)


def test_the_larger_of_figure_and_activities_is_claimed() -> None:
    assert earned(TIMES, {"count": 4}, activities=held(2)) == (4, 2)
    assert earned(TIMES, {"count": 1, "evidence": ["roster"]}, activities=held(2)) == (2, 2)
    assert earned(TIMES, {"count": 3, "evidence": ["roster"]}, activities=held(2, evidence=[])) == (3, 3)


@pytest.mark.parametrize(("given", "points"), [(">=3", 3), ("3余次", 3), ("约3", 3), (0, 0), ("待填", 0), (None, 0)])
def test_a_bound_counts_as_its_number_and_a_placeholder_as_nothing(given: Raw, points: int) -> None:
    assert earned(TIMES, {"count": given, "evidence": ["roster"]}) == (points, points)


def test_heads_are_not_taken_for_turns() -> None:
    turns = indicator("count", unit="人次", target=100)
    score = scored(turns, {"count": "120人", "evidence": ["roster"]})
    assert (score.claimed, score.reason) == (0, "填的是120人，这一项数的是人次")
    assert earned(turns, {"count": "120人次", "evidence": ["roster"]}) == (4, 4)


def test_the_reason_says_how_many_are_wanted() -> None:
    assert scored(TIMES, activities=held(3)).reason == "3次，要求 4次"
    assert scored(TIMES, {"count": 4}, activities=held(3)).reason == "有材料支撑的 3次（申报 4次），要求 4次"
    assert scored(STEPS, activities=held(3)).reason == "3次，要求 6次"
    assert scored(TIMES, activities=held(4)).reason == scored(STEPS, activities=held(7)).reason == ""


def test_the_arithmetic_is_shown() -> None:
    assert scored(TIMES, {"count": 4}, activities=held(3)).arithmetic == (
        "申报：4 × min(1, 4 ÷ 4) = 4",
        "支撑：4 × min(1, 3 ÷ 4) = 3",
    )
    assert scored(STEPS, activities=held(5)).arithmetic == ("申报：5次 按分档得 2.5", "支撑：5次 按分档得 2.5")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"target": None}, "target 和 steps 要填一个，只填一个"),
        ({"steps": [{"at": 4, "points": 4}]}, "target 和 steps 要填一个，只填一个"),
        (
            {"target": None, "steps": [{"at": 4, "points": 4}, {"at": 2, "points": 1}]},
            "steps 要从低到高排，得分不能越来越少",
        ),
        (
            {"target": None, "steps": [{"at": 2, "points": 1}, {"at": 2, "points": 4}]},
            "steps 要从低到高排，得分不能越来越少",
        ),
        (
            {"target": None, "steps": [{"at": 2, "points": 4}, {"at": 4, "points": 1}]},
            "steps 要从低到高排，得分不能越来越少",
        ),
        ({"target": 0}, "greater than 0"),
    ],
)
def test_a_count_has_either_a_target_or_rising_steps(fields: Section, why: str) -> None:
    with pytest.raises(ValidationError, match=rf"{why} \["):
        rubric(indicator("count", **fields))


def test_a_higher_step_may_earn_the_same() -> None:
    level = indicator("count", target=None, steps=[{"at": 2, "points": 4}, {"at": 4, "points": 4}])
    assert earned(level, activities=held(2)) == (4, 4)
