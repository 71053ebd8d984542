"""The progress of a plan for the terminal."""

from collections.abc import Iterator

from wenming_score.plan.progress import STATES, Followed, Progress, State
from wenming_score.render.cells import Line, hang, left, right, width
from wenming_score.render.layout import SIGNS, TONES
from wenming_score.render.plans import words as planned
from wenming_score.render.plans.terminal import NARROW, WIDE, heading
from wenming_score.render.progress import tables, words
from wenming_score.text import inert, tr
from wenming_score.values import plain

_TITLES = 14


def lines(progress: Progress, cells: int) -> list[Line]:
    """Lay the notice out in lines of at most so many cells (between 60 and 120)."""
    cells = min(max(cells, NARROW), WIDE)
    tone, sign = words.stand(progress)
    return [
        *hang([("■ ", "strong")], progress.unit.name, "strong", cells),
        *hang([], words.about(progress), "faint", cells),
        [],
        [(tr("【{outcome}】", outcome=f"{sign} {words.outcome(progress)}"), tone)],
        *(line for said in words.headline(progress) for line in hang([("  · ", "faint")], said, "plain", cells)),
        *_obstacles(progress, cells),
        *_departments(progress),
        *_tasks(progress, cells),
    ]


def _obstacles(progress: Progress, cells: int) -> Iterator[Line]:
    if progress.obstacles:
        yield from heading(tables.obstacles(progress.obstacles).title)
    for one in progress.obstacles:
        yield from hang([(f"  {SIGNS[one.status]} ", TONES[one.status])], planned.obstacle(one), "plain", cells)


def _departments(progress: Progress) -> Iterator[Line]:
    """Count the tasks of each department by their states; a state that nothing is in has no column."""
    if not progress.departments:
        return
    named = words.states()
    used: list[State] = [state for state in STATES if any(one.states[state] for one in progress.departments)]
    yield from heading(tables.departments(progress).title)
    titles = max(_TITLES, *(width(inert(words.owner(one))) + 1 for one in progress.departments))
    headings = [named[state] for state in used]
    yield [(left("", titles + 2) + "".join(right(one, width(one) + 2) for one in headings), "faint")]
    for one in progress.departments:
        counts = "".join(
            right(str(one.states[state]) if one.states[state] else "·", width(named[state]) + 2) for state in used
        )
        yield [(f"  {left(inert(words.owner(one)), titles)}{counts}", "plain")]


def _tasks(progress: Progress, cells: int) -> Iterator[Line]:
    named = words.states()
    for state in STATES:
        listed = [one for one in progress.tasks if one.state == state]
        if listed:
            yield from heading(tr("{state}（{n} 项）", state=named[state], n=len(listed)))
        for one in listed:
            yield from _task(one, cells)


def _task(one: Followed, cells: int) -> Iterator[Line]:
    task = one.task
    head: Line = [(f"  {words.SIGNS[one.state]} ", words.TONES[one.state]), (f"{task.due:%m-%d}  ", "strong")]
    yield from hang(head, task.title, "plain", cells)
    said = (planned.owner(task), words.days(one), tr("{points} 分", points=plain(task.points)), one.reason)
    yield from hang([("           ", "plain")], tr("；").join(part for part in said if part), "faint", cells)
