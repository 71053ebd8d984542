"""What Ctrl-C and a polite kill do."""

import signal
from types import FrameType

_IMPATIENT = 2
"""Who presses twice must not stop the tidying up."""
_asked: list[int] = []


def heed() -> None:
    """Stop when asked to; who was started to ignore Ctrl-C, as a shell starts its background jobs, goes on doing so."""
    signal.signal(signal.SIGTERM, _stop)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def asked() -> bool:
    """Tell whether the run was to stop: some libraries make an error of their own out of an interruption."""
    return bool(_asked)


def ignore() -> None:
    """Let nothing change how the run came out: the work is done, or given up."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    _asked.append(number)
    if len(_asked) != _IMPATIENT:
        raise KeyboardInterrupt
