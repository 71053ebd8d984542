"""The tasks of a plan as a calendar file: an entry each, with a reminder on the day to begin."""

from collections.abc import Iterable

from wenming_score.plan.document import Task
from wenming_score.render.ics import Entry
from wenming_score.render.plans import words
from wenming_score.text import tr
from wenming_score.values import plain


def entries(tasks: Iterable[Task], unit: str) -> Iterable[Entry]:
    """Make the entries; the same task has the same UID in every plan of the unit, so that a later one moves it."""
    return (_entry(task, unit) for task in tasks)


def _entry(task: Task, unit: str) -> Entry:
    lines = (
        tr("责任：{owner}", owner=words.owner(task)),
        tr("材料：{materials}", materials=words.materials(task)),
        tr("加 {points} 分，约 {days} 人天，{start} 开始", points=plain(task.points), days=plain(task.person_days),
           start=task.start),
        tr("最迟 {latest}", latest=task.latest),
        words.risks(task),
        unit,
    )  # fmt: skip
    return Entry(
        known=(unit, task.id),
        day=task.due,
        summary=tr("{owner}：{title}", owner=words.owner(task), title=task.title),
        description="\n".join(line for line in lines if line),
        ahead=(task.due - task.start).days,
    )
