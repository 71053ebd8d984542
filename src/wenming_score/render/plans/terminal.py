"""A plan for the terminal."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from wenming_score.plan.document import Plan, Task
from wenming_score.render import layout
from wenming_score.render.cells import Line, hang, left, right, width
from wenming_score.render.columns import Table
from wenming_score.render.layout import SIGNS, TONES
from wenming_score.render.plans import tables, words
from wenming_score.text import inert, tr
from wenming_score.values import plain

NARROW, WIDE = 60, 120
_CLOSED = 10
"""Points beyond reach that are told, the most first."""
_TITLES = 16
_LOST = 9
"""Cells of the points that are beyond reach."""


def lines(plan: Plan, cells: int) -> list[Line]:
    """Lay a plan out in lines of at most so many cells (between 60 and 120)."""
    cells = min(max(cells, NARROW), WIDE)
    tone, sign = words.stand(plan)
    return [
        *hang([("■ ", "strong")], plan.unit.name, "strong", cells),
        *hang([], words.about(plan), "faint", cells),
        [],
        [(tr("【{outcome}】", outcome=f"{sign} {words.outcome(plan)}"), tone)],
        *(line for said in words.headline(plan) for line in hang([("  · ", "faint")], said, "plain", cells)),
        *_obstacles(plan, cells),
        *_tasks(plan, cells),
        *_floors(plan, cells),
        *_closed(plan, cells),
        *_loads(plan, cells),
        *_milestones(plan, cells),
        *_said(plan, cells),
        *_next(plan),
    ]


def heading(title: str) -> Iterable[Line]:
    """Begin a part."""
    return [], [(f"■ {inert(title)}", "strong")]


def _obstacles(plan: Plan, cells: int) -> Iterator[Line]:
    if plan.obstacles:
        yield from heading(tables.obstacles(plan.obstacles).title)
    for one in plan.obstacles:
        yield from hang([(f"  {SIGNS[one.status]} ", TONES[one.status])], words.obstacle(one), "plain", cells)


def _tasks(plan: Plan, cells: int) -> Iterator[Line]:
    if not plan.tasks:
        return
    yield from heading(tr("{n} 项任务，按完成时间", n=len(plan.tasks)))
    numbered = words.numbers(plan)
    for month, tasks in groupby(plan.tasks, key=lambda task: f"{task.due:%Y-%m}"):
        yield [(f"  {month}", "strong")]
        for task in tasks:
            yield from _task(task, numbered, cells)


def _task(task: Task, numbered: Mapping[str, int], cells: int) -> Iterator[Line]:
    head: Line = [(f"  {numbered[task.id]:>3}. ", "faint"), (f"{task.due:%m-%d}  ", "strong")]
    yield from hang(head, task.title, "strong", cells)
    indent: Line = [("       ", "plain")]
    effort = tr("加 {points} 分，约 {days} 人天，{start} 动手", points=plain(task.points),
                days=plain(task.person_days), start=f"{task.start:%m-%d}")  # fmt: skip
    owned = "plain" if task.department or task.person else "unsure"
    yield from hang([*indent, (f"{inert(words.owner(task))}  ", owned)], effort, "faint", cells)
    more = [tr("材料：{materials}", materials=words.materials(task))]
    more += [tr("最迟 {latest}", latest=f"{task.latest:%m-%d}")] if task.latest > task.due else []
    yield from hang(indent, tr("；").join(more), "faint", cells)
    if remark := words.remark(task, numbered):
        yield from hang([*indent, ("△ ", "unsure")], remark, "unsure", cells)


def _floors(plan: Plan, cells: int) -> Iterator[Line]:
    missed = [one for one in plan.floors if not one.met]
    if plan.floors:
        yield from heading(tables.floors(plan).title)
        if not missed:
            yield from hang([("  √ ", "good")], tr("{n} 个都能做到", n=len(plan.floors)), "plain", cells)
    for one in missed:
        wanted, planned = layout.points(one.wanted), layout.points(one.planned)
        said = tr("{title}：要 {wanted} 分，最多 {planned} 分", title=one.title, wanted=wanted, planned=planned)
        yield from hang([("  × ", "bad")], said, "plain", cells)


def _closed(plan: Plan, cells: int) -> Iterator[Line]:
    if not plan.closed:
        return
    count = len(plan.closed)
    more = tr("（前 {n} 项，共 {all} 项）", n=_CLOSED, all=count) if count > _CLOSED else ""
    yield from heading(tables.closed(plan).title + more)
    for one in plan.closed[:_CLOSED]:
        what = tr("{title}：{what}", title=one.title, what=one.what) if one.what else one.title
        lost = tr("{points} 分", points=layout.points(one.points))
        yield from hang([(f"  {right(lost, _LOST)}  ", "bad")], what, "plain", cells)
        yield from hang([(" " * (_LOST + 4), "plain")], one.reason, "faint", cells)


def _loads(plan: Plan, cells: int) -> Iterator[Line]:
    """Put departments and months crosswise, as many months at a time as there is room for."""
    table = tables.loads(plan)
    if not table.rows:
        return
    yield from heading(tr("{title}（排了 / 能用）", title=table.title))
    titles = max(_TITLES, *(width(str(row.cells[0])) + 1 for row in table.rows))
    room = max(width(str(cell)) for row in table.rows for cell in row.cells[1:])
    size = max(room, *(width(column.heading) for column in table.columns[1:])) + 2
    fit = max(1, (cells - titles - 2) // size)
    for first in range(1, len(table.columns), fit):
        yield from _months(table, range(first, min(first + fit, len(table.columns))), titles, size)


def _months(table: Table, places: range, titles: int, size: int) -> Iterator[Line]:
    headings = "".join(right(table.columns[place].heading, size) for place in places)
    yield [(left("", titles + 2) + headings, "faint")]
    for row in table.rows:
        said = "".join(right(str(row.cells[place]), size) for place in places)
        yield [(f"  {left(inert(str(row.cells[0])), titles)}{said}", "plain")]


def _milestones(plan: Plan, cells: int) -> Iterator[Line]:
    if plan.milestones:
        yield from heading(tables.milestones(plan).title)
    for one in plan.milestones:
        yield from hang([(f"  {one.day}  ", "plain")], words.milestone(one), "plain", cells)


def _said(plan: Plan, cells: int) -> Iterator[Line]:
    if plan.said:
        yield from heading(tr("说明"))
    for one in plan.said:
        yield from hang([("  · ", "faint")], one, "plain", cells)


def _next(plan: Plan) -> Iterator[Line]:
    if not plan.tasks:
        return
    yield from heading(tr("下一步"))
    steps = (
        (tr("写出任务分解表、挂图和日历，发给各单位："), "-f xlsx:任务分解表.xlsx -f html:挂图.html --ics 任务.ics"),
        (tr("留一份计划，以后对照完成情况（--status 计划.json）："), "-f json:计划.json"),
    )
    for what, options in steps:
        yield [(f"  {what}", "plain")]
        yield [(f"    wenming-score plan {plan.unit.file} {options}", "faint")]
