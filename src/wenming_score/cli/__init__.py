"""The only door: arguments in, text and an exit code out."""

import gc
import os
import sys

from wenming_score.cli import stopping
from wenming_score.cli.codes import CANNOT_WRITE, INTERRUPTED, PIPE_CLOSED


def main() -> None:
    """Run the program on the command line's arguments and leave with its exit code."""
    stopping.heed()
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - there may be no screen
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # looking for them is slow, and no other package is asked in
    gc.disable()  # a tenth of a short run goes into looking for cycles; whoever works longer switches it on
    try:
        code = _run(sys.argv[1:])
        if code not in (PIPE_CLOSED, CANNOT_WRITE):
            sys.stdout.flush()
        stopping.ignore()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    except OSError:
        code = CANNOT_WRITE
    stopping.ignore()
    if code in (PIPE_CLOSED, CANNOT_WRITE):  # what is left in the buffer has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    gc.freeze()  # the last look for cycles, when Python leaves, is another tenth
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from wenming_score.cli.language import choose_language  # noqa: PLC0415 - the handler above must stand first

    choose_language(arguments)
    from wenming_score.cli.app import run  # noqa: PLC0415 - as above, and its options speak as they are imported

    return run(arguments)
