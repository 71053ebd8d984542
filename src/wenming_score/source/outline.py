"""Where everything in a text begins and where it ends, for whoever writes into it."""

from dataclasses import field
from typing import Literal

from wenming_score.records import record
from wenming_score.source.document import Mark
from wenming_score.source.events import MAPPING, MAPPING_END, SCALAR, SEQUENCE_END, Event, Next, Parser

Point = tuple[int, int]
"""A line and a column, both from 0."""


@record
class Node:
    """A value: where it begins, and what is behind its last sign; comments are no part of it."""

    kind: Literal["scalar", "mapping", "sequence"]
    start: Point
    end: Point
    flow: bool = False
    """True where it stands between brackets."""
    parts: "dict[str | int, Part]" = field(default_factory=dict["str | int", "Part"])


@record
class Part:
    """An entry of a mapping with the place of its key, or of a sequence with its own."""

    start: Point
    node: Node
    stop: Point | None = None
    """What is behind the last sign of its key."""


def outline(text: str, by: Parser) -> Node:
    """Outline a text that has been read before, so that nothing is wrong with it."""
    advance = by(text)
    advance()
    advance()
    return _Outliner(advance, text.split("\n")).node(advance())


class _Outliner:
    def __init__(self, advance: Next, lines: list[str]) -> None:
        self._advance = advance
        self._lines = lines

    def node(self, event: Event) -> Node:
        if event.__class__ is SCALAR:
            return Node("scalar", _point(event.start_mark), self._end(event))
        return self._mapping(event) if event.__class__ is MAPPING else self._sequence(event)

    def _mapping(self, start: Event) -> Node:
        parts: dict[str | int, Part] = {}
        while (key := self._advance()).__class__ is not MAPPING_END:
            node = self.node(event := self._advance())
            if event.__class__ is SCALAR and not event.value and not event.style:
                behind = self._behind_colon(key.end_mark)
                node = Node("scalar", behind, behind)
            parts[key.value] = Part(_point(key.start_mark), node, _point(key.end_mark))
        return _collection("mapping", start, key, parts)

    def _sequence(self, start: Event) -> Node:
        parts: dict[str | int, Part] = {}
        while (event := self._advance()).__class__ is not SEQUENCE_END:
            node = self.node(event)
            parts[len(parts)] = Part(node.start, node)
        return _collection("sequence", start, event, parts)

    def _end(self, event: Event) -> Point:
        """Find the end of a scalar; a text in a block ends before the blank lines that are not kept."""
        line, column = _point(event.end_mark)
        if event.style is None or event.style not in ("|", ">"):
            return line, column
        line -= 1
        while (
            not self._lines[line].strip() and "+" not in self._lines[event.start_mark.line][event.start_mark.column :]
        ):
            line -= 1
        return line, len(self._lines[line])

    def _behind_colon(self, mark: Mark) -> Point:
        """Find where an empty value would stand; between brackets, there need not be a colon."""
        rest = self._lines[mark.line][mark.column :]
        blanks = len(rest) - len(rest.lstrip(" "))
        return mark.line, mark.column + (blanks + 1 if rest[blanks : blanks + 1] == ":" else 0)


def _collection(kind: Literal["mapping", "sequence"], start: Event, end: Event, parts: dict[str | int, Part]) -> Node:
    flow = bool(start.flow_style)
    last = list(parts.values())[-1].node.end if parts and not flow else _point(end.end_mark)
    return Node(kind, _point(start.start_mark), last, flow, parts)


def _point(mark: Mark) -> Point:
    return mark.line, mark.column
