"""Where text goes: the terminal, a pipe, or a file that is whole or not there."""

import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from wenming_score.choices import Color
from wenming_score.render.cells import Line
from wenming_score.text import inert

FALLBACK_WIDTH = 100
_STYLES = {
    "good": "green",
    "bad": "red",
    "unsure": "yellow",
    "strong": "bold",
    "faint": "dim",
    "plain": "",
}


class PipeClosedError(Exception):
    """Whoever was reading has gone; no OSError, so that nothing on the way takes it for a failure."""


def put(text: str) -> None:
    """Write text to standard output."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise PipeClosedError from None


def terminal_width() -> int:
    """Measure the terminal; a pipe is as wide as COLUMNS says."""
    return shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns


def colored(color: Color) -> bool:
    """Tell whether to colour what goes to standard output."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def complain(*lines: str) -> None:
    """Say lines on standard error."""
    print("\n".join(map(inert, lines)), file=sys.stderr)


def plain_text(lines: Iterable[Line]) -> str:
    """Write lines without their styles."""
    return "".join("".join(inert(text) for text, _ in line).rstrip() + "\n" for line in lines)


def print_lines(lines: Sequence[Line], *, color: bool) -> None:
    """Print lines of styled text to standard output."""
    if not color:
        put(plain_text(lines))
        return
    from rich.console import Console  # noqa: PLC0415 - only a coloured table needs it
    from rich.text import Text  # noqa: PLC0415 - as above

    console = Console(force_terminal=True, no_color=False, markup=False, emoji=False, highlight=False, width=10_000)
    try:
        for line in lines:
            console.print(Text.assemble(*((inert(text), _STYLES[tone]) for text, tone in line)), soft_wrap=True)
    except BrokenPipeError:
        raise PipeClosedError from None


def write_files(files: Mapping[Path, str]) -> None:
    """Write files beside their places, and rename them there only when all are written."""
    beside: dict[Path, Path] = {}
    try:
        for path, text in files.items():
            with _blaming(path):
                handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
                beside[path] = Path(name)
                _fill(handle, text)
        for path, ready in beside.items():
            with _blaming(path):
                ready.chmod(0o666 & ~_umask())
                ready.replace(path)
    finally:
        for leftover in beside.values():
            leftover.unlink(missing_ok=True)


@contextmanager
def _blaming(path: Path) -> Generator[None]:
    """Name the file that was asked for in an error, not the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _fill(handle: int, text: str) -> None:
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
