"""A plain table of rows: for spreadsheets, for scripts."""

import csv as comma_separated
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import chain

from wenming_score.render.columns import Cell, Column, Record, Table
from wenming_score.render.workbook import LIVE, new_book
from wenming_score.render.xlsx.looks import Desk
from wenming_score.render.xlsx.page import Sheet, whole
from wenming_score.text import inert_line
from wenming_score.values import plain


def csv(table: Table) -> str:
    """Write the rows as CSV that Excel and WPS open as UTF-8."""
    return "".join(csv_lines(table.columns, table.rows))


def csv_lines(columns: Sequence[Column], rows: Iterable[Record]) -> Iterator[str]:
    """Write CSV line by line, for what is too long to be held whole."""
    line = StringIO()
    writer = comma_separated.writer(line)
    for cells in chain(
        [[_tame(column.heading) for column in columns]], ([_tame(cell) for cell in row.cells] for row in rows)
    ):
        mark = "" if line.tell() else "\ufeff"
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        yield mark + line.getvalue()


def _tame(cell: Cell) -> Cell:
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return cell
    text = inert_line(cell)
    return f"'{text}" if text.startswith(LIVE) else text


def xlsx(table: Table, as_of: date) -> bytes:
    """Write a workbook that prints well: landscape A4, the heading on every page."""
    return book((table,), as_of)


def book(tables: Sequence[Table], as_of: date, about: Iterable[str] = ()) -> bytes:
    """Write a workbook of tables, a worksheet each; lines about them stand on the first."""
    made = BytesIO()
    new = new_book(made, tables[0].title, as_of)
    desk = Desk(new)
    for number, table in enumerate(tables):
        whole(Sheet(desk, table.title, table.columns), table, () if number else about)
    new.close()
    return made.getvalue()
