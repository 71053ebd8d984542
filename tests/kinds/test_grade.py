"""等次."""

import pytest

from build import Section, earned, indicator, scored

GRADED = indicator("grade")


@pytest.mark.parametrize(("grade", "points"), [("A", 4), ("B", 2), ("C", 0)])
def test_a_grade_earns_its_share(grade: str, points: int) -> None:
    assert earned(GRADED, {"grade": grade, "evidence": ["photo"]}) == (points, points)


def test_a_grade_that_the_unit_gave_itself_needs_evidence() -> None:
    for answer in ({"grade": "A"}, {"grade": "A", "graded_by": "self"}):
        score = scored(GRADED, answer)
        assert (score.claimed, score.supported, score.reason) == (4, 0, "自评等次要有材料：没有佐证材料")


def test_a_grade_that_a_reviewer_gave_stands_by_itself() -> None:
    assert earned(GRADED, {"grade": "A", "graded_by": "reviewer", "date": "2025-10-12"}) == (4, 4)


def test_a_grade_wants_as_many_pieces_as_its_rule() -> None:
    two = indicator("grade", evidence={"types": ["photo"], "at_least": 2})
    score = scored(two, {"grade": "B", "evidence": ["photo", "plan"]})
    assert (score.supported, score.reason) == (
        0,
        "自评等次要有材料：有效材料 1 份，至少要 2 份（plan 是方案，不是这一项要的材料）",
    )


@pytest.mark.parametrize(
    ("answer", "reason"),
    [({"grade": "E", "evidence": ["photo"]}, "没有填等次"), ({"evidence": ["photo"]}, "没有填写")],
)
def test_an_unknown_or_missing_grade_earns_nothing(answer: Section, reason: str) -> None:
    score = scored(GRADED, answer)
    assert (score.claimed, score.supported, score.reason, score.arithmetic) == (0, 0, reason, ())


def test_a_lower_grade_is_its_own_reason() -> None:
    assert scored(GRADED, {"grade": "B", "graded_by": "reviewer"}).reason == "评为 B"
    assert scored(GRADED, {"grade": "A", "graded_by": "reviewer"}).reason == ""


def test_the_arithmetic_is_shown() -> None:
    line = "申报：4 × 0.5 = 2"
    assert scored(GRADED, {"grade": "B", "graded_by": "reviewer"}).arithmetic == (line, "支撑：测评组评定，得 2")
    assert scored(GRADED, {"grade": "B", "evidence": ["photo"]}).arithmetic == (line, "支撑：材料有效，得 2")
    assert scored(GRADED, {"grade": "B"}).arithmetic == (line, "支撑：没有有效材料，得 0")
