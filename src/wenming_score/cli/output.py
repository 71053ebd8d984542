"""Where text goes: the terminal, a pipe, or a file that is whole or not there."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from pathlib import Path
from typing import BinaryIO

from typer.exceptions import TyperException

from wenming_score.choices import Color
from wenming_score.render.cells import Line
from wenming_score.text import inert, inert_line, tr, why

Made = Callable[[BinaryIO], None]
"""Writes something long to a file, piece by piece."""
Content = str | bytes | Made
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


class CannotWriteError(Exception):
    """An output could not be written; says which and why."""


@contextmanager
def writing(what: str) -> Generator[None]:
    """Tell a failure to write apart from every other."""
    try:
        yield
    except BrokenPipeError:
        raise PipeClosedError from None
    except OSError as error:
        raise CannotWriteError(tr("写不出去：{file}：{reason}", file=what, reason=why(error))) from None


def put(text: str) -> None:
    """Write text to standard output."""
    with writing(tr("屏幕")):
        sys.stdout.write(text)
        sys.stdout.flush()


def put_bytes(content: bytes) -> None:
    """Write bytes to standard output; a terminal is spared them."""
    if sys.stdout.isatty():
        raise TyperException(tr("这种格式不能显示在屏幕上，请用 -o 写到文件"))
    with writing(tr("屏幕")):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def put_pieces(pieces: Iterable[str]) -> None:
    """Write a long text to standard output as it comes."""
    with writing(tr("屏幕")):
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()


def put_made(make: Made) -> None:
    """Write to standard output what comes as bytes; a terminal is spared them."""
    with BytesIO() as made:
        make(made)
        put_bytes(made.getvalue())


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
    print("\n".join(map(inert_line, lines)), file=sys.stderr)


def plain_text(lines: Iterable[Line]) -> str:
    """Write lines without their styles."""
    return "".join(inert_line("".join(text for text, _ in line)).rstrip() + "\n" for line in lines)


def print_lines(lines: Sequence[Line], *, color: bool) -> None:
    """Print lines of styled text to standard output."""
    if not color:
        put(plain_text(lines))
        return
    from rich.console import Console  # noqa: PLC0415 - only a coloured table needs it
    from rich.text import Text  # noqa: PLC0415 - as above

    drawn = StringIO()
    console = Console(
        file=drawn, force_terminal=True, no_color=False, markup=False, emoji=False, highlight=False, width=10_000
    )
    for line in lines:
        console.print(Text.assemble(*((text, _STYLES[tone]) for text, tone in _safe(line))), soft_wrap=True)
    put(drawn.getvalue())


def _safe(line: Line) -> Line:
    """Make the texts of a line inert, and the first of them as one that begins it."""
    first = next((at for at, (text, _) in enumerate(line) if text.strip()), 0)
    return [((inert_line if at == first else inert)(text), tone) for at, (text, tone) in enumerate(line)]


def write_files(files: Mapping[Path, Content]) -> None:
    """Write files beside their places, and rename them there only when all are written.

    A link stays a link; what is no regular file (a device, a pipe) is written to as it is.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            with writing(str(path)):
                _prepare(path, content, beside)
        for path, ready in beside.items():
            with writing(str(path)):
                ready.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
                ready.replace(path)
    finally:
        for leftover in beside.values():
            leftover.unlink(missing_ok=True)


def append(path: Path, text: str) -> None:
    """Write text at the end of a file that others write to as well."""
    with writing(str(path)), path.open("ab") as file:
        file.write(text.encode())


def _prepare(path: Path, content: Content, beside: dict[Path, Path]) -> None:
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            _fill(file, content)
        return
    place = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    beside[place] = Path(name)
    with os.fdopen(handle, "wb") as file:
        _fill(file, content)
        file.flush()
        os.fsync(file.fileno())


def _fill(file: BinaryIO, content: Content) -> None:
    if isinstance(content, str | bytes):
        file.write(content if isinstance(content, bytes) else content.encode())
    else:
        content(file)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
