"""A parser's error with all that stood before it."""

from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent

from wenming_score.source.document import Mark
from wenming_score.source.events import Parser

ERRORS = (MarkedYAMLError, ValueError, OverflowError)
"""What a parser may raise; the last two are the Python parser's, on characters that do not exist."""

_OPENED, _CLOSED = {MappingStartEvent, SequenceStartEvent}, {MappingEndEvent, SequenceEndEvent}


@dataclass(frozen=True, slots=True)
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
    except MarkedYAMLError as error:
        problem, context = _index(error.problem_mark), _index(error.context_mark)
        at = problem if problem is not None else context if context is not None else since
        begun = at if context is None else context
        return Trouble(text, f"{error.context} | {error.problem}", begun, at, since, last, opened[-1])
    except (ValueError, OverflowError):
        return Trouble(text, "escape code", since, since, since, last, opened[-1])


def _index(mark: Mark | None) -> int | None:
    return None if mark is None else mark.index
