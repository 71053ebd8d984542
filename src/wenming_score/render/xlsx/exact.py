"""Columns of exact points beside a table, from which the points that are shown are reckoned."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from wenming_score.records import record
from wenming_score.render.columns import Record
from wenming_score.render.workbook import a1
from wenming_score.render.xlsx.looks import FAINT, HEADING
from wenming_score.render.xlsx.page import Sheet
from wenming_score.text import tr
from wenming_score.values import CENT, plain, shown

_GUARD, _GUARDED = Fraction(1, 10**9), "1E-9"
"""Binary fractions add up to a hair below what they stand for: without it, points of 84.9 would be rounded down to
84.89. No figure that people score by lies so near below a cent."""
_WIDTH = 12


@record
class Reckoned:
    """What a formula refers to, without rounding, and what that comes to exactly."""

    formula: str
    exact: Fraction


class ExactColumns:
    """The columns, folded away, to the right of what is printed."""

    def __init__(self, sheet: Sheet, keys: tuple[str, ...]) -> None:
        """Head the columns, in the row of the headings that was written last."""
        first, page = sheet.last + 1, sheet.page
        self._sheet = sheet
        self._at = {key: first + number for number, key in enumerate(keys)}
        for key, column in self._at.items():
            heading = tr("精确值：{name}", name=sheet.columns[sheet.at[key]].heading)
            page.write_string(sheet.row - 1, column, heading, sheet.look(HEADING))
        page.set_column(first, first + len(keys) - 1, _WIDTH, None, {"level": 1, "hidden": True})
        page.set_column(first + len(keys), first + len(keys), _WIDTH, None, {"collapsed": True})

    @property
    def last(self) -> int:
        """Tell the last column."""
        return max(self._at.values())

    def put(self, row: int, exact: Mapping[str, Fraction]) -> None:
        """Write exact points: a number, or a fraction as a formula that is one."""
        look = self._sheet.look(FAINT, {"num_format": "General", "text_wrap": False})
        for key, points in exact.items():
            column, text = self._at[key], plain(points)
            if "/" in text:
                self._sheet.page.write_formula(row, column, f"={text}", look, float(points))
            else:
                self._sheet.page.write_number(row, column, float(points), look)

    def over(self, key: str, rows: range) -> str:
        """Refer to the exact points of a row, or to the sum of those of several."""
        first, last = a1(rows.start, self._at[key]), a1(rows.stop - 1, self._at[key])
        return first if len(rows) == 1 else f"SUM({first}:{last})" if rows else "0"

    def show(self, row: int, record: Record, key: str, made: Reckoned, step: Decimal = CENT) -> None:
        """Let a cell reckon the points that stand in it; where it would come to others, they stay."""
        number = self._sheet.at[key]
        said = record.cells[number]
        if isinstance(said, Decimal) and shown(made.exact + _GUARD, step) == said:
            places = -int(step.as_tuple().exponent)
            self._sheet.formula(row, number, record, f"=ROUNDDOWN({made.formula}+{_GUARDED},{places})")
