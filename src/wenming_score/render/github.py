"""Findings and gaps as annotations: what a workflow of GitHub Actions says to its runner."""

from collections.abc import Iterator
from itertools import chain

from wenming_score.render import layout
from wenming_score.render.comparison import notice
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.issues import GAP, Issue, issues
from wenming_score.report import Report
from wenming_score.text import inert, tr

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write findings, gaps and why a gate is shut; the runner shows only the first ten of each severity."""
    del enclosed
    lines = chain(map(_issue, issues(reports)), *map(_changes, reports), *map(_gate, reports))
    return "".join(f"{line}\n" for line in lines)


def _issue(issue: Issue) -> str:
    title = tr("差距") if issue.rule == GAP else issue.rule
    return _command(_COMMANDS[issue.severity], title, issue.message, issue.file, issue.line, issue.column)


def _changes(report: Report) -> Iterator[str]:
    changes = report.changes
    if changes is not None:
        yield _command("notice", layout.compared(changes), inert(notice(changes)), inert(report.unit.file))


def _gate(report: Report) -> Iterator[str]:
    for reason in report.gate.reasons:
        yield _command("error", tr("门禁未通过"), inert(reason), inert(report.unit.file))


def _command(name: str, title: str, message: str, file: str, line: int = 0, column: int = 0) -> str:
    known = {"file": file, "line": line, "col": column, "title": title}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in known.items() if value)
    return f"::{name} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
