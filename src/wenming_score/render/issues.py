"""Findings and gaps alike, as CI shows them on the lines of a file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from wenming_score.finding import SEVERITIES, Finding
from wenming_score.records import record
from wenming_score.render import layout
from wenming_score.render.fingerprints import Identity, fingerprints
from wenming_score.report import Gap, Report
from wenming_score.text import inert, tr
from wenming_score.values import Severity

GAP = "gap"
"""The rule that a gap goes by; no check has this name."""


@record
class Issue:
    """A finding or a gap; line and column are 0 where there are none, its texts are safe to show."""

    rule: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    about: Mapping[str, str]
    """The ids of its item, indicator, evidence and activity, as far as it has them."""
    details: Mapping[str, str | bool | Decimal]
    fingerprint: str = ""
    points: Decimal = Decimal(0)

    @property
    def identity(self) -> Identity:
        """Say what it is about."""
        return self.file, self.rule, *(self.about.get(kind) for kind in ("item", "indicator", "evidence", "activity"))


def issues(reports: tuple[Report, ...]) -> tuple[Issue, ...]:
    """List all findings, the gravest first, then all gaps, the most points first."""
    found = [*(_finding(one) for report in reports for one in report.findings), *_gaps(reports)]
    names = fingerprints(issue.identity for issue in found)
    named = (replace(issue, fingerprint=name) for issue, name in zip(found, names, strict=True))
    return tuple(sorted(named, key=lambda issue: (issue.rule == GAP, SEVERITIES.index(issue.severity), -issue.points)))


def _finding(one: Finding) -> Issue:
    about = {"item": one.item, "indicator": one.indicator, "evidence": one.evidence, "activity": one.activity}
    details: dict[str, str | bool | Decimal] = {"refuses": True} if one.refuses else {}
    if one.usual:
        details["usual"] = one.usual
    return Issue(
        rule=inert(one.rule),
        severity=one.severity,
        message=inert(one.message),
        file=inert(one.file),
        line=one.line,
        column=one.column,
        about={kind: inert(name) for kind, name in about.items() if name},
        details=details,
    )


def _gaps(reports: tuple[Report, ...]) -> Iterator[Issue]:
    for report in reports:
        lines = {one.id: one.line or 0 for item in report.items for one in item.indicators}
        yield from (_gap(one, report.unit.file, lines[one.indicator]) for one in report.gaps)


def _gap(one: Gap, file: str, line: int) -> Issue:
    lost = tr("{title}：{loss}", title=one.title, loss=layout.loss(one.points, one.reason))
    message = tr("；").join([lost, *([layout.action(one.action)] if one.action else [])])
    return Issue(
        rule=GAP,
        severity="note",
        message=inert(message),
        file=inert(file),
        line=line,
        column=0,
        about={"item": inert(one.item), "indicator": inert(one.indicator)},
        details={"points": one.points, "person_days": one.person_days, "lead_days": one.lead_days},
        points=one.points,
    )
