"""Run the program: in this process for speed, or as its users do."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import wenming_score
from wenming_score.cli.app import run

SOURCE = Path(wenming_score.__file__).resolve().parents[1]
ROOT = Path(__file__).resolve().parents[1]
OUR_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "GITHUB_ACTIONS", "WENMING_SCORE_LANG")
CODES = {0, 1, 2, 3, 74, 130, 141}
"""The exit codes of a program without faults of its own."""

Argument = str | Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    code: int
    out: str
    err: str


def here(*arguments: Argument) -> Outcome:
    """Run in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Outcome(code, out.getvalue(), err.getvalue())


def surroundings(**variables: str | None) -> dict[str, str]:
    """Give a bare environment; a variable that is None is not there."""
    base = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    return {name: value for name, value in {**base, **variables}.items() if value is not None}


def there(
    *arguments: Argument, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run in a process of its own, and give its bytes."""
    return subprocess.run(
        [sys.executable, "-m", "wenming_score", *map(str, arguments)],
        cwd=cwd, env=env or surroundings(), capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False,
    )  # fmt: skip
