"""A plain table of rows: for spreadsheets, for scripts."""

import csv as comma_separated
import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO

from wenming_score.render.cells import width
from wenming_score.render.workbook import new_book
from wenming_score.text import inert

Cell = str | int | None
_UNNAMEABLE = re.compile(r"[\[\]:*?/\\]")
"""What the name of a worksheet may not have in it."""
_LINE = 14
"""Points of a line."""
_LIVE = ("=", "+", "-", "@", "\t")
"""What makes a spreadsheet take a text for a formula."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in cells."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    as_of: date


def csv(sheet: Sheet) -> str:
    """Write the rows as CSV that Excel and WPS open as UTF-8."""
    text = StringIO()
    writer = comma_separated.writer(text)
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows([[_tame(cell) for cell in row] for row in sheet.rows])
    return "\ufeff" + text.getvalue()


def _tame(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = inert(cell)
    return f"'{text}" if text.startswith(_LIVE) else text


def _lines(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> int:
    """Say how many lines the fullest cell of a row takes; viewers do not all reckon that themselves."""
    return max(
        -(-width(str(cell or "")) // (column.width - 1)) or 1 for cell, column in zip(cells, columns, strict=True)
    )


def xlsx(sheet: Sheet) -> bytes:
    """Write a workbook that prints well: landscape A4, the heading on every page."""
    made = BytesIO()
    book = new_book(made, sheet.title, sheet.as_of)
    page = book.add_worksheet(_UNNAMEABLE.sub(" ", inert(sheet.title))[:31])
    font = {"font_name": "宋体", "font_size": 10}
    bold = {**font, "bold": True, "align": "center", "valign": "vcenter"}
    heading = book.add_format({**bold, "border": 1, "text_wrap": True, "bg_color": "#F2F2F2"})
    text = book.add_format({**font, "border": 1, "text_wrap": True, "valign": "top"})
    last = len(sheet.columns) - 1
    page.merge_range(0, 0, 0, last, inert(sheet.title), book.add_format({**bold, "font_size": 16}))
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(1, number, column.heading, heading)
    page.set_row(0, 28)
    for row, cells in enumerate(sheet.rows, 2):
        page.set_row(row, _LINE * _lines(cells, sheet.columns))
        for number, cell in enumerate(cells):
            if isinstance(cell, int):
                page.write_number(row, number, cell, text)
            else:
                page.write_string(row, number, inert(cell or ""), text)
    page.freeze_panes(2, 0)
    page.autofilter(1, 0, 1 + len(sheet.rows), last)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(1)
    page.set_footer("&C&P / &N")
    book.close()
    return made.getvalue()
