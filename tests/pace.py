"""Bounds on time in the pace of the machine: processor seconds of an ordinary one, more of a slow one."""

from collections.abc import Generator
from contextlib import contextmanager
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

_TURNS, _ORDINARY = 1_000_000, 0.06
"""Turns of a loop, and the seconds that they take on an ordinary machine."""


@contextmanager
def within(seconds: float) -> Generator[None]:
    """Check that work is done within so many processor seconds of an ordinary machine, other programs' work included.

    Whatever else the machine is doing does not count.
    """
    started = _worked()
    yield
    taken = _worked() - started
    assert taken < seconds or taken < seconds * slowness()


def slowness() -> float:
    """Say how many times as long this machine takes just now; never less than once."""
    return max(1.0, *(_turns() / _ORDINARY for _ in range(3)))


def _turns() -> float:
    started, total = _worked(), 0
    for turn in range(_TURNS):
        total += turn
    return _worked() - started


def _worked() -> float:
    """Count the processor seconds of this program, and of those that it has waited for."""
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
