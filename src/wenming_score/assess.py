"""The whole way in a few lines: load, look, check, score, judge."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from wenming_score import checks, evidence
from wenming_score.facts import Case
from wenming_score.gate import Limits, judge
from wenming_score.load import LoadedUnit, load_unit
from wenming_score.report import Report
from wenming_score.score import score


@dataclass(frozen=True, slots=True)
class Job:
    """What to assess and by what."""

    as_of: date
    rubric: str | None = None
    evidence_root: Path | None = None
    limits: Limits = field(default_factory=Limits)


class NothingAssessedError(Exception):
    """A unit file has no answers and no activities."""


def assess(path: Path, shown: str, job: Job) -> Report:
    """Assess one unit file; raises InputError where it cannot be read, NothingAssessedError where it is bare."""
    loaded = load_unit(path, shown, job.rubric)
    if loaded.assessment.blank:
        raise NothingAssessedError(shown)
    return assess_loaded(loaded, job.evidence_root or path.parent, job)


def assess_loaded(loaded: LoadedUnit, root: Path, job: Job) -> Report:
    """Assess a unit file that has been read."""
    assessment, rubric = loaded.assessment, loaded.by.rubric
    case = Case(rubric, assessment, job.as_of, evidence.gather(assessment.evidence, root))
    findings = checks.run(case, loaded.document)
    papers = (loaded.document, loaded.by.document)
    report = score(case, findings, checks.refusals(findings, case), checks.proved(findings, case), papers)
    return replace(report, gate=judge(report, job.limits))
