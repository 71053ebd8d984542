"""Bounds on time in the pace of the machine: seconds of an ordinary one, more of a slow or busy one."""

from collections.abc import Generator
from contextlib import contextmanager
from time import perf_counter

_TURNS, _ORDINARY = 1_000_000, 0.06
"""Turns of a loop, and the seconds that they take on an ordinary machine."""


@contextmanager
def within(seconds: float) -> Generator[None]:
    """Check that work is done within so many seconds of an ordinary machine."""
    started = perf_counter()
    yield
    taken = perf_counter() - started
    assert taken < seconds or taken < seconds * slowness()


def slowness() -> float:
    """Say how many times as long this machine takes just now; never less than once."""
    return max(1.0, *(_turns() / _ORDINARY for _ in range(3)))


def _turns() -> float:
    started, total = perf_counter(), 0
    for turn in range(_TURNS):
        total += turn
    return perf_counter() - started
