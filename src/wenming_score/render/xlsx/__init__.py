"""The report as a workbook for a clerk: points that add themselves up, a work list, the ledger, what was found."""

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO

from wenming_score.render import comparison, layout, tables
from wenming_score.render.columns import Record
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.workbook import new_book
from wenming_score.render.xlsx.gaps import gaps
from wenming_score.render.xlsx.looks import HEADLINE, Desk
from wenming_score.render.xlsx.page import Sheet, whole
from wenming_score.render.xlsx.scores import scores
from wenming_score.report import Report
from wenming_score.text import tr


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> bytes:
    """Write one workbook: an overview if there are several units, then the worksheets of each."""
    del enclosed
    made = BytesIO()
    book = new_book(made, tr("自评打分表"), reports[0].as_of)
    desk = Desk(book)
    if len(reports) == 1:
        _unit(desk, reports[0], "")
    else:
        units = tables.units(reports)
        overview = Sheet(desk, units.title, units.columns)
        rows = whole(overview, units)
        for number, (row, record, report) in enumerate(zip(rows, units.rows, reports, strict=True), 1):
            totals = _unit(desk, report, f"{number} ")
            _follow(overview, row, record, totals)
    book.close()
    return made.getvalue()


def _unit(desk: Desk, report: Report, number: str) -> Mapping[str, str]:
    """Write the worksheets of a unit; say where each of its totals is."""
    supposed = layout.supposed(report.changes)
    about = (f"{report.unit.name} · {layout.rubric(report)} · {layout.when(report)}", *filter(None, (supposed,)))
    totals = scores(desk, number + tr("自评打分表"), report)
    gaps(desk, number + tr("整改清单"), report, about)
    for table in comparison.tables(report):
        whole(Sheet(desk, number + table.title, table.columns), table, about)
    for table in (
        tables.ledger(tr("材料目录"), report.ledger),
        tables.findings(tr("核查问题"), report.findings),
        tables.standing(report),
    ):
        whole(Sheet(desk, number + table.title, table.columns), table, about)
    _groups(desk, number + tr("标准和方法"), report, about)
    return totals


def _groups(desk: Desk, name: str, report: Report, about: tuple[str, ...]) -> None:
    """Put the tables of points by standard, method and view under one another."""
    listed = tuple(tables.groups(report))
    sheet = Sheet(desk, name, tables.group_columns())
    sheet.title(tr("标准和方法"))
    for line in about if listed else (*about, tr("（无）")):
        sheet.line(line)
    for table in listed:
        sheet.line(table.title, HEADLINE)
        sheet.headings()
        sheet.records(table)
    sheet.finish()


def _follow(overview: Sheet, row: int, record: Record, totals: Mapping[str, str]) -> None:
    """Let an overview say what the totals of a unit come to."""
    for number, (column, cell) in enumerate(zip(overview.columns, record.cells, strict=True)):
        if column.key in totals and (cell is None or isinstance(cell, Decimal)):
            overview.formula(row, number, record, f"={totals[column.key]}")
