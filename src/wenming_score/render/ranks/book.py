"""A ranking as a workbook: the order, who stands apart, how all are spread; written row by row."""

from collections.abc import Iterable
from typing import BinaryIO

from wenming_score.rank import League, Ranking
from wenming_score.render.columns import Column, Record
from wenming_score.render.ranks import tables, words
from wenming_score.render.workbook import Options, long_book
from wenming_score.render.xlsx.looks import Desk
from wenming_score.render.xlsx.page import Sheet, whole
from wenming_score.text import tr

_HEAT: Options = {
    "type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num",
    "min_value": 0, "mid_value": 0.6, "max_value": 1,
    "min_color": "#F4B6AE", "mid_color": "#FFF3C9", "max_color": "#B7DFC2",
}  # fmt: skip


def book(ranking: Ranking, file: BinaryIO) -> None:
    """Write the workbook."""
    desk = Desk(new := long_book(file, tr("排名"), ranking.as_of))
    about = (words.about(ranking), *words.warnings(ranking))
    for league in ranking.leagues:
        _league(desk, league, about)
    _long(desk, tr("同一张照片"), tables.reused_columns(), map(tables.reused_row, ranking.reused), about)
    failed = tables.failures(ranking.failures)
    if failed.rows:
        whole(Sheet(desk, failed.title, failed.columns), failed, about)
    new.close()


def _league(desk: Desk, league: League, about: tuple[str, ...]) -> None:
    said = (words.title(league), words.headline(league), *((words.quota(league.quota),) if league.quota else ()))
    said = (*said, *about)
    rows = (tables.placed_row(league, one) for one in league.placed)
    _long(desk, tr("排名"), tables.placed_columns(league), rows, said, always=True)
    _long(desk, tr("另列的单位"), tables.apart_columns(), map(tables.apart_row, league.apart), said)
    _heat(desk, league, said)
    spread = tables.spreads(league)
    if spread.rows:
        whole(Sheet(desk, spread.title, spread.columns), spread, said)
    if league.parts:
        _long(desk, tr("分项排名"), tables.part_columns(), tables.part_rows(league.parts), said)


def _heat(desk: Desk, league: League, about: Iterable[str]) -> None:
    """Colour what each unit has of each item, from none to all."""
    if not league.ranked:
        return
    sheet = Sheet(desk, tr("热力图"), tables.heat_columns(league))
    first = _fill(sheet, tr("热力图"), (tables.heat_row(league, one) for one in league.placed), about)
    sheet.page.conditional_format(first, 2, sheet.row - 1, sheet.last, _HEAT)
    sheet.finish()


def _long(
    desk: Desk,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[Record],
    about: Iterable[str],
    *,
    always: bool = False,
) -> None:
    """Fill a worksheet as rows come; there is none where no row comes."""
    given = iter(rows)
    first = next(given, None)
    if first is None and not always:
        return
    sheet = Sheet(desk, title, columns)
    begun = _fill(sheet, title, (row for part in ((first,) if first else (), given) for row in part), about)
    sheet.filtered(range(begun, sheet.row))
    sheet.finish()


def _fill(sheet: Sheet, title: str, rows: Iterable[Record], about: Iterable[str]) -> int:
    sheet.start(title, about)
    begun = sheet.row
    for row in rows:
        sheet.record(row)
    return begun
