"""What changed since an earlier year, or would change, for the terminal."""

from collections.abc import Iterator

from wenming_score.render import comparison, layout
from wenming_score.render.cells import Line, hang, left, right, width
from wenming_score.render.columns import text
from wenming_score.render.comparison import parts, signed, summary, tone
from wenming_score.render.layout import TONES, Tone, points
from wenming_score.report import Change, Changes
from wenming_score.text import tr

_NUMBER = 8
_ROOM = 20
"""Cells that a title wants beside the numbers."""
_MOST = 8
"""How many falls, and how many rises, are told."""


def changed(changes: Changes, cells: int) -> Iterator[Line]:
    """Say what rose and fell, the most first, and what else is otherwise."""
    yield []
    yield from hang([("■ ", "strong")], _since(changes), "strong", cells)
    yield from hang([("  ", "plain")], summary(changes), "plain", cells)
    if changes.apart:
        yield from hang([("  · ", "faint")], changes.apart, "unsure", cells)
    yield from _items(changes, cells)
    falls = [one for one in changes.indicators if one.difference < 0]
    rises = [one for one in reversed(changes.indicators) if one.difference > 0]
    yield from _list(tr("降得最多的"), falls, cells)
    yield from _list(tr("升得最多的"), rises, cells)
    yield from _rest(changes, cells)


def _since(changes: Changes) -> str:
    earlier = changes.earlier
    start, end, file = earlier.period.start, earlier.period.end, earlier.unit.file
    if changes.supposed:
        return tr("{compared}（{file}）", compared=layout.compared(changes), file=file)
    return tr("和 {start}~{end} 相比（{file}）", start=start, end=end, file=file)


def _items(changes: Changes, cells: int) -> Iterator[Line]:
    """Put every item's points of both years beside what made the difference; below the title where that has no room."""
    table = comparison.items(changes)
    numbers = [
        (place, column, max(_NUMBER, width(column.heading) + 1))
        for place, column in enumerate(table.columns)
        if column.holds in {"points", "signed"}
    ]
    room = cells - sum(size for _, _, size in numbers)
    yield []
    yield [(left("", room) + "".join(right(column.heading, size) for _, column, size in numbers), "faint")]
    for row in table.rows:
        bold: Tone = "strong" if row.level else "plain"
        title = hang([], str(row.cells[0]), bold, (room if room >= _ROOM else cells) - 1)
        said = "".join(right(text(row.cells[place], column), size) for place, column, size in numbers)
        above, (last, _) = (title[:-1], title[-1][0]) if room >= _ROOM else (title, ("", bold))
        yield from above
        yield [(left(last, room), bold), (said, row.tone)]


def _list(title: str, listed: list[Change], cells: int) -> Iterator[Line]:
    if not listed:
        return
    yield []
    more = tr("（前 {n} 项，共 {all} 项）", n=_MOST, all=len(listed)) if len(listed) > _MOST else ""
    yield [(f"  {title}{more}", "strong")]
    for one in listed[:_MOST]:
        head: Line = [("    ", "plain"), (f"{signed(one.difference):>6}  ", tone(one))]
        yield from hang(head, one.title, "plain", cells)
        yield from hang([("            ", "plain")], _why(one), "faint", cells)


def _why(one: Change) -> str:
    causes = "" if one.split.evidence == one.difference else tr("（{parts}）", parts=parts(one.split))
    return one.reason + causes


def _rest(changes: Changes, cells: int) -> Iterator[Line]:
    words, kinds = layout.status_words(), comparison.kinds()
    for one in changes.shifts:
        before, after = (words.get(state or "", "-") for state in (one.before, one.after))
        said = tr(
            "{kind}：{title}：{before} → {after}", kind=kinds[one.kind], title=one.title, before=before, after=after
        )
        shown: Tone = TONES.get(one.after or "", "plain")
        yield from hang([("  · ", shown)], said, "plain", cells)
    if changes.unrenewed:
        titles = {one.id: one.title for one in changes.indicators}
        names = tr("、").join(titles.get(name, name) for name in changes.unrenewed)
        said = tr("材料没有更新、因而掉分的：{names}", names=names)
        yield from hang([("  · ", "unsure")], said, "plain", cells)
    if changes.carried_over:
        said = tr("上期用过、本期又用的 {n} 件：{names}", n=len(changes.carried_over), names=_named(changes))
        yield from hang([("  · ", "faint")], said, "plain", cells)
    outcomes = layout.outcome_words()
    whose = comparison.whose()
    for world in changes.otherwise:
        said = tr(
            "{whose}材料按 {rubric} 得 {points}：{outcome}",
            whose=whose[world.evidence],
            rubric=world.rubric,
            points=points(world.supported),
            outcome=outcomes[world.outcome],
        )
        yield from hang([("  · ", "faint")], said, "plain", cells)


def _named(changes: Changes) -> str:
    return tr("、").join(one.id for one in changes.carried_over)
