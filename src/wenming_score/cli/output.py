"""Where text goes: the terminal, a pipe, or a file that is whole or not there."""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from wenming_score.render.cells import Line
from wenming_score.text import inert

Color = Literal["auto", "always", "never"]

FALLBACK_WIDTH = 100
_STYLES = {
    "good": "green",
    "bad": "red",
    "unsure": "yellow",
    "strong": "bold",
    "faint": "dim",
    "plain": "",
}


def terminal_width() -> int:
    """Measure the terminal; a pipe is as wide as COLUMNS says."""
    return shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns


def colored(color: Color) -> bool:
    """Tell whether to colour what goes to standard output."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_lines(lines: Sequence[Line], *, color: bool) -> None:
    """Print lines of styled text to standard output."""
    if not color:
        sys.stdout.write("".join("".join(inert(text) for text, _ in line).rstrip() + "\n" for line in lines))
        return
    from rich.console import Console  # noqa: PLC0415 - only a coloured table needs it
    from rich.text import Text  # noqa: PLC0415 - as above

    console = Console(
        force_terminal=True, no_color=False, markup=False, emoji=False, highlight=False, soft_wrap=True, width=10_000
    )
    for line in lines:
        console.print(Text.assemble(*((inert(text), _STYLES[tone]) for text, tone in line)))


def write_file(path: Path, text: str) -> None:
    """Write a file beside its place and rename it there, so that it is the old one or the whole new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
