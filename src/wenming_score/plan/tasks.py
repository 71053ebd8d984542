"""The chosen works as tasks that people can take."""

from datetime import timedelta
from fractions import Fraction

from wenming_score.facts import Case
from wenming_score.kinds.base import without_id
from wenming_score.plan.document import Material, Served, Task
from wenming_score.plan.posing import Doable
from wenming_score.plan.timetable import Timetable
from wenming_score.plan.todo import Todo
from wenming_score.text import tr
from wenming_score.values import plain, shown


def tasks(table: Timetable) -> tuple[Task, ...]:
    """Make the tasks, in the order of their due days."""
    return tuple(sorted((_task(table, work) for work in table.works.values()), key=lambda one: (one.due, one.id)))


def _task(table: Timetable, work: Doable) -> Task:
    case, due = table.posing.case, table.day(table.due[work.id])
    titles = [_title(todo) for todo in work.todos]
    return Task(
        id=work.id,
        title=titles[0] if len(titles) == 1 else tr("合办：{titles}", titles=tr("；").join(titles)),
        action=tr("；").join(dict.fromkeys(todo.indicator.remedy.shown for todo in work.todos)),
        held=work.todos[0].portion.held,
        serves=tuple(_served(case, todo) for todo in work.todos),
        points=shown(sum((todo.gain for todo in work.todos), Fraction(0))),
        person_days=shown(work.person_days),
        lead_days=work.lead,
        start=max(case.as_of, due - timedelta(days=work.lead)),
        due=due,
        latest=table.day(table.put_off(work.id)),
        leader=work.owner.leader,
        department=work.owner.department,
        person=work.owner.person,
        after=tuple(dict.fromkeys(name for name, _ in table.before[work.id])),
        risks=work.risks,
    )


def _title(todo: Todo) -> str:
    return tr("{indicator}：{what}", indicator=todo.indicator.label, what=todo.portion.what)


def _served(case: Case, todo: Todo) -> Served:
    rubric, indicator, portion = case.rubric, todo.indicator, todo.portion
    item = rubric.item_of[indicator.id]
    return Served(
        indicator=indicator.id,
        title=indicator.label,
        item=item.id,
        item_title=item.label,
        standards=tuple(one.label for one in rubric.standards if one.id in indicator.standards),
        asks=tuple(map(without_id, indicator.asks())),
        methods=tuple(title for name, title in rubric.methods.items() if name in indicator.methods),
        portion=portion.id,
        what=portion.what,
        points=shown(todo.gain),
        exact=plain(todo.gain),
        material=Material(portion.materials, portion.pieces),
        fill=portion.fill,
        clause=portion.clause,
        tags=portion.tags,
        departments=portion.departments,
        covers=portion.covers,
    )
