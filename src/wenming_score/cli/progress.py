"""How far long work has come, on standard error where somebody looks at it."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Timer
from time import monotonic

from wenming_score.text import tr

_PATIENCE = 1.0
"""Seconds of silence before anything is said."""
_EVERY = 0.1


@contextmanager
def patience(said: str) -> Generator[None]:
    """Ask for patience while something works for long."""
    if not sys.stderr.isatty():
        yield
        return
    asking = Timer(_PATIENCE, lambda: print(f"\r{said}\x1b[K", end="", file=sys.stderr, flush=True))
    asking.daemon = True
    asking.start()
    try:
        yield
    finally:
        asking.cancel()
        asking.join()
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class Progress:
    """Tells how much has been done; silent where standard error is no terminal."""

    def __init__(self, said: Callable[[int, int], str] | None = None) -> None:
        """Start the clock; `said` puts how many of how many into words, those of evidence files if there is none."""
        self._words = said or _reading
        self._next = monotonic() + _PATIENCE if sys.stderr.isatty() else float("inf")
        self._said = False

    def __call__(self, done: int, total: int) -> None:
        """Say how many of how many; wipe the line with the last."""
        if done == total:
            self.wipe()
        elif monotonic() >= self._next:
            self._next = monotonic() + _EVERY
            self._said = True
            print(f"\r{self._words(done, total)}\x1b[K", end="", file=sys.stderr, flush=True)

    def wipe(self) -> None:
        """Take away what has been said."""
        if self._said:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._said = False


def _reading(done: int, total: int) -> str:
    return tr("正在核对材料 {done}/{total}", done=done, total=total)
