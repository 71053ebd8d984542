"""What `evidence list` and `evidence audit` do."""

from collections.abc import Sequence
from pathlib import Path

from wenming_score.assess import Job
from wenming_score.choices import Color, FailOn, SheetFormat
from wenming_score.cli import codes
from wenming_score.cli.looking import look_at, others
from wenming_score.cli.output import (
    colored,
    complain,
    plain_text,
    print_lines,
    put,
    put_bytes,
    terminal_width,
    write_files,
)
from wenming_score.finding import SEVERITIES, Finding, severity_word
from wenming_score.records import record
from wenming_score.render import json, sheet
from wenming_score.render.cells import Line
from wenming_score.render.columns import Table
from wenming_score.render.ledger import lines
from wenming_score.render.table import findings as listed
from wenming_score.render.tables import findings, ledger
from wenming_score.report import Piece
from wenming_score.text import tr

Made = str | bytes | list[Line]


@record
class Sink:
    """In which form it goes where; no path is the screen."""

    form: SheetFormat
    path: Path | None
    color: Color

    @property
    def outputs(self) -> list[Path]:
        """List the files that are written."""
        return [self.path] if self.path else []


def list_units(paths: Sequence[str], job: Job, sink: Sink) -> int:
    """List the ledgers of units."""
    round_ = look_at(paths, job, sink.outputs, bare=True)
    pieces = [(tr("{unit}材料目录", unit=report.unit.name), report.ledger) for report in round_.reports()]
    if pieces:
        _put(_index(pieces, job, sink.form), sink)
    return codes.worst([*round_.outcomes, *(codes.PASSED for _ in pieces)])


def _index(indices: list[tuple[str, tuple[Piece, ...]]], job: Job, form: SheetFormat) -> Made:
    if form == "table":
        tables = [lines(title, pieces, terminal_width()) for title, pieces in indices]
        return [line for table in tables for line in (*table, [])]
    together = tuple(piece for _, pieces in indices for piece in pieces)
    return json.write(together) if form == "json" else _sheet(ledger(indices[0][0], together), job, form)


def audit_units(paths: Sequence[str], job: Job, against: Sequence[str], bar: FailOn, sink: Sink) -> int:
    """List the faults of units' evidence, and judge them."""
    before = others(against, job)
    round_ = look_at(paths, job, sink.outputs, bare=True)
    found = tuple(
        finding for report in round_.reports(before) for finding in report.findings if _about_evidence(finding)
    )
    if round_.looked:
        _put(_faults(found, job, sink.form), sink)
    round_.outcomes += [_judge(found, bar)] if round_.looked else []
    return codes.worst(round_.outcomes)


def _about_evidence(finding: Finding) -> bool:
    return finding.rule.startswith(("evidence-", "photo-")) or finding.rule == "activity-without-evidence"


def _faults(found: tuple[Finding, ...], job: Job, form: SheetFormat) -> Made:
    if form == "table":
        return list(listed(found, terminal_width())) or [[(tr("材料没有查出毛病"), "good")]]
    return json.write(found) if form == "json" else _sheet(findings(tr("材料问题"), found), job, form)


def _judge(found: tuple[Finding, ...], bar: FailOn) -> int:
    failing = () if bar == "never" else SEVERITIES[: SEVERITIES.index(bar) + 1]
    for severity in failing:
        number = sum(finding.severity == severity for finding in found)
        if number:
            complain(tr("材料核查未通过：有 {n} 个{severity}级问题", n=number, severity=severity_word(severity)))
    return codes.GATE_FAILED if any(finding.severity in failing for finding in found) else codes.PASSED


def _sheet(table: Table, job: Job, form: SheetFormat) -> Made:
    return sheet.xlsx(table, job.as_of) if form == "xlsx" else sheet.csv(table)


def _put(made: Made, sink: Sink) -> None:
    if sink.path is not None:
        write_files({sink.path: plain_text(made) if isinstance(made, list) else made})
    elif isinstance(made, list):
        print_lines(made, color=colored(sink.color))
    elif isinstance(made, bytes):
        put_bytes(made)
    else:
        put(made)
