"""The work list: what loses points, with room for who mends it by when."""

from collections.abc import Iterable
from fractions import Fraction

from wenming_score.render import tables
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.xlsx.exact import ExactColumns, Reckoned
from wenming_score.render.xlsx.looks import Desk
from wenming_score.render.xlsx.page import Sheet, with_blanks
from wenming_score.report import Report
from wenming_score.text import tr


def gaps(desk: Desk, name: str, report: Report, about: Iterable[str]) -> None:
    """Write the worksheet; the total is that of the points before rounding."""
    blanks = (
        Column("department", tr("责任科室"), 11),
        Column("person", tr("责任人"), 9),
        Column("due", tr("完成时限"), 11),
        Column("progress", tr("完成情况"), 9),
    )
    table = with_blanks(tables.gaps(report), *blanks)
    sheet = Sheet(desk, name, table.columns, (column.key for column in blanks))
    sheet.start(table.title, about)
    exact = ExactColumns(sheet, ("points",))
    rows = sheet.records(table)
    sheet.filtered(rows, exact.last)
    if rows:
        _reckon(sheet, exact, table, rows, report)
        _progress(sheet, rows)
    sheet.finish()


def _reckon(sheet: Sheet, exact: ExactColumns, table: Table, rows: range, report: Report) -> None:
    parts = {one.id: one.exact for item in report.items for one in item.indicators}
    sum_ = Fraction(0)
    for row, record, gap in zip(rows, table.rows, report.gaps, strict=True):
        lost = Fraction(parts[gap.indicator].full) - Fraction(parts[gap.indicator].supported)
        exact.put(row, {"points": lost})
        exact.show(row, record, "points", Reckoned(exact.over("points", range(row, row + 1)), lost))
        sum_ += lost
    total = Record((tr("合计"), report.score.gap, *(None for _ in sheet.columns[2:])), level=2)
    sheet.record(total)
    exact.show(rows.stop, total, "points", Reckoned(exact.over("points", rows), sum_))


def _progress(sheet: Sheet, rows: range) -> None:
    column = sheet.at["progress"]
    states = [tr("未开始"), tr("进行中"), tr("已完成")]
    sheet.page.data_validation(rows.start, column, rows.stop - 1, column, {"validate": "list", "source": states})
