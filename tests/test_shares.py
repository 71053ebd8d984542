"""What becomes of the points of what does not apply."""

from decimal import Decimal

import pytest

from build import LEDGER, Raw, Section, assessment, case, indicator, item, report, rubric
from wenming_score.report import Report

ASIDE: Section = {"not_applicable": "本单位没有这项任务"}
ALL: Section = {"met": ["plan", "person"], "evidence": ["plan"]}
ITEMS = (
    item("first", indicator("checklist", id="a", points=4), indicator("checklist", id="b", points=2)),
    item("second", indicator("checklist", id="c", points=3)),
    item("third", indicator("checklist", id="d", points=1)),
)


def scored(answers: Section, policy: str = "redistribute", *items: Section) -> Report:
    by = rubric(*(items or ITEMS), not_applicable=policy)
    return report(case(by, assessment(by, evidence=LEDGER, answers=answers)))


def fulls(made: Report) -> dict[str, Decimal]:
    return {one.id: one.full for part in made.items for one in part.indicators}


def test_without_anything_set_aside_every_figure_stays() -> None:
    assert fulls(scored({"a": ALL})) == {"a": 4, "b": 2, "c": 3, "d": 1}


def test_points_go_to_the_rest_of_the_item() -> None:
    made = scored({"a": ASIDE, "b": ALL})
    assert fulls(made) == {"a": 0, "b": 6, "c": 3, "d": 1}
    assert (made.score.full, made.score.supported) == (10, 6)


def test_what_is_left_of_an_item_shares_in_proportion() -> None:
    three = item(
        "first",
        *(indicator("checklist", id=name, points=points) for name, points in zip("abc", (4, 2, 1), strict=True)),
    )
    assert fulls(scored({"a": ASIDE}, "redistribute", three)) == {"a": 0, "b": Decimal("4.66"), "c": Decimal("2.33")}


def test_points_of_a_whole_item_go_to_all_others() -> None:
    made = scored({"c": ASIDE, "a": ALL, "b": ALL, "d": ALL})
    assert fulls(made) == {"a": Decimal("5.71"), "b": Decimal("2.85"), "c": 0, "d": Decimal("1.42")}
    assert made.score.supported == 10


def test_a_whole_item_and_a_part_of_another_go_together() -> None:
    made = scored({"a": ASIDE, "c": ASIDE, "b": ALL, "d": ALL})
    assert fulls(made) == {"a": 0, "b": Decimal("8.57"), "c": 0, "d": Decimal("1.42")}
    assert made.score.supported == 10


def test_where_nothing_applies_nothing_is_left() -> None:
    made = scored(dict.fromkeys("abcd", ASIDE))
    assert set(fulls(made).values()) == {0}
    assert (made.score.full, made.score.supported) == (10, 0)


def test_the_arithmetic_tells_of_points_from_others() -> None:
    half: Section = {"met": ["plan"], "evidence": ["plan"]}
    b = scored({"a": ASIDE, "b": half}).items[0].indicators[1]
    assert b.arithmetic[-1].endswith("满分 6，申报 3，支撑 3")
    assert (b.claimed, b.supported, b.gap, b.outcome) == (3, 3, 3, "partial")


@pytest.mark.parametrize("policy", ["full", "zero"])
def test_the_other_policies_move_no_points(policy: str) -> None:
    assert fulls(scored({"a": ASIDE}, policy)) == {"a": 4, "b": 2, "c": 3, "d": 1}


@pytest.mark.parametrize(
    ("policy", "points", "gaps"), [("full", 4, "bcd"), ("zero", 0, "abcd"), ("redistribute", 0, "bcd")]
)
def test_what_does_not_apply_earns_by_the_policy(policy: str, points: int, gaps: str) -> None:
    made = scored({"a": ASIDE}, policy)
    a = made.items[0].indicators[0]
    assert (a.claimed, a.supported, a.outcome, a.reason) == (
        points,
        points,
        "not_applicable",
        "不适用：本单位没有这项任务",
    )
    assert sorted(gap.indicator for gap in made.gaps) == sorted(gaps)


@pytest.mark.parametrize("reason", ["", "无", "不适用"])
def test_without_a_reason_the_points_stay_in_the_reckoning(reason: str) -> None:
    made = scored({"a": {"not_applicable": reason, **ALL}})
    assert (made.items[0].indicators[0].full, made.score.supported) == (4, 0)


def test_an_indicator_that_applies_to_all_stays_in_the_reckoning() -> None:
    by = rubric(*ITEMS, not_applicable="redistribute", not_applicable_to=["b"])
    made = report(case(by, assessment(by, answers={"a": ASIDE, "b": ASIDE})))
    assert fulls(made) == {"a": 6, "b": 0, "c": 3, "d": 1}
    assert [one.outcome for one in made.items[0].indicators] == ["missing", "not_applicable"]


@pytest.mark.parametrize("answers", [{}, {"a": ASIDE}])
def test_an_item_of_no_points_is_no_trouble(answers: dict[str, Raw]) -> None:
    nothing = item("nothing", indicator("checklist", id="a", points=1), indicator("checklist", id="z", points=0))
    empty = item("empty", indicator("checklist", id="y", points=0))
    assert scored(answers, "redistribute", nothing, empty, ITEMS[1]).score.full == 4
