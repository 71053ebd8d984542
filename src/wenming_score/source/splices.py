"""Text put into a file at given places, with its own line ends and BOM."""

import re
from codecs import BOM_UTF8

from wenming_score.source.outline import Node, Part, Point
from wenming_score.text import inert

_COMMENT = re.compile(r" *(?=#)")
_LAST_ON_LINE = re.compile(r"\s*(,?)(\s+#.*|\s*)")
_UP_TO_NEXT = re.compile(r" *(?=[,}\]])")


class Splices:
    """Gathers what goes in where; places are those of the file as it was."""

    def __init__(self, content: bytes) -> None:
        """Take the bytes of a file that has been read."""
        pieces = re.split(r"(\r\n|\r|\n)", content.decode("utf-8-sig"))
        self._bom = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
        self._lines = pieces[::2]
        self._ends = [*pieces[1::2], ""]
        self._found: list[tuple[int, int, int, int, str]] = []

    @property
    def airy(self) -> bool:
        """Tell whether there are blank lines between its lines."""
        return "" in (line.strip() for line in self._lines[:-1])

    def done(self) -> bytes:
        """Give the bytes with all that was put in."""
        lines = list(self._lines)
        for at, start, _, end, text in sorted(self._found, reverse=True):
            lines[at] = lines[at][:start] + text.replace("\n", self._ends[0] or "\n") + lines[at][end:]
        whole = "".join(line + end for line, end in zip(lines, self._ends, strict=True))
        return self._bom + whole.encode()

    def add_lines(self, part: Part, column: int, lines: list[str]) -> None:
        """Put lines behind a part of a block, and behind the comments that are indented deeper than it."""
        at = part.node.end[0]
        while at + 1 < len(self._lines) and (blanks := _COMMENT.match(self._lines[at + 1])):
            if blanks.end() <= column:
                break
            at += 1
        self._put(at, len(self._lines[at]), "".join(f"\n{line}" for line in lines))

    def add_behind(self, part: Part, texts: list[str]) -> None:
        """Put entries behind a part that stands between brackets: on lines of their own where it has one."""
        (first, start), (at, end) = part.start, part.node.end
        before, rest = self._lines[first][:start], self._lines[at][end:]
        if not before.strip() and (match := _LAST_ON_LINE.fullmatch(rest)):
            if not match[1]:
                self._put(at, end, ",")
            added = "".join(f"\n{before}{text}," for text in texts)
            self._put(at, len(self._lines[at]), added if match[1] else added[:-1])
        elif part.node.start == part.node.end:
            self._put(at, end + rest.startswith(" "), f"{'' if rest.startswith(' ') else ' '}, {', '.join(texts)}")
        else:
            self._put(at, end, f", {', '.join(texts)}")

    def clear(self, node: Node) -> None:
        """Take away a value that says nothing, with the blanks before it."""
        at, start = node.start
        self._put(at, len(self._lines[at][:start].rstrip()), "", node.end[1])

    def fill(self, node: Node, text: str) -> None:
        """Put text in the place of a value that says nothing."""
        (first, start), (at, end) = node.start, node.end
        if first != at:
            self._put(at, end - 1, text[1:-1])
        elif start != end:
            self._put(at, start, text, end)
        else:
            blanks = _UP_TO_NEXT.match(self._lines[at], end)
            self._put(at, end, f" {text}", blanks.end() if blanks else end)

    def between(self, start: Point, stop: Point) -> str:
        """Give what stands between two places of a line."""
        return self._lines[start[0]][start[1] : stop[1]]

    def behind(self, place: Point) -> str:
        """Give what stands behind a place on its line."""
        return self._lines[place[0]][place[1] :]

    def behind_colon(self, place: Point) -> Point:
        """Find the place behind the colon that follows a key."""
        return place[0], self._lines[place[0]].index(":", place[1]) + 1

    def replace(self, start: Point, stop: Point, text: str) -> None:
        """Put text in the place of what stands between two places of a line."""
        self._put(start[0], start[1], text, stop[1])

    def comment_out(self, first: int, last: int, column: int) -> None:
        """Turn lines into comments, at a column or where they begin."""
        for at in range(first, last + 1):
            line = self._lines[at]
            if line.strip():
                self._put(at, min(column, len(line) - len(line.lstrip())), "# ")

    def remark(self, at: int, text: str) -> None:
        """Put a comment at the end of a line, behind the one that is there."""
        self._put(at, len(self._lines[at]), f"  # {inert(text)}")

    def _put(self, at: int, start: int, text: str, end: int | None = None) -> None:
        self._found.append((at, start, len(self._found), start if end is None else end, text))
