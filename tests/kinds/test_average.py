"""人均."""

import pytest

from build import Raw, Section, activity, earned, indicator, scored

HOURS = indicator("average")
"""Full at 10 hours a head of 40."""


def held(*hours: Raw, **fields: Raw) -> Section:
    return {f"A{number}": activity("average", hours=given, **fields) for number, given in enumerate(hours)}


@pytest.mark.parametrize(("hours", "points"), [((), 0), ((100,), 1), ((100, 200), 3), ((400,), 4), ((500, 400), 4)])
def test_points_follow_the_sum_a_head(hours: tuple[int, ...], points: int) -> None:
    assert earned(HOURS, activities=held(*hours)) == (points, points)


def test_participants_may_be_summed_instead() -> None:
    heads = indicator("average", field="participants", full_at=2)
    both = {"A1": activity("average", participants="40余人", hours=999)}
    assert earned(heads, activities=both) == (2, 2)


def test_an_activity_without_the_figure_adds_nothing() -> None:
    assert earned(HOURS, activities=held(100, None, "待填")) == (1, 1)


def test_an_activity_outside_the_period_adds_nothing() -> None:
    assert earned(HOURS, activities=held(100, date="2026-01-01")) == (0, 0)


def test_the_hours_of_an_unproved_activity_are_claimed_only() -> None:
    mixed = held(100) | {"B1": activity("average", hours=200, evidence=[])}
    score = scored(HOURS, activities=mixed)
    assert (score.claimed, score.supported) == (3, 1)
    assert score.reason == "有材料支撑的 100小时 ÷ 40 = 人均 2.5小时，满分要 10小时（申报合计 300小时）"


@pytest.mark.parametrize(("evidence", "supported"), [(["statistics"], 3), (["record"], 3), (["photo"], 0), ([], 0)])
def test_a_bare_total_is_carried_by_a_tally_only(evidence: list[str], supported: int) -> None:
    assert earned(HOURS, {"total": 300, "evidence": evidence}) == (3, supported)


def test_a_tally_is_known_by_its_type_and_not_by_its_name() -> None:
    ledger: Section = {
        "E1": {"path": "a.pdf", "type": "roster", "date": "2025-06-01"},
        "roster": {"path": "b.jpg", "type": "photo", "date": "2025-06-01"},
    }
    assert earned(HOURS, {"total": 300, "evidence": ["E1"]}, evidence=ledger) == (3, 3)
    assert earned(HOURS, {"total": 300, "evidence": ["roster"]}, evidence=ledger) == (3, 0)


def test_the_larger_of_total_and_activities_is_claimed() -> None:
    assert earned(HOURS, {"total": 300}, activities=held(200)) == (3, 2)
    assert earned(HOURS, {"total": 100, "evidence": ["roster"]}, activities=held(200)) == (2, 2)


def test_a_tally_carries_no_more_than_is_claimed() -> None:
    assert earned(HOURS, {"total": 200, "evidence": ["roster"]}, activities=held(100, evidence=[])) == (2, 2)


def test_none_at_and_a_slide_work_as_in_a_ratio() -> None:
    assert earned(indicator("average", none_at=5), activities=held(300)) == (2, 2)
    sliding = indicator("average", slide={"per": 2, "points": 1})
    assert earned(sliding, activities=held(300)) == (2, 2)
    assert earned(sliding, activities=held(40)) == (0, 0)


def test_a_named_denominator_is_taken_from_the_counts() -> None:
    volunteers = indicator("average", denominator="volunteers")
    unit: Section = {"name": "某局", "type": "other", "staff": 40, "counts": {"volunteers": 20}}
    assert earned(volunteers, activities=held(100), unit=unit) == (2, 2)
    assert scored(volunteers, activities=held(100)).reason == "缺基数 volunteers，算不出人均"


def test_the_reason_says_what_is_wanted() -> None:
    assert scored(HOURS, activities=held(300)).reason == "有材料支撑的 300小时 ÷ 40 = 人均 7.5小时，满分要 10小时"
    assert scored(HOURS, activities=held(400)).reason == ""


def test_the_arithmetic_is_shown() -> None:
    score = scored(HOURS, {"total": 400}, activities=held(300))
    assert score.arithmetic == (
        "申报：400 ÷ 40 = 10；10小时 达到满分线 10小时，得 4",
        "支撑：300 ÷ 40 = 7.5；4 × (7.5 - 0) ÷ (10 - 0) = 3",
    )
