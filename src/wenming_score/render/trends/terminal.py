"""A trend for the terminal."""

from collections.abc import Iterator, Sequence

from wenming_score.render import layout
from wenming_score.render.cells import Line, hang, left, right, width, wrap
from wenming_score.render.layout import SIGNS, TONES
from wenming_score.render.trends import words
from wenming_score.text import inert, tr
from wenming_score.trend import Trend, Year
from wenming_score.trend.lines import Line as Followed
from wenming_score.trend.lines import Point

_NARROW, _WIDE = 60, 120
_NUMBER = 7
_TITLES = 18
"""Cells that a title has at least, whatever number of years stands beside it."""
_DRAWN = 20
"""Years that are drawn, the last of them."""


def lines(trend: Trend, cells: int) -> list[Line]:
    """Lay a trend out in lines of at most so many cells (between 60 and 120)."""
    cells = min(max(cells, _NARROW), _WIDE)
    return [
        *hang([("■ ", "strong")], trend.unit, "strong", cells),
        *hang([], words.about(trend), "faint", cells),
        *(line for said in words.rubrics(trend) for line in hang([], said, "faint", cells)),
        *_years(trend, cells),
        *_followed(tr("{n} 个测评项目", n=len(trend.items)), trend.items, trend, cells),
        *_followed(tr("{n} 条标准", n=len(trend.standards)), trend.standards, trend, cells),
        *(hang([("  ", "plain")], words.legend(), "faint", cells)),
        *_term(trend, cells),
        *_ahead(trend, cells),
    ]


def _heading(title: str) -> Sequence[Line]:
    return [], [(f"■ {title}", "strong")]


def _years(trend: Trend, cells: int) -> Iterator[Line]:
    yield from _heading(tr("各年"))
    headings = [tr("自评"), tr("申报"), tr("支撑"), tr("满分")]
    yield [(left("", 6) + _numbers(headings, headings), "faint")]
    for year in trend.years:
        yield from _year(year, headings, cells)
    yield [(f"  {tr('总分走势')}  ", "plain"), (words.spark(words.total(trend))[-_DRAWN:], "strong")]


def _year(year: Year, headings: Sequence[str], cells: int) -> Iterator[Line]:
    values = [*map(layout.points, (year.self_score, year.claimed, year.supported)), layout.full(year.full)]
    kind = layout.kind_of_points(trial=year.trial)
    outcome = tr("{outcome}（{kind}）", outcome=layout.outcome_words()[year.outcome], kind=kind)
    head: Line = [(left(f"  {year.label}", 6) + _numbers(values, headings), "plain")]
    sign = (f"  {SIGNS[year.outcome]} ", TONES[year.outcome])
    yield from hang([*head, sign], outcome, TONES[year.outcome], cells)


def _numbers(values: Sequence[str], headings: Sequence[str]) -> str:
    return "".join(right(value, _column(heading)) for value, heading in zip(values, headings, strict=True))


def _column(heading: str) -> int:
    return max(_NUMBER, width(heading) + 1)


def _followed(title: str, followed: Sequence[Followed], trend: Trend, cells: int) -> Iterator[Line]:
    """Follow lines through as many years as there is room for; the signs, last, stand for more of them."""
    if not followed:
        return
    yield from _heading(title)
    full = max(_column(tr("满分")), *(width(words.full(line)) + 1 for line in followed))
    drawn = max(min(len(trend.years), _DRAWN), width(tr("走势")))
    room = max(1, (cells - _TITLES - full - 2 - drawn) // _NUMBER)
    labels = [year.label for year in trend.years][-room:]
    titles = cells - full - 2 - drawn - _NUMBER * len(labels)
    titles = min(titles, max(width(inert(line.title)) for line in followed))
    heads = [*(right(label, _NUMBER) for label in labels), right(tr("满分"), full), "  ", tr("走势")]
    yield [(left("", titles) + "".join(heads), "faint")]
    for line in followed:
        yield from _line(line, len(labels), titles, full)
    yield from hang([("  ", "plain")], said, "faint", cells) if (said := words.cut(trend, room)) else ()


def _line(line: Followed, room: int, titles: int, full: int) -> Iterator[Line]:
    first, *rest = wrap(line.title, titles)
    numbers = "".join(right(_points(point), _NUMBER) for point in line.points[-room:])
    yield [
        (left(first, titles), "plain"),
        (numbers + right(words.full(line), full) + "  ", "plain"),
        (words.spark(line)[-_DRAWN:], "strong"),
    ]
    for part in rest:
        yield [(part, "plain")]


def _points(point: Point | None) -> str:
    return layout.points(point and point.supported)


def _term(trend: Trend, cells: int) -> Iterator[Line]:
    yield from _heading(words.term_title(trend.term))
    tone, sign = words.OUTLOOKS[trend.term.outlook]
    yield [(f"  {sign} {words.outlook(trend.term)}", tone)]
    for said in words.term_lines(trend):
        yield from hang([("  · ", "faint")], said, "plain", cells)


def _ahead(trend: Trend, cells: int) -> Iterator[Line]:
    if not trend.ahead:
        return
    yield from _heading(tr("往后的日期"))
    for one in trend.ahead:
        said, reserved = one.label, words.reservation(one)
        text = tr("{said}（{reserved}）", said=said, reserved=reserved) if reserved else said
        yield from hang([(f"  {one.day}  ", "plain")], text, "plain", cells)
