"""A unit file of a revision with its evidence of then."""

from pathlib import Path, PurePosixPath

from wenming_score import evidence
from wenming_score.assess import LOCK, Job, Looked, NothingAssessedError
from wenming_score.evidence import Watch, limits, unwatched
from wenming_score.evidence.places import Root
from wenming_score.files import FileFact
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.history.git import GitError
from wenming_score.history.shelf import Revision
from wenming_score.history.spec import Spec
from wenming_score.history.store import Store
from wenming_score.load import load_unit


def look_at_revision(spec: Spec, job: Job, store: Store, watch: Watch = unwatched) -> Looked:
    """Load a unit file and look at its evidence, both as they were.

    Raises InputError where it cannot be read, NothingAssessedError where it is bare. A rubric of the job is on disk.
    """
    try:
        return _look(spec, job, store, watch)
    except GitError as error:
        raise InputError([Mistake(Location(spec.shown), str(error))]) from None


def between(older: Spec, newer: Spec, store: Store) -> list[Spec]:
    """Name the older revision and every one up to the newer in which something beside the unit file changed."""
    try:
        repository, path = store.place(newer)
        first, last = repository.commit(older.revision), repository.commit(newer.revision)
        unit = Revision(repository, newer.revision, last).unit(path)
        commits = repository.between(first, last, PurePosixPath(unit).parent.as_posix())
        return [Spec(commit, unit) for commit in (first, *commits)]
    except GitError as error:
        raise InputError([Mistake(Location(newer.shown), str(error))]) from None


def _look(spec: Spec, job: Job, store: Store, watch: Watch) -> Looked:
    repository, path = store.place(spec)
    revision = Revision(repository, spec.revision, repository.commit(spec.revision))
    path = revision.unit(path)
    shown = revision.shown(path)
    loaded = load_unit(Path(path), shown, job.rubric, revision)
    if loaded.assessment.blank:
        raise NothingAssessedError(shown)
    beside = PurePosixPath(path).parent
    root = _root(job, revision, beside.as_posix(), store)
    locked = _locked(revision, (beside / LOCK).as_posix())
    held = evidence.gather_by(loaded.assessment.evidence, root, locked, watch, store.memory)
    return Looked(loaded, Path(f"{revision.commit}:{path}"), held)


def _root(job: Job, revision: Revision, beside: str, store: Store) -> Path | Root:
    """Find the evidence: in the revision, unless it is looked for outside of the repository."""
    if job.evidence_root is None:
        return revision.folder(beside)
    found = store.within(job.evidence_root)
    return revision.folder(found[1]) if found and found[0] is revision.repository else job.evidence_root


def _locked(revision: Revision, path: str) -> dict[str, FileFact]:
    found = revision.find(path, Path())
    return evidence.parse_lock(revision.load(*found, limits.LOCK), found[1]) if found else {}
