"""How the units of a ranking are measured: by whom, how far it has come, and what is left when it is cut short."""

import os
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic

from typer.exceptions import TyperException

from wenming_score import __version__
from wenming_score.assess import Job
from wenming_score.choices import Engine
from wenming_score.cli import units
from wenming_score.cli.output import CannotWriteError, complain
from wenming_score.cli.progress import Progress
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.fleet import (
    Alone,
    EngineError,
    Named,
    Order,
    Processes,
    Somewhere,
    Stage,
    Store,
    StoreError,
    StoreFullError,
    opened,
    survey,
)
from wenming_score.fleet.engines import Engine as Runs
from wenming_score.records import record
from wenming_score.text import spoken, tr, why

_LEFT = Path("rank.db")
"""Where what was measured is left by an interrupted run that nobody had given a file."""
_MINUTE = 60
_CROWD = 200
"""From how many units on several processes pay: to start them takes as long as some tens of units."""
_MOST = 8
"""How many processes are started unasked: each takes some 50 MB."""


@record
class Work:
    """Who measures, and where what is measured is kept."""

    jobs: int | None
    engine: Engine
    scheduler: str | None
    resume: Path | None

    def hire(self, units: int) -> Runs:
        """Make the engine for so many units; raise TyperException where the options do not go together."""
        if self.engine == "dask":
            if not self.scheduler:
                raise TyperException(tr("--engine dask 要有 --scheduler，写调度器的地址"))
            if self.jobs is not None:
                raise TyperException(tr("--jobs 只用于本机；dask 有几个 worker 由它自己定"))
            return Somewhere(self.scheduler)
        if self.scheduler:
            raise TyperException(tr("--scheduler 要和 --engine dask 一起用"))
        jobs = self.jobs or (min(_cores(), _MOST) if units >= _CROWD else 1)
        return Processes(jobs) if jobs > 1 else Alone()


def _cores() -> int:
    """Count the cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def measured(paths: Sequence[Path], arguments: Sequence[str], work: Work, order: Order) -> Generator[Store]:
    """Measure unit files, and give what came of them; when that is cut short, leave it to go on from.

    Raises InputError where nobody can measure, or the file to go on from is none; CannotWriteError where it is full.
    """
    engine = work.hire(len(paths))
    try:
        with opened(work.resume, _about(arguments, order.job)) as store:
            watch = _Watch()
            try:
                survey(_named(paths), store, engine, order, watch)
                watch.wipe()
                yield store
            except (KeyboardInterrupt, EngineError):
                watch.wipe()
                _leave(store, len(paths), work.resume)
                raise
    except StoreFullError as error:
        raise CannotWriteError(str(error)) from None
    except StoreError as error:
        raise InputError([Mistake(Location("--resume"), str(error))]) from None
    except EngineError as error:
        raise InputError([Mistake(Location("--engine"), str(error))]) from None


def _about(arguments: Sequence[str], job: Job) -> Mapping[str, str]:
    """Say what decides over the rows: what is kept of other work is of no use."""
    return {
        "version": __version__,
        "UNIT": " ".join(arguments),
        "--as-of": str(job.as_of),
        "--rubric": job.rubric or "",
        "--evidence-root": str(job.evidence_root or ""),
        "--lang": spoken(),
    }


def _named(paths: Sequence[Path]) -> list[Named]:
    whole = (os.path.abspath(path) for path in paths)  # noqa: PTH100 - resolve() asks the file system
    return [Named(path, name) for path, name in zip(whole, units.names(paths), strict=True)]


def _leave(store: Store, found: int, resume: Path | None) -> None:
    """Leave what has been measured where the next run finds it."""
    done = store.count()
    if not done:
        return
    if resume is None:
        resume = next(path for path in _free() if not path.exists())
        try:
            store.keep(resume)
        except OSError as error:
            complain(tr("已评好 {done}/{found} 个，但是存不下来：{reason}", done=done, found=found, reason=why(error)))
            return
    said = tr(
        "已评好 {done}/{found} 个，存在 {file}；原样再运行一次，加上 --resume {file}，就接着评",
        done=done, found=found, file=resume,
    )  # fmt: skip
    complain(said)


def _free() -> Iterator[Path]:
    yield _LEFT
    yield from (_LEFT.with_stem(f"{_LEFT.stem}-{number}") for number in count(2))


class _Watch:
    """Tells how far the work has come, and about how long it will still take."""

    def __init__(self) -> None:
        self._started = monotonic()
        self._stages: dict[Stage, Progress] = {
            "measure": Progress(self._measuring),
            "compare": Progress(_comparing),
            "again": Progress(_measuring_again),
        }

    def __call__(self, stage: Stage, done: int, of: int) -> None:
        """Take how many of how many units have come through a stage."""
        self._stages[stage](done, of)

    def wipe(self) -> None:
        """Take away what has been said."""
        for stage in self._stages.values():
            stage.wipe()

    def _measuring(self, done: int, of: int) -> str:
        left = (monotonic() - self._started) / done * (of - done) if done else 0
        minutes = tr("不到 1 分钟") if left < _MINUTE else tr("约 {n} 分钟", n=round(left / _MINUTE))
        return tr("正在评分 {done}/{total}，还要{minutes}", done=done, total=of, minutes=minutes)


def _comparing(done: int, of: int) -> str:
    del done
    return tr("正在比对 {n} 个单位的照片", n=of)


def _measuring_again(done: int, of: int) -> str:
    return tr("和别家有同一张照片的单位重新评分 {done}/{total}", done=done, total=of)
