"""The table of points, which reckons: what a clerk fills in is added up."""

from collections.abc import Mapping

from wenming_score.render import layout, tables
from wenming_score.render.columns import Column, Table
from wenming_score.render.workbook import a1
from wenming_score.render.xlsx.exact import ExactColumns
from wenming_score.render.xlsx.filled import Filled
from wenming_score.render.xlsx.looks import HEADLINE, TONE_STYLES, Desk
from wenming_score.render.xlsx.page import Sheet, with_blanks
from wenming_score.render.xlsx.points import Points
from wenming_score.report import Report
from wenming_score.text import tr

_FREEZABLE = 220
"""The highest head, in points, that leaves room for the table under it on a small screen."""
_FILLED_IN = ("self_score", "review")


def scores(desk: Desk, name: str, report: Report) -> Mapping[str, str]:
    """Write the worksheet; say where each of its totals is."""
    review = Column("review", tr("评审得分"), 9, "points"), Column("opinion", tr("评审意见"), 22)
    table = with_blanks(tables.scores(report), *review)
    sheet = Sheet(desk, name, table.columns, (*_FILLED_IN, "opinion"))
    _head(sheet, table, report)
    exact = ExactColumns(sheet, ("full", "claimed", "supported"))
    rows = sheet.records(table)
    Points(sheet, exact, table, rows).reckon(report)
    for key in _FILLED_IN:
        Filled(sheet, table, rows, key).reckon(report)
    sheet.line(tr("分数只舍不入，保留两位小数；小计和合计按没有舍去的分数相加。黄色的格由人填写，填了会自动相加。"))
    sheet.finish()
    quoted = sheet.page.name.replace("'", "''")
    return {key: f"'{quoted}'!{a1(rows.stop - 1, column)}" for key, column in sheet.at.items()}


def _head(sheet: Sheet, table: Table, report: Report) -> None:
    score = report.score
    sheet.title(table.title)
    sheet.line(report.unit.name, HEADLINE)
    sheet.line(f"{layout.rubric(report)} · {layout.when(report)}")
    if supposed := layout.supposed(report.changes):
        sheet.line(supposed, {"bold": True})
    total = tr(
        "{supported} / {full}（{kind}）",
        supported=layout.points(score.supported),
        full=layout.full(score.full),
        kind=layout.kind_of_total(report),
    )
    outcome = tr("【{outcome}】", outcome=layout.outcome(report))
    tone = TONE_STYLES[layout.TONES[report.verdict.outcome]]
    sheet.line(tr("{outcome}支撑得分 {total}", outcome=outcome, total=total), {**tone, "bold": True})
    for reason in (*report.verdict.reasons, layout.basis(report)):
        sheet.line(f"· {reason}", {})
    sheet.page.repeat_rows(sheet.row)
    sheet.headings()
    sheet.page.freeze_panes(sheet.row if sheet.height < _FREEZABLE else 0, 1)
    sheet.page.outline_settings(visible=True, symbols_below=False)
