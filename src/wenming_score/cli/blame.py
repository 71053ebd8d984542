"""Whose fault an exception is, what to say of it, and the exit code."""

from collections.abc import Sequence

from wenming_score.assess import NothingAssessedError
from wenming_score.cli import codes
from wenming_score.cli.output import CannotWriteError, PipeClosedError
from wenming_score.finding import InputError
from wenming_score.text import tr, why


def blame(error: Exception) -> tuple[int, Sequence[str]]:
    """Give the exit code of an exception and what to say; nothing is said of what is our own fault."""
    match error:
        case InputError():
            return codes.CANNOT_RUN, [str(mistake) for mistake in error.mistakes]
        case NothingAssessedError():
            return codes.NOTHING_ASSESSED, [error.said]
        case CannotWriteError():
            return codes.CANNOT_WRITE, [str(error)]
        case PipeClosedError():
            return codes.PIPE_CLOSED, []
        case OSError():
            return _system(error)
        case _:
            return codes.OUR_FAULT, []


def _system(error: OSError) -> tuple[int, Sequence[str]]:
    """Take an error without a file for one of the screen: whatever is read has a name."""
    if error.filename is None:
        return codes.CANNOT_WRITE, [tr("写不出去：{file}：{reason}", file=tr("屏幕"), reason=why(error))]
    return codes.CANNOT_RUN, [tr("读不了：{file}：{reason}", file=error.filename, reason=why(error))]
