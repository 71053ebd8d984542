"""What can be wrong with an assessment: one file a check, named in the tuple below."""

from collections.abc import Iterator, Mapping

from wenming_score.checks.activity_outside_period import activity_outside_period
from wenming_score.checks.activity_without_evidence import activity_without_evidence
from wenming_score.checks.base import Check
from wenming_score.checks.claim_without_evidence import claim_without_evidence
from wenming_score.checks.date_range_mismatch import date_range_mismatch
from wenming_score.checks.date_unreadable import date_unreadable
from wenming_score.checks.denominator_missing import denominator_missing
from wenming_score.checks.evidence_date_unknown import evidence_date_unknown
from wenming_score.checks.evidence_empty import evidence_empty
from wenming_score.checks.evidence_escapes_root import evidence_escapes_root
from wenming_score.checks.evidence_missing import evidence_missing
from wenming_score.checks.evidence_outside_period import evidence_outside_period
from wenming_score.checks.evidence_type_mismatch import evidence_type_mismatch
from wenming_score.checks.not_applicable_refused import not_applicable_refused
from wenming_score.checks.period_outside_term import period_outside_term
from wenming_score.checks.quantity_approximate import quantity_approximate
from wenming_score.checks.quantity_implausible import quantity_implausible
from wenming_score.checks.quantity_placeholder import quantity_placeholder
from wenming_score.checks.red_line_breached import red_line_breached
from wenming_score.checks.red_line_undeclared import red_line_undeclared
from wenming_score.checks.self_score_missing import self_score_missing
from wenming_score.checks.self_score_overclaims import self_score_overclaims
from wenming_score.checks.survey_sample_short import survey_sample_short
from wenming_score.checks.title_lapsed import title_lapsed
from wenming_score.checks.unknown_id import unknown_id
from wenming_score.facts import Case, Refusals
from wenming_score.finding import Finding, Problem
from wenming_score.source import Document
from wenming_score.values import Severity

CHECKS: tuple[Check, ...] = (
    activity_outside_period,
    activity_without_evidence,
    claim_without_evidence,
    date_range_mismatch,
    date_unreadable,
    denominator_missing,
    evidence_date_unknown,
    evidence_empty,
    evidence_escapes_root,
    evidence_missing,
    evidence_outside_period,
    evidence_type_mismatch,
    not_applicable_refused,
    period_outside_term,
    quantity_approximate,
    quantity_implausible,
    quantity_placeholder,
    red_line_breached,
    red_line_undeclared,
    self_score_missing,
    self_score_overclaims,
    survey_sample_short,
    title_lapsed,
    unknown_id,
)


def run(case: Case, document: Document) -> tuple[Finding, ...]:
    """Run every check; findings come in the order of the file."""
    severities = case.rubric.severities
    found = (
        _dress(check, problem, severities.get(check.id, check.severity), case, document)
        for check in CHECKS
        for problem in check.find(case)
    )
    return tuple(sorted(found, key=_order))


def refusals(findings: tuple[Finding, ...], case: Case) -> Refusals:
    """Gather why evidence does not carry from the findings that refuse it."""
    where = {check.id: check.refuses for check in CHECKS}
    reasons: dict[tuple[str, str | None], str] = {}
    for finding in findings:
        if finding.evidence and where[finding.rule] == "everywhere":
            reasons.setdefault((finding.evidence, None), finding.message)
        elif finding.evidence and where[finding.rule] == "where_cited":
            for indicator in _concerned(finding, case):
                reasons.setdefault((finding.evidence, indicator), finding.message)
    return reasons


def proved(findings: tuple[Finding, ...], case: Case) -> Mapping[str, frozenset[str]]:
    """Gather the rules that hold against each indicator: by its name, its evidence or its activities."""
    rules: dict[str, set[str]] = {}
    for finding in findings:
        for indicator in _concerned(finding, case):
            rules.setdefault(indicator, set()).add(finding.rule)
    return {indicator: frozenset(names) for indicator, names in rules.items()}


def _concerned(finding: Finding, case: Case) -> Iterator[str]:
    if finding.indicator:
        yield finding.indicator
    elif finding.evidence:
        yield from case.assessment.citing.get(finding.evidence, ())
    elif finding.activity:
        yield from case.assessment.activities[finding.activity].serves


def _dress(check: Check, problem: Problem, severity: Severity, case: Case, document: Document) -> Finding:
    at = document.spot(problem.where)
    item = case.rubric.item_of.get(problem.indicator or "")
    return Finding(
        rule=check.id,
        severity=severity,
        message=problem.message,
        file=at.file,
        line=at.line,
        column=at.column,
        item=item.id if item else None,
        indicator=problem.indicator,
        evidence=problem.evidence,
        activity=problem.activity,
        usual=check.severity if severity != check.severity else None,
    )


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.line, finding.column, finding.rule, finding.indicator or ""
