"""What could be done about lost points: when, with which evidence, together with what, and why no more."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from planned import MONDAY, ask, closed, due, ids, planned, remedy, task, unit

from build import HOUSE, Raw, Section, activity, indicator, item, rubric
from wenming_score.workdays import Workdays

SEASONS: Section = {
    "spring_festival": {"days_before": 30, "days_after": 15, **HOUSE},
    "festivals": {"days_before": 15, "days_after": 7, **HOUSE},
}


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_task_has_its_lead_time_before_it_falls_due() -> None:
    by = rubric(indicator("ratio", remedy=remedy(lead_days=45)))
    (only,) = planned(unit(by), 4).tasks

    assert (only.lead_days, only.due - only.start) == (45, timedelta(days=45))
    assert only.start >= MONDAY


def test_what_takes_longer_than_is_left_is_closed() -> None:
    by = rubric(indicator("ratio", remedy=remedy(lead_days=45)))
    last = MONDAY + timedelta(days=45)

    assert due(planned(unit(by), ask(4, last))) == {"ratio/figure": last.isoformat()}
    late = planned(unit(by), ask(4, last - timedelta(days=1)))
    assert (late.tasks, late.reached) == ((), False)
    assert closed(late) == [("达到 40人", 4, "至少要提前 45 天准备，2025-04-16 以前来不及")]


def test_part_of_a_day_ahead_is_a_day() -> None:
    by = rubric(indicator("ratio", remedy=remedy(lead_days=6.5)))

    assert planned(unit(by), ask(4, MONDAY + timedelta(days=7))).reached
    assert not planned(unit(by), ask(4, MONDAY + timedelta(days=6))).reached


def test_without_a_working_day_left_nothing_is_planned() -> None:
    by = rubric(indicator("ratio", remedy=remedy(lead_days=0)))
    saturday = date(2025, 3, 8)
    plan = planned(unit(by, saturday), ask(4, saturday + timedelta(days=1)))

    assert (plan.tasks, plan.reached) == ((), False)
    assert len(plan.closed) == 1


def test_a_festival_is_kept_before_its_day() -> None:
    by = rubric(indicator("coverage"), plausible=SEASONS)
    plan = planned(unit(by), 3)

    assert ids(plan) == ["coverage/中秋", "coverage/清明", "coverage/端午"]
    for name, feast in {"清明": "2025-04-04", "端午": "2025-05-31", "中秋": "2025-10-06"}.items():
        kept = task(plan, f"coverage/{name}")
        assert day(feast) - timedelta(days=15) <= kept.due <= kept.latest <= day(feast)
        assert (kept.risks, kept.serves[0].tags) == (("one_day",), (name,))


def test_a_festival_that_is_past_is_closed_with_its_day() -> None:
    by = rubric(indicator("coverage"), plausible=SEASONS)
    plan = planned(unit(by), 4)

    assert (plan.reached, plan.score.planned) == (False, 3)
    assert closed(plan) == [("办一次“春节”的活动", 1, "春节（2025-01-29）已经过了，不能补办")]


def test_a_festival_that_comes_sooner_than_its_lead_time_is_closed() -> None:
    by = rubric(indicator("coverage", remedy=remedy(lead_days=40)), plausible=SEASONS)
    plan = planned(unit(by), 4)

    assert ids(plan) == ["coverage/中秋", "coverage/端午"]
    assert ("办一次“清明”的活动", 1, "至少要提前 40 天准备，2025-04-04 以前来不及") in closed(plan)


def test_a_festival_is_kept_in_the_two_weeks_before_it_where_the_rubric_gives_no_season() -> None:
    plan = planned(unit(rubric(indicator("coverage"))), 3)

    assert plan.reached
    assert day("2025-05-16") <= task(plan, "coverage/端午").due <= day("2025-05-31")


def test_four_monthly_sessions_need_four_months() -> None:
    by = rubric(indicator("count", remedy=remedy(apart_days=30)))
    enough = MONDAY + timedelta(days=10 + 3 * 30 + 7)
    plan = planned(unit(by), ask(4, enough))

    assert plan.reached
    dates = [one.due for one in plan.tasks]
    assert all((later - sooner).days >= 30 for sooner, later in pairwise(dates))
    short = planned(unit(by), ask(4, MONDAY + timedelta(days=99)))
    assert (len(short.tasks), short.score.planned) == (3, 3)
    assert closed(short) == [("第 4 次", 1, "要一次一次地做，2025-06-10 以前排不下")]


def test_each_session_comes_after_the_one_before() -> None:
    plan = planned(unit(rubric(indicator("count"))), 4)

    assert [one.after for one in plan.tasks] == [(), ("count/1",), ("count/2",), ("count/3",)]


def test_sessions_that_were_held_are_not_planned_again() -> None:
    held: Section = {"A1": activity("count"), "A2": activity("count")}
    plan = planned(unit(rubric(indicator("count")), activities=held), 4)

    assert (plan.score.now, ids(plan)) == (2, ["count/3", "count/4"])


def test_what_must_come_first_is_done_first() -> None:
    by = rubric(indicator("checklist"), indicator("count", remedy=remedy(after=["checklist"], lead_days=20)))
    plan = planned(unit(by), 5)

    first, then = [task(plan, f"checklist/{name}") for name in ("plan", "person")], task(plan, "count/1")
    assert {*then.after} == {one.id for one in first}
    assert all(one.due <= then.start for one in first)


def test_what_must_come_first_is_paid_for_even_where_its_points_are_not_needed() -> None:
    by = rubric(
        indicator("checklist", points=1),
        indicator("ratio", remedy=remedy(after=["checklist"], person_days=1)),
        indicator("grade", remedy=remedy(person_days=6)),
    )

    assert ids(planned(unit(by), 4)) == ["checklist/person", "checklist/plan", "ratio/figure"]
    dearer = rubric(
        indicator("checklist", points=1, remedy=remedy(person_days=6)),
        indicator("ratio", remedy=remedy(after=["checklist"], person_days=1)),
        indicator("grade", remedy=remedy(person_days=6)),
    )
    assert ids(planned(unit(dearer), 4)) == ["grade/grade"]


def test_what_must_come_first_and_cannot_be_done_closes_what_waits_for_it() -> None:
    by = rubric(
        indicator("checklist", title="方案", remedy=remedy(lead_days=400)),
        indicator("ratio", remedy=remedy(after=["checklist"])),
    )
    plan = planned(unit(by), 4)

    assert (plan.tasks, plan.reached) == ((), False)
    assert ("达到 40人", 4, "要先做完“方案”，那一项做不到") in closed(plan)


def test_what_must_come_first_and_is_full_keeps_nothing_waiting() -> None:
    by = rubric(indicator("checklist"), indicator("ratio", remedy=remedy(after=["checklist"])))
    full: Section = {"checklist": {"met": ["plan", "person"], "evidence": ["plan"]}}

    assert [one.after for one in planned(unit(by, answers=full), 8).tasks] == [()]


def test_after_the_period_nothing_can_be_earned() -> None:
    by = rubric(indicator("ratio"), indicator("count"))
    plan = planned(unit(by, date(2026, 1, 12)), ask(8, date(2026, 6, 30)))

    assert (plan.tasks, plan.reached, plan.score.best) == ((), False, 0)
    assert {one.reason for one in plan.closed} == {"只认 2025-12-31 以前的材料，已经过了"}


def test_evidence_of_any_time_may_be_left_after_the_period() -> None:
    types: Section = {"types": ["plan"], "window": "any"}
    by = rubric(indicator("checklist", evidence=types), indicator("count"))
    plan = planned(unit(by, date(2026, 1, 12)), ask(8, date(2026, 6, 30)))

    assert ids(plan) == ["checklist/person", "checklist/plan"]
    assert "测评年度到 2025-12-31 为止，之后留下的材料大多不算，任务都排在这之前" in plan.said


def test_a_year_that_nobody_announced_is_said() -> None:
    by = rubric(indicator("checklist", evidence={"types": ["plan"], "window": "any"}))
    of = unit(by, date(2041, 3, 4))

    assert any(line.startswith("2041 年的放假安排还没有公布") for line in planned(of, ask(4, date(2041, 4, 30))).said)
    known = planned(of, ask(4, date(2041, 4, 30)), Workdays(known=frozenset({2041})))
    assert not any("放假安排" in line for line in known.said)


@pytest.mark.parametrize("pieces", [1, 3])
def test_a_task_names_the_evidence_that_carries_it(pieces: int) -> None:
    evidence: Section = {"types": ["photo", "record"], "at_least": pieces}
    (only,) = planned(unit(rubric(indicator("grade", evidence=evidence))), 4).tasks

    assert (only.serves[0].material.types, only.serves[0].material.pieces) == (("photo", "record"), pieces)


def test_only_what_counts_people_carries_a_ratio() -> None:
    evidence: Section = {"types": ["photo", "roster", "record", "statistics"]}
    (only,) = planned(unit(rubric(indicator("ratio", evidence=evidence))), 4).tasks

    assert only.serves[0].material.types == ("roster", "statistics")
    assert only.serves[0].fill == {"count": 40}


def test_a_clause_with_its_own_evidence_is_named() -> None:
    answers: Section = {"checklist": {"met": {"plan": ["plan"]}}}
    (only,) = planned(unit(rubric(indicator("checklist")), answers=answers), 4).tasks

    assert (only.id, only.serves[0].clause, only.serves[0].fill) == ("checklist/person", "person", {})


def test_evidence_that_is_missing_is_all_that_is_asked_for() -> None:
    answers: Section = {"checklist": {"met": ["plan", "person"]}}
    (only,) = planned(unit(rubric(indicator("checklist")), answers=answers), 4).tasks

    assert (only.id, only.points, only.serves[0].covers) == ("checklist/evidence", 4, ("plan", "person"))


def test_evidence_that_was_refused_is_asked_for_again() -> None:
    answers: Section = {"checklist": {"met": ["plan", "person"], "evidence": ["old"]}}
    ledger: Section = {"old": {"path": "old.pdf", "type": "plan", "date": "2024-06-01"}}
    plan = planned(unit(rubric(indicator("checklist")), answers=answers, evidence=ledger), 4)

    assert (plan.score.now, ids(plan)) == (0, ["checklist/evidence"])


def test_an_activity_says_what_it_is_and_what_it_serves() -> None:
    standards: list[Raw] = [{"id": "s1", "title": "组织领导", "source": "paper"}]
    by = rubric(
        item("work", indicator("count", standards=["s1"], methods=["document"]), title="实践"),
        standards=standards,
        sources={"paper": {"title": "测试文件", "kind": "house"}},
    )
    first = planned(unit(by), 1).tasks[0]
    (served,) = first.serves

    assert (first.held, first.title, first.action) == (True, "count一项：第 1 次", "补齐材料")
    assert (served.item, served.item_title, served.standards, served.methods) == (
        "work",
        "实践",
        ("组织领导",),
        ("材料审核",),
    )


def test_what_others_decide_is_a_risk_and_said() -> None:
    plan = planned(unit(rubric(indicator("survey"))), 4)

    assert plan.tasks[0].risks == ("judged",)
    assert any(line.startswith("要由别人评定的") for line in plan.said)


@pytest.mark.parametrize(("days", "risks"), [(24, ("tight",)), (25, ())])
def test_a_task_with_two_weeks_or_less_to_spare_is_tight(days: int, risks: tuple[str, ...]) -> None:
    by = rubric(indicator("ratio", remedy=remedy(lead_days=10)))
    (only,) = planned(unit(by), ask(4, MONDAY + timedelta(days=days - 1))).tasks

    assert only.risks == risks


SHARED = indicator("count", remedy=remedy(apart_days=30, together=["coverage"])), indicator("coverage")
TOGETHER = rubric(*SHARED, plausible=SEASONS)


def test_an_activity_that_counts_twice_costs_once() -> None:
    plan = planned(unit(TOGETHER), 6)

    assert ids(plan) == ["count/1+coverage/清明", "count/2+coverage/端午", "count/3+coverage/中秋"]
    assert {(one.points, one.person_days) for one in plan.tasks} == {(2, 1)}
    assert plan.person_days == 3
    assert [one.indicator for one in plan.tasks[0].serves] == ["count", "coverage"]
    assert plan.tasks[0].title == "合办：count一项：第 1 次；coverage一项：办一次“清明”的活动"


def test_what_is_held_together_takes_the_longer_lead_and_the_dearer_work() -> None:
    by = rubric(
        indicator("count", target=1, remedy=remedy(person_days=2, lead_days=10, together=["coverage"])),
        indicator("coverage", expected=["读书"], remedy=remedy(person_days=3, lead_days=30)),
    )
    (only,) = planned(unit(by), 8).tasks

    assert (only.person_days, only.lead_days, only.points) == (3, 30, 8)


def test_an_activity_that_may_serve_only_one_is_held_twice() -> None:
    plan = planned(unit(rubric(*SHARED, plausible=SEASONS, serves_at_most=1)), 6)

    assert all(len(one.serves) == 1 for one in plan.tasks)
