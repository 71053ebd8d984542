"""Plans to render: a middling one, a full one, one out of reach, one with nothing to do, hostile ones; and progress."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import door
from wenming_score.assess import Job, assess_looked, case_of, look
from wenming_score.choices import Lang
from wenming_score.load import load_unit
from wenming_score.plan import Ask, Plan, Progress, follow, make
from wenming_score.plan.document import Milestone, Obstacle, Task
from wenming_score.text import speak, spoken
from wenming_score.workdays import Workdays

OFFICE = door.ROOT / "examples/county-office-2025/unit.yaml"
STATION = door.ROOT / "examples/small-unit/unit.yaml"
LAST = date(2025, 12, 31)


def middling(lang: Lang = "zh") -> Plan:
    """Plan the last weeks of the office: capacity, risks, festivals past, one task of nobody's."""
    return _made(OFFICE, date(2025, 11, 20), 95, LAST, lang)


def full(lang: Lang = "zh") -> Plan:
    """Plan nearly a whole year of the station: many tasks, joint ones, festivals, nobody answers for anything."""
    return _made(STATION, date(2025, 2, 10), 80, LAST, lang)


def beyond(lang: Lang = "zh") -> Plan:
    """Ask for more than can be had, with a red line and a condition in the way, in a year that nobody announced."""
    plan = _made(OFFICE, date(2025, 12, 10), 100, date(2029, 3, 31), lang)
    breached = Obstacle("red_line", "leadership-misconduct", "领导班子成员严重违纪违法", "breached", "纪检组通报")
    unmet = Obstacle("eligibility", "provincial-title", "连续两年获得省级文明单位称号", "unmet", "只有一年")
    return replace(plan, obstacles=(breached, unmet))


def reached(lang: Lang = "zh") -> Plan:
    """Ask for less than is there."""
    return _made(OFFICE, date(2025, 11, 20), 80, LAST, lang)


def hostile(said: str) -> Plan:
    """Give the middling plan with a hostile text wherever the unit file or a rubric may have put it."""
    plan = middling()
    tasks = tuple(
        replace(
            task,
            title=said, leader=said, department=said if number % 2 else "", person=said, action=said,
            serves=tuple(
                replace(one, title=said, item_title=said, asks=(said,), methods=(said,), what=said, tags=(said,))
                for one in task.serves
            ),
        )
        for number, task in enumerate(plan.tasks)
    )  # fmt: skip
    return replace(
        plan,
        unit=replace(plan.unit, name=said, file=said),
        rubric=replace(plan.rubric, title=said),
        tasks=tasks,
        lots=tuple(
            replace(lot, department=department, leaders=(said,))
            for lot, department in zip(plan.lots, (said, ""), strict=False)
        ),
        loads=tuple(replace(load, department=said) for load in plan.loads[:3]),
        closed=tuple(replace(one, title=said, item=said, what=said, reason=said) for one in plan.closed),
        obstacles=(Obstacle("red_line", "x", said, "breached", said),),
        milestones=(Milestone(date(2025, 12, 1), said, assumed=True), Milestone(LAST, said, assumed=False)),
        said=(said,),
    )


@cache
def progress(lang: Lang = "zh") -> Progress:
    """Hold a plan of October against late November, with something done and something spared since."""
    plan = _made(OFFICE, date(2025, 10, 10), 95, LAST, lang)
    return _followed(plan, date(2025, 11, 20), lang)


def hostile_progress(said: str) -> Progress:
    """Give progress with a hostile text wherever one may be."""
    one = progress()
    return replace(
        one,
        unit=replace(one.unit, name=said),
        tasks=tuple(
            replace(followed, task=_hostile(followed.task, said), reason=said) for followed in one.tasks
        ),
        departments=tuple(replace(standing, department=said, leader=said) for standing in one.departments[:1]),
        obstacles=(Obstacle("eligibility", "x", said, "unmet", said),),
    )  # fmt: skip


def _hostile(task: Task, said: str) -> Task:
    return replace(task, title=said, department=said, person=said)


@cache
def _made(unit: Path, as_of: date, target: int, by: date, lang: Lang) -> Plan:
    before = spoken()
    speak(lang)
    try:
        looked, job = look(load_unit(unit, unit.relative_to(door.ROOT).as_posix()), unit, Job(as_of)), Job(as_of)
        ask = Ask(Fraction(target), by)
        return make(case_of(looked, job), assess_looked(looked, job), ask, Workdays())
    finally:
        speak(before)


def _followed(plan: Plan, as_of: date, lang: Lang) -> Progress:
    before = spoken()
    speak(lang)
    try:
        looked, job = look(load_unit(OFFICE, OFFICE.relative_to(door.ROOT).as_posix()), OFFICE, Job(as_of)), Job(as_of)
        return follow(plan, case_of(looked, job), assess_looked(looked, job))
    finally:
        speak(before)
