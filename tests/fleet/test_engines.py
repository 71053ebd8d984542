import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import closing
from importlib import import_module
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from door import there
from fleets import ORDER, named, reusers, unit
from wenming_score.fleet import (
    Alone,
    EngineError,
    Named,
    Order,
    Processes,
    Somewhere,
    Store,
    Wish,
    ranking,
    survey,
)
from wenming_score.fleet.engines import AHEAD, Engine, Task
from wenming_score.fleet.measure import Batch
from wenming_score.rank import Failure, Row
from wenming_score.render import json


class Cluster:
    """A real scheduler and two workers, each a process."""

    def __init__(self) -> None:
        made: Any = import_module("distributed").LocalCluster
        self._cluster = made(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50)
        self.address: str = self._cluster.scheduler_address

    def kill_a_worker(self) -> None:
        os.kill(self._cluster.workers[0].process.process.pid, signal.SIGKILL)

    def close(self) -> None:
        self._cluster.close()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with closing(Cluster()) as made:
        yield made


@pytest.fixture
def units(tmp_path: Path) -> list[Named]:
    """Write a fleet of a hundred, four with photos and one that cannot be read."""
    paths = [*reusers(tmp_path), *(unit(tmp_path / f"站{number:03}", registered=number % 9) for number in range(95))]
    (tmp_path / "坏").mkdir()
    (tmp_path / "坏" / "unit.yaml").write_text("unit: [", encoding="utf-8")
    return named(*paths, tmp_path / "坏" / "unit.yaml")


def said(units: list[Named], engine: Engine) -> str:
    """Give the whole ranking as JSON."""
    store = Store(None, {})
    try:
        survey(units, store, engine, ORDER, lambda stage, done, of: None)  # noqa: ARG005
        return "".join(json.pieces(ranking(store, Wish("item", 3), ORDER)))
    finally:
        store.close()


def test_three_engines_say_the_same_to_the_byte(units: list[Named], cluster: Cluster) -> None:
    alone = said(units, Alone())

    assert said(units, Processes(2)) == alone
    assert said(units, Somewhere(cluster.address)) == alone


class Killing:
    """Runs an engine, and kills one of its workers once something has come back."""

    def __init__(self, engine: Engine, kill: Callable[[], None]) -> None:
        self._engine, self._kill = engine, kill

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        for number, batch in enumerate(self._engine.run(tasks, order)):
            if number == 0:
                self._kill()
            yield batch


def test_a_process_that_is_killed_loses_nothing(units: list[Named], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wenming_score.fleet.rounds.TASK", 4)
    alone = said(units, Alone())

    def kill() -> None:
        os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)

    assert said(units, Killing(Processes(2), kill)) == alone


def test_a_worker_that_is_killed_loses_nothing(
    units: list[Named], cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wenming_score.fleet.rounds.TASK", 4)
    alone = said(units, Alone())

    assert said(units, Killing(Somewhere(cluster.address), cluster.kill_a_worker)) == alone


Measure = Callable[[Task, Order], Batch]


class Executor:
    """Measures at once."""

    def submit(self, measure: Measure, task: Task, order: Order) -> Future[Batch]:
        future: Future[Batch] = Future()
        future.set_result(measure(task, order))
        return future

    def shutdown(self, *, wait: bool) -> None:
        del wait


class Fragile(Executor):
    """Breaks on units of one name, as processes do that are out of memory."""

    def __init__(self, deadly: str) -> None:
        self._deadly, self._broken = deadly, False

    def submit(self, measure: Measure, task: Task, order: Order) -> Future[Batch]:
        self._broken = self._broken or any(self._deadly in one.shown for one in task)
        return failed(BrokenExecutor()) if self._broken else super().submit(measure, task, order)


class Wrong(Executor):
    """Has workers that have not installed us."""

    def submit(self, measure: Measure, task: Task, order: Order) -> Future[Batch]:
        del measure, task, order
        return failed(ModuleNotFoundError("No module named 'wenming_score'"))


def failed(error: Exception) -> Future[Batch]:
    future: Future[Batch] = Future()
    future.set_exception(error)
    return future


def hiring(monkeypatch: pytest.MonkeyPatch, hire: Callable[[], Executor]) -> Processes:
    """Give an engine of two processes that hires other workers."""

    def pool(engine: Processes) -> Executor:
        del engine
        return hire()

    monkeypatch.setattr(Processes, "_pool", pool)
    return Processes(2)


def test_what_kills_every_process_is_found_out_and_the_others_are_measured(
    units: list[Named], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = hiring(monkeypatch, lambda: Fragile("站042/"))

    outcomes = [
        one.outcome for batch in engine.run([units[:50], units[50:60], units[60:]], ORDER) for one in batch.measured
    ]

    lost = [one for one in outcomes if isinstance(one, Failure) and one.bad == "lost"]
    assert sorted(one.file for one in outcomes) == sorted(one.shown for one in units)
    assert [one.file for one in lost] == ["站042/unit.yaml"]
    assert sum(isinstance(one, Row) for one in outcomes) == len(units) - 2


@pytest.mark.parametrize("refusal", [OSError("no /dev/shm"), NotImplementedError(), ImportError("sem_open")])
def test_where_the_system_gives_no_processes_this_one_measures(
    units: list[Named], monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    def none() -> Executor:
        raise refusal

    assert said(units, hiring(monkeypatch, none)) == said(units, Alone())


@pytest.mark.parametrize("started", [0, 1])
def test_where_the_system_starts_no_process_or_no_second_one_this_one_helps(
    units: list[Named], monkeypatch: pytest.MonkeyPatch, started: int
) -> None:
    begin, begun = ForkServerProcess.start, list[int]()

    def start(process: ForkServerProcess) -> None:
        if len(begun) >= started:
            raise BlockingIOError("Resource temporarily unavailable")
        begun.append(1)
        begin(process)

    monkeypatch.setattr("wenming_score.fleet.rounds.TASK", 4)
    alone = said(units, Alone())
    monkeypatch.setattr(ForkServerProcess, "start", start)

    assert said(units, Processes(2)) == alone
    assert len(begun) == started


def test_workers_that_cannot_work_at_all_are_complained_of(units: list[Named], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineError, match="wenming_score"):
        said(units, hiring(monkeypatch, Wrong))


def test_workers_of_another_version_are_refused(units: list[Named]) -> None:
    class Old(Alone):
        def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
            yield from (Batch("0.0.1", batch.measured) for batch in super().run(tasks, order))

    store = Store(None, {})
    with pytest.raises(EngineError, match=r"0\.0\.1"):
        survey(units, store, Old(), ORDER, lambda stage, done, of: None)  # noqa: ARG005
    assert store.count() == 0
    store.close()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "tcp://"])
def test_a_scheduler_that_is_not_there_is_said(tmp_path: Path, address: str) -> None:
    unit(tmp_path / "站")

    refused = there("rank", ".", "--engine", "dask", "--scheduler", address, cwd=tmp_path)

    assert refused.returncode == 2
    assert refused.stderr.decode().startswith(f"--engine: 连不上调度器 {address}：")
    assert refused.stderr.count(b"\n") == 1


def test_few_tasks_are_handed_out_at_a_time(units: list[Named], monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter([one] for one in units)
    handed = 0

    def counted() -> Iterator[Task]:
        nonlocal handed
        for task in given:
            handed += 1
            yield task

    batches = hiring(monkeypatch, Executor).run(counted(), ORDER)

    assert all(handed - number <= 2 * AHEAD for number, _ in enumerate(batches))
    assert handed == len(units)
