"""What `evidence lock` does."""

from collections.abc import Sequence
from pathlib import Path

from wenming_score.assess import LOCK, Job, Looked
from wenming_score.cli import codes, units
from wenming_score.cli.looking import look_at
from wenming_score.cli.output import complain, write_files
from wenming_score.evidence import write_lock
from wenming_score.files import FileFact
from wenming_score.text import tr

Files = dict[str, FileFact]


def write_locks(paths: Sequence[str], job: Job) -> int:
    """Write the lock beside each unit file; units of one folder share one."""
    round_ = look_at(paths, job, bare=True)
    locks = _locks(round_.looked)
    write_files({path: write_lock(now) for path, (_, now) in locks.items()})
    for path, (before, now) in locks.items():
        said = tr("写好 {file}：{n} 个文件", file=units.shown(path), n=len(now))
        complain(said + tr("；").join(["", *_changes(before, now)]))
    return codes.worst([*round_.outcomes, *(codes.PASSED for _ in locks)])


def check_locks(paths: Sequence[str], job: Job) -> int:
    """Compare the files with the lock; write nothing."""
    round_ = look_at(paths, job, bare=True)
    for path, (before, now) in _locks(round_.looked).items():
        changes = _changes(before, now)
        if changes:
            complain(tr("{file} 和文件不一致：{changes}", file=units.shown(path), changes=tr("；").join(changes)))
        round_.outcomes.append(codes.GATE_FAILED if changes else codes.PASSED)
    return codes.worst(round_.outcomes)


def _locks(looked: Sequence[Looked]) -> dict[Path, tuple[Files, Files]]:
    """Give what each lock says, and what it should say."""
    locks: dict[Path, tuple[Files, Files]] = {}
    for one in looked:
        before, now = locks.setdefault(one.path.parent / LOCK, ({}, {}))
        before |= one.holdings.lock
        for name, entry in one.loaded.assessment.evidence.items():
            fact = one.holdings.files[name]
            if entry.path is not None and fact.sha256:
                now[entry.path] = fact
            elif entry.path is not None:
                complain(tr("{file}：{id} 没有锁定（{path}）", file=units.shown(one.path), id=name, path=entry.path))
    return locks


def _changes(before: Files, now: Files) -> list[str]:
    """Say what was added, changed and dropped."""
    groups = (
        (tr("新增"), [path for path in now if path not in before]),
        (tr("变了"), [path for path in now if path in before and now[path].sha256 != before[path].sha256]),
        (tr("去掉"), [path for path in before if path not in now]),
    )
    return [tr("{what} {n} 个（{path}）", what=what, n=len(paths), path=min(paths)) for what, paths in groups if paths]
