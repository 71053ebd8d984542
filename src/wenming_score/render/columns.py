"""What a table is, whatever format shows it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from wenming_score.records import record
from wenming_score.render import layout
from wenming_score.render.layout import Tone
from wenming_score.values import percent, plain

Cell = str | int | Decimal | date | None
"""A number is points or a count; None is a cell without an answer."""


@record
class Column:
    """A column: what it holds, its heading, its width in cells."""

    key: str
    heading: str
    width: int
    holds: Literal["text", "points", "signed", "count", "share", "day"] = "text"


@record
class Record:
    """A row; an item is at level 0, its indicators at level 1, bonus, penalty and total at level 2."""

    cells: tuple[Cell, ...]
    tone: Tone = "plain"
    level: Literal[0, 1, 2] = 0
    sign: str = ""
    """For the column that says what the row has come to, where colour alone would not do."""


@record
class Table:
    """A table with a title; the name is for links and styles."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Record, ...]


def text(cell: Cell, column: Column) -> str:
    """Write a cell as people read it."""
    if cell is None:
        return "-" if column.holds in {"points", "signed", "share"} else ""
    if isinstance(cell, (str, date)):
        return str(cell)
    if column.holds == "share":
        return percent(Fraction(cell))
    if column.holds == "signed":
        return f"{Decimal(cell):+.2f}" if cell else "0.00"
    return layout.points(Decimal(cell)) if column.holds == "points" else plain(Fraction(cell))
