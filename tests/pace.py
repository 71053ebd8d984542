"""Bounds on time in the pace of the machine: processor seconds of an ordinary one, more of a slow one."""

import gc
import shlex
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import cache
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TypeVar

T = TypeVar("T")


def _count() -> None:
    total = 0
    for turn in range(1_000_000):
        total += turn


def _fill() -> None:
    dict.fromkeys(str((number, (number,))) for number in range(50_000))


def _parse() -> None:
    shlex.split("文 'a b' 1 " * 24_000)


_ORDINARY: dict[Callable[[], None], float] = {_count: 0.06, _fill: 0.08, _parse: 0.13}
"""Seconds of an ordinary machine; one whose memory others use counts as fast as ever, and does all else slowly."""


class TooSlowError(AssertionError):
    """Work took longer than it may."""


@contextmanager
def within(seconds: float) -> Generator[None]:
    """Check that work is done within so many processor seconds of an ordinary machine, other programs' work included.

    Whatever else the machine is doing does not count, nor does a look for cycles among what earlier tests left behind.
    """
    before = _at_first()
    gc.freeze()
    started = _worked()
    try:
        yield
    finally:
        taken = _worked() - started
        gc.unfreeze()
    if taken >= seconds and taken >= (most := seconds * max(before, slowness())):
        raise TooSlowError(f"{taken:.2f} s, at most {most:.2f}")


def soon(seconds: float, work: Callable[[], T]) -> T:
    """Do what can be done again within so many seconds: what others take of the machine only ever adds to them."""
    for _ in range(2):
        try:
            with within(seconds):
                done = work()
        except TooSlowError:
            continue
        return done
    with within(seconds):
        return work()


def slowness() -> float:
    """Say how many times as long this machine takes just now; never less than once."""
    return max(1.0, *(_took(work) / ordinary for work, ordinary in _ORDINARY.items() for _ in range(3)))


_at_first = cache(slowness)


def _took(work: Callable[[], None]) -> float:
    started = _worked()
    work()
    return _worked() - started


def _worked() -> float:
    """Count the processor seconds of this program, and of those that it has waited for."""
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
