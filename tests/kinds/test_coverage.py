"""覆盖面."""

import pytest

from build import Raw, Section, activity, earned, indicator, scored

FESTIVALS = indicator("coverage")
ROOMS = indicator("coverage", expected="departments")
UNIT: Section = {"name": "某局", "type": "other", "staff": 40, "departments": ["办公室", "宣教科"]}


def tagged(*tags: str, **fields: Raw) -> Section:
    return {f"A{tag}": activity("coverage", tags=[tag], **fields) for tag in tags}


def test_points_follow_the_share_of_what_is_expected() -> None:
    assert earned(FESTIVALS, activities=tagged("春节", "端午")) == (2, 2)
    assert earned(FESTIVALS, activities=tagged("春节", "清明", "端午", "中秋")) == (4, 4)


def test_what_is_touched_twice_or_not_expected_counts_no_more() -> None:
    twice = tagged("春节", "儿童节") | {"A2": activity("coverage", tags=["春节", "春节"])}
    assert earned(FESTIVALS, activities=twice) == (1, 1)


def test_one_activity_may_touch_several() -> None:
    assert earned(FESTIVALS, activities={"A1": activity("coverage", tags=["清明", "中秋"])}) == (2, 2)


def test_an_activity_outside_the_period_covers_nothing() -> None:
    assert earned(FESTIVALS, activities=tagged("春节", date="2024-02-10")) == (0, 0)


def test_an_activity_without_valid_evidence_covers_as_claimed_only() -> None:
    score = scored(FESTIVALS, activities=tagged("春节", "清明", "端午", "中秋", evidence=["audio"]))
    assert (score.claimed, score.supported) == (4, 0)
    assert score.reason == "没有有效材料：春节、清明、端午、中秋"


@pytest.mark.parametrize(("evidence", "supported"), [(["record"], 2), (["statistics"], 2), (["photo"], 0), ([], 0)])
def test_what_the_answer_adds_is_carried_by_a_tally_only(evidence: list[str], supported: int) -> None:
    assert earned(FESTIVALS, {"covered": ["春节", "清明"], "evidence": evidence}) == (2, supported)


def test_answer_and_activities_add_up() -> None:
    score = scored(FESTIVALS, {"covered": ["清明", "春节"]}, activities=tagged("春节", "端午"))
    assert (score.claimed, score.supported) == (3, 2)
    assert score.reason == "未覆盖：中秋；没有有效材料：清明"


def test_departments_are_the_unit_s_own() -> None:
    held = {"A1": activity("coverage", departments=["办公室", "后勤"], tags=["宣教科"])}
    assert earned(ROOMS, activities=held, unit=UNIT) == (2, 2)


def test_without_departments_nothing_can_be_covered() -> None:
    score = scored(ROOMS, activities={"A1": activity("coverage", departments=["办公室"])})
    assert (score.claimed, score.reason) == (0, "没有写本单位的科室（unit.departments），算不出覆盖面")


NOT_HELD: Section = {"not_held": {"清明": "疫情防控"}}


def test_a_reason_why_something_was_not_held_earns_nothing() -> None:
    assert earned(FESTIVALS, NOT_HELD, activities=tagged("春节", "端午", "中秋")) == (3, 3)


def test_a_reason_why_something_was_not_held_is_shown() -> None:
    score = scored(FESTIVALS, NOT_HELD, activities=tagged("春节", "端午", "中秋"))
    assert score.reason == "未覆盖：清明（疫情防控）"


def test_nothing_held_for_a_reason_is_not_held() -> None:
    score = scored(FESTIVALS, {"not_held": "单位搬迁"})
    assert (score.outcome, score.reason) == ("not_held", "未开展：单位搬迁")


def test_the_arithmetic_is_shown() -> None:
    score = scored(FESTIVALS, {"covered": ["中秋"]}, activities=tagged("端午"))
    assert score.arithmetic == ("申报：端午、中秋：4 × 2/4 = 2", "支撑：端午：4 × 1/4 = 1")
    assert scored(FESTIVALS).arithmetic == ("申报：4 × 0/4 = 0", "支撑：4 × 0/4 = 0")


def test_a_tally_is_known_by_its_type_and_not_by_its_name() -> None:
    ledger: Section = {
        "E1": {"path": "a.pdf", "type": "roster", "date": "2025-06-01"},
        "roster": {"path": "b.jpg", "type": "photo", "date": "2025-06-01"},
    }
    asked = indicator("coverage")
    assert earned(asked, {"covered": ["春节"], "evidence": ["E1"]}, evidence=ledger) == (1, 1)
    assert earned(asked, {"covered": ["春节"], "evidence": ["roster"]}, evidence=ledger) == (1, 0)


def test_without_departments_nothing_is_covered() -> None:
    score = scored(indicator("coverage", expected="departments"), {"covered": ["办公室"], "evidence": ["roster"]})
    assert (score.claimed, score.supported) == (0, 0)
    assert score.reason == "没有写本单位的科室（unit.departments），算不出覆盖面"
