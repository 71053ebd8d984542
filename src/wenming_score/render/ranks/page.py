"""A ranking as one page for a browser: the order, a map of units by items, how all are spread."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from wenming_score.rank import League, PartLeague, Placed, Ranking
from wenming_score.records import record
from wenming_score.render import columns, layout
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.html import LANGUAGES, grid, template
from wenming_score.render.html.charts import filled
from wenming_score.render.ranks import tables, words
from wenming_score.text import tr
from wenming_score.values import percent

LISTED = 1_000
"""Rows of a table that a browser is given; the other formats have them all."""
_STEPS = 10
"""Shades of the map."""


@record
class Box:
    """What a unit has of an item: its shade, and what to say of it."""

    shade: int | None
    text: str
    said: str


@record
class Block:
    """A table under a heading of its own, and what is said where it is not whole."""

    table: Table
    cut: str = ""


@record
class Section:
    """One rubric: what is said of it, its tables, its map."""

    title: str
    said: tuple[str, ...]
    placed: Block
    apart: Block
    spreads: Block
    types: Block
    parts: tuple[Block, ...]
    heads: tuple[str, ...]
    heat: tuple[tuple[int, str, tuple[Box, ...]], ...]
    """Rank, name and items of a unit."""


def page(ranking: Ranking) -> Iterator[str]:
    """Draw a ranking, piece by piece."""
    reused = _block("reused", tr("几家用了同一张照片"), tables.reused_columns(), map(tables.reused_row, ranking.reused))
    failures = tables.failures(())
    failed = _block("failures", failures.title, failures.columns, map(tables.failure_row, ranking.failures))
    return template("rank.html.j2").generate(
        language=LANGUAGES[ranking.lang], words=_words(), said=words, layout=layout, grid=grid, text=columns.text,
        filled=filled, ranking=ranking, sections=(_section(league) for league in ranking.leagues), reused=reused,
        failures=failed,
    )  # fmt: skip


def _section(league: League) -> Section:
    placed = (tables.placed_row(league, one) for one in league.placed)
    apart = map(tables.apart_row, league.apart)
    return Section(
        title=words.title(league),
        said=(words.headline(league), *((words.quota(league.quota),) if league.quota else ())),
        placed=_block("placed", tr("排名"), tables.placed_columns(league), placed),
        apart=_block("apart", tr("另列的单位（不参加排名）"), tables.apart_columns(), apart),
        spreads=Block(tables.whole_spreads(league)),
        types=Block(tables.type_spreads(league)),
        parts=tuple(map(_part, league.parts)),
        heads=tuple(item.title for item in league.items),
        heat=tuple(_heat(league, one) for one in islice(league.placed, LISTED)),
    )


def _part(part: PartLeague) -> Block:
    """List the units by an item, which need not be named in every row."""
    rows = (replace(row, cells=row.cells[1:]) for row in tables.part_rows((part,)))
    return _block("part", part.title, tables.part_columns()[1:], rows)


def _block(name: str, title: str, heads: tuple[Column, ...], rows: Iterable[Record]) -> Block:
    """Make a table of as many rows as a browser is given, and say so where there are more."""
    given = iter(rows)
    table = Table(name, title, heads, tuple(islice(given, LISTED)))
    more = next(given, None) is not None
    return Block(table, tr("这里只列前 {n} 行，全部见 xlsx、json", n=LISTED) if more else "")


def _heat(league: League, one: Placed) -> tuple[int, str, tuple[Box, ...]]:
    return one.rank, words.called(league, one.row), tuple(_boxes(league, one))


def _boxes(league: League, one: Placed) -> Iterator[Box]:
    parts = {part.id: part for part in one.row.items}
    for item in league.items:
        part = parts.get(item.id)
        if part is None or not part.full:
            yield Box(None, "-", tr("{title}：不适用", title=item.title))
            continue
        points = tr("{supported}/{full}", supported=layout.points(part.supported), full=layout.full(part.full))
        share = percent(Fraction(part.share))
        yield Box(_shade(part.share), words.whole_percent(part.share).rstrip("%"), f"{item.title} {points} {share}")


def _shade(share: Decimal) -> int:
    return min(_STEPS, int(share * _STEPS))


def _words() -> Mapping[str, str]:
    return {
        "skip": tr("跳到正文"),
        "title": tr("排名"),
        "heat": tr("单位和项目"),
        "heat_hint": tr("每格是得分率（%），越红失分越多，越绿越接近满分；把指针放在格上看分数"),
        "parts": tr("分项排名"),
        "rank": tr("名次"),
        "unit": tr("单位"),
        "contents": tr("目录"),
        "top": tr("回到顶部"),
    }
