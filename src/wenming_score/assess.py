"""The whole way in a few lines: load, look, compare, check, score, judge."""

import gc
from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from wenming_score import evidence
from wenming_score.elsewhere import Other
from wenming_score.evaluate import evaluate
from wenming_score.evidence import Holdings, Watch, unwatched
from wenming_score.facts import NOTHING_SUPPOSED, Case, Elsewhere, Supposed
from wenming_score.gate import Limits, judge
from wenming_score.ledger import ledger
from wenming_score.load import LoadedUnit, load_unit
from wenming_score.records import record
from wenming_score.report import Report
from wenming_score.text import tr

LOCK = "evidence.lock"
"""The lock's name, beside the unit file."""
_SELDOM = 50_000
"""Containers more than were freed, before Python looks for cycles: a unit file of 2,000 lines makes fewer."""


@record
class Job:
    """What to assess and by what."""

    as_of: date
    rubric: str | None = None
    evidence_root: Path | None = None
    limits: Limits = field(default_factory=Limits)
    supposed: Supposed = NOTHING_SUPPOSED


def for_many() -> None:
    """Make ready for many units: none leaves cycles behind, and looking for them takes a fifth of the time of each."""
    gc.set_threshold(_SELDOM)
    gc.enable()


class NothingAssessedError(Exception):
    """A unit file has no answers and no activities; its argument is what messages call the file."""

    @property
    def said(self) -> str:
        """Say so to people."""
        return tr("{file}：没有一条自评（answers），也没有活动（activities），无从打分", file=str(self))


@record
class Looked:
    """A unit file with what was found of its evidence."""

    loaded: LoadedUnit
    path: Path
    holdings: Holdings

    @property
    def home(self) -> str:
        """Tell it from every other unit file."""
        return str(self.path.absolute())


def load(path: Path, shown: str, rubric: str | None = None) -> LoadedUnit:
    """Load a unit file; raises InputError where it cannot be read, NothingAssessedError where it is bare."""
    loaded = load_unit(path, shown, rubric)
    if loaded.assessment.blank:
        raise NothingAssessedError(shown)
    return loaded


def inputs(loaded: LoadedUnit, path: Path, job: Job) -> Iterator[Path]:
    """Name every file that an assessment reads: the unit file, its rubric, its lock, its evidence."""
    yield path
    yield path.parent / LOCK
    yield Path(job.rubric) if job.rubric else path.parent / loaded.assessment.rubric
    root = job.evidence_root or path.parent
    yield from (root / entry.path for entry in loaded.assessment.evidence.values() if entry.path)


def look(loaded: LoadedUnit, path: Path, job: Job, watch: Watch = unwatched) -> Looked:
    """Look at the evidence of a unit file that has been loaded from a path."""
    root = job.evidence_root or path.parent
    return Looked(loaded, path, evidence.gather(loaded.assessment.evidence, root, path.parent / LOCK, watch))


def compare_with(path: Path, shown: str, job: Job, watch: Watch) -> Other:
    """Read a unit file with its evidence, or a lock, to compare others with."""
    if path.suffix == ".lock":
        return Other(str(path.absolute()), shown, evidence.read_lock(path, shown))
    loaded = load_unit(path, shown)
    return other(look(loaded, path, Job(job.as_of), watch))


def other(looked: Looked) -> Other:
    """Make a unit something to compare others with."""
    return Other(looked.home, looked.loaded.document.file, looked.holdings.files, looked.loaded.assessment)


def assess(path: Path, shown: str, job: Job) -> Report:
    """Load and assess a unit file; `shown` is what messages call it."""
    return assess_looked(look(load(path, shown, job.rubric), path, job), job)


def case_of(looked: Looked, job: Job, compared: Elsewhere | None = None) -> Case:
    """Put together all that may be known of a unit whose evidence has been looked at."""
    loaded, found = looked.loaded, looked.holdings
    return Case(
        loaded.by.rubric,
        loaded.assessment,
        job.as_of,
        found.files,
        found.unlisted,
        found.lock,
        compared or Elsewhere(),
        looked.home,
        job.supposed,
    )


def evaluate_looked(looked: Looked, job: Job, compared: Elsewhere | None = None) -> Report:
    """Check and score a unit whose evidence has been looked at; the ledger is left empty and the gate open."""
    return evaluate(case_of(looked, job, compared), (looked.loaded.document, looked.loaded.by.document))


def assess_looked(looked: Looked, job: Job, compared: Elsewhere | None = None) -> Report:
    """Assess a unit whose evidence has been looked at."""
    loaded, found = looked.loaded, looked.holdings
    report = evaluate_looked(looked, job, compared)
    index = ledger(loaded.assessment, loaded.by.rubric, found.files, report, job.supposed.refused())
    return replace(report, ledger=index, gate=judge(report, job.limits))
