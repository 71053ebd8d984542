"""What is said of two years, case by case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from build import AS_OF, HOUSE, LEDGER, Raw, Section, activity, indicator, item, rubric
from comparing import between, causes, year
from facts_of import file, photo
from wenming_score.compare import Year, changes
from wenming_score.report import CarriedOver, Change, Changes
from wenming_score.rubric import Rubric

ASIDE: Section = {"not_applicable": "本单位没有这项任务"}
ALL: Section = {"met": ["plan", "person"], "evidence": ["plan"]}
HALF: Section = {"met": ["plan"], "evidence": ["plan"]}
LAST_YEAR: Section = {"period": {"start": "2024-01-01", "end": "2024-12-31"}}


def asked(name: str, points: int = 4, kind: str = "checklist", **fields: Raw) -> Section:
    return indicator(kind, id=name, title=f"第{name}项", points=points, **fields)


def answered(by: Rubric, answers: Section, *, as_of: date = AS_OF, **sections: Raw) -> Year:
    return year(by, {"evidence": LEDGER, "answers": answers, **sections}, as_of=as_of)


def named(found: Changes) -> dict[str, Change]:
    return {one.id: one for one in found.indicators}


def fates(changed: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(one.id, one.fate) for one in changed]


def made(one: Change) -> tuple[Fraction, ...]:
    return causes(one)[:3]


def test_what_is_as_before_is_not_listed_and_the_largest_fall_comes_first() -> None:
    by = rubric(asked("a"), asked("b"), asked("c"), asked("d"))
    before = answered(by, {"a": ALL, "b": ALL, "c": HALF, "d": ALL})
    found = between(before, answered(by, {"a": ALL, "b": HALF, "c": ALL}))
    assert [(one.id, one.difference) for one in found.indicators] == [("d", -4), ("b", -2), ("c", 2)]
    assert found.indicators[0].reason == "上期：满分；本期：没有填写"
    assert [(one.id, one.difference) for one in found.items] == [("item", -4)]
    assert found.items[0].reason == "第d项 -4.00；第b项 -2.00；第c项 +2.00"
    assert found.apart == ""
    assert found.otherwise == ()


def test_what_has_another_name_is_compared_with_what_it_was() -> None:
    old = rubric(item("first", asked("a")), standards=[], edition="1")
    new = rubric(item("second", asked("b", was=["a"]), was=["first"]), edition="2")
    found = between(answered(old, {"a": HALF}), answered(new, {"b": ALL}))
    assert fates(found.indicators) == [("b", "renamed")]
    assert fates(found.items) == [("second", "renamed")]
    assert (found.indicators[0].before, found.indicators[0].after) == (2, 4)
    assert made(found.total) == made(found.items[0]) == made(found.indicators[0]) == (2, 0, 0)


def test_a_standard_of_another_name_is_compared_with_what_it_was() -> None:
    sources: Section = {"paper": {"title": "某文件", "kind": "official"}}

    def edition(number: str, name: str, **was: Raw) -> Rubric:
        standard: Section = {"id": name, "title": "秩序", "source": "paper", **was}
        return rubric(asked("a", standards=[name]), sources=sources, standards=[standard], edition=number)

    before = answered(edition("1", "order"), {"a": HALF})
    found = between(before, answered(edition("2", "discipline", was=["order"]), {"a": ALL}))
    assert fates(found.standards) == [("discipline", "renamed")]
    one = found.standards[0]
    assert (one.before, one.after, made(one), one.reason) == (2, 4, (2, 0, 0), "")


@pytest.mark.parametrize(("before", "after"), [(HALF, ASIDE), (ASIDE, HALF), (None, ASIDE), (ASIDE, ALL)])
def test_another_name_changes_nothing_where_something_does_not_apply(before: Section | None, after: Section) -> None:
    def edition(number: str, *ids: Section) -> Rubric:
        return rubric(*ids, edition=number, not_applicable="redistribute")

    old = edition("1", asked("a"), asked("z"))
    kept, renamed = edition("2", asked("a", 6), asked("z")), edition("2", asked("b", 6, was=["a"]), asked("z"))
    first = answered(old, {"a": before, "z": HALF} if before else {"z": HALF})
    plainly = between(first, answered(kept, {"a": after, "z": ALL}))
    found = between(first, answered(renamed, {"b": after, "z": ALL}))
    assert [made(one) for one in found.items] == [made(one) for one in plainly.items]
    assert {one.id: made(one) for one in found.indicators if any(made(one))} == {
        "b" if one.id == "a" else one.id: made(one) for one in plainly.indicators
    }


def test_what_moves_to_another_item_takes_its_points_along_by_the_rules() -> None:
    old = rubric(item("x", asked("a"), asked("b")), item("y", asked("c")), edition="1")
    new = rubric(item("x", asked("a")), item("y", asked("c"), asked("b")), edition="2")
    answers: Section = {"a": ALL, "b": ALL, "c": ALL}
    found = between(answered(old, answers), answered(new, answers))
    assert found.indicators == ()
    assert {one.id: made(one) for one in found.items} == {"x": (0, -4, 0), "y": (0, 4, 0)}
    assert made(found.total) == (0, 0, 0)


def test_what_only_one_edition_asks_for_is_the_rules_doing() -> None:
    old = rubric(asked("a"), asked("gone"), edition="1")
    new = rubric(asked("a"), asked("come", 2), edition="2")
    found = between(answered(old, {"a": ALL, "gone": ALL}), answered(new, {"a": ALL, "come": ALL}))
    assert fates(found.indicators) == [("gone", "removed"), ("come", "added")]
    gone, come = found.indicators
    assert (gone.before, gone.after, gone.reason, made(gone)) == (4, None, "本期没有这一项", (0, -4, 0))
    assert (come.before, come.after, come.reason, made(come)) == (None, 2, "上期没有这一项；本期：满分", (0, 2, 0))
    assert made(found.total) == (0, -2, 0)


def test_of_two_that_became_one_the_first_is_compared_and_the_second_is_gone() -> None:
    old = rubric(asked("a"), asked("b"), edition="1")
    new = rubric(asked("n", was=["a", "b"]), edition="2")
    found = between(answered(old, {"a": HALF, "b": ALL}), answered(new, {"n": ALL}))
    assert fates(found.indicators) == [("b", "removed"), ("n", "renamed")]
    assert [(one.before, one.after) for one in found.indicators] == [(4, None), (2, 4)]
    assert [made(one) for one in found.indicators] == [(0, -4, 0), (2, 0, 0)]
    back = between(answered(new, {"n": ALL}), answered(old, {"a": HALF, "b": ALL}))
    assert fates(back.indicators) == [("a", "renamed"), ("b", "added")]


def test_an_id_may_be_given_to_something_else() -> None:
    old = rubric(asked("a"), edition="1")
    new = rubric(asked("b", was=["a"]), asked("a", 2, "count"), edition="2")
    count: Section = {"count": 4, "evidence": ["record"]}
    before, after = answered(old, {"a": ALL}), answered(new, {"b": ALL, "a": count})
    assert fates(between(before, after).indicators) == [("b", "renamed"), ("a", "added")]
    back = between(after, before)
    assert fates(back.indicators) == [("a", "removed"), ("a", "renamed")]
    assert made(back.total) == (0, -2, 0)


def test_an_id_that_was_given_away_keeps_its_points_apart_from_those_of_its_new_bearer() -> None:
    old = rubric(asked("a"), edition="1")
    new = rubric(asked("b", was=["a"]), asked("a", 2, "count"), edition="2")
    before, after = answered(old, {"a": HALF}), answered(new, {"b": ALL, "a": {"count": 4, "evidence": ["record"]}})
    assert {one.id: made(one) for one in between(before, after).indicators} == {"b": (2, 0, 0), "a": (0, 2, 0)}


def test_an_item_names_what_is_gone_from_it_even_where_no_sum_can_be_written_down() -> None:
    endless = [asked(f"i{odd}", kind="count", target=999_999_900 + odd) for odd in range(25)]
    old = rubric(item("first", asked("gone"), *endless), edition="1")
    new = rubric(item("second", *endless, was=["first"]), edition="2")
    counts: Section = {str(one["id"]): {"count": 1, "evidence": ["record"]} for one in endless}
    found = between(answered(old, {"gone": ALL, **counts}), answered(new, counts))
    assert found.apart
    assert [(one.id, one.reason) for one in found.items] == [("second", "第gone项 -4.00")]


def test_what_is_asked_in_another_way_stands_apart() -> None:
    old = rubric(asked("a"), asked("b"), edition="1")
    new = rubric(asked("a", kind="count"), asked("b", 2), edition="2")
    found = between(
        answered(old, {"a": HALF, "b": ALL}), answered(new, {"a": {"count": 4, "evidence": ["record"]}, "b": ALL})
    )
    assert causes(named(found)["a"]) == (0, 0, 0, 2)
    assert causes(named(found)["b"]) == (0, -2, 0, 0)
    assert causes(found.total) == causes(found.items[0]) == (0, -2, 0, 2)
    assert found.apart == ""


def test_grades_of_another_scale_stand_apart_even_where_they_earn_the_same() -> None:
    old = rubric(asked("a", kind="grade"), asked("b"), edition="1")
    new = rubric(asked("a", kind="grade", grades={"优": 1, "差": 0}), asked("b"), edition="2")
    a, best = ({"grade": grade, "graded_by": "reviewer"} for grade in ("B", "优"))
    found = between(answered(old, {"a": a}), answered(new, {"a": best}))
    assert causes(named(found)["a"]) == (0, 0, 0, 2)


@pytest.mark.parametrize("wider", ["old", "new"])
def test_grades_that_only_one_of_the_scales_has_stand_apart(wider: str) -> None:
    scales: dict[bool, Section] = {True: {"A": 1, "B": 0.5, "C": 0.25, "D": 0}, False: {"A": 1, "B": 0.5, "C": 0}}
    old = rubric(asked("a", kind="grade", grades=scales[wider == "old"]), edition="1")
    new = rubric(asked("a", kind="grade", grades=scales[wider == "new"]), edition="2")
    best: Section = {"a": {"grade": "A", "graded_by": "reviewer"}}
    assert causes(between(answered(old, {"a": {"grade": "B"}}), answered(new, best)).indicators[0]) == (0, 0, 0, 4)


@pytest.mark.parametrize("policy", ["redistribute", "full", "zero"])
def test_what_applies_in_one_year_alone_is_its_standings_doing_and_no_evidence(policy: str) -> None:
    by = rubric(asked("a"), asked("b"), not_applicable=policy)
    applies, aside = answered(by, {"a": HALF, "b": HALF}), answered(by, {"a": ASIDE, "b": HALF})
    found = between(applies, aside)
    earned = {"redistribute": 0, "full": 4, "zero": 0}[policy]
    assert made(named(found)["a"]) == (0, 0, earned - 2)
    # The four points of a go to b, half of which is earned.
    assert [made(one) for one in found.indicators if one.id == "b"] == [(0, 0, 2)] * (policy == "redistribute")
    for before, after in ((applies, aside), (aside, applies)):
        told = between(Year(before.report), Year(after.report))
        assert (told.total, told.indicators) == (between(before, after).total, between(before, after).indicators)


@pytest.mark.parametrize("edition", ["1", "2"])
def test_what_does_not_apply_in_one_year_may_be_unanswered_in_the_other(edition: str) -> None:
    old, new = (rubric(asked("a"), asked("b"), not_applicable="full", edition=one) for one in ("1", edition))
    aside: Section = {"a": ASIDE, "b": HALF}
    silent: Section = {"b": HALF}
    assert made(between(answered(old, aside), answered(new, silent)).total) == (0, 0, -4)
    assert made(between(answered(old, silent), answered(new, aside)).total) == (0, 0, 4)


def test_a_year_without_a_single_answer_is_read_by_the_other_edition_too() -> None:
    old, new = rubric(asked("a", kind="count"), edition="1"), rubric(asked("a", 8, "count"), edition="2")
    held: Section = {"evidence": LEDGER, "activities": {"A1": activity("a"), "A2": activity("a")}}
    assert made(between(year(old, held), year(new, held)).total) == (0, 2, 0)


def test_what_applies_in_neither_year_whatever_kind_it_is_now_changes_no_standing() -> None:
    old = rubric(asked("a"), asked("b"), not_applicable="redistribute", edition="1")
    new = rubric(asked("a", kind="count"), asked("b"), not_applicable="redistribute", edition="2")
    found = between(answered(old, {"a": ASIDE, "b": HALF}), answered(new, {"a": ASIDE, "b": ALL}))
    # Without a, b is worth 8: half of it, and then all.
    assert causes(found.total) == (4, 0, 0, 0)


def test_reports_alone_tell_nothing_of_what_applies_in_neither_year() -> None:
    by = rubric(asked("a"), asked("b"), not_applicable="redistribute")
    before, after = answered(by, {"a": ASIDE, "b": HALF}), answered(by, {"a": ASIDE, "b": ALL})
    found = between(Year(before.report), Year(after.report))
    assert [(one.id, made(one)) for one in found.indicators] == [("b", (4, 0, 0))]
    assert causes(found.total) == (4, 0, 0, 0)


def test_what_is_wrongly_said_not_to_apply_is_no_standing_but_a_want_of_evidence() -> None:
    by = rubric(asked("a"), asked("b"), not_applicable="redistribute", not_applicable_to=["b"])
    before, after = answered(by, {"a": ASIDE, "b": ALL}), answered(by, {"a": ALL, "b": ALL})
    found = between(before, after)
    assert made(found.total) == (4, 0, 0)
    assert between(Year(before.report), Year(after.report)).total == found.total


def test_what_may_no_longer_be_said_not_to_apply_is_the_rules_doing() -> None:
    old = rubric(asked("a"), asked("b"), not_applicable="full", edition="1")
    new = rubric(asked("a"), asked("b"), not_applicable="full", not_applicable_to=["b"], edition="2")
    found = between(answered(old, {"a": ASIDE, "b": ALL}), answered(new, {"a": ASIDE, "b": ALL}))
    assert made(found.total) == made(named(found)["a"]) == (0, -4, 0)


def test_bonus_and_penalties_are_in_the_total_alone() -> None:
    priced: Section = {"id": "p", "title": "加扣", "points": 1, **HOUSE}
    extras: Section = {"bonus": {"cap": 2, "awards": [priced], **HOUSE}, "penalties": {"entries": [priced], **HOUSE}}
    by = rubric(asked("a"), **extras)
    before = answered(by, {"a": ALL}, bonus=[{"award": "p", "project": "甲", "evidence": ["notice"]}])
    found = between(before, answered(by, {"a": ALL}, penalties=[{"penalty": "p", "self_reported": False}]))
    assert made(found.total) == (-3, 0, 0)
    assert {one.difference for one in found.items} == {0}


def test_a_total_below_nothing_is_nothing_and_the_split_still_adds_up() -> None:
    by = rubric(asked("a"), penalties={"entries": [{"id": "p", "title": "扣", "points": 9, **HOUSE}], **HOUSE})
    found = between(
        answered(by, {"a": ALL}), answered(by, {"a": ALL}, penalties=[{"penalty": "p", "self_reported": True}])
    )
    assert (found.total.after, made(found.total)) == (0, (-4, 0, 0))


def test_what_the_lock_proves_is_proved_under_the_other_rules_too() -> None:
    lacks: list[Raw] = [{"id": "l", "title": "材料变了", "points": 1, "proved_by": ["evidence-changed"]}]
    old, new = (rubric(asked("d", points, "deduction", lacks=lacks), edition=str(points)) for points in (4, 8))
    answers: Section = {"d": {"lacks": [], "evidence": ["plan"]}}
    before = year(old, {"evidence": LEDGER, "answers": answers}, files={"plan": file("now", "pdf")})
    assert before.made
    locked = replace(before.made.holdings, lock={"plan.pdf": file("then", "pdf")})
    found = changes(replace(before, made=replace(before.made, holdings=locked)), answered(new, answers))
    assert [(one.evidence, one.rubric, one.supported) for one in found.otherwise] == [
        ("before", "test-8", 7),
        ("after", "test-4", 4),
    ]


def test_what_each_year_would_have_come_to_by_the_others_rules_is_said() -> None:
    mark: Section = {"pass_mark": {"points": 4, **HOUSE}}
    old, new = rubric(asked("a", 4), edition="1", **mark), rubric(asked("a", 8), edition="2", **mark)
    found = between(answered(old, {"a": HALF}), answered(new, {"a": HALF}))
    assert [(one.evidence, one.rubric, one.supported, one.full, one.outcome) for one in found.otherwise] == [
        ("before", "test-2", 4, 8, "qualified"),
        ("after", "test-1", 2, 4, "below_mark"),
    ]


LINES: Section = {"red_lines": [{"id": name, "title": f"红线{name}", "look_back_months": 24, **HOUSE} for name in "rs"]}


def test_a_red_line_newly_breached_a_condition_and_a_title_that_stand_otherwise_are_listed() -> None:
    rule: Section = {"kind": "title_held", "level": "county", "years": 1}
    by = rubric(asked("a"), **LINES, eligibility=[{"id": "held", "title": "有称号", "rule": rule, **HOUSE}])
    title: Section = {"level": "county", "name": "县级文明单位", "awarded": "2019"}
    clear: Section = {"status": "clear", "declared_on": "2025-12-01"}
    before = answered(by, {}, red_lines={"r": clear, "s": clear}, titles=[title])
    breached: Section = {"r": {"status": "breached"}, "s": clear}
    after = answered(by, {}, red_lines=breached, titles=[title | {"status": "lapsed"}])
    assert [(one.kind, one.title, one.before, one.after) for one in between(before, after).shifts] == [
        ("red_line", "红线r", "clear", "breached"),
        ("eligibility", "有称号", "met", "unmet"),
        ("title", "县级文明单位", "kept", "lapsed"),
    ]


def test_red_lines_follow_their_names_and_new_ones_were_not_there() -> None:
    line: Section = {"id": "t", "title": "红线t", "was": ["r"], "look_back_months": 24, **HOUSE}
    other: Section = {"id": "u", "title": "红线u", "look_back_months": 24, **HOUSE}
    old, new = rubric(asked("a"), **LINES, edition="1"), rubric(asked("a"), red_lines=[line, other], edition="2")
    clear: Section = {"status": "clear", "declared_on": "2025-12-01"}
    before, after = answered(old, {}, red_lines=dict.fromkeys("rs", clear)), answered(new, {}, red_lines={"t": clear})
    assert [(one.title, one.before, one.after) for one in between(before, after).shifts] == [
        ("红线u", None, "undeclared"),
        ("红线s", "clear", None),
    ]
    told = changes(Year(before.report), Year(after.report)).shifts
    assert [(one.title, one.before, one.after) for one in told] == [
        ("红线t", None, "clear"),
        ("红线u", None, "undeclared"),
        ("红线r", "clear", None),
        ("红线s", "clear", None),
    ]


def test_a_condition_of_another_name_is_compared_with_what_it_was() -> None:
    rule: Section = {"kind": "title_held", "level": "county", "years": 1}
    held: Section = {"id": "held", "title": "有称号", "rule": rule, **HOUSE}
    old = rubric(asked("a"), eligibility=[held], edition="1")
    new = rubric(asked("a"), eligibility=[held | {"id": "kept", "was": ["held"]}], edition="2")
    assert between(answered(old, {}), answered(new, {})).shifts == ()


BITS = 0x0F0F_1234_5678_9ABC
PIECES: Section = {
    "E1": {"path": "制度.pdf", "type": "rules"},
    "E2": {"path": "现场.jpg", "type": "photo"},
    "E3": {"path": "小结.pdf", "type": "summary", "title": "今年的小结"},
}
NOTED: Section = {"a": ALL | {"note": "节前走访慰问困难户9户、离退休老干部2人"}}


def test_files_photos_and_texts_that_were_used_before_are_listed() -> None:
    earlier = {"E1": file("x", "pdf"), "E2": photo("y", BITS), "E3": file("z", "pdf")}
    later = {"E1": file("new", "pdf"), "E2": photo("saved again", BITS ^ 0b101), "E3": file("x", "pdf")}
    by = rubric(asked("a"))
    claimed: Section = {"evidence": PIECES, "answers": NOTED}
    found = between(year(by, claimed | LAST_YEAR, files=earlier), year(by, claimed, files=later)).carried_over
    assert [(one.what, one.id, one.before) for one in found] == [
        ("photo", "E2", "E2"),
        ("file", "E3", "E1"),
        ("text", "a", "unit.yaml"),
    ]
    assert [one.title for one in found[:2]] == ["E2", "E3"]  # the ledger, which knows titles, is made later


def test_the_words_of_an_activity_that_were_used_before_are_listed_by_the_activity() -> None:
    by = rubric(asked("a", kind="count"))
    held: Section = {"A1": activity("a", evidence=[], note="节前走访慰问困难户9户、离退休老干部2人")}
    found = between(year(by, {"activities": held} | LAST_YEAR), year(by, {"activities": held})).carried_over
    words = "这段文字和 unit.yaml 的 A1 里的一样，请按本年度的实际重写"
    assert found == (CarriedOver("text", "A1", "unit.yaml", words),)


def test_of_a_report_alone_nobody_knows_what_was_used_before() -> None:
    by = rubric(asked("a"))
    claimed: Section = {"evidence": PIECES, "answers": NOTED}
    same = {"E1": file("x", "pdf")}
    before, after = year(by, claimed | LAST_YEAR, files=same), year(by, claimed, files=same)
    assert between(before, after).carried_over
    assert between(Year(before.report), after).carried_over == between(before, Year(after.report)).carried_over == ()


def test_two_states_of_one_year_share_their_files_by_right() -> None:
    by = rubric(asked("a"))
    one = year(by, {"evidence": PIECES, "answers": NOTED}, files={"E1": file("x", "pdf")})
    assert between(one, one).carried_over == ()


def test_what_fell_for_want_of_renewed_evidence_is_named() -> None:
    by = rubric(asked("a"), asked("b", evidence={"types": ["plan"], "window": "any"}), asked("c"))
    answers: Section = {"a": ALL, "b": ALL, "c": ALL}
    stale = {**LEDGER, "plan": {"path": "plan.pdf", "type": "plan", "date": "2024-06-01"}}
    before = answered(by, answers)
    found = between(before, answered(by, answers | {"b": HALF, "c": HALF | {"evidence": ["notice"]}}, evidence=stale))
    # b takes evidence of any time and c cites other evidence: both fell, but not for that.
    assert {one.id for one in found.indicators} == {"a", "b", "c"}
    assert found.unrenewed == ("a",)
    assert "plan 的日期 2024-06-01 不在 2025-01-01~2025-12-31 之内" in named(found)["a"].reason


def test_two_reports_by_different_rubrics_are_not_divided() -> None:
    old, new = rubric(asked("a"), asked("b"), edition="1"), rubric(asked("a", 8), asked("c"), edition="2")
    before, after = answered(old, {"a": ALL, "b": ALL}), answered(new, {"a": ALL})
    for pair in ((Year(before.report), after), (before, Year(after.report)), (Year(before.report), Year(after.report))):
        found = between(*pair)
        assert found.apart == "两年的测评体系不同，又没有两年的自评文件，不能按对方的规则重新打分"
        assert fates(found.indicators) == [("b", "removed"), ("c", "added"), ("a", "kept")]
        assert {causes(one)[:3] for one in (found.total, *found.items, *found.indicators)} == {(0, 0, 0)}
        assert found.otherwise == found.carried_over == ()


def test_reports_that_only_say_that_they_are_by_one_rubric_are_not_divided() -> None:
    by = rubric(asked("a"), asked("b"))
    one = answered(by, {"a": ALL, "b": ALL}).report
    fewer = replace(one, items=(replace(one.items[0], indicators=one.items[0].indicators[:1]),))
    found = changes(Year(one), Year(fewer))
    assert found.apart == "两份报告里的测评内容或分数对不上，分不清升降的原因"
    assert fates(found.indicators) == [("b", "removed")]


def test_a_report_whose_figures_do_not_fit_is_compared_as_far_as_they_go() -> None:
    one = answered(rubric(asked("a")), {"a": HALF}).report
    other = replace(one, score=replace(one.score, supported=Decimal(1000)))
    total = changes(Year(one), Year(other)).total
    assert (total.difference, total.split.evidence, total.split.apart) == (998, 0, 998)
    (item_,) = one.items
    endless = tuple(
        replace(
            item_.indicators[0], id=f"i{odd}", exact=replace(item_.indicators[0].exact, supported=f"1/{10**199 + odd}")
        )
        for odd in range(1, 30, 2)
    )
    found = changes(Year(one), Year(replace(one, items=(replace(item_, indicators=endless),))))
    assert found.apart


def test_reports_with_next_to_nothing_in_them_are_compared() -> None:
    one = answered(rubric(asked("a")), {}).report
    empty = replace(one, items=(), standards=(), red_lines=(), eligibility=())
    for before, after in ((one, empty), (empty, one), (empty, empty)):
        found = changes(Year(before), Year(after))
        assert found.total.difference == 0


def test_an_earlier_years_day_decides_over_its_red_lines() -> None:
    by = rubric(asked("a"), **LINES)
    lines: Section = {
        "r": {"status": "breached", "occurred_on": "2023-06-01"},
        "s": {"status": "clear", "declared_on": "2025-12-01"},
    }
    before = answered(by, {}, red_lines=lines, as_of=date(2024, 12, 31))
    assert [(one.before, one.after) for one in between(before, answered(by, {}, red_lines=lines)).shifts] == [
        ("breached", "clear")
    ]


def test_an_activity_of_last_year_proves_nothing_this_year() -> None:
    by = rubric(asked("a", kind="count"))
    held: Section = {"A1": activity("a", date="2024-05-01"), "A2": activity("a", date="2024-06-01")}
    ledger: Section = LEDGER | {"photo": {"path": "p.jpg", "type": "photo", "date": "2024-05-01"}}
    claimed: Section = {"evidence": ledger, "activities": held}
    found = between(year(by, claimed | LAST_YEAR), year(by, claimed))
    assert (found.total.before, found.total.after) == (2, 0)
    assert made(found.total) == (-2, 0, 0)
