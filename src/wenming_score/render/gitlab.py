"""Findings and gaps as a GitLab Code Quality report."""

from wenming_score.render.enclosures import Enclosures
from wenming_score.render.issues import Issue, issues
from wenming_score.render.json import Part, write
from wenming_score.report import Report

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write one list, the gravest first."""
    del enclosed
    return write(tuple(map(_entry, issues(reports))))


def _entry(issue: Issue) -> Part:
    return {
        "description": issue.message,
        "check_name": issue.rule,
        "fingerprint": issue.fingerprint,
        "severity": _SEVERITIES[issue.severity],
        "location": {"path": issue.file, "lines": {"begin": max(issue.line, 1)}},
    }
