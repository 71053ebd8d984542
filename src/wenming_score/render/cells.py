"""Lines of styled text, measured in terminal cells."""

import re
from collections.abc import Iterator

from wenming_score.render.layout import Tone
from wenming_score.text import inert

Span = tuple[str, Tone]
Line = list[Span]
"""One line of a terminal: texts, each with its tone."""

_WORDS = re.compile(r"[（《“‘【]*(?:[!-~]+|.)[，。；：、！？）》”’】]* ?")
"""What a line is not broken within: a Chinese character or a word, with the brackets and stops that cling to it."""


_ROOM = 20
"""Cells that a text behind a head has at least, however long the head."""


def width(text: str) -> int:
    """Measure a text in cells: a Chinese character takes two."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - whoever writes for programs measures nothing

    return cell_len(text)


def left(text: str, cells: int) -> str:
    """Fill a text up to so many cells, on the right."""
    return text + " " * (cells - width(text))


def right(text: str, cells: int) -> str:
    """Fill a text up to so many cells, on the left."""
    return " " * (cells - width(text)) + text


def wrap(text: str, cells: int) -> list[str]:
    """Break a text into lines of at most so many cells: between Chinese characters, or between words."""
    text = inert(text)
    if width(text) <= cells:
        return [text]
    lines, line = [""], 0
    for word in _words(text, cells):
        if line and line + width(word.rstrip()) > cells:
            lines.append("")
            line = 0
        lines[-1] += word
        line += width(word)
    return [one.rstrip() for one in lines]


def _words(text: str, cells: int) -> Iterator[str]:
    """Yield words and characters; a word longer than a line comes letter by letter."""
    for match in _WORDS.finditer(text):
        yield from [match[0]] if width(match[0].rstrip()) <= cells else match[0]


def hang(head: Line, text: str, tone: Tone, cells: int) -> list[Line]:
    """Write a text behind a head, its further lines indented to where it began, or to where there still is room."""
    indent = min(sum(width(part) for part, _ in head), cells - _ROOM)
    first, *rest = wrap(text, cells - indent)
    return [[*head, (first, tone)], *([(" " * indent, "plain"), (line, tone)] for line in rest)]
