"""A run of the fuzzer: libFuzzer grows samples, each is put to the test, what breaks a promise is kept."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NoReturn

import atheris

from door import ROOT
from fuzzing import seeds
from fuzzing.guard import Guard
from fuzzing.mutations import Mutator
from habits import habits
from judging import BrokenPromiseError, Habit, probe
from samples import Sample, kept, read, unpacked

CORPUS = ROOT / "tests" / "corpus"
BYTES = 64 << 10
"""The largest sample; what is larger is slow and says no more."""


@dataclass(slots=True)
class Run:
    """What was done, and what was found."""

    found: Path
    scratch: Path
    seconds: int
    guard: Guard = field(default_factory=Guard)
    started: float = field(default_factory=perf_counter)
    done: Counter[str] = field(default_factory=Counter[str])
    broken: dict[str, int] = field(default_factory=dict[str, int])

    def one(self, content: bytes) -> None:
        """Do with one input what is always done with its like, and half the time one thing more."""
        if perf_counter() - self.started > self.seconds:
            self._end()
        sample = unpacked(content)
        if sample is None:
            return
        self.done[sample.target] += 1
        for habit in habits(sample)[: 1 + sample.turn // 7 % 2]:
            self._try(sample, habit)

    def _try(self, sample: Sample, habit: Habit) -> None:
        with TemporaryDirectory(dir=self.scratch) as name:
            try:
                with self.guard.over(Path(name)):
                    probe(sample, Path(name) / "room", habit)
            except BrokenPromiseError as error:
                self._keep(sample, error.promise, str(error))
            except Exception as error:  # noqa: BLE001 - the search goes on
                self._keep(sample, f"the promise could be tested ({type(error).__name__})", repr(error))

    def _keep(self, sample: Sample, promise: str, seen: str) -> None:
        """Keep the smallest sample of each broken promise."""
        known = self.broken.get(promise)
        if known is not None and known <= len(sample.content):
            return
        self.broken[promise] = len(sample.content)
        name = "broke-" + re.sub(r"\W+", "-", promise).strip("-")
        folder = self.found / sample.target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.{sample.suffix}").write_bytes(sample.content)
        if known is None:
            print(f"BROKEN {sample.target}: {promise}: {seen[:500]}", file=sys.stderr, flush=True)

    def _end(self) -> NoReturn:
        """Say what was done, and leave; libFuzzer would leave without a word."""
        seconds = perf_counter() - self.started
        total = self.done.total()
        print(f"{total} samples in {seconds:.0f} s, {total / seconds:.1f} a second", flush=True)
        print(", ".join(f"{target} {number}" for target, number in self.done.most_common()), flush=True)
        print(f"{len(self.broken)} promises broken{f', see {self.found}' if self.broken else ''}", flush=True)
        rmtree(self.scratch)
        os._exit(1 if self.broken else 0)


def fuzz(work: Path, scratch: Path, *, only: str | None, seconds: int, seed: int) -> None:
    """Set libFuzzer going; it ends the process."""
    grown, begun, found = (work / name for name in ("grown", "begun", "found"))
    for folder in (grown, begun, found):
        folder.mkdir(parents=True, exist_ok=True)
    samples = [sample for sample in begin() if only in {None, sample.target}]
    for number, sample in enumerate(samples):
        (begun / f"{number:04}").write_bytes(sample.packed())
    run = Run(found, scratch, seconds)
    mutator = Mutator(samples, _blindly)

    def changed(content: bytes, most: int, chance: int) -> bytes:
        return mutator(content, most, Random(chance))

    settings = (
        f"-seed={seed}", f"-max_len={BYTES}", "-timeout=120", "-rss_limit_mb=4096", f"-artifact_prefix={found}/",
    )  # fmt: skip
    atheris.Setup([sys.argv[0], *settings, str(grown), str(begun)], run.one, custom_mutator=changed)
    atheris.Fuzz()


def _blindly(content: bytes, most: int) -> bytes:
    """Change bytes as libFuzzer does; it can be asked only while it runs."""
    return atheris.Mutate(content, most)


def begin() -> Iterator[Sample]:
    """Yield what to begin with: what was kept of other runs, and good files of every kind."""
    yield from map(read, kept(CORPUS))
    yield from seeds.seeds()
