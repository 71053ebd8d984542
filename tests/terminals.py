"""What the program says while it works, made to say at once what it would say late."""

import os
import subprocess
import sys

from door import Argument, surroundings

_AT_ONCE = "from wenming_score.cli import main, progress\nprogress._PATIENCE = 0\nmain()"


def _impatient(*arguments: Argument) -> list[str]:
    return [sys.executable, "-c", _AT_ONCE, *map(str, arguments)]


def looked_on(*arguments: Argument) -> str:
    """Run with a terminal for what is said."""
    import pty  # noqa: PLC0415 - there is none elsewhere

    ours, theirs = pty.openpty()
    with subprocess.Popen(_impatient(*arguments), env=surroundings(), stderr=theirs) as process:
        os.close(theirs)
        said = b""
        while part := _read(ours):
            said += part
    os.close(ours)
    assert process.returncode == 0
    return said.decode()


def piped(*arguments: Argument) -> str:
    """Run with a pipe for what is said."""
    done = subprocess.run(_impatient(*arguments), env=surroundings(), capture_output=True, check=True)
    return done.stderr.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side is closed
        return b""
