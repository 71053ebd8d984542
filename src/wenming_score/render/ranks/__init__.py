"""A ranking to text and files, each written piece by piece."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from wenming_score.choices import RankFormat
from wenming_score.rank import Ranking
from wenming_score.render import json as records
from wenming_score.render.ranks import tables
from wenming_score.render.ranks.terminal import lines

__all__ = ["FILES", "TEXTS", "lines"]


def _json(ranking: Ranking) -> Iterator[str]:
    yield from records.pieces(ranking)
    yield "\n"


def _csv(ranking: Ranking) -> Iterator[str]:
    """Write a row a unit; by item or standard, a row for each of them."""
    from wenming_score.render import sheet  # noqa: PLC0415 - no other format needs what writes spreadsheets

    if ranking.by == "total":
        yield from sheet.csv_lines(tables.every_columns(ranking), tables.every_row(ranking))
    else:
        yield from sheet.csv_lines(tables.every_part_columns(), tables.every_part_row(ranking))


def _html(ranking: Ranking) -> Iterator[str]:
    from wenming_score.render.ranks.page import page  # noqa: PLC0415 - no other format needs templates

    return page(ranking)


def _xlsx(ranking: Ranking, file: BinaryIO) -> None:
    from wenming_score.render.ranks.book import book  # noqa: PLC0415 - no other format needs a workbook

    book(ranking, file)


def _parquet(ranking: Ranking, file: BinaryIO) -> None:
    from wenming_score.render.ranks.parquet import parquet  # noqa: PLC0415 - an extra

    parquet(ranking, file)


TEXTS: Mapping[RankFormat, Callable[[Ranking], Iterator[str]]] = {"json": _json, "csv": _csv, "html": _html}
"""What writes each format that is text, piece by piece; the table of the terminal stands by itself."""
FILES: Mapping[RankFormat, Callable[[Ranking, BinaryIO], None]] = {"xlsx": _xlsx, "parquet": _parquet}
"""What writes each format that is none."""
