"""A parser's error with all that stood before it."""

import re

from wenming_score.records import record
from wenming_score.source.document import Mark
from wenming_score.source.events import ERRORS, MAPPING, MAPPING_END, SEQUENCE, SEQUENCE_END, Parser, told

_OPENED, _CLOSED = {MAPPING, SEQUENCE}, {MAPPING_END, SEQUENCE_END}
_ESCAPE = r"\\(?:(u[dD][89a-fA-F]|U(?!000[0-9a-fA-F]|0010)|U0000[dD][89a-fA-F])|.)"


@record
class Trouble:
    """Where a parser gave up, and why; places are indices into the text."""

    text: str
    words: str
    """The parser's own words, what it was doing and what it met."""
    begun: int
    """Where the thing that it was reading began."""
    at: int
    """Where it gave up."""
    since: int
    """Where the last thing that was in order ended."""
    last: int
    """Where that thing began."""
    opened: int
    """Where the innermost open mapping or sequence began."""

    @property
    def sign(self) -> str:
        """The character where it gave up; nothing at the end."""
        return self.text[self.at : self.at + 1].strip("\n")

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.text[self.line_start(self.at) : self.at]

    def line_start(self, at: int) -> int:
        """Find the start of the line of a place."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Find the end of the line of a place."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def indent(self, at: int) -> int:
        """Count the blanks before the line of a place."""
        line = self.text[self.line_start(at) : self.line_end(at)]
        return len(line) - len(line.lstrip(" "))

    def left(self, opening: int) -> bool:
        """Tell whether the line, or the file, has gone on as if a bracket were closed."""
        new_line = "\n" in self.text[opening : self.at]
        return not self.text[self.at :].strip() or (new_line and self.indent(self.at) <= self.indent(opening))


def trouble(parser: Parser, text: str) -> Trouble:
    """Parse text that cannot be parsed, and keep what leads to the error."""
    advance = parser(text)
    opened, since, last = [0], 0, 0
    try:
        while True:
            event = advance()
            last, since = event.start_mark.index, event.end_mark.index
            if event.__class__ in _OPENED:
                opened.append(event.start_mark.index)
            elif event.__class__ in _CLOSED:
                opened.pop()
    except ERRORS as error:
        said = told(error)
        words = f"{said.context} | {said.problem}" if said else "escape code"
        begun = _first(said.context_mark, said.problem_mark) if said else since
        at = _first(said.problem_mark, said.context_mark) if said else since
        return Trouble(text, words, begun=begun, at=at, since=since, last=last, opened=opened[-1])


def unreal_escape(text: str, start: int) -> int:
    """Find the first escape in double quotes for half a character, or for none at all."""
    found = re.finditer(_ESCAPE, text[start:], re.DOTALL)
    return start + next((match.start() for match in found if match[1]), 0)


def _first(*marks: Mark | None) -> int:
    return next((mark.index for mark in marks if mark is not None), 0)
