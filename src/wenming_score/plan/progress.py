"""How far a plan has come: what is done, what is late, what nobody needs any more."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from wenming_score.choices import Lang
from wenming_score.facts import Case
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.plan.beside import obstacles
from wenming_score.plan.document import Obstacle, Plan, Served, Task
from wenming_score.plan.floors import holds
from wenming_score.plan.todo import Loss, Todo, losses
from wenming_score.records import record
from wenming_score.report import Report, Tool, UnitInfo
from wenming_score.reread import parse_record
from wenming_score.text import tr
from wenming_score.values import Points

State = Literal["done", "late", "missed", "soon", "open", "unneeded"]
"""Missed is what can no longer be done, soon what falls due within two weeks, unneeded what today's points spare."""
STATES: tuple[State, ...] = ("late", "missed", "soon", "open", "done", "unneeded")
_LEFT = ("late", "soon", "open")
_SOON = 14


@record
class Followed:
    """A task of the plan, and how it stands."""

    task: Task
    state: State
    days: int
    """Until it falls due; negative where it is overdue."""
    reason: str
    """Why it can no longer be done, or is not needed."""


@record
class Standing:
    """How a department stands with its tasks."""

    department: str
    leader: str
    states: Mapping[State, int]
    """How many tasks are in each state."""
    points_open: Points
    person_days_open: Points


@record
class Progress:
    """A plan held against today."""

    tool: Tool
    as_of: date
    unit: UnitInfo
    plan_as_of: date
    by: date
    target: Points
    then: Points
    """The supported score when the plan was made."""
    now: Points
    planned: Points
    reached: bool
    tasks: tuple[Followed, ...]
    """The most pressing first."""
    departments: tuple[Standing, ...]
    obstacles: tuple[Obstacle, ...]
    lang: Lang
    schema_version: Literal[1] = 1


def parse_plan(content: bytes, shown: str) -> Plan:
    """Read back what `plan -f json` wrote."""
    return parse_record(content, shown, _adapter(), tr("要的是 plan -f json 写出的计划"))


@cache
def _adapter() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def follow(plan: Plan, case: Case, report: Report) -> Progress:
    """Hold a plan against today's case and its report; raise InputError where it is another unit's."""
    if plan.unit.name != report.unit.name:
        said = tr("这是“{name}”的计划，不是“{unit}”的", name=plan.unit.name, unit=report.unit.name)
        raise InputError([Mistake(Location(report.unit.file), said)])
    today = losses(case, report.findings, max(plan.by, case.as_of))
    reached = _reached(plan, report)
    followed = [_followed(task, case, today, reached=reached) for task in plan.tasks]
    return Progress(
        tool=report.tool,
        as_of=case.as_of,
        unit=report.unit,
        plan_as_of=plan.as_of,
        by=plan.by,
        target=plan.score.target,
        then=plan.score.now,
        now=report.score.supported,
        planned=plan.score.planned,
        reached=reached,
        tasks=tuple(sorted(followed, key=lambda one: (STATES.index(one.state), one.task.due, one.task.id))),
        departments=tuple(_standings(followed)),
        obstacles=obstacles(report),
        lang=report.lang,
    )


def _reached(plan: Plan, report: Report) -> bool:
    """Tell whether all that the plan was made for is there, whoever did it."""
    return report.score.supported >= plan.score.target and all(holds(floor, report) for floor in plan.floors)


def _followed(task: Task, case: Case, today: Sequence[Loss], *, reached: bool) -> Followed:
    asked, days = case.rubric.indicators, (task.due - case.as_of).days
    if any(one.indicator not in asked or case.spared(one.indicator) for one in task.serves):
        return Followed(task, "unneeded", days, tr("现在没有这一项，或者不适用了"))
    left = [todo for one in task.serves for todo in _left(one, today)]
    if not left and not any(_stuck(one, today) for one in task.serves):
        return Followed(task, "done", days, "")
    if reached:
        return Followed(task, "unneeded", days, tr("不做它也已经达到目标"))
    if gone := next((todo.gone for todo in left if todo.gone), ""):
        return Followed(task, "missed", days, gone)
    return Followed(task, "late" if days < 0 else "soon" if days <= _SOON else "open", days, "")


def _left(one: Served, today: Sequence[Loss]) -> Iterator[Todo]:
    """Yield what is still to be done of a part."""
    parts = {one.portion, *one.covers}
    todos = (todo for loss in today if loss.indicator.id == one.indicator for todo in loss.todos)
    return (todo for todo in todos if parts & {todo.portion.id, *todo.portion.covers})


def _stuck(one: Served, today: Sequence[Loss]) -> bool:
    """Tell whether points are lost although nothing that can be planned is left to do."""
    return any(loss.indicator.id == one.indicator and not loss.todos for loss in today)


def _standings(followed: Sequence[Followed]) -> Iterator[Standing]:
    departments = sorted({one.task.department for one in followed}, key=lambda name: (not name, name))
    for department in departments:
        own = [one for one in followed if one.task.department == department]
        left = [one.task for one in own if one.state in _LEFT]
        yield Standing(
            department=department,
            leader=next((one.task.leader for one in own if one.task.leader), ""),
            states={state: sum(one.state == state for one in own) for state in STATES},
            points_open=sum((task.points for task in left), Decimal(0)),
            person_days_open=sum((task.person_days for task in left), Decimal(0)),
        )
