"""比例."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from build import Raw, Section, activity, earned, indicator, rubric, scored

SHARE = indicator("ratio")
FLOORED = indicator("ratio", none_at=0.2)
SLIDING = indicator("ratio", full_at=0.9, slide={"per": 0.05, "points": 1})


def of(count: Raw) -> Section:
    return {"count": count, "evidence": ["roster"]}


@pytest.mark.parametrize(("count", "points"), [(0, 0), (10, 1), (30, 3), (40, 4)])
def test_points_follow_the_share_of_the_denominator(count: int, points: int) -> None:
    assert earned(SHARE, of(count)) == (points, points)


@pytest.mark.parametrize(("count", "points"), [(0, 0), (4, 0), (8, 0), (24, 2), (40, 4)])
def test_nothing_is_earned_up_to_none_at_and_a_straight_line_from_there(count: int, points: int) -> None:
    assert earned(FLOORED, of(count)) == (points, points)


@pytest.mark.parametrize(("count", "points"), [(36, 4), (35, 3), (34, 3), (33, 2), (28, 0), (0, 0)])
def test_a_slide_takes_points_for_each_step_begun_or_whole(count: int, points: int) -> None:
    assert earned(SLIDING, of(count)) == (points, points)


def test_each_step_of_a_slide_takes_its_points() -> None:
    steep = indicator("ratio", full_at=0.9, slide={"per": 0.05, "points": 1.5})
    assert earned(steep, of(34)) == (Decimal("2.5"), Decimal("2.5"))
    assert earned(steep, of(33)) == (1, 1)


def test_more_than_full_earns_no_more() -> None:
    assert earned(SHARE, of(60)) == (4, 4)
    assert earned(indicator("ratio", full_at=0.5), of(20)) == (4, 4)


def test_a_share_that_never_ends_stays_exact_until_shown() -> None:
    staff_of_three: Section = {"name": "某所", "type": "other", "staff": 3}
    assert earned(SHARE, of(2), unit=staff_of_three) == (Decimal("2.66"), Decimal("2.66"))


@pytest.mark.parametrize("piece", ["roster", "statistics", "survey_form"])
def test_a_roster_statistics_or_a_survey_form_carries_it(piece: str) -> None:
    assert earned(SHARE, {"count": 20, "evidence": [piece]}) == (2, 2)


@pytest.mark.parametrize("evidence", [[], ["photo", "plan"], ["record"], ["E404"]])
def test_nothing_else_carries_it(evidence: list[str]) -> None:
    score = scored(SHARE, {"count": 20, "evidence": evidence})
    assert (score.claimed, score.supported) == (2, 0)
    assert score.reason == "20 ÷ 40 = 50%；没有有效的名册、统计表或问卷"


def test_the_reason_ends_with_why_a_piece_was_refused() -> None:
    score = scored(SHARE, {"count": 20, "evidence": ["notice", "photo"]})
    assert score.supported == 0
    assert score.reason.endswith("；没有有效的名册、统计表或问卷（notice 是文件通知，不是这一项要的材料）")


def test_another_denominator_is_taken_from_the_counts() -> None:
    unit: Section = {"name": "某局", "type": "other", "staff": 40, "counts": {"party_members": "8人"}}
    assert earned(indicator("ratio", denominator="party_members"), of(4), unit=unit) == (2, 2)


@pytest.mark.parametrize("staff", [0, "待填", "x", None])
def test_without_its_denominator_nothing_can_be_reckoned(staff: Raw) -> None:
    score = scored(SHARE, of(20), unit={"name": "某局", "type": "other", "staff": staff})
    assert (score.claimed, score.outcome, score.reason) == (0, "none", "缺基数 staff，算不出比例")


@pytest.mark.parametrize(("given", "points"), [(">=20", 2), ("20余人", 2), ("约20", 2)])
def test_a_bound_counts_as_its_number(given: str, points: int) -> None:
    assert earned(SHARE, of(given)) == (points, points)


def test_a_placeholder_is_missing_and_not_nought() -> None:
    score = scored(SHARE, of("待填"))
    assert (score.claimed, score.outcome, score.reason) == (0, "missing", "没有填写")
    nought = scored(SHARE, of(0))
    assert (nought.outcome, nought.reason) == ("none", "0 ÷ 40 = 0%，满分要 100%")


def test_an_activity_is_no_figure() -> None:
    score = scored(SHARE, {"evidence": ["roster"]}, activities={"A1": activity("ratio")})
    assert (score.claimed, score.outcome, score.reason) == (0, "none", "没有填数量")


def test_a_full_ratio_has_nothing_to_say() -> None:
    assert scored(SHARE, of(40)).reason == ""
    assert scored(SLIDING, of(36)).reason == ""


def test_turns_are_not_taken_where_heads_are_asked() -> None:
    score = scored(SHARE, of("40人次"))
    assert (score.claimed, score.reason) == (0, "填的是40人次，这一项数的是人")


def test_a_rate_of_turns_may_pass_the_heads() -> None:
    turns = indicator("ratio", unit="人次", full_at=2)
    assert earned(turns, of("60人次")) == (3, 3)
    assert earned(turns, of("60人")) == (0, 0)


def test_the_arithmetic_is_shown() -> None:
    assert scored(FLOORED, of(24)).arithmetic == (
        "24 ÷ 40 = 60%",
        "申报：4 × (0.6 - 0.2) ÷ (1 - 0.2) = 2",
        "支撑：材料有效，得 2",
    )
    assert scored(FLOORED, of(8)).arithmetic[1] == "申报：20% 不高于零分线 20%，得 0"
    assert scored(SLIDING, of(35)).arithmetic[1] == "申报：87.5% 低于 90%，每低 5% 扣 1：得 3"
    assert scored(SLIDING, {"count": 36}).arithmetic[1:] == (
        "申报：90% 达到满分线 90%，得 4",
        "支撑：没有有效材料，得 0",
    )


@pytest.mark.parametrize("none_at", [0.8, 0.9])
def test_a_ratio_is_worth_nothing_below_where_it_is_full(none_at: float) -> None:
    with pytest.raises(ValidationError, match=r"零分线 none_at 要低于满分线 full_at \["):
        rubric(indicator("ratio", full_at=0.8, none_at=none_at))


def test_points_that_nobody_knows_are_worth_nothing() -> None:
    by = rubric(indicator("ratio", points=None), indicator("grade"))
    assert by.indicators["ratio"].worth == 0
