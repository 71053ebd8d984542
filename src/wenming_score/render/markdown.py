"""The report as Markdown, for pull requests, wikis and the page of a CI run."""

import re
from collections.abc import Iterable, Iterator

from wenming_score.render import columns, comparison, layout, tables
from wenming_score.render.columns import Record, Table
from wenming_score.render.enclosures import Enclosures
from wenming_score.report import Report
from wenming_score.text import inert, tr
from wenming_score.values import plain

_LIVE = re.compile(r"[\\`*_{}\[\]()<>#!|~$]|^[-+=]|^:(?=:)|(?:(?<=^\d)|(?<=^\d\d))[.)](?=\s)")
"""What Markdown takes for markup, in a line or at its beginning."""
_LINKS = re.compile(r"(?<=[a-zA-Z])://|(?i:(?<=\bwww)\.)|@")
"""What makes a text a link or a mention without any markup."""
_FOLDED = ("ledger", "methods", "standard-changes", "carried-over")
_NUMBERS = 7
"""Columns of the scores up to the share: the title and the points."""
_SUMMED_UP = 900_000
"""Characters of a summary; GitHub refuses one of more than a megabyte."""


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write all of every report."""
    del enclosed
    return "\n".join(line for report in reports for line in _whole(report))


def summary(reports: tuple[Report, ...]) -> str:
    """Write what a reader of a CI run wants to know: where it stands, what failed, what to do."""
    text = "\n".join(line for report in reports for line in _brief(report))
    if len(text.encode()) <= _SUMMED_UP:
        return text
    cut = text[: _SUMMED_UP // 4].rpartition("\n")[0]
    return "\n".join([cut, "", tr("（太长，后面的略去）"), ""])


def _whole(report: Report) -> Iterator[str]:
    yield from _head(report)
    for table in comparison.tables(report):
        yield from section(table)
    yield from section(tables.standing(report))
    yield from section(tables.scores(report))
    for table in tables.groups(report):
        yield from section(table)
    yield from section(tables.gaps(report))
    yield from section(tables.findings(tr("问题"), report.findings))
    yield from section(tables.ledger(tr("材料目录"), report.ledger))


def _brief(report: Report) -> Iterator[str]:
    yield from _head(report)
    whole = tables.scores(report)
    items = tuple(Record(row.cells[:_NUMBERS], row.tone, row.level) for row in whole.rows if row.level != 1)
    yield from section(Table(whole.name, whole.title, whole.columns[:_NUMBERS], items))
    yield from section(tables.gaps(report))
    yield from section(tables.findings(tr("问题"), report.findings))


def _head(report: Report) -> Iterator[str]:
    score = report.score
    yield from (f"# {escape(report.unit.name)}", "", escape(layout.about(report)), "")
    if supposed := layout.supposed(report.changes):
        yield from (f"**{escape(supposed)}**", "")
    yield from (f"**{escape(layout.verdict(report))}**", "")
    kind = tr("（{kind}）", kind=layout.kind_of_total(report))
    yield _row([tr("支撑得分"), tr("申报得分"), tr("自评分"), tr("满分")])
    yield _row(["--:"] * 4)
    numbers = (score.supported, score.claimed, score.self_score)
    supported, claimed, own = (escape(layout.points(number)) for number in numbers)
    yield _row([f"**{supported}**{escape(kind)}", claimed, own, plain(score.full)])
    yield ""
    yield from bullets([*report.verdict.reasons, layout.basis(report)])
    if not report.gate.passed:
        yield from (f"**{tr('门禁未通过')}**", "", *bullets(report.gate.reasons))


def bullets(lines: Iterable[str]) -> Iterator[str]:
    """Write lines as a list."""
    yield from (f"- {escape(line)}" for line in lines)
    yield ""


def section(table: Table) -> Iterator[str]:
    """Write a table under its heading; a long one that few look up is folded."""
    if not table.rows:
        return
    folded = table.name in _FOLDED or table.name.startswith("view-")
    title = f"{escape(table.title)}"
    yield f"<details><summary>{title}</summary>" if folded else f"## {title}"
    yield ""
    yield _row(escape(column.heading) for column in table.columns)
    yield _row("---" if column.holds in {"text", "day"} else "--:" for column in table.columns)
    for row in table.rows:
        yield _row(_cells(row, table))
    yield ""
    if folded:
        yield "</details>"
        yield ""


def _cells(row: Record, table: Table) -> Iterator[str]:
    """Write the cells of a row; items and totals stand out among their indicators."""
    several = any(other.level == 1 for other in table.rows)
    for position, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        text = escape(columns.text(cell, column))
        strong = text and (row.level == 2 or (several and row.level == 0 and not position))  # noqa: PLR2004 - a total
        yield f"**{text}**" if strong else text


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escape(text: str) -> str:
    """Make a text mean nothing but itself."""
    harmless = _LIVE.sub(r"\\\g<0>", inert(text).replace("&", "&amp;"))
    return _LINKS.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), harmless)
