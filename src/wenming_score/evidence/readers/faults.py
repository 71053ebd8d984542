"""Going on where one part of a file cannot be read."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager

from wenming_score.evidence.readers.base import ReadingError
from wenming_score.text import tr


@contextmanager
def noting(faults: list[str]) -> Generator[None]:
    """Note what is wrong with one part, and go on with the others."""
    try:
        yield
    except ReadingError as fault:
        faults.append(str(fault))


def said(faults: Iterable[str]) -> str:
    """Say all faults in one line, each of them once."""
    return tr("；").join(dict.fromkeys(filter(None, faults)))
