"""Plans of small cases: the cheapest way to a mark, what is in the way, and what is said beside."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from planned import MONDAY, YEAR_END, ask, closed, ids, planned, remedy, unit

from build import HOUSE, Raw, Section, indicator, item, rubric
from wenming_score.choices import Minimise
from wenming_score.facts import Case
from wenming_score.plan import Ask
from wenming_score.plan.document import Milestone
from wenming_score.render.json import write
from wenming_score.rubric import Rubric

ASIDE: Section = {"not_applicable": "本单位没有这项任务"}


def two(**more: Raw) -> Rubric:
    """Make a rubric of two items, the second of which is dear."""
    return rubric(
        item("cheap", indicator("checklist", standards=["s1"]), indicator("ratio", standards=["s1"])),
        item("dear", indicator("grade", standards=["s2"], remedy=remedy(person_days=9))),
        standards=[{"id": name, "title": name, "source": "paper"} for name in ("s1", "s2")],
        sources={"paper": {"title": "测试文件", "kind": "house"}},
        **more,
    )


def test_the_cheapest_that_reaches_the_mark_is_chosen() -> None:
    plan = planned(unit(two()), 4)

    assert (ids(plan), plan.person_days, plan.least) == (["ratio/figure"], 2, 2)
    assert (plan.reached, plan.proved, plan.score.planned, plan.score.best) == (True, True, 4, 12)


@pytest.mark.parametrize("kind", ["item", "standard"])
def test_a_floor_wants_its_share_whatever_it_costs(kind: str) -> None:
    share = Fraction(1, 2)
    wish = replace(ask(4), item_share=share) if kind == "item" else replace(ask(4), standard_share=share)
    plan = planned(unit(two()), wish)

    assert "grade/grade" in ids(plan)
    assert [(one.kind, one.id, one.full, one.wanted, one.now, one.planned, one.met) for one in plan.floors] == [
        (kind, {"item": "cheap", "standard": "s1"}[kind], 8, 4, 0, 4, True),
        (kind, {"item": "dear", "standard": "s2"}[kind], 4, 2, 0, 4, True),
    ]


def test_a_floor_that_is_reached_already_wants_nothing() -> None:
    answers: Section = {"grade": {"grade": "A", "graded_by": "reviewer"}}
    plan = planned(unit(two(), answers=answers), replace(ask(4), item_share=Fraction(1, 4)))

    assert {one.split("/")[0] for one in ids(plan)} < {"checklist", "ratio"}
    assert plan.score.now == 4
    assert all(one.met for one in plan.floors)


def test_a_floor_out_of_reach_is_not_met_and_all_else_is_done() -> None:
    by = rubric(
        item("cheap", indicator("ratio")),
        item("late", indicator("grade", remedy=remedy(lead_days=400)), indicator("checklist")),
    )
    plan = planned(unit(by), replace(ask(4), item_share=Fraction(3, 4)))

    assert (plan.reached, plan.score.planned) == (False, 8)
    assert [(one.id, one.planned, one.met) for one in plan.floors] == [("cheap", 4, True), ("late", 4, False)]


def test_a_share_that_is_no_round_number_is_wanted_rounded_up_where_it_is_missed() -> None:
    by = rubric(item("only", indicator("ratio", points=1, remedy=remedy(lead_days=400))))
    (floor,) = planned(unit(by), replace(ask(0), item_share=Fraction(1, 3))).floors

    assert (floor.wanted, floor.exact, floor.met) == (Decimal("0.34"), "1/3", False)


def test_points_of_what_does_not_apply_are_worth_more_elsewhere() -> None:
    by = rubric(indicator("checklist"), indicator("ratio"), not_applicable="redistribute")
    plan = planned(unit(by, answers={"ratio": ASIDE}), 8)

    assert (plan.reached, plan.score.full) == (True, 8)
    assert {one.id: one.points for one in plan.tasks} == {"checklist/plan": 4, "checklist/person": 4}


@pytest.mark.parametrize("policy", ["full", "zero", "redistribute"])
def test_nothing_is_planned_for_what_does_not_apply(policy: str) -> None:
    by = rubric(indicator("checklist"), indicator("ratio"), not_applicable=policy)

    assert {name.split("/")[0] for name in ids(planned(unit(by, answers={"ratio": ASIDE}), 8))} == {"checklist"}


def extras(**sections: Raw) -> Case:
    """Put a case together of 8 points, with a bonus of 3 and a penalty of 2 in its rubric."""
    listed: list[Raw] = [{"id": "prize", "title": "获奖", "points": 3, **HOUSE}]
    faults: list[Raw] = [{"id": "late", "title": "迟报", "points": 2, **HOUSE}]
    by = rubric(
        indicator("checklist"),
        indicator("ratio"),
        bonus={"cap": 5, "awards": listed, **HOUSE},
        penalties={"entries": faults, **HOUSE},
    )
    return unit(by, **sections)


def test_a_bonus_that_evidence_carries_counts_towards_the_mark() -> None:
    prize: Section = {"award": "prize", "project": "创文"}
    plan = planned(extras(bonus=[{**prize, "evidence": ["certificate"]}]), 5)

    assert (plan.score.now, plan.score.planned, len(plan.tasks)) == (3, 5, 1)
    assert planned(extras(bonus=[prize]), 5).score.now == 0


def test_a_penalty_must_be_made_up_for() -> None:
    fault: Section = {"penalty": "late", "self_reported": True}
    plan = planned(extras(penalties=[fault]), 4)

    assert (plan.score.now, plan.score.planned) == (0, 4)
    assert sum(one.points for one in plan.tasks) == 6
    assert not planned(extras(penalties=[fault]), 7).reached


def test_a_mark_that_is_there_already_takes_no_tasks() -> None:
    answers: Section = {"ratio": {"count": 40, "evidence": ["roster"]}}
    plan = planned(unit(two(), answers=answers), 4)

    assert (plan.tasks, plan.reached, plan.proved, plan.person_days, plan.least) == ((), True, True, 0, 0)
    assert (plan.score.now, plan.score.planned, plan.loads, plan.lots, plan.closed) == (4, 4, (), (), ())


def test_out_of_reach_is_the_best_that_can_be_and_why_not_more() -> None:
    by = rubric(
        indicator("checklist"),
        indicator("ratio", denominator="party"),
        indicator("grade", remedy=remedy(lead_days=400)),
    )
    plan = planned(unit(by), 12)

    assert (plan.reached, plan.proved) == (False, True)
    assert (plan.score.planned, plan.score.best, plan.score.target) == (4, 4, 12)
    assert closed(plan) == [
        ("", 4, "没有填数量"),
        ("评为 A", 4, "至少要提前 400 天准备，2025-12-31 以前来不及"),
    ]


def test_what_could_be_done_and_need_not_is_not_closed() -> None:
    assert planned(unit(two()), 4).closed == ()


@pytest.mark.parametrize(
    ("minimise", "names", "least"),
    [
        ("days", ["checklist/person", "checklist/plan", "survey/survey"], 3),
        ("tasks", ["ratio/figure", "survey/survey"], 2),
        ("risk", ["checklist/person", "checklist/plan", "ratio/figure"], 0),
    ],
)
def test_days_tasks_or_risks_are_kept_small(minimise: Minimise, names: list[str], least: int) -> None:
    by = rubric(
        indicator("checklist", remedy=remedy(person_days=2)),
        indicator("ratio", remedy=remedy(person_days=3)),
        indicator("survey", remedy=remedy(person_days=1)),
    )
    plan = planned(unit(by), Ask(Fraction(8), YEAR_END, minimise))

    assert (ids(plan), plan.least, plan.minimise) == (names, least, minimise)


def test_red_lines_that_are_not_clear_stand_in_the_way_whatever_the_points() -> None:
    lines: list[Raw] = [
        {"id": name, "title": name, "look_back_months": 24, **HOUSE} for name in ("crime", "fraud", "fire")
    ]
    by = rubric(indicator("ratio"), red_lines=lines)
    declared: Section = {
        "crime": {"status": "breached", "occurred_on": "2025-01-10"},
        "fire": {"status": "clear", "declared_by": "办公室", "declared_on": "2025-03-01"},
    }
    plan = planned(unit(by, red_lines=declared), 4)

    assert [(one.kind, one.id, one.status) for one in plan.obstacles] == [
        ("red_line", "crime", "breached"),
        ("red_line", "fraud", "undeclared"),
    ]
    assert plan.reached


def test_conditions_that_are_not_met_stand_in_the_way() -> None:
    rules: dict[str, Section] = {
        "held": {"kind": "title_held", "level": "county", "years": 2},
        "term": {"kind": "term", "years": 3},
        "results": {"kind": "results_since", "since": "2025-01-01"},
    }
    conditions: list[Raw] = [{"id": name, "title": name, "rule": rule, **HOUSE} for name, rule in rules.items()]
    plan = planned(unit(rubric(indicator("ratio"), eligibility=conditions)), 4)

    assert [(one.kind, one.id, one.status) for one in plan.obstacles] == [
        ("eligibility", "held", "unmet"),
        ("eligibility", "results", "unknown"),
    ]
    assert all(one.reason for one in plan.obstacles)


def test_milestones_are_the_unit_s_own_and_those_that_are_known() -> None:
    own: list[Raw] = [
        {"title": "迎接年终测评", "date": "2025-12-22"},
        {"title": "中期检查", "date": "2025-06"},
        {"title": "去年的检查", "date": "2024-12-01"},
        {"title": "说不准", "date": "年底前"},
    ]
    plan = planned(unit(rubric(indicator("ratio")), milestones=own), 0)

    assert plan.milestones == (
        Milestone(date(2025, 6, 30), "中期检查", assumed=True),
        Milestone(date(2025, 12, 22), "迎接年终测评", assumed=False),
        Milestone(date(2025, 12, 31), "本届创建周期结束", assumed=False),
    )


def test_tasks_that_come_after_a_milestone_are_said() -> None:
    early: list[Raw] = [{"title": "中期检查", "date": "2025-03-20"}]
    plan = planned(unit(rubric(indicator("ratio")), milestones=early), 4)

    assert "有 1 项任务排在“中期检查”（2025-03-20）之后；要赶在它前面，写 --by 2025-03-20 再排" in plan.said


def test_the_plan_says_of_whom_and_of_when_it_is() -> None:
    plan = planned(unit(two()), ask(4, date(2025, 9, 30)))

    assert (plan.unit.name, plan.rubric.id, plan.as_of, plan.by) == ("某局", "test", MONDAY, date(2025, 9, 30))
    assert (plan.period.start, plan.period.end) == (date(2025, 1, 1), YEAR_END)


def test_the_same_case_gives_the_same_bytes() -> None:
    by = rubric(indicator("count", remedy=remedy(together=["coverage"])), indicator("coverage"), indicator("checklist"))
    hands: Section = {"responsibilities": {"item": {"department": "甲科"}}, "capacity": {"甲科": 2}}

    assert write(planned(unit(by, **hands), 10)) == write(planned(unit(by, **hands), 10))
