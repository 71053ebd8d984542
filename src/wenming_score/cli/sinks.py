"""Where what is no report goes: a plan, a trend; its table to the screen, every other format as its maker has it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from typer.exceptions import TyperException

from wenming_score.choices import Color, Format
from wenming_score.cli.options import Target
from wenming_score.cli.output import colored, plain_text, print_lines, put, put_bytes, terminal_width, write_files
from wenming_score.records import record
from wenming_score.render.cells import Line
from wenming_score.text import tr

T = TypeVar("T")


@record
class Sink:
    """Which formats go where, and the calendar, if one is asked for."""

    targets: Sequence[Target[Format]]
    calendar: Path | None
    color: Color

    @property
    def outputs(self) -> list[Path]:
        """List the files that are written; raise TyperException where two are the same."""
        files = [*(target.path for target in self.targets if target.path), *([self.calendar] if self.calendar else [])]
        if len(set(files)) < len(files):
            raise TyperException(tr("两种格式不能写到同一个文件"))
        return files


@record
class Press(Generic[T]):
    """What makes each format of a document: lines of so many cells, text or bytes, a calendar."""

    lines: Callable[[T, int], list[Line]]
    makers: Mapping[Format, Callable[[T], str | bytes]]
    calendar: Callable[[T], bytes]

    def publish(self, document: T, sink: Sink) -> None:
        """Write all the files or none, then the screen."""
        files: dict[Path, str | bytes] = {one.path: self._made(one, document) for one in sink.targets if one.path}
        write_files({**files, sink.calendar: self.calendar(document)} if sink.calendar else files)
        for target in sink.targets:
            if target.path is None and target.format == "table":
                print_lines(self.lines(document, terminal_width()), color=colored(sink.color))
            elif target.path is None:
                made = self._made(target, document)
                put_bytes(made) if isinstance(made, bytes) else put(made)

    def _made(self, target: Target[Format], document: T) -> str | bytes:
        if target.format == "table":
            return plain_text(self.lines(document, terminal_width()))
        return self.makers[target.format](document)
