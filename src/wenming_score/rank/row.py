"""A report to the one row that many units side by side have room for."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from wenming_score.rank.document import Findings, Line, Part, Row, Standing
from wenming_score.report import GroupScore, ItemScore, Report
from wenming_score.values import FOUR_PLACES, shown


def row(report: Report) -> Row:
    """Keep of a report what a row shows."""
    score, items = report.score, tuple(map(_part, report.items))
    counted = Counter(finding.severity for finding in report.findings)
    return Row(
        file=report.unit.file,
        name=report.unit.name,
        type=report.unit.type,
        rubric=f"{report.rubric.id}-{report.rubric.edition}",
        period=report.period,
        standing=_standing(report),
        verdict=report.verdict.outcome,
        reasons=report.verdict.reasons,
        self_score=score.self_score,
        claimed=score.claimed,
        supported=score.supported,
        full=score.full,
        share=score.share,
        coverage=_coverage(report),
        red_lines=tuple(Line(one.id, one.title, one.status) for one in report.red_lines if one.status != "clear"),
        worst=min((part for part in items if part.full), key=lambda part: part.share, default=items[0]),
        findings=Findings(counted["error"], counted["warning"], counted["note"]),
        items=items,
        standards=tuple(map(_part, report.standards)),
    )


def _part(part: ItemScore | GroupScore) -> Part:
    return Part(part.id, part.title, part.full, part.supported, part.share)


def _standing(report: Report) -> Standing:
    """Tell who is ranked: a rubric without a pass mark leaves the verdict open, but not the order."""
    outcome = report.verdict.outcome
    if outcome in ("vetoed", "ineligible"):
        return outcome
    unknown = any(line.status == "undeclared" for line in report.red_lines)
    unknown = unknown or any(condition.status == "unknown" for condition in report.eligibility)
    return "undetermined" if unknown else "ranked"


def _coverage(report: Report) -> Decimal:
    outcomes = [indicator.outcome for item in report.items for indicator in item.indicators]
    apply = [outcome for outcome in outcomes if outcome != "not_applicable"]
    filled = sum(outcome != "missing" for outcome in apply)
    return shown(Fraction(filled, len(apply)), FOUR_PLACES) if apply else Decimal(1)
