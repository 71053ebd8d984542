"""Plans of small cases, and what stands in the unit file when they are carried out."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from build import LEDGER, Raw, Section, assessment, case, report
from wenming_score.facts import Case
from wenming_score.kinds.portion import Filled
from wenming_score.plan import Ask, Plan, make
from wenming_score.plan.document import Served, Task
from wenming_score.plan.posing import Posing
from wenming_score.plan.solver import solve
from wenming_score.plan.timetable import Timetable
from wenming_score.plan.todo import losses
from wenming_score.rubric import Rubric
from wenming_score.workdays import Workdays

MONDAY = date(2025, 3, 3)
"""The day on which plans are made, in the first quarter of the period."""
YEAR_END = date(2025, 12, 31)
ANNOUNCED = Workdays()

Target: TypeAlias = "Ask | int | str"


def unit(by: Rubric, as_of: date = MONDAY, /, **sections: Raw) -> Case:
    """Put a case together whose ledger has one piece of every type."""
    return case(by, assessment(by, **({"evidence": LEDGER} | sections)), as_of=as_of)


def ask(target: Target, by: date = YEAR_END) -> Ask:
    """Ask for a mark; a number stands for it until the end of the year."""
    return target if isinstance(target, Ask) else Ask(Fraction(target), by)


def planned(of: Case, target: Target, workdays: Workdays = ANNOUNCED) -> Plan:
    """Make a plan of a case."""
    return make(of, report(of), ask(target), workdays)


def timetable(of: Case, target: Target, workdays: Workdays = ANNOUNCED) -> Timetable:
    """Put the dates together that a plan has."""
    made, wish = report(of), ask(target)
    posing = Posing(of, losses(of, made.findings, wish.by), wish.by, workdays, wish.minimise)
    now = sum(Fraction(one.exact.supported) for item in made.items for one in item.indicators)
    return Timetable(posing, solve(posing.problem(wish.target - now, {})).finished)


def remedy(**fields: Raw) -> Section:
    """Describe a remedy of 4 person-days, to be begun 10 days ahead."""
    return {"action": "补齐材料", "person_days": 4, "lead_days": 10, **fields}


def closed(plan: Plan) -> list[tuple[str, Decimal, str]]:
    """Give what can no longer be done, its points and why."""
    return [(one.what, one.points, one.reason) for one in plan.closed]


def due(plan: Plan) -> dict[str, str]:
    """Give the tasks with their due days."""
    return {task.id: task.due.isoformat() for task in plan.tasks}


def ids(plan: Plan) -> list[str]:
    """Name the tasks, in the order of the alphabet."""
    return sorted(task.id for task in plan.tasks)


def task(plan: Plan, name: str) -> Task:
    """Find a task."""
    return next(one for one in plan.tasks if one.id == name)


def carried_out(sections: Section, plan: Plan) -> Section:
    """Write into the sections of a unit file what stands there when all of a plan is done."""
    made = {**sections, "answers": _applying(_section(sections, "answers"), plan)}
    for one in _in_order(plan):
        made["evidence"] = _section(made, "evidence") | _pieces(one)
        if one.held:
            made["activities"] = _section(made, "activities") | {one.id: _activity(one)}
        else:
            made["answers"] = _section(made, "answers") | {
                part.indicator: _answered(_section(_section(made, "answers"), part.indicator), one, part)
                for part in one.serves
            }
    return made


def _applying(answers: Section, plan: Plan) -> Section:
    """Withdraw what is said not to apply where something is to be done."""
    asked = {part.indicator for one in plan.tasks for part in one.serves}
    aside = {name for name in asked if _section(answers, name).get("not_applicable") is not None}
    return {name: answer for name, answer in answers.items() if name not in aside}


def _in_order(plan: Plan) -> list[Task]:
    """List the tasks, each after those that must be done before."""
    ordered: list[Task] = []
    left = list(plan.tasks)
    while left:
        waiting = {one.id for one in left}
        ordered += [one for one in left if not waiting.intersection(one.after)]
        left = [one for one in left if waiting.intersection(one.after)]
    return ordered


def _section(sections: Section, name: str) -> Section:
    found = sections.get(name)
    return dict(found) if isinstance(found, Mapping) else {}


def _names(one: Task, part: Served) -> list[str]:
    return [f"{one.id}@{part.indicator}#{number}" for number in range(part.material.pieces)]


def _pieces(one: Task) -> Section:
    return {
        name: {"path": f"{name}.pdf", "type": part.material.types[0], "date": one.due.isoformat()}
        for part in one.serves
        for name in _names(one, part)
    }


def _activity(one: Task) -> Section:
    return {
        "title": one.title,
        "date": one.due.isoformat(),
        "serves": [part.indicator for part in one.serves],
        "tags": [tag for part in one.serves for tag in part.tags],
        "departments": [name for part in one.serves for name in part.departments],
        "evidence": [name for part in one.serves for name in _names(one, part)],
    }


def _answered(answer: Section, one: Task, part: Served) -> Section:
    names = _names(one, part)
    filled = {key: _filled(answer.get(key), value) for key, value in part.fill.items()}
    if part.clause:
        return {**answer, "met": {**_section(answer, "met"), part.clause: names}}
    return {**answer, **filled, "evidence": [*_list(answer.get("evidence")), *names]}


def _filled(there: Raw, value: Filled) -> Raw:
    return [*_list(there), *value] if isinstance(value, tuple) else value


def _list(value: Raw) -> list[Raw]:
    return list(value) if isinstance(value, (list, tuple)) else []
