"""问卷."""

from fractions import Fraction
from math import sqrt
from statistics import NormalDist

import pytest

from build import Raw, Section, earned, indicator, scored
from wenming_score.kinds.survey import wilson

FORMS = indicator("survey")
SAMPLED = indicator("survey", sample={"share": 0.6, "at_most": 30})
"""Asks for 24 forms of a staff of 40."""


def of(good: int = 0, fair: int = 0, poor: int = 0, **more: Raw) -> Section:
    return {"responses": {"优": good, "良": fair, "差": poor}, "evidence": ["survey_form"], **more}


@pytest.mark.parametrize(
    ("answer", "points"), [(of(10), 4), (of(0, 10), 2), (of(0, 0, 10), 0), (of(5, 5), 3), (of(1, 1, 2), 1.5)]
)
def test_points_follow_the_weighted_mean_of_the_forms(answer: Section, points: float) -> None:
    assert earned(FORMS, answer) == (points, points)


def test_forms_of_disagreement_count_as_nothing_gained() -> None:
    assert earned(FORMS, of(5, disagree=5)) == (2, 2)


def test_void_forms_are_left_out_unless_the_rubric_counts_them() -> None:
    assert earned(FORMS, of(5, void=5)) == (4, 4)
    assert earned(indicator("survey", void_counts=True), of(5, void=5)) == (2, 2)


def test_blank_forms_are_left_out_and_cost_their_penalty() -> None:
    assert earned(FORMS, of(5, blank=5)) == (4, 4)
    assert earned(indicator("survey", blank_penalty=0.2), of(5, blank=5)) == (3, 3)
    assert earned(indicator("survey", blank_penalty=1), of(5, blank=5)) == (0, 0)


@pytest.mark.parametrize(("good", "points"), [(95, 4), (94, 3), (93, 2), (90, 0), (10, 0)])
def test_a_slide_takes_points_for_each_step_below_the_line(good: int, points: int) -> None:
    sliding = indicator("survey", full_at=0.95, slide={"per": 0.01, "points": 1})
    assert earned(sliding, of(good, poor=100 - good)) == (points, points)


@pytest.mark.parametrize("piece", ["survey_form", "statistics", "roster"])
def test_the_forms_or_their_statistics_carry_it(piece: str) -> None:
    assert earned(FORMS, of(10, evidence=[piece])) == (4, 4)


@pytest.mark.parametrize("evidence", [[], ["photo"], ["record"]])
def test_nothing_else_carries_it(evidence: list[str]) -> None:
    score = scored(FORMS, of(10, evidence=evidence))
    assert (score.claimed, score.supported) == (4, 0)
    assert score.reason.endswith("；没有有效的名册、统计表或问卷")


def test_the_reason_ends_with_why_the_first_two_pieces_were_refused() -> None:
    reason = scored(FORMS, of(10, evidence=["notice", "notice", "certificate", "rules"])).reason
    assert reason.startswith("满意率 100%（n=10，")
    assert reason.endswith("（notice 是文件通知，不是这一项要的材料；certificate 是证书，不是这一项要的材料）")


def test_the_reason_ends_with_why_a_piece_was_refused() -> None:
    reason = scored(FORMS, of(10, evidence=["notice"])).reason
    assert reason.endswith("；没有有效的名册、统计表或问卷（notice 是文件通知，不是这一项要的材料）")


@pytest.mark.parametrize("answer", [of(24), of(20, blank=2, void=1, disagree=1), of(23, 1)])
def test_every_form_that_came_back_counts_for_the_sample(answer: Section) -> None:
    score = scored(SAMPLED, answer)
    assert score.supported == score.claimed > 0


def test_a_sample_that_is_short_carries_nothing() -> None:
    score = scored(SAMPLED, of(23))
    assert (score.claimed, score.supported) == (4, 0)
    assert score.reason.endswith("；样本不足：收回 23 份，至少要 24 份")


def test_the_sample_has_a_ceiling() -> None:
    crowd: Section = {"name": "某局", "type": "other", "staff": 4000}
    assert earned(SAMPLED, of(30), unit=crowd) == (4, 4)
    assert earned(SAMPLED, of(29), unit=crowd) == (4, 0)


def test_a_sample_may_have_no_ceiling() -> None:
    half = indicator("survey", sample={"share": 0.5})
    crowd: Section = {"name": "某局", "type": "other", "staff": 4000}
    assert earned(half, of(2000), unit=crowd) == (4, 4)
    assert earned(half, of(1999), unit=crowd) == (4, 0)


def test_a_begun_form_is_a_whole_one() -> None:
    seven: Section = {"name": "某所", "type": "other", "staff": 7}
    assert earned(SAMPLED, of(5), unit=seven) == (4, 4)
    assert earned(SAMPLED, of(4), unit=seven) == (4, 0)


def test_a_grade_of_no_form_is_not_among_the_weights() -> None:
    answer: Section = {"responses": {"优": 5, "很好": 5}, "evidence": ["survey_form"]}
    assert earned(FORMS, answer) == (2, 2)


@pytest.mark.parametrize("answer", [of(blank=5), of(void=5), of(), {"responses": None}])
def test_without_a_single_valid_form_nothing_is_earned(answer: Section) -> None:
    assert earned(FORMS, answer) == (0, 0)


def test_forms_of_which_none_is_valid_say_so() -> None:
    assert scored(FORMS, of(blank=5)).reason == scored(FORMS, of(void=1)).reason == "没有有效问卷"


@pytest.mark.parametrize(("good", "forms"), [(0, 5), (19, 20), (46, 55), (500, 1000), (20, 20), (1, 3)])
def test_the_interval_is_wilson_s(good: int, forms: int) -> None:
    p, z = good / forms, NormalDist().inv_cdf(0.975)
    middle, spread = p + z * z / 2 / forms, z * sqrt(p * (1 - p) / forms + z * z / 4 / forms**2)
    low, high = ((middle + side) / (1 + z * z / forms) for side in (-spread, spread))
    assert wilson(Fraction(good, forms), forms) == (f"{abs(low) * 100:.1f}%", f"{high * 100:.1f}%")


def test_the_arithmetic_shows_the_rate_with_its_n_and_interval() -> None:
    penal = indicator("survey", blank_penalty=0.5)
    assert scored(penal, of(15, 5, blank=2)).arithmetic == (
        "满意率 87.5%（n=20，95% 区间 66.9%~96.0%）",
        "申报：4 × (0.875 - 0) ÷ (1 - 0) = 3.5；空白票扣 2 × 0.5，得 2.5",
        "支撑：材料有效，得 2.5",
    )


def test_blank_forms_are_reckoned_only_where_there_are_some_and_they_cost() -> None:
    line = "申报：4 × (0.875 - 0) ÷ (1 - 0) = 3.5"
    assert scored(FORMS, of(15, 5, blank=2)).arithmetic[1] == line
    assert scored(indicator("survey", blank_penalty=0.5), of(15, 5)).arithmetic[1] == line


def test_a_rate_below_full_is_its_own_reason() -> None:
    assert scored(FORMS, of(5, 5)).reason.startswith("满意率 75%（n=10，")
    assert scored(FORMS, of(10)).reason == ""
