"""A plan held against a later day: done, late, missed, soon, open, not needed."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from planned import ask, carried_out, ids, planned, remedy, unit

from build import HOUSE, Raw, Section, activity, at, indicator, item, report, rubric
from wenming_score.facts import Case
from wenming_score.finding import InputError
from wenming_score.plan import Plan, Progress, follow, parse_plan
from wenming_score.plan.progress import State
from wenming_score.render.json import write
from wenming_score.rubric import Rubric
from wenming_score.text import speak

SEASON: Section = {"days_before": 15, "days_after": 7, **HOUSE}
ASIDE: Section = {"not_applicable": "本单位没有这项任务"}
PHOTOS: Section = {"types": ["photo"]}
PROVED: Section = {"met": ["plan", "person"], "evidence": ["plan"]}


def followed(plan: Plan, of: Case) -> Progress:
    return follow(plan, of, report(of))


def states(progress: Progress) -> dict[str, State]:
    return {one.task.id: one.state for one in progress.tasks}


def state(by: Rubric, name: str, **later: Raw) -> State:
    """Plan all that a unit lacks, look again a week later, and say how one task stands."""
    plan = planned(unit(by), 4)
    return states(followed(plan, unit(by, date(2025, 3, 10), **later)))[name]


PAPERS = rubric(indicator("checklist"))


def test_nothing_done_and_time_left_is_open() -> None:
    plan = planned(unit(PAPERS), 4)
    progress = followed(plan, unit(PAPERS, date(2025, 3, 10)))

    assert states(progress) == {"checklist/plan": "open", "checklist/person": "open"}
    assert [one.days for one in progress.tasks] == [21, 21]


@pytest.mark.parametrize(
    ("days", "wanted"), [(-15, "open"), (-14, "soon"), (0, "soon"), (1, "late"), (200, "late"), (276, "missed")]
)
def test_a_task_is_due_soon_then_late_then_missed(days: int, wanted: State) -> None:
    plan = planned(unit(PAPERS), 4)
    later = plan.tasks[0].due + timedelta(days=days)
    one = followed(plan, unit(PAPERS, later)).tasks[0]

    assert (one.state, one.days) == (wanted, -days)


def test_what_is_missed_says_why() -> None:
    by = rubric(indicator("coverage"), plausible={"festivals": SEASON})
    plan = planned(unit(by), 3)
    progress = followed(plan, unit(by, date(2025, 6, 2)))

    assert {one.task.id: (one.state, one.reason) for one in progress.tasks} == {
        "coverage/清明": ("missed", "清明（2025-04-04）已经过了，不能补办"),
        "coverage/端午": ("missed", "端午（2025-05-31）已经过了，不能补办"),
        "coverage/中秋": ("open", ""),
    }


def test_what_valid_evidence_carries_is_done() -> None:
    assert state(PAPERS, "checklist/plan", answers={"checklist": {"met": ["plan"], "evidence": ["plan"]}}) == "done"
    assert state(PAPERS, "checklist/person", answers={"checklist": {"met": ["plan"], "evidence": ["plan"]}}) == "open"


def test_what_was_done_late_is_done() -> None:
    plan = planned(unit(PAPERS), 4)

    assert {*states(followed(plan, unit(PAPERS, date(2025, 12, 1), answers={"checklist": PROVED}))).values()} == {
        "done"
    }


def test_an_activity_that_was_held_stands_for_one_that_was_planned() -> None:
    by = rubric(indicator("count"))
    plan, held = planned(unit(by), 4), {"A1": activity("count", date="2025-03-05")}

    assert states(followed(plan, unit(by, date(2025, 3, 10), activities=held))) == {
        "count/1": "done", "count/2": "open", "count/3": "open", "count/4": "open",
    }  # fmt: skip


def test_a_joint_activity_is_done_when_it_counts_for_both() -> None:
    both = remedy(together=["coverage"])
    by = rubric(indicator("count", target=1, remedy=both), indicator("coverage", expected=["读书"]))
    plan = planned(unit(by), 8)
    half: Section = {"A1": activity("count")}
    whole: Section = {"A1": activity("count", "coverage", tags=["读书"])}

    assert ids(plan) == ["count/1+coverage/读书"]
    assert [one.state for one in followed(plan, unit(by, activities=half)).tasks] == ["open"]
    assert [one.state for one in followed(plan, unit(by, activities=whole)).tasks] == ["done"]


CLAIMED: dict[str, tuple[Section, str, Section]] = {
    "a clause without evidence": (
        indicator("checklist"), "checklist/plan", {"answers": {"checklist": {"met": ["plan", "person"]}}},
    ),
    "a clause with refused evidence": (
        indicator("checklist"), "checklist/plan",
        {"answers": {"checklist": {"met": ["plan"], "evidence": ["certificate"]}}},
    ),
    "a clause of its own without evidence": (
        indicator("checklist"), "checklist/plan", {"answers": {"checklist": {"met": {"plan": []}}}},
    ),
    "a figure without a tally": (
        indicator("count", unit="篇"), "count/3", {"answers": {"count": {"count": 4, "evidence": ["photo"]}}},
    ),
    "a figure in place of activities": (
        indicator("count"), "count/3", {"answers": {"count": {"count": 4}}},
    ),
    "a figure that no type of evidence tallies": (
        indicator("count", evidence=PHOTOS), "count/3", {"answers": {"count": {"count": 4}}},
    ),
    "an activity without evidence": (
        indicator("count", target=1), "count/1", {"activities": {"A1": activity("count", evidence=[])}},
    ),
    "a festival without a tally": (
        indicator("coverage"), "coverage/端午", {"answers": {"coverage": {"covered": ["端午"]}}},
    ),
    "a ratio without a roster": (
        indicator("ratio"), "ratio/figure", {"answers": {"ratio": {"count": 40, "evidence": ["photo"]}}},
    ),
    "a ratio that is not enough": (
        indicator("ratio"), "ratio/figure", {"answers": {"ratio": {"count": 30, "evidence": ["roster"]}}},
    ),
    "an average without a tally": (
        indicator("average"), "average/figure", {"answers": {"average": {"total": 400}}},
    ),
    "a grade without evidence": (
        indicator("grade"), "grade/grade", {"answers": {"grade": {"grade": "A"}}},
    ),
    "a survey without its forms": (
        indicator("survey"), "survey/survey", {"answers": {"survey": {"responses": {"优": 9}}}},
    ),
    "a lack that is admitted": (
        indicator("deduction"), "deduction/lacks", {"answers": {"deduction": {"lacks": ["no-minutes"]}}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLAIMED)
def test_what_is_claimed_and_not_proven_is_not_done(name: str) -> None:
    wanted, part, later = CLAIMED[name]

    assert state(rubric(wanted), part, **later) == "open"


@pytest.mark.parametrize("name", [name for name in CLAIMED if CLAIMED[name][0]["evidence"] != PHOTOS])
def test_what_is_claimed_and_not_proven_is_missed_when_its_time_is_over(name: str) -> None:
    wanted, part, later = CLAIMED[name]
    by = rubric(wanted)
    plan = planned(unit(by), 4)

    assert states(followed(plan, unit(by, date(2026, 1, 5), **later)))[part] == "missed"


def test_evidence_that_was_lost_makes_a_task_open_again() -> None:
    by = rubric(indicator("ratio"))
    plan = planned(unit(by, answers={"ratio": {"count": 40}}), 4)

    assert ids(plan) == ["ratio/evidence"]
    fewer: Section = {"ratio": {"count": 12, "evidence": ["roster"]}}
    assert [one.state for one in followed(plan, unit(by, answers=fewer)).tasks] == ["open"]


def test_a_target_that_is_reached_otherwise_spares_what_is_left() -> None:
    by = rubric(indicator("ratio"), indicator("grade", remedy=remedy(person_days=9)))
    plan = planned(unit(by), 4)
    other: Section = {"grade": {"grade": "A", "evidence": ["photo"]}}
    progress = followed(plan, unit(by, date(2025, 3, 10), answers=other))

    assert (progress.reached, progress.now, progress.then, progress.target) == (True, 4, 0, 4)
    assert [(one.state, one.reason) for one in progress.tasks] == [("unneeded", "不做它也已经达到目标")]


def test_a_target_that_is_reached_while_a_floor_is_not_spares_nothing() -> None:
    by = rubric(item("one", indicator("ratio")), item("other", indicator("grade", remedy=remedy(person_days=9))))
    plan = planned(unit(by), replace(ask(4), item_share=Fraction(1, 2)))
    half: Section = {"ratio": {"count": 40, "evidence": ["roster"]}}
    progress = followed(plan, unit(by, date(2025, 3, 10), answers=half))

    assert (progress.now, progress.reached) == (4, False)
    assert states(progress) == {"ratio/figure": "done", "grade/grade": "open"}


def test_what_no_longer_applies_is_not_needed() -> None:
    by = rubric(indicator("ratio"), indicator("checklist"))
    plan = planned(unit(by), 8)
    progress = followed(plan, unit(by, date(2025, 3, 10), answers={"ratio": ASIDE}))

    assert states(progress) == {"ratio/figure": "unneeded", "checklist/plan": "open", "checklist/person": "open"}
    assert next(one.reason for one in progress.tasks if one.state == "unneeded") == "现在没有这一项，或者不适用了"


def test_what_is_set_aside_without_a_reason_is_still_to_be_done() -> None:
    assert state(PAPERS, "checklist/plan", answers={"checklist": {"not_applicable": "无"}}) == "open"


def test_what_another_rubric_does_not_ask_is_not_needed() -> None:
    plan = planned(unit(rubric(indicator("ratio"), indicator("grade"))), 8)
    progress = followed(plan, unit(rubric(indicator("grade"))))

    assert states(progress) == {"ratio/figure": "unneeded", "grade/grade": "open"}


def test_the_most_pressing_come_first() -> None:
    by = rubric(indicator("checklist"), indicator("ratio"), indicator("count"), plausible={"festivals": SEASON})
    plan = planned(unit(by), 12)
    done: Section = {"ratio": {"count": 40, "evidence": ["roster"]}}
    progress = followed(plan, unit(by, date(2025, 5, 12), answers=done))

    assert [one.state for one in progress.tasks] == sorted(
        (one.state for one in progress.tasks), key=["late", "missed", "soon", "open", "done", "unneeded"].index
    )
    late = [one.task.due for one in progress.tasks if one.state == "late"]
    assert late == sorted(late)


def test_each_department_stands_on_its_own() -> None:
    by = rubric(
        item("papers", indicator("checklist")), item("work", indicator("ratio")), item("rest", indicator("grade"))
    )
    owners: Section = {"papers": {"department": "甲科", "leader": "周副局长"}, "work": {"department": "乙科"}}
    plan = planned(unit(by, responsibilities=owners), 12)
    half: Section = {"checklist": {"met": ["plan"], "evidence": ["plan"]}}
    first, second, nobody = followed(plan, unit(by, date(2025, 5, 12), answers=half)).departments

    assert (first.department, first.leader, first.points_open, first.person_days_open) == ("乙科", "", 4, 2)
    assert (second.department, second.leader, second.points_open, second.person_days_open) == ("甲科", "周副局长", 2, 1)
    assert (nobody.department, nobody.leader, nobody.points_open) == ("", "", 4)
    assert second.states == {"late": 1, "missed": 0, "soon": 0, "open": 0, "done": 1, "unneeded": 0}


def test_what_stands_in_the_way_today_is_said() -> None:
    by = rubric(indicator("ratio"), red_lines=[{"id": "crime", "title": "犯罪", "look_back_months": 24, **HOUSE}])
    clear: Section = {"crime": {"status": "clear", "declared_by": "办公室", "declared_on": "2025-03-01"}}
    plan = planned(unit(by, red_lines=clear), 4)
    breached: Section = {"crime": {"status": "breached", "occurred_on": "2025-03-02"}}

    assert plan.obstacles == ()
    assert [one.status for one in followed(plan, unit(by, red_lines=breached)).obstacles] == ["breached"]


def test_a_plan_of_another_unit_is_refused() -> None:
    other: Section = {"name": "某校", "type": "school", "staff": 40}
    with pytest.raises(InputError) as caught:
        followed(planned(unit(PAPERS), 4), unit(PAPERS, unit=other))

    assert [one.message for one in caught.value.mistakes] == ["这是“某局”的计划，不是“某校”的"]


def test_a_plan_that_is_carried_out_is_done() -> None:
    by = rubric(
        *(indicator(kind) for kind in ("checklist", "ratio", "grade", "survey", "average", "deduction", "count"))
    )
    plan = planned(unit(by), 28)
    done = unit(by, date(2025, 12, 31), **carried_out({}, plan))

    progress = followed(plan, done)
    assert {*states(progress).values()} == {"done"}
    assert (progress.reached, progress.now) == (True, 28)


def full() -> Plan:
    """Make a plan that has everything in it."""
    lines: list[Raw] = [{"id": "crime", "title": "犯罪", "look_back_months": 24, **HOUSE}]
    by = rubric(
        item("papers", indicator("checklist"), indicator("survey"), indicator("deduction"), indicator("grade")),
        item(
            "work", indicator("count", remedy=remedy(together=["coverage"])), indicator("coverage"), indicator("ratio")
        ),
        red_lines=lines,
        plausible={"festivals": SEASON},
    )
    of = unit(
        by,
        responsibilities={"work": {"department": "甲科", "leader": "周副局长", "person": "小王"}},
        capacity={"甲科": 2.5},
        milestones=[{"title": "年终测评", "date": "2025-12"}],
        answers={"checklist": {"met": ["plan"]}},
    )
    return planned(of, replace(ask(28), item_share=Fraction(1, 3)))


def test_a_plan_reads_back_as_it_was() -> None:
    plan = full()

    assert all(
        (plan.tasks, plan.obstacles, plan.floors, plan.closed, plan.lots, plan.loads, plan.milestones, plan.said)
    )
    assert parse_plan(write(plan).encode(), "plan.json") == plan


def test_a_plan_in_english_reads_back_too() -> None:
    speak("en")
    plan = full()
    speak("zh")

    assert parse_plan(write(plan).encode(), "plan.json") == plan


def refused(content: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse_plan(content.encode(), "plan.json")
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "plan.json:1:1: JSON 从这里起读不懂；要的是 plan -f json 写出的计划"),
        ("{", "plan.json:1:2: JSON 从这里起读不懂；要的是 plan -f json 写出的计划"),
        ('{"tasks": [\n1 1]}', "plan.json:2:3: JSON 从这里起读不懂；要的是 plan -f json 写出的计划"),
        ("3", "plan.json:1:1: 里面不是报告；要的是 plan -f json 写出的计划"),
    ],
)
def test_what_is_no_json_is_refused_where_it_breaks(content: str, said: str) -> None:
    assert refused(content) == [said]


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ('"as_of": "2025-03-03"', '"as_of": "三月三日"', '"三月三日"', "“三月三日”不合格式"),
        ('"reached": false', '"reached": "好"', '"好"', "“好”不合格式"),
        (
            '"minimise": "days"',
            '"minimise": "dayz"',
            '"dayz"',
            "“dayz”不在可选的值里：days, tasks, risk，是不是 days？",
        ),
        ('"lead_days": 10', '"lead_days": "十天"', '"十天"', "“十天”不合格式"),
        ('"held": true', '"held": [1]', "[1]", "这里要写true 或 false，现在是列表"),
    ],
)
def test_a_value_that_no_plan_has_is_found_at_its_place(old: str, new: str, place: str, message: str) -> None:
    whole = write(full())
    assert old in whole
    text = whole.replace(old, new, 1)

    assert refused(text) == [f"plan.json:{at(text, place)}: {message}"]


def test_what_is_missing_is_named() -> None:
    text = write(full()).replace('"target":', '"tarjet":')

    assert any(line.endswith(": 缺少 target") for line in refused(text))


def test_several_plans_are_no_plan() -> None:
    assert refused(f"[{write(full())}]") == ["plan.json:1:1: 这里要写映射（每行一个“键: 值”），现在是列表"]


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = (
        write(full()).replace('"as_of": "2025-03-03"', '"as_of": "x"').replace('"minimise": "days"', '"minimise": "y"')
    )

    assert len(refused(text)) == 2
