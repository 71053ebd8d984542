"""A case to a report: its findings, what they refuse, the points."""

from wenming_score import checks
from wenming_score.facts import Case
from wenming_score.report import Report
from wenming_score.score import score
from wenming_score.source import Document


def evaluate(case: Case, papers: tuple[Document, Document]) -> Report:
    """Check and score a case; `papers` are the unit file and the rubric."""
    findings = checks.run(case, papers[0])
    return score(case, findings, checks.refusals(findings, case), checks.proved(findings, case), papers)
