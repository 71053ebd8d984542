"""Bounds on time in the pace of the machine: processor seconds of an ordinary one, more of a slow one."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

_TURNS, _ORDINARY = 1_000_000, 0.06
"""Turns of a loop, and the seconds that they take on an ordinary machine."""
_ABOUT = 2
"""What works too long works many times too long; a machine that others use too changes its pace as it likes."""


@contextmanager
def within(seconds: float) -> Generator[None]:
    """Check that work is done within about so many processor seconds of an ordinary machine, other programs' included.

    Whatever else the machine is doing does not count.
    """
    before = _at_first()
    started = _worked()
    yield
    taken = _worked() - started
    assert taken < seconds or taken < _ABOUT * seconds * max(before, slowness())


def slowness() -> float:
    """Say how many times as long this machine takes just now; never less than once."""
    return max(1.0, *(_turns() / _ORDINARY for _ in range(3)))


_at_first = cache(slowness)


def _turns() -> float:
    started, total = _worked(), 0
    for turn in range(_TURNS):
        total += turn
    return _worked() - started


def _worked() -> float:
    """Count the processor seconds of this program, and of those that it has waited for."""
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
