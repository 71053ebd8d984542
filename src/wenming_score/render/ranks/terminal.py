"""A ranking as lines of a terminal, one batch of them after the other."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from wenming_score.rank import League, PartLeague, Placed, PlacedPart, Ranking, Row, Spread
from wenming_score.render import layout
from wenming_score.render.cells import Line, hang, left, right, wrap
from wenming_score.render.layout import SIGNS, TONES, Tone
from wenming_score.render.ranks import words
from wenming_score.text import tr

_NARROW, _ROOMY, _BROAD, _WIDE = 60, 76, 110, 140
_RANK, _POINTS = 5, 8
_INDENT = _RANK + 5
_ENDS = 5
"""Units of an item that are listed from either end."""
_LISTED = 20
"""Photos, and mistakes of a file, that are listed; the other formats have them all."""


def lines(ranking: Ranking, cells: int, *, verbose: bool = False) -> Iterator[Line]:
    """Lay a ranking out in lines of at most so many cells (between 60 and 140), as they are asked for."""
    cells = min(max(cells, _NARROW), _WIDE)
    yield from hang([("■ ", "strong"), (tr("排名"), "strong"), ("  ", "plain")], words.about(ranking), "faint", cells)
    for said in words.warnings(ranking):
        yield from hang([("  △ ", "unsure")], said, "plain", cells)
    for league in ranking.leagues:
        yield from _league(league, cells, verbose=verbose)
    yield from _reused(ranking, cells)
    yield from _failures(ranking, cells)


def _heading(title: str) -> Iterable[Line]:
    return [], [(f"■ {title}", "strong")]


def _league(league: League, cells: int, *, verbose: bool) -> Iterator[Line]:
    yield from _heading(words.title(league))
    yield from hang([("  ", "plain")], words.headline(league), "faint", cells)
    if league.quota:
        yield from hang([("  ", "plain")], words.quota(league.quota), "plain", cells)
    yield from _placed(league, cells, verbose=verbose)
    yield from _apart(league, cells, verbose=verbose)
    yield from _spreads(league, cells, by_type=verbose)
    for part in league.parts:
        yield from _part(part, cells, verbose=verbose)


def _placed(league: League, cells: int, *, verbose: bool) -> Iterator[Line]:
    if not league.ranked:
        return
    names = _names(cells)
    headings = "".join(right(one, _POINTS) for one in (tr("支撑"), tr("申报"), tr("自评"), tr("填报")))
    yield [(right(tr("名次"), _RANK) + "     " + left(tr("单位"), names) + headings, "faint")]
    for one in league.placed:
        yield from _unit(one, names, cells)
        yield from _file(league, one.row, " " * _INDENT, cells, verbose=verbose)


def _names(cells: int) -> int:
    """Give the cells that a name has; on a wide screen what is worst stands beside the points."""
    room = cells - _INDENT - 4 * _POINTS
    return room if cells < _BROAD else room * 2 // 5


def _unit(one: Placed, names: int, cells: int) -> Iterator[Line]:
    row = one.row
    first, *rest = wrap(row.name, names - 1)
    head: Line = [
        (right(str(one.rank), _RANK) + " ", "strong"),
        (left(words.PLACE_SIGNS[one.place], 2), "plain"),
        (left(SIGNS[row.verdict], 2), TONES[row.verdict]),
        (left(first, names) + _points(row), "plain"),
    ]
    indent = " " * _INDENT
    if cells >= _BROAD:
        yield from hang([*head, ("  ", "plain")], words.remark(row), "faint", cells)
    else:
        yield head
    for part in rest:
        yield [(indent + part, "plain")]
    if cells < _BROAD:
        yield from hang([(indent, "plain")], words.remark(row), "faint", cells)


def _points(row: Row) -> str:
    points = map(layout.points, (row.supported, row.claimed, row.self_score))
    return "".join(right(text, _POINTS) for text in (*points, words.whole_percent(row.coverage)))


def _file(league: League, row: Row, indent: str, cells: int, *, verbose: bool) -> Iterable[Line]:
    """Name the file where it is asked for, or where the unit's name does not tell it from another."""
    return hang([(indent, "plain")], row.file, "faint", cells) if verbose or row.name in league.namesakes else ()


def _apart(league: League, cells: int, *, verbose: bool) -> Iterator[Line]:
    if league.ranked == league.units:
        return
    yield from _heading(tr("另列的单位（不参加排名）"))
    for row in league.apart:
        head: Line = [(f"  {SIGNS[row.verdict]} ", TONES[row.verdict])]
        said = tr(
            "{name}：{standing}，支撑 {points}",
            name=row.name,
            standing=words.standings()[row.standing],
            points=layout.points(row.supported),
        )
        yield from hang(head, said, "plain", cells)
        for reason in row.reasons:
            yield from hang([("      ", "plain")], reason, "faint", cells)
        yield from _file(league, row, "      ", cells, verbose=verbose)


def _spreads(league: League, cells: int, *, by_type: bool) -> Iterator[Line]:
    shown = [one for one in league.spreads if by_type or not one.type]
    if not shown:
        return
    yield from _heading(tr("各项分布（参加排名的单位）"))
    headings = [heading for heading, _ in _figures(shown[0], cells)]
    titles = min(cells - len(headings) * _POINTS, 40)
    yield [(left("", titles) + "".join(right(one, _POINTS) for one in headings), "faint")]
    for one in shown:
        yield from _spread(one, titles, [figure for _, figure in _figures(one, cells)])


def _figures(one: Spread, cells: int) -> Sequence[tuple[str, str]]:
    quartiles = cells >= _ROOMY
    return (
        (tr("满分"), layout.full(one.full)),
        (tr("平均"), layout.points(one.mean)),
        (tr("最低"), layout.points(one.least)),
        *(((tr("1/4 位"), layout.points(one.lower)),) if quartiles else ()),
        (tr("中位"), layout.points(one.median)),
        *(((tr("3/4 位"), layout.points(one.upper)),) if quartiles else ()),
        (tr("最高"), layout.points(one.most)),
    )


def _spread(one: Spread, titles: int, figures: Sequence[str]) -> Iterator[Line]:
    title = one.title or tr("合计")
    title = tr("  {type}（{n} 个）", type=words.types()[one.type], n=one.units) if one.type else title
    first, *rest = wrap(title, titles - 1)
    tone: Tone = "strong" if one.part == "total" and not one.type else "faint" if one.type else "plain"
    yield [(left(first, titles) + "".join(right(text, _POINTS) for text in figures), tone)]
    for part in rest:
        yield [(part, tone)]


def _part(part: PartLeague, cells: int, *, verbose: bool) -> Iterator[Line]:
    for number, one in enumerate(part.placed if verbose else _ends(part.placed)):
        if not number:
            yield from _heading(tr("按{title}排", title=part.title))
        if one is None:
            yield [(" " * _RANK + " ……", "faint")]
        else:
            share = tr(
                "{share}（{points}/{full}）",
                share=words.whole_percent(one.part.share),
                points=layout.points(one.part.supported),
                full=layout.full(one.part.full),
            )
            head: Line = [(right(str(one.rank), _RANK) + " ", "strong"), (left(share, 22), "plain")]
            yield from hang(head, f"{one.name}  {one.file}" if verbose else one.name, "plain", cells)


def _ends(placed: Iterable[PlacedPart]) -> Iterator[PlacedPart | None]:
    """Yield the first and the last, with nothing in between for what is left out."""
    given = iter(placed)
    yield from islice(given, _ENDS)
    last: deque[PlacedPart] = deque(maxlen=_ENDS)
    left_out = sum(1 for one in given if last.append(one) or True) > _ENDS
    yield from (None,) if left_out else ()
    yield from last


def _reused(ranking: Ranking, cells: int) -> Iterator[Line]:
    for number, one in enumerate(ranking.reused):
        if not number:
            yield from _heading(tr("几家用了同一张照片（以日期早的为准）"))
        if number >= _LISTED:
            yield from hang([("  …… ", "faint")], tr("还有更多，见 xlsx、json"), "faint", cells)
            return
        yield from hang([("  △ ", "unsure")], words.reused(one), "plain", cells)


def _failures(ranking: Ranking, cells: int) -> Iterator[Line]:
    for number, one in enumerate(ranking.failures):
        if not number:
            yield from _heading(tr("没能评分的文件"))
        first, *rest = one.reasons
        yield from hang([("  × ", "bad")], first, "plain", cells)
        for reason in rest[:_LISTED]:
            yield from hang([("    ", "plain")], reason, "faint", cells)
