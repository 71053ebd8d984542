"""The points of every row of the table of points, reckoned from exact ones."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from wenming_score.render.columns import Table
from wenming_score.render.xlsx.exact import ExactColumns, Reckoned
from wenming_score.render.xlsx.page import Sheet
from wenming_score.report import Exact, ItemScore, Report
from wenming_score.values import FOUR_PLACES

_Points = Mapping[str, Fraction]
_EARNED = ("claimed", "supported")
_NOTHING: _Points = {"full": Fraction(0), "claimed": Fraction(0), "supported": Fraction(0)}


class Points:
    """The rows of the table as they stand on the worksheet, and the exact columns beside them."""

    def __init__(self, sheet: Sheet, exact: ExactColumns, table: Table, rows: range) -> None:
        """Take a table that has been written."""
        self._sheet, self._exact, self._rows = sheet, exact, rows
        self._records = dict(zip(rows, table.rows, strict=True))

    def reckon(self, report: Report) -> None:
        """Reckon the indicators, their items, and the total with bonus and penalty."""
        first, total = self._rows.start, self._rows.stop - 1
        row, items = first, _NOTHING
        for item, parts in by_item(report, first):
            items = _sum((items, self._item(item, parts)))
            row = parts.stop
        asked = self._over(range(first, row), items)
        more = [self._extra(beside) for beside in range(row, total)]
        with_more = self._over(range(first, total), _sum((items, *more)))
        self._show(total, asked, {key: _at_least_none(with_more[key]) for key in _EARNED} if more else asked)

    def _item(self, item: ItemScore, parts: range) -> _Points:
        scored = [_points(one.exact) for one in item.indicators]
        for row, points in zip(parts, scored, strict=True):
            self._exact.put(row, points)
            asked = self._over(range(row, row + 1), points)
            self._show(row, asked, asked)
        together = _sum(scored)
        asked = self._over(parts, together)
        self._show(parts.start - 1, asked, asked)
        return together

    def _extra(self, row: int) -> _Points:
        said = {key: self._records[row].cells[self._sheet.at[key]] for key in _EARNED}
        points = {key: Fraction(cell) for key, cell in said.items() if isinstance(cell, Decimal)}
        self._exact.put(row, points)
        return points

    def _over(self, rows: range, points: _Points) -> Mapping[str, Reckoned]:
        return {key: Reckoned(self._exact.over(key, rows), points[key]) for key in _NOTHING}

    def _show(self, row: int, asked: Mapping[str, Reckoned], earned: Mapping[str, Reckoned]) -> None:
        """Show a row; bonus and penalty are in what is earned, but not in the full points and the gap."""
        record, full = self._records[row], asked["full"]
        self._exact.show(row, record, "full", full)
        self._exact.show(row, record, "gap", _less(full, asked["supported"]))
        for key in _EARNED:
            self._exact.show(row, record, key, earned[key])
        self._exact.show(row, record, "share", _share(earned["supported"], full), FOUR_PLACES)


def by_item(report: Report, row: int) -> Iterator[tuple[ItemScore, range]]:
    """Say in which rows the indicators of each item are; the item's own is the one before."""
    for item in report.items:
        parts = range(row + 1, row + 1 + len(item.indicators))
        yield item, parts
        row = parts.stop


def _points(exact: Exact) -> _Points:
    return {
        "full": Fraction(exact.full),
        "claimed": Fraction(exact.claimed),
        "supported": Fraction(exact.supported),
    }


def _sum(parts: Iterable[_Points]) -> _Points:
    made = dict(_NOTHING)
    for part in parts:
        for key, points in part.items():
            made[key] += points
    return made


def _at_least_none(made: Reckoned) -> Reckoned:
    return Reckoned(f"MAX(0,{made.formula})", max(Fraction(0), made.exact))


def _less(whole: Reckoned, part: Reckoned) -> Reckoned:
    return Reckoned(f"{whole.formula}-{part.formula}", whole.exact - part.exact)


def _share(part: Reckoned, whole: Reckoned) -> Reckoned:
    share = min(Fraction(1), part.exact / whole.exact) if whole.exact else Fraction(0)
    return Reckoned(f"IF({whole.formula}=0,0,MIN(1,{part.formula}/{whole.formula}))", share)
