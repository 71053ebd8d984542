"""The whole way in a few lines: load, look, check, score, judge."""

from collections.abc import Iterator
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


def load(path: Path, shown: str, job: Job) -> LoadedUnit:
    """Load a unit file; raises InputError where it cannot be read, NothingAssessedError where it is bare."""
    loaded = load_unit(path, shown, job.rubric)
    if loaded.assessment.blank:
        raise NothingAssessedError(shown)
    return loaded


def inputs(loaded: LoadedUnit, path: Path, job: Job) -> Iterator[Path]:
    """Name every file that an assessment reads: the unit file, its rubric, its evidence."""
    yield path
    yield Path(job.rubric) if job.rubric else path.parent / loaded.assessment.rubric
    root = job.evidence_root or path.parent
    yield from (root / entry.path for entry in loaded.assessment.evidence.values() if entry.path)


def assess(path: Path, shown: str, job: Job) -> Report:
    """Load and assess a unit file; `shown` is what messages call it."""
    return assess_loaded(load(path, shown, job), path, job)


def assess_loaded(loaded: LoadedUnit, path: Path, job: Job) -> Report:
    """Assess a unit file that has been loaded from a path."""
    assessment, rubric = loaded.assessment, loaded.by.rubric
    files = evidence.gather(assessment.evidence, job.evidence_root or path.parent)
    case = Case(rubric, assessment, job.as_of, files)
    findings = checks.run(case, loaded.document)
    papers = (loaded.document, loaded.by.document)
    report = score(case, findings, checks.refusals(findings, case), checks.proved(findings, case), papers)
    return replace(report, gate=judge(report, job.limits))
