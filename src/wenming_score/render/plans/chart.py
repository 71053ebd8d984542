"""Where the bars of the wall chart run: a line a task, by department, over the days from today to the last."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from wenming_score.plan.document import Lot, Plan, Task
from wenming_score.records import record
from wenming_score.render import layout
from wenming_score.render.cells import width, wrap
from wenming_score.render.plans import words
from wenming_score.text import tr
from wenming_score.values import plain, shown

WIDTH, LEFT, RIGHT, TOP = 1188, 400, 88, 64
"""Of the chart; where its bars begin; what is left beside them for the last date; above them for months and days."""
_ROOM = 570
"""The height that the lines of a sheet share."""
_LEAST, _MOST = 11.0, 24.0
"""How high a line is."""
_LETTERS, _LARGEST, _CELL = 0.66, 12.5, 0.52
"""How high letters are in a line, at the most, and how wide a cell is of that."""
_LABEL = LEFT - 24
_MARK_CELLS, _LEVELS = 12, 3


@record
class Bar:
    """A task, or the papers of one indicator that fall due together."""

    tasks: tuple[Task, ...]
    title: str
    owner: str
    label: str
    y: str
    start: str
    due: str
    latest: str
    length: str
    """The same as percent of the chart's days, for narrow screens."""
    left: str
    across: str
    day: str
    points: str
    judged: bool
    one_day: bool


@record
class Lane:
    """A department with its bars."""

    title: str
    said: str
    y: str
    bars: tuple[Bar, ...]


@record
class Mark:
    """A line down the chart: a milestone, with its label at one of several heights."""

    x: str
    y: str
    label: str
    anchor: str


@record
class Month:
    """A month's name, and where it begins and ends."""

    label: str
    x: str
    middle: str
    last: str
    shaded: bool


@record
class Chart:
    """The lanes over the months; `line` is how high a line is, `size` that of its letters."""

    height: str
    line: str
    size: str
    lanes: tuple[Lane, ...]
    months: tuple[Month, ...]
    marks: tuple[Mark, ...]


@record
class _Days:
    """The days of the chart, and where each lies."""

    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days + 1)
        return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, max(0.0, share))

    def percent(self, day: date) -> float:
        return 100 * (self.x(day) - LEFT) / (WIDTH - LEFT - RIGHT)


def chart(plan: Plan) -> Chart:
    """Draw the tasks."""
    days = _Days(plan.as_of, max([plan.by, *(task.due for task in plan.tasks)]))
    lanes = [
        (lot, list(_joined(task for task in plan.tasks if task.department == lot.department))) for lot in plan.lots
    ]
    count = sum(1 + len(bars) for _, bars in lanes)
    line = min(_MOST, max(_LEAST, _ROOM / max(1, count)))
    return Chart(
        f"{TOP + line * count + 8:.1f}", f"{line:.1f}", f"{min(_LARGEST, line * _LETTERS):.1f}",
        tuple(_lanes(lanes, line, days)), tuple(_months(days)), tuple(_marks(plan, days)),
    )  # fmt: skip


def _joined(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    """Put papers of one indicator that are due together on one line."""
    lines: dict[tuple[object, ...], list[Task]] = {}
    for task in tasks:
        papers = (task.serves[0].indicator, task.start, task.due, task.person) if not task.held else (task.id,)
        lines.setdefault(papers, []).append(task)
    yield from map(tuple, lines.values())


def _lanes(lanes: Sequence[tuple[Lot, list[tuple[Task, ...]]]], line: float, days: _Days) -> Iterator[Lane]:
    y = float(TOP)
    for lot, bars in lanes:
        places = [y + line * number for number in range(1, len(bars) + 1)]
        drawn = tuple(_bar(bar, at, line, days) for bar, at in zip(bars, places, strict=True))
        yield Lane(lot.department or tr("责任单位未定"), _effort(lot), f"{y:.1f}", drawn)
        y += line * (1 + len(bars))


def _effort(lot: Lot) -> str:
    said = tr("{n} 项，{days} 人天", n=lot.tasks, days=plain(lot.person_days))
    leaders = tr("、").join(lot.leaders)
    return tr("{said}，责任领导 {leaders}", said=said, leaders=leaders) if leaders else said


def _bar(tasks: tuple[Task, ...], y: float, line: float, days: _Days) -> Bar:
    first = tasks[0]
    title = first.title if len(tasks) == 1 else _several(tasks)
    owner = first.person or (tr("责任人未定") if first.department else "")
    start, due, end = days.x(first.start), days.x(first.due + _DAY), days.x(first.latest + _DAY)
    gained = sum((Fraction(one.exact) for task in tasks for one in task.serves), Fraction(0))
    left = days.percent(first.start)
    return Bar(
        tasks=tasks,
        title=title,
        owner=owner,
        label=_cut(title, owner, int(_LABEL / (min(_LARGEST, line * _LETTERS) * _CELL))),
        y=f"{y:.1f}",
        start=f"{start:.1f}",
        due=f"{due:.1f}",
        latest=f"{end:.1f}",
        length=f"{max(3.0, due - start):.1f}",
        left=f"{left:.2f}%",
        across=f"{max(1.5, days.percent(first.due + _DAY) - left):.2f}%",
        day=f"{first.due:%m-%d}",
        points=layout.points(shown(gained)),
        judged="judged" in first.risks,
        one_day="one_day" in first.risks,
    )


_DAY = timedelta(days=1)


def _several(tasks: tuple[Task, ...]) -> str:
    parts = tr("、").join(task.serves[0].what for task in tasks)
    return tr("{indicator}：{what}", indicator=tasks[0].serves[0].title, what=parts)


def _cut(title: str, owner: str, cells: int) -> str:
    """Shorten a title so that whoever is to do it still has room."""
    room = cells - (width(owner) + 2 if owner else 0)
    kept = title if width(title) <= room else f"{wrap(title, room - 1)[0]}…"
    return f"{kept}  {owner}" if owner else kept


def _months(days: _Days) -> Iterator[Month]:
    first, number = days.first, 0
    while first <= days.last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        start, end = days.x(first), days.x(min(following, days.last + _DAY))
        label = f"{first:%Y-%m}" if end - start > 44 else f"{first:%m}" if end - start > 16 else ""  # noqa: PLR2004 - room for a label
        yield Month(label, f"{start:.1f}", f"{(start + end) / 2:.1f}", f"{end:.1f}", number % 2 == 1)
        first, number = following, number + 1


def _marks(plan: Plan, days: _Days) -> Iterator[Mark]:
    """Draw the milestones of these days; those of one day share a label, neighbours stand at different heights."""
    inside = [one for one in plan.milestones if days.first <= one.day <= days.last]
    for number, (day, of_day) in enumerate(groupby(inside, key=lambda one: one.day)):
        titles = [words.milestone(one) for one in of_day]
        label = titles[0] if len(titles) == 1 else tr("{first} 等 {n} 件", first=titles[0], n=len(titles))
        x = days.x(day + _DAY)
        far = x > (LEFT + WIDTH - RIGHT) / 2
        y = 12 + 13 * (number % _LEVELS)
        yield Mark(f"{x:.1f}", str(y), f"{day:%m-%d} {label}", "end" if far else "start")
