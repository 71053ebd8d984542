"""Findings and gaps as SARIF 2.1.0, the way code scanning shows them."""

from collections.abc import Mapping
from urllib.parse import quote

from wenming_score.render.comparison import notice
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.issues import Issue, issues
from wenming_score.render.json import Part, write
from wenming_score.render.sarif_rules import rules
from wenming_score.report import Report
from wenming_score.text import inert, tr

_AT_MOST = 5_000
"""As many results as GitHub shows of a run; it refuses a run with more than 25,000."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}

Object = Mapping[str, Part]


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write one run with all units in it, the gravest results first."""
    del enclosed
    return write({"$schema": _SCHEMA, "version": "2.1.0", "runs": (_run(reports),)})


def _run(reports: tuple[Report, ...]) -> Object:
    found = issues(reports)
    described = rules(found)
    ranks = {name: rank for rank, name in enumerate(described)}
    driver = {"name": inert(reports[0].tool.name), "version": inert(reports[0].tool.version)}
    return {
        "tool": {"driver": {**driver, "rules": tuple(described.values())}},
        "automationDetails": {"id": "wenming-score/"},
        "language": _LANGUAGES[reports[0].lang],
        "columnKind": "unicodeCodePoints",
        "artifacts": tuple({report.unit.file: _artifact(report) for report in reports}.values()),
        "results": tuple(_result(issue, ranks[issue.rule]) for issue in found[:_AT_MOST]),
        **_left_out(len(found) - _AT_MOST),
        "properties": {"units": tuple(map(_unit, reports))},
    }


def _place(file: str) -> Object:
    """Write a path as a reference that no reader takes for a host or a scheme."""
    return {"uri": quote(file.lstrip("/")), "uriBaseId": "%SRCROOT%"}


def _artifact(report: Report) -> Object:
    return {
        "location": _place(inert(report.unit.file)),
        "description": {"text": inert(report.unit.name)},
        "roles": ("analysisTarget",),
        "hashes": {"sha-256": report.unit.sha256},
    }


def _result(issue: Issue, rank: int) -> Object:
    region = {"startLine": issue.line, **({"startColumn": issue.column} if issue.column else {})}
    return {
        "ruleId": issue.rule,
        "ruleIndex": rank,
        "level": issue.severity,
        "message": {"text": issue.message},
        "locations": (
            {
                "physicalLocation": {
                    "artifactLocation": _place(issue.file),
                    **({"region": region} if issue.line else {}),
                },
                "logicalLocations": tuple({"name": name, "kind": kind} for kind, name in issue.about.items()),
            },
        ),
        "partialFingerprints": {"wenmingScore/v1": issue.fingerprint},
        **({"properties": issue.details} if issue.details else {}),
    }


def _left_out(number: int) -> Object:
    """Say how many results were too many."""
    if number <= 0:
        return {}
    text = tr("只列出最要紧的 {most} 条，另有 {n} 条没有列出", most=_AT_MOST, n=number)
    notification = {"level": "warning", "message": {"text": text}}
    return {"invocations": ({"executionSuccessful": True, "toolExecutionNotifications": (notification,)},)}


def _unit(report: Report) -> Object:
    return {
        "unit": inert(report.unit.name),
        "file": inert(report.unit.file),
        "rubric": inert(f"{report.rubric.id}-{report.rubric.edition}"),
        "as_of": report.as_of,
        "score": report.score,
        **({"changes": inert(notice(report.changes))} if report.changes else {}),
        "verdict": {"outcome": report.verdict.outcome, "reasons": tuple(map(inert, report.verdict.reasons))},
        "gate": {"passed": report.gate.passed, "reasons": tuple(map(inert, report.gate.reasons))},
    }
