"""A ranking as one page for a browser: the order, a map of units by items, how all are spread."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TypeVar

from wenming_score.rank import League, Placed, Ranking
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
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Box:
    """What a unit has of an item: its shade, and what to say of it."""

    shade: int | None
    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Section:
    """One rubric: what is said of it, its tables, its map."""

    title: str
    said: tuple[str, ...]
    placed: Table
    apart: Table
    spreads: Table
    parts: tuple[Table, ...]
    heads: tuple[str, ...]
    heat: tuple[tuple[Placed, tuple[Box, ...]], ...]
    cut: str


def page(ranking: Ranking) -> Iterator[str]:
    """Draw a ranking, piece by piece."""
    reused = _table("reused", tr("几家用了同一张照片"), tables.reused_columns(), map(tables.reused_row, ranking.reused))
    return template("rank.html.j2").generate(
        language=LANGUAGES[ranking.lang], words=_words(), said=words, layout=layout, grid=grid, text=columns.text,
        filled=filled, ranking=ranking, sections=(_section(league) for league in ranking.leagues), reused=reused,
        failures=tables.failures(islice(ranking.failures, LISTED)), tone=layout.TONES, sign=layout.SIGNS,
    )  # fmt: skip


def _section(league: League) -> Section:
    listed = list(islice(league.placed, LISTED))
    said = (words.headline(league), *((words.quota(league.quota),) if league.quota else ()))
    return Section(
        title=words.title(league),
        said=said,
        placed=_table(
            "placed", tr("排名"), tables.placed_columns(league), (tables.placed_row(league, one) for one in listed)
        ),
        apart=_table(
            "apart", tr("另列的单位（不参加排名）"), tables.apart_columns(), map(tables.apart_row, league.apart)
        ),
        spreads=tables.spreads(league),
        parts=tuple(
            _table("part", tr("按{title}排", title=part.title), tables.part_columns(), tables.part_rows((part,)))
            for part in league.parts
        ),
        heads=tuple(item.title for item in league.items),
        heat=tuple((one, tuple(_boxes(league, one))) for one in listed),
        cut=_cut(league.ranked),
    )


def _table(name: str, title: str, heads: tuple[Column, ...], rows: Iterable[Record]) -> Table:
    return Table(name, title, heads, tuple(islice(rows, LISTED)))


def _cut(ranked: int) -> str:
    if ranked <= LISTED:
        return ""
    return tr("这里只列前 {n} 个单位，全部 {all} 个见 csv、xlsx、json", n=LISTED, all=ranked)


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
        "placed": tr("排名"),
        "apart": tr("另列的单位（不参加排名）"),
        "heat": tr("单位和项目"),
        "heat_hint": tr("每格是得分率（%），颜色越深失分越多；把指针放在格上看分数"),
        "spreads": tr("各项分布（参加排名的单位）"),
        "parts": tr("分项排名"),
        "reused": tr("几家用了同一张照片"),
        "failures": tr("没能评分的文件"),
        "rank": tr("名次"),
        "unit": tr("单位"),
        "top": tr("回到顶部"),
    }
