"""What a new edition changes: everything, once, and the same seen from either side."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import Raw, Section, indicator, item, rubric
from door import ROOT
from wenming_score.catalogue import bundled
from wenming_score.editions import Alteration, Counts, Difference, EditionDiff, Status, difference
from wenming_score.finding import Location
from wenming_score.load import load_rubric
from wenming_score.rubric import Rubric

NEW = str(ROOT / "tests/editions/luoyang-2024.yaml")
CALM = settings(deadline=None, database=None)
NAMES = [*bundled(), NEW]
OTHER: dict[Status, Status] = {"added": "removed", "removed": "added", "kept": "kept", "changed": "changed"}


def loaded(name: str) -> Rubric:
    return load_rubric(name, Path(), Location(name)).rubric


def turned(one: Difference) -> Difference:
    """See a difference from the other side, its parts in the order of their ids."""
    parts = tuple(sorted(map(turned, one.parts), key=key))
    swapped = tuple(
        sorted((Alteration(one.field, one.after, one.before) for one in one.changes), key=lambda one: one.field)
    )
    return replace(one, status=OTHER[one.status], before=one.after, after=one.before, changes=swapped, parts=parts)


def key(one: Difference) -> tuple[str, str]:
    return one.before.id if one.before else "", one.after.id if one.after else ""


def flat(diff: EditionDiff) -> Iterator[Difference]:
    """List all differences but the clauses, an item without its indicators: one that moved is of either item."""
    for one in (*diff.standards, *diff.red_lines, *diff.eligibility, *diff.bonus, *diff.penalties):
        yield one
    for one in diff.items:
        yield replace(one, parts=())
        yield from one.parts


def indicators(diff: EditionDiff) -> dict[str, Difference]:
    return {part.id: part for one in diff.items for part in one.parts}


def said(one: Difference) -> list[tuple[str, object, object]]:
    return [(change.field, change.before, change.after) for change in one.changes]


@pytest.mark.parametrize("name", NAMES)
def test_a_rubric_does_not_differ_from_itself(name: str) -> None:
    one = loaded(name)
    diff = difference(one, one)
    assert diff.same
    assert diff.indicators == Counts(len(one.indicators), 0, 0, 0)
    assert len(list(flat(diff))) >= len(one.items) + len(one.indicators)
    assert all(one.status == "kept" and not one.changes for one in flat(diff))


@pytest.mark.parametrize("old", NAMES)
@pytest.mark.parametrize("new", NAMES)
def test_from_the_other_side_everything_is_the_other_way_round(old: str, new: str) -> None:
    one, other = loaded(old), loaded(new)
    there, back = difference(one, other), difference(other, one)
    assert sorted(map(turned, map(turned, flat(there))), key=key) == sorted(map(turned, flat(back)), key=key)
    assert (there.before, there.after) == (back.after, back.before)
    counts = back.indicators
    assert there.indicators == Counts(counts.kept, counts.changed, counts.removed, counts.added)
    assert {(one.field, str(one.before), str(one.after)) for one in there.changes} == {
        (one.field, str(one.after), str(one.before)) for one in back.changes
    }


def second_edition() -> EditionDiff:
    return difference(loaded("luoyang-2019"), loaded(NEW))


def test_the_second_edition_is_told_in_numbers() -> None:
    diff = second_edition()
    assert (diff.before.name, diff.after.name) == ("luoyang-2019", "luoyang-2024")
    assert (diff.before.pass_mark, diff.after.pass_mark, diff.after.full_points) == (85, 80, 100)
    assert diff.indicators == Counts(kept=23, changed=16, added=3, removed=3)
    assert not diff.same


def test_what_is_renamed_is_no_coming_and_going() -> None:
    diff = second_edition()
    office = next(one for one in diff.items if one.id == "green-office")
    assert (office.status, office.renamed, office.before and office.before.id) == ("changed", True, "thrift")
    assert said(office) == [("title", "勤俭节约活动", "绿色低碳机关建设")]
    activities = indicators(diff)["green-office-activities"]
    assert (activities.renamed, activities.moved) == (True, False)


def test_what_moved_stands_where_it_went_and_is_missed_where_it_was() -> None:
    diff = second_edition()
    moved = indicators(diff)["learning-unit-centre-group"]
    assert (moved.moved, moved.renamed) == (True, False)
    assert (moved.before and moved.before.item, moved.after and moved.after.item) == (
        "learning-unit", "organisation-leadership",
    )  # fmt: skip
    assert ("target", Decimal(3), Decimal(4)) in said(moved)


def test_an_item_replaced_goes_with_all_its_indicators_and_another_comes() -> None:
    items = {one.id: one for one in second_edition().items}
    assert items["classics"].status == "removed"
    assert [part.status for part in items["classics"].parts] == ["removed"] * 3
    assert items["organisation-leadership"].status == "added"
    assert [part.status for part in items["organisation-leadership"].parts] == ["added"] * 3 + ["changed"]


def test_another_kind_is_told_by_how_points_are_earned_and_not_field_by_field() -> None:
    fields = [change.field for change in indicators(second_edition())["courtesy-awareness"].changes]
    assert fields == ["kind", "asks", "remedy.action"]


def test_red_lines_come_and_look_further_back() -> None:
    lines = {one.id: one for one in second_edition().red_lines}
    assert lines["fabricated-evidence"].status == "added"
    assert said(lines["employee-crime"]) == [("look_back_months", 24, 36), ("basis", "official", "house")]


def test_a_clause_renamed_and_reworded_is_one_part_changed() -> None:
    parts = indicators(second_edition())["moral-lectures-hall"].parts
    changed = [part for part in parts if part.status != "kept"]
    assert [(part.renamed, part.changes[0].field) for part in changed] == [(True, "title")]


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("count", "target", 8, ("target", Decimal(4), Decimal(8))),
        ("count", "unit", "篇", ("unit", "次", "篇")),
        ("coverage", "expected", ["春节", "重阳"], ("expected", ("春节", "清明", "端午", "中秋"), ("春节", "重阳"))),
        ("ratio", "full_at", 0.9, ("full_at", Decimal(1), Decimal("0.9"))),
        ("ratio", "none_at", 0.1, ("none_at", Decimal(0), Decimal("0.1"))),
        ("ratio", "slide", {"per": 0.01, "points": 1}, ("slide.per", None, Decimal("0.01"))),
        ("average", "field", "participants", ("field", "hours", "participants")),
        ("grade", "grades", {"A": 1, "B": 0.6, "C": 0}, ("grades.B", Decimal("0.5"), Decimal("0.6"))),
        ("survey", "weights", {"优": 1, "良": 0.5}, ("weights.差", Decimal(0), None)),
        ("survey", "sample", {"share": 0.5}, ("sample.share", None, Decimal("0.5"))),
        ("survey", "void_counts", True, ("void_counts", False, True)),
        ("checklist", "all_or_nothing", True, ("all_or_nothing", False, True)),
        ("checklist", "title", "另一项", ("title", "checklist一项", "另一项")),
        ("checklist", "basis", "derived", ("basis", "house", "derived")),
        ("checklist", "methods", ["document"], ("methods", None, ("document",))),
        ("checklist", "evidence", {"types": ["plan"], "at_least": 2}, ("evidence.at_least", 1, 2)),
        ("checklist", "evidence", {"types": ["plan"], "window": "any"}, ("evidence.window", "period", "any")),
        (
            "checklist", "remedy", {"action": "另办", "person_days": 2, "lead_days": 7},
            ("remedy.action", "补齐材料", "另办"),
        ),
        (
            "checklist", "remedy", {"action": "补齐材料", "person_days": 3, "lead_days": 7},
            ("remedy.person_days", Decimal(2), Decimal(3)),
        ),
    ],
)  # fmt: skip
def test_whatever_is_otherwise_in_an_indicator_is_told(
    kind: str, field: str, value: Raw, told: tuple[str, object, object]
) -> None:
    old, new = rubric(indicator(kind)), rubric(indicator(kind, **{field: value}))
    one = indicators(difference(old, new))[kind]
    assert one.status == "changed"
    assert told in said(one)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("term_years", 3, ("term_years", None, 3)),
        ("serves_at_most", 1, ("serves_at_most", 2, 1)),
        ("not_applicable", "full", ("not_applicable", "zero", "full")),
        ("not_applicable_to", ["count"], ("not_applicable_to", None, ("count",))),
        ("doubtful_evidence", "refused", ("doubtful_evidence", "carries", "refused")),
        ("term_scoring", "mean", ("term_scoring", None, "mean")),
        ("term_scoring", {"weights": [40, 60]}, ("term_scoring", None, (Decimal(40), Decimal(60)))),
        ("severities", {"photo-reused": "error"}, ("severities.photo-reused", None, "error")),
        ("pass_mark", {"points": 3, "basis": "house"}, ("pass_mark.points", None, Decimal(3))),
        ("archive", ["计划"], ("archive", (), ("计划",))),
        ("methods", {"document": "看材料"}, ("methods.document", "材料审核", "看材料")),
        ("title", "新体系", ("title", "测试测评体系", "新体系")),
        ("level", "county", ("level", "provincial", "county")),
    ],
)
def test_whatever_is_otherwise_at_the_top_is_told(field: str, value: Raw, told: tuple[str, object, object]) -> None:
    old, new = rubric(indicator("count")), rubric(indicator("count"), **{field: value})
    diff = difference(old, new)
    assert told in [(change.field, change.before, change.after) for change in diff.changes]
    assert not diff.same


def test_steps_are_told_one_by_one() -> None:
    steps: Section = {"target": None, "steps": [{"at": 2, "points": 1}, {"at": 4, "points": 4}]}
    other: Section = {"target": None, "steps": [{"at": 2, "points": 2}, {"at": 6, "points": 4}]}
    diff = difference(rubric(indicator("count", **steps)), rubric(indicator("count", **other)))
    assert said(indicators(diff)["count"]) == [
        ("steps.2", Decimal(1), Decimal(2)), ("steps.4", Decimal(4), None), ("steps.6", None, Decimal(4)),
    ]  # fmt: skip


def test_another_order_reason_or_translation_is_no_difference() -> None:
    types, other = {"types": ["plan", "photo"]}, {"types": ["photo", "plan"]}
    old = rubric(indicator("count", evidence=types), indicator("grade"))
    new = rubric(indicator("count", evidence=other, note="另一个理由", title_en="One"), indicator("grade"))
    assert difference(old, new).same


def test_points_and_points_alone_make_a_difference() -> None:
    old = rubric(item("a", indicator("count", points=4)), item("b", indicator("grade", points=4)))
    new = rubric(item("a", indicator("count", points=5)), item("b", indicator("grade", points=3)))
    diff = difference(old, new)
    assert [(one.status, one.changes) for one in diff.items] == [("changed", ()), ("changed", ())]
    one = indicators(diff)["count"]
    assert (one.before and one.before.points, one.after and one.after.points) == (4, 5)


kinds = st.sampled_from(["count", "grade", "checklist", "coverage"])
rubrics = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(kinds, st.integers(1, 5), st.sampled_from(["x", "y"])), min_size=1
).map(
    lambda asked: rubric(
        *(
            item(home, *parts)
            for home in ("x", "y")
            if (
                parts := [
                    indicator(kind, id=name, points=points) for name, (kind, points, at) in asked.items() if at == home
                ]
            )
        )
    )
)


@given(rubrics, rubrics)
@CALM
def test_every_indicator_of_either_edition_is_told_once(old: Rubric, new: Rubric) -> None:
    parts = [part for one in difference(old, new).items for part in one.parts]
    assert sorted(part.before.id for part in parts if part.before) == sorted(old.indicators)
    assert sorted(part.after.id for part in parts if part.after) == sorted(new.indicators)
    there, back = difference(old, new), difference(new, old)
    assert sorted(map(turned, map(turned, flat(there))), key=key) == sorted(map(turned, flat(back)), key=key)
