"""The tables of a plan, for every format that has tables."""

from collections.abc import Iterable, Iterator, Mapping

from wenming_score.plan.document import Closed, Floor, Load, Milestone, Obstacle, Plan, Task
from wenming_score.render import layout
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.layout import SIGNS, TONES
from wenming_score.render.plans import words
from wenming_score.text import tr


def tasks(plan: Plan) -> Table:
    """List the tasks as offices do, in the order of their due days."""
    columns = (
        Column("number", tr("序号"), 5, "count"),
        Column("item", tr("测评项目"), 12),
        Column("title", tr("测评内容"), 16),
        Column("asks", tr("测评标准"), 30),
        Column("methods", tr("测评方法"), 9),
        Column("what", tr("任务"), 26),
        Column("leader", tr("责任领导"), 9),
        Column("department", tr("责任单位"), 10),
        Column("person", tr("责任人"), 8),
        Column("due", tr("完成时间"), 11, "day"),
        Column("materials", tr("材料要求"), 24),
        Column("state", tr("状态"), 8),
        Column("points", tr("加分"), 7, "points"),
        Column("person_days", tr("人天"), 7, "points"),
        Column("latest", tr("最迟"), 11, "day"),
        Column("remark", tr("提示"), 14),
    )
    numbered = words.numbers(plan)
    return Table("tasks", tr("任务分解表"), columns, tuple(_task(task, numbered) for task in plan.tasks))


def _task(task: Task, numbered: Mapping[str, int]) -> Record:
    serves = task.serves
    asks = (f"{one.title}：{tr('；').join(one.asks)}" if len(serves) > 1 else tr("；").join(one.asks) for one in serves)
    return Record((
        numbered[task.id],
        _each(one.item_title for one in serves),
        _each(one.title for one in serves),
        "\n".join(asks),
        _each(method for one in serves for method in one.methods),
        _each(one.what for one in serves),
        *(name or words.nobody() for name in (task.leader, task.department, task.person)),
        task.due,
        words.materials(task),
        tr("未开始"),
        task.points,
        task.person_days,
        task.latest,
        words.remark(task, numbered),
    ))  # fmt: skip


def _each(texts: Iterator[str]) -> str:
    return tr("、").join(dict.fromkeys(texts))


def obstacles(listed: Iterable[Obstacle]) -> Table:
    """List what no points mend."""
    columns = (
        Column("kind", tr("类别"), 10),
        Column("title", tr("名称"), 40),
        Column("status", tr("状态"), 10),
        Column("reason", tr("说明"), 50),
    )
    return Table("obstacles", tr("分数补不了的，先办"), columns, tuple(map(_obstacle, listed)))


def _obstacle(one: Obstacle) -> Record:
    kind = tr("红线") if one.kind == "red_line" else tr("申报条件")
    cells = (kind, one.title, layout.status_words()[one.status], one.reason)
    return Record(cells, TONES[one.status], sign=SIGNS[one.status])


def floors(plan: Plan) -> Table:
    """List the least shares that were asked for."""
    columns = (
        Column("title", tr("项目或标准"), 40),
        Column("full", tr("满分"), 8, "points"),
        Column("wanted", tr("至少要"), 8, "points"),
        Column("now", tr("现在"), 8, "points"),
        Column("planned", tr("做完后"), 8, "points"),
        Column("status", tr("状态"), 10),
    )
    return Table("floors", tr("各项目、各标准的下限"), columns, tuple(map(_floor, plan.floors)))


def _floor(one: Floor) -> Record:
    status = tr("做到") if one.met else tr("做不到")
    cells = (one.title, one.full, one.wanted, one.now, one.planned, status)
    return Record(cells, "good" if one.met else "bad", sign="√" if one.met else "×")


def closed(plan: Plan) -> Table:
    """List the points that the plan cannot bring."""
    columns = (
        Column("points", tr("分值"), 8, "points"),
        Column("item", tr("测评项目"), 16),
        Column("title", tr("测评内容"), 24),
        Column("what", tr("缺什么"), 30),
        Column("reason", tr("为什么补不了"), 44),
    )
    return Table("closed", tr("到这一天补不了的分"), columns, tuple(map(_closed, plan.closed)))


def _closed(one: Closed) -> Record:
    return Record((one.points, one.item, one.title, one.what, one.reason))


def lots(plan: Plan) -> Table:
    """List what each department is given to do in all."""
    columns = (
        Column("title", tr("责任单位"), 20),
        Column("leader", tr("责任领导"), 20),
        Column("tasks", tr("任务"), 8, "count"),
        Column("points", tr("加分"), 9, "points"),
        Column("person_days", tr("人天"), 9, "points"),
    )
    rows = (
        Record((lot.department or words.nobody(), tr("、").join(lot.leaders), lot.tasks, lot.points, lot.person_days))
        for lot in plan.lots
    )
    return Table("lots", tr("各单位的任务"), columns, tuple(rows))


def loads(plan: Plan) -> Table:
    """Put departments and months crosswise: what each is given to do, of how much it has."""
    months = sorted({load.month for load in plan.loads})
    columns = (Column("title", tr("责任单位"), 16), *(Column(month, month, 11) for month in months))
    by_department: dict[str, dict[str, Load]] = {}
    for load in plan.loads:
        by_department.setdefault(load.department, {})[load.month] = load
    rows = (
        Record((name or words.nobody(), *(_load(given.get(month)) for month in months)))
        for name, given in by_department.items()
    )
    return Table("loads", tr("各单位每月的人天"), columns, tuple(rows))


def _load(load: Load | None) -> str:
    if load is None:
        return ""
    days = layout.full(load.person_days)
    return days if load.capacity is None else f"{days} / {layout.full(load.capacity)}"


def milestones(plan: Plan) -> Table:
    """List the days to work towards."""
    columns = (Column("day", tr("日期"), 12, "day"), Column("title", tr("事项"), 50))
    return Table("milestones", tr("重要日期"), columns, tuple(map(_milestone, plan.milestones)))


def _milestone(one: Milestone) -> Record:
    return Record((one.day, words.milestone(one)))


def entries(plan: Plan) -> Table:
    """Say of each task what then stands in the unit file."""
    columns = (
        Column("number", tr("序号"), 5, "count"),
        Column("title", tr("任务"), 50),
        Column("entry", tr("做完后在自评文件里写"), 70),
    )
    rows = (Record((number, task.title, words.entry(task))) for number, task in enumerate(plan.tasks, 1))
    return Table("entries", tr("做完以后怎么登记"), columns, tuple(rows))


def beside(plan: Plan) -> Iterator[Table]:
    """List the tables that stand below the tasks, those that hold anything."""
    listed = (floors(plan), lots(plan), loads(plan), closed(plan), milestones(plan), entries(plan))
    yield from (table for table in listed if table.rows)
