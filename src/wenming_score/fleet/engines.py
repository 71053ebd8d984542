"""Where unit files are measured: in this process, in several, on other machines; the same function everywhere."""

import importlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from multiprocessing import connection
from threading import Thread
from typing import ParamSpec, Protocol, TypeVar

from wenming_score import __version__
from wenming_score.fleet.measure import Batch, Measured, Named, Order, lost, measure
from wenming_score.text import tr

P = ParamSpec("P")
T = TypeVar("T")
Task = Sequence[Named]
"""Unit files that one worker measures at a time."""
AHEAD = 3
"""Tasks a worker that are handed out at once: enough to keep it busy, few enough to keep memory flat."""


class EngineError(Exception):
    """There is nobody to measure anything; says why."""


class Engine(Protocol):
    """Measures tasks, in whatever order they are done."""

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        """Yield what came of each task; raise EngineError where nobody can work."""
        ...


class Alone:
    """Measures in this process, one task after the other."""

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        """Yield what came of each task."""
        for task in tasks:
            yield measure(task, order)


class Processes:
    """Measures in so many processes of this machine, or in this one where the system gives no others."""

    def __init__(self, jobs: int) -> None:
        """Take how many."""
        self.jobs = jobs

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        """Yield what came of each task."""
        try:
            crew = _Crew(self._pool, self.jobs * AHEAD, (BrokenExecutor,))
        except (ImportError, NotImplementedError, OSError):
            yield from Alone().run(tasks, order)
        else:
            yield from crew.run(tasks, order)

    def _pool(self) -> ProcessPoolExecutor:
        known = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")
        return _Pool(self.jobs, context, _begin)


class _Pool(ProcessPoolExecutor):
    """Processes; for what none can be started, this one works."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        try:
            return super().submit(fn, *args, **kwargs)
        except OSError:
            done: Future[T] = Future()
            done.set_result(fn(*args, **kwargs))
            return done


class Somewhere:
    """Measures on the workers of a dask scheduler; they read the same paths and have the same version of us."""

    def __init__(self, scheduler: str) -> None:
        """Take the scheduler's address."""
        self._scheduler = scheduler

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        """Yield what came of each task; raise EngineError where nobody answers, or there are no workers."""
        try:
            distributed = importlib.import_module("distributed")
        except ImportError:
            raise EngineError(tr("没有装 dask；请运行 {command}", command=_INSTALL)) from None
        try:
            client = distributed.Client(self._scheduler, set_as_default=False, timeout=_PATIENCE)
        except (OSError, ValueError, TypeError) as error:
            said = tr("连不上调度器 {address}：{reason}", address=self._scheduler, reason=_said(error))
            raise EngineError(said) from None
        with client:
            workers = sum(client.ncores().values())
            if not workers:
                raise EngineError(tr("调度器 {address} 上没有 worker", address=self._scheduler))
            yield from _Crew(client.get_executor, workers * AHEAD, (distributed.KilledWorker,)).run(tasks, order)


_INSTALL = 'pip install "wenming-score[dask]"'
_PATIENCE = "10s"
"""How long a scheduler may take to answer."""


class _Crew:
    """Hands tasks to an executor, few at a time; what kills a worker is tried again by itself, smaller and smaller."""

    def __init__(self, hire: Callable[[], Executor], ahead: int, deadly: tuple[type[Exception], ...]) -> None:
        self._hire = hire
        self._ahead = ahead
        self._deadly = deadly
        self._executor = hire()
        self._out: dict[Future[Batch], Task] = {}
        self._suspects: deque[Task] = deque()

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        try:
            for task in tasks:
                self._hand_out(task, order)
                while len(self._out) >= self._ahead:
                    yield from self._take_in()
                yield from self._try_suspects(order)
            while self._out:
                yield from self._take_in()
                yield from self._try_suspects(order)
        finally:
            self._let_go()

    def _hand_out(self, task: Task, order: Order) -> None:
        try:
            self._out[self._executor.submit(measure, task, order)] = task
        except self._deadly:  # it broke since; all that was out will say so
            self._suspects.append(task)

    def _take_in(self) -> Iterator[Batch]:
        for future in wait(self._out, return_when=FIRST_COMPLETED).done:
            task = self._out.pop(future)
            try:
                yield future.result()
            except self._deadly:
                self._suspects.append(task)
            except Exception as error:
                raise EngineError(tr("算不下去了：{reason}", reason=_said(error))) from error

    def _try_suspects(self, order: Order) -> Iterator[Batch]:
        """Try what may have killed a worker, with nothing else about."""
        if not self._suspects:
            return
        while self._out:
            yield from self._take_in()
        self._renew()
        while self._suspects:
            task = self._suspects.popleft()
            future = self._executor.submit(measure, task, order)
            try:
                yield future.result()
            except self._deadly:
                self._renew()
                half = len(task) // 2
                if half:
                    self._suspects.extendleft((task[half:], task[:half]))
                else:
                    yield Batch(__version__, (_deadly(task[0]),))

    def _renew(self) -> None:
        self._let_go()
        self._executor = self._hire()

    def _let_go(self) -> None:
        for future in self._out:
            future.cancel()
        self._executor.shutdown(wait=False)


def _deadly(unit: Named) -> Measured:
    return lost(unit, tr("{file}：一评它，评分的进程就没了（内存不够，或被系统结束）", file=unit.shown))


def _said(error: Exception) -> str:
    first = str(error).strip().splitlines()[:1]
    return f"{type(error).__name__}: {first[0]}" if first else type(error).__name__


def _begin() -> None:
    """Leave it to the first process to be interrupted; end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_outlived, daemon=True).start()


def _outlived() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
