"""A worksheet, filled from the top: a title, lines about it, tables, and how it prints."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wenming_score.render.cells import wrap
from wenming_score.render.columns import Cell, Column, Record, Table
from wenming_score.render.workbook import LIVE, Options, Style, fitting
from wenming_score.render.xlsx.looks import FAINT, HEADING, INPUT, TITLE, Desk, of_cell, unsaid
from wenming_score.text import inert, tr

_LINE, _PADDING, _MOST_LINES = 14.0, 4.0, 28
"""Points of a line, and above and below; no row can be higher than 409 points."""
_A4, _A4_CELLS = 9, 175
_WIDE = 20
_TOTAL = 2
_DAY_NOUGHT = date(1899, 12, 30)
"""The day from which Excel counts days."""
"""The level of a total."""
_BAR: Options = {
    "type": "data_bar", "bar_color": "#9DC3E6", "bar_solid": True,
    "min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1,
}  # fmt: skip


class Sheet:
    """A worksheet, the row that comes next, and whether its table is a tree: items over their indicators."""

    def __init__(self, desk: Desk, name: str, columns: tuple[Column, ...], inputs: Iterable[str] = ()) -> None:
        """Begin a worksheet of A4 across, as wide as its columns; `inputs` are the columns that people fill in."""
        self.page, self.look = desk.page(name), desk.look
        self.columns, self._inputs = _fitted(columns), set(inputs)
        self.at = {column.key: number for number, column in enumerate(columns)}
        self.last = len(columns) - 1
        self.row, self.height, self.tree = 0, 0.0, False
        for number, column in enumerate(self.columns):
            self.page.set_column(number, number, column.width)
        self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.set_margins(0.4, 0.4, 0.5, 0.6)
        self.page.center_horizontally()
        self.page.fit_to_pages(1, 0)
        self.page.set_footer("&C" + tr("第 {page} 页，共 {pages} 页", page="&P", pages="&N"))

    def title(self, text: str) -> None:
        """Write a title over all columns."""
        self.line(text, TITLE, lines=2)

    def line(self, text: str, style: Style = FAINT, *, lines: int = 0) -> None:
        """Write a text over all columns."""
        text = fitting(inert(text))
        self.page.merge_range(self.row, 0, self.row, self.last, "", self.look(style))
        self.page.write_string(self.row, 0, text, self.look(style, _quoted(text)))
        self._next(lines or _lines(text, sum(column.width for column in self.columns)))

    def headings(self) -> None:
        """Write the headings of the columns."""
        for number, column in enumerate(self.columns):
            text = fitting(inert(column.heading))
            self.page.write_string(self.row, number, text, self.look(HEADING, _quoted(text)))
        self._next(max(_lines(column.heading, column.width) for column in self.columns))

    def records(self, table: Table) -> range:
        """Write the rows of a table and say where they are."""
        first = self.row
        self.tree = any(record.level == 1 for record in table.rows)
        for record in table.rows:
            self.record(record)
        if not table.rows:
            self.line(tr("（无）"))
        elif "share" in self.at:
            share = self.at["share"]
            self.page.conditional_format(first, share, self.row - 1, share, _BAR)
        return range(first, first + len(table.rows))

    def record(self, record: Record) -> None:
        """Write a row; in a tree the indicators can be folded away."""
        for number, (column, cell) in enumerate(zip(self.columns, record.cells, strict=True)):
            filled_in = column.key in self._inputs and record.level != _TOTAL
            self.cell(number, cell, {**of_cell(column, cell, record, tree=self.tree), **(INPUT if filled_in else {})})
        texts = ((cell, column.width) for column, cell in zip(self.columns, record.cells, strict=True))
        lines = max((_lines(cell, width) for cell, width in texts if isinstance(cell, str)), default=1)
        self._next(lines, folded=self.tree and record.level == 1)

    def cell(self, number: int, cell: Cell, style: Style) -> None:
        """Write what a cell holds: a number as a number, any text as a text."""
        if isinstance(cell, (int, Decimal)):
            self.page.write_number(self.row, number, float(cell), self.look(style))
        elif isinstance(cell, date):
            self.page.write_number(self.row, number, (cell - _DAY_NOUGHT).days, self.look(style))
        elif cell:
            text = fitting(inert(cell))
            self.page.write_string(self.row, number, text, self.look(style, _quoted(text)))
        else:
            self.page.write_blank(self.row, number, None, self.look(style))

    def formula(self, row: int, number: int, record: Record, formula: str) -> None:
        """Let a cell that has been written reckon the number that stands in it, or is still to come."""
        cell = record.cells[number]
        said = cell if isinstance(cell, Decimal) else None
        style = of_cell(self.columns[number], said, record, tree=self.tree)
        self.page.write_formula(row, number, formula, self.look(style, unsaid(said)), float(said or 0))

    def start(self, title: str, about: Iterable[str] = ()) -> None:
        """Write what stands above a table; its headings stay in sight and are on every page."""
        self.title(title)
        for line in about:
            self.line(line)
        self.page.repeat_rows(self.row)
        self.headings()
        self.page.freeze_panes(self.row, 0)

    def filtered(self, rows: range, last: int | None = None) -> None:
        """Offer filters over rows, from the first column to the last or to another."""
        if rows:
            self.page.autofilter(rows.start - 1, 0, rows.stop - 1, self.last if last is None else last)

    def finish(self) -> None:
        """Print what has been written and nothing beside it."""
        self.page.print_area(0, 0, self.row - 1, self.last)

    def _next(self, lines: int, *, folded: bool = False) -> None:
        height = _LINE * min(lines, _MOST_LINES) + _PADDING
        self.page.set_row(self.row, height, None, {"level": 1} if folded else None)
        self.row += 1
        self.height += height


def whole(sheet: Sheet, table: Table, about: Iterable[str] = ()) -> range:
    """Fill a worksheet with one table, and say where its rows are."""
    sheet.start(table.title, about)
    rows = sheet.records(table)
    sheet.filtered(rows)
    sheet.finish()
    return rows


def with_blanks(table: Table, *columns: Column) -> Table:
    """Give a table more columns, to be filled in."""
    blank: tuple[Cell, ...] = (None,) * len(columns)
    rows = tuple(replace(row, cells=(*row.cells, *blank)) for row in table.rows)
    return replace(table, columns=(*table.columns, *columns), rows=rows)


def _fitted(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Let the wide columns give way, so that what is printed across A4 can still be read."""
    wide = sum(column.width for column in columns if column.width >= _WIDE)
    room = _A4_CELLS - sum(column.width for column in columns) + wide
    return tuple(
        replace(column, width=max(_WIDE // 2, column.width * room // wide))
        if column.width >= _WIDE and room < wide
        else column
        for column in columns
    )


def _lines(text: str, width: int) -> int:
    """Say how many lines a text takes; viewers do not all reckon that themselves."""
    return len(wrap(text[: width * _MOST_LINES], width))


def _quoted(text: str) -> Style:
    """Let a text that looks like a formula or a number stay a text when somebody edits its cell."""
    return {"quote_prefix": True} if text.startswith(LIVE) or text[:1].isdigit() else {}
