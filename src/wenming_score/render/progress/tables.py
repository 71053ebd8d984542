"""The tables of a plan's progress."""

from wenming_score.plan.progress import STATES, Followed, Progress, Standing
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.plans.tables import obstacles
from wenming_score.render.progress import words
from wenming_score.text import tr

__all__ = ["departments", "obstacles", "tasks"]


def departments(progress: Progress) -> Table:
    """Put the departments under one another, as a notice does."""
    states = words.states()
    columns = (
        Column("title", tr("责任单位"), 16),
        Column("leader", tr("责任领导"), 10),
        Column("all", tr("任务"), 6, "count"),
        *(Column(f"n-{state}", states[state], 8, "count") for state in STATES),
        Column("points", tr("还差分值"), 9, "points"),
        Column("person_days", tr("还要人天"), 9, "points"),
    )
    return Table("departments", tr("各单位完成情况"), columns, tuple(map(_department, progress.departments)))


def _department(one: Standing) -> Record:
    counts = tuple(one.states[state] for state in STATES)
    return Record((words.owner(one), one.leader, sum(counts), *counts, one.points_open, one.person_days_open))


def tasks(progress: Progress) -> Table:
    """List the tasks, the most pressing first."""
    columns = (
        Column("state", tr("状态"), 10),
        Column("due", tr("完成时间"), 11, "day"),
        Column("days", tr("期限"), 11),
        Column("title", tr("任务"), 40),
        Column("department", tr("责任单位"), 10),
        Column("person", tr("责任人"), 8),
        Column("points", tr("加分"), 7, "points"),
        Column("reason", tr("说明"), 24),
    )
    return Table("tasks", tr("各项任务"), columns, tuple(map(_task, progress.tasks)))


def _task(one: Followed) -> Record:
    task, state = one.task, words.states()[one.state]
    owners = (name or tr("未定") for name in (task.department, task.person))
    cells = (state, task.due, words.days(one), task.title, *owners, task.points, one.reason)
    return Record(cells, words.TONES[one.state], sign=words.SIGNS[one.state])
