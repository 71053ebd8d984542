"""What can be wrong with an assessment: one file a check, named in the tuple below."""

from collections.abc import Iterator, Mapping

from wenming_score.checks.activity_counted_twice import activity_counted_twice
from wenming_score.checks.activity_outside_period import activity_outside_period
from wenming_score.checks.activity_without_evidence import activity_without_evidence
from wenming_score.checks.base import Check
from wenming_score.checks.claim_without_evidence import claim_without_evidence
from wenming_score.checks.date_range_mismatch import date_range_mismatch
from wenming_score.checks.date_unreadable import date_unreadable
from wenming_score.checks.denominator_missing import denominator_missing
from wenming_score.checks.department_uncovered import department_uncovered
from wenming_score.checks.evidence_changed import evidence_changed
from wenming_score.checks.evidence_date_conflict import evidence_date_conflict
from wenming_score.checks.evidence_date_unknown import evidence_date_unknown
from wenming_score.checks.evidence_empty import evidence_empty
from wenming_score.checks.evidence_escapes_root import evidence_escapes_root
from wenming_score.checks.evidence_excessive import evidence_excessive
from wenming_score.checks.evidence_missing import evidence_missing
from wenming_score.checks.evidence_outside_period import evidence_outside_period
from wenming_score.checks.evidence_reused import evidence_reused
from wenming_score.checks.evidence_type_mismatch import evidence_type_mismatch
from wenming_score.checks.evidence_type_unknown import evidence_type_unknown
from wenming_score.checks.evidence_uncited import evidence_uncited
from wenming_score.checks.evidence_unlisted import evidence_unlisted
from wenming_score.checks.evidence_unreadable import evidence_unreadable
from wenming_score.checks.festival_date_mismatch import festival_date_mismatch
from wenming_score.checks.not_applicable_refused import not_applicable_refused
from wenming_score.checks.note_too_long import note_too_long
from wenming_score.checks.period_outside_term import period_outside_term
from wenming_score.checks.photo_reused import photo_reused
from wenming_score.checks.quantity_approximate import quantity_approximate
from wenming_score.checks.quantity_implausible import quantity_implausible
from wenming_score.checks.quantity_placeholder import quantity_placeholder
from wenming_score.checks.red_line_breached import red_line_breached
from wenming_score.checks.red_line_undeclared import red_line_undeclared
from wenming_score.checks.self_score_missing import self_score_missing
from wenming_score.checks.self_score_overclaims import self_score_overclaims
from wenming_score.checks.survey_sample_short import survey_sample_short
from wenming_score.checks.text_reused import text_reused
from wenming_score.checks.title_lapsed import title_lapsed
from wenming_score.checks.unknown_id import unknown_id
from wenming_score.facts import Case, Refusals
from wenming_score.finding import Finding, Problem
from wenming_score.source import Document
from wenming_score.values import Severity

CHECKS: tuple[Check, ...] = (
    activity_counted_twice,
    activity_outside_period,
    activity_without_evidence,
    claim_without_evidence,
    date_range_mismatch,
    date_unreadable,
    denominator_missing,
    department_uncovered,
    evidence_changed,
    evidence_date_conflict,
    evidence_date_unknown,
    evidence_empty,
    evidence_escapes_root,
    evidence_excessive,
    evidence_missing,
    evidence_outside_period,
    evidence_reused,
    evidence_type_mismatch,
    evidence_type_unknown,
    evidence_uncited,
    evidence_unlisted,
    evidence_unreadable,
    festival_date_mismatch,
    not_applicable_refused,
    note_too_long,
    period_outside_term,
    photo_reused,
    quantity_approximate,
    quantity_implausible,
    quantity_placeholder,
    red_line_breached,
    red_line_undeclared,
    self_score_missing,
    self_score_overclaims,
    survey_sample_short,
    text_reused,
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
    """Gather why evidence does not carry from the findings that refuse it, and what is supposed not to be there."""
    reach = {check.id: check.refuses for check in CHECKS}
    everywhere = dict(case.supposed.refused())
    indicators: dict[tuple[str, str], str] = {}
    activities: dict[tuple[str, str], str] = {}
    for finding in findings:
        if not finding.refuses or not finding.evidence:
            continue
        if reach[finding.rule] == "everywhere":
            everywhere.setdefault(finding.evidence, finding.message)
        elif finding.activity and not finding.indicator:
            activities.setdefault((finding.evidence, finding.activity), finding.message)
        else:
            for indicator in _concerned(finding, case):
                indicators.setdefault((finding.evidence, indicator), finding.message)
    return Refusals(everywhere, indicators, activities)


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
        refuses=problem.evidence is not None and not problem.spares and _refuses(check, case),
        usual=check.severity if severity != check.severity else None,
    )


def _refuses(check: Check, case: Case) -> bool:
    if check.refuses == "where_doubted":
        return case.rubric.doubtful_evidence == "refused"
    return check.refuses != "nowhere"


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.line, finding.column, finding.rule, finding.indicator or ""
