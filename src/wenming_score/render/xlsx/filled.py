"""A column of points that people fill in, and which adds itself up."""

from decimal import Decimal

from wenming_score.render.columns import Table
from wenming_score.render.workbook import a1
from wenming_score.render.xlsx.page import Sheet
from wenming_score.render.xlsx.points import by_item
from wenming_score.report import Report

_ARGUMENTS = 255
"""As many as a function of a spreadsheet takes."""


class Filled:
    """A column of the table of points: filled in for each indicator, or for a whole item."""

    def __init__(self, sheet: Sheet, table: Table, rows: range, key: str) -> None:
        """Take a table that has been written."""
        self._sheet, self._at, self._rows = sheet, sheet.at[key], rows
        self._records = dict(zip(rows, table.rows, strict=True))

    def reckon(self, report: Report) -> None:
        """Add up each item, and the items."""
        items: list[int] = []
        for _, parts in by_item(report, self._rows.start):
            items.append(parts.start - 1)
            self._sum(parts.start - 1, list(parts), [f"{self._cell(parts.start)}:{self._cell(parts.stop - 1)}"])
        self._sum(self._rows.stop - 1, items, [self._cell(row) for row in items])

    def _sum(self, row: int, parts: list[int], cells: list[str]) -> None:
        """Let a cell add up its parts; where the report says something else, its number stays."""
        said = self._said(row)
        given = [points for part in parts if (points := self._said(part)) is not None]
        if parts and said == (sum(given) if given else None):
            self._sheet.formula(row, self._at, self._records[row], f"=ROUND({_sum_of(cells)},2)")

    def _said(self, row: int) -> Decimal | None:
        said = self._records[row].cells[self._at]
        return said if isinstance(said, Decimal) else None

    def _cell(self, row: int) -> str:
        return a1(row, self._at)


def _sum_of(cells: list[str]) -> str:
    batches = (cells[first : first + _ARGUMENTS] for first in range(0, len(cells), _ARGUMENTS))
    return "+".join(f"SUM({','.join(batch)})" for batch in batches)
