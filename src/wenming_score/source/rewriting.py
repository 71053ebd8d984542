"""Names changed and entries taken away in a file that was read: every other byte stays, and nothing is lost.

What goes is left in the file as a comment, with the reason behind it, so that every line keeps its number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from wenming_score.finding import InputError, Mistake, Path
from wenming_score.source.document import Document
from wenming_score.source.edits import Drop, Edit, Rekey, Replace, applied
from wenming_score.source.encoding import text_of
from wenming_score.source.events import Parser, parser
from wenming_score.source.outline import Node, Part, Point, outline
from wenming_score.source.preflight import settle
from wenming_score.source.reading import parse
from wenming_score.source.splices import Splices
from wenming_score.source.writing import quoted_like
from wenming_score.text import tr

_TAIL = re.compile(r"\s*,?(\s+#.*|\s*)")
"""What may stand behind an entry between brackets that has its lines for itself."""
_COMMA = re.compile(r"\s*,\s?")
_BULLET = re.compile(r" *- +")


class _UnfitError(Exception):
    """The file is written in a way that leaves no room for a change."""


def rewrite(content: bytes, shown: str, edits: Sequence[Edit], by: Parser = parser) -> bytes:
    """Change a file's bytes; raise `InputError` with what to do by hand where its layout does not let us.

    What comes out is read again: it says what the file said, with the edits and nothing else.
    """
    document = parse(content, shown, by)
    try:
        writer = _Writer(content, outline(settle(text_of(content, shown), shown), by))
        rewritten = writer.write(edits)
        if parse(rewritten, shown, by).data == applied(document.data, edits):
            return rewritten
    except (_UnfitError, InputError):
        pass
    raise InputError(sorted(_by_hand(document, edit) for edit in edits))


def _by_hand(document: Document, edit: Edit) -> Mistake:
    where = ".".join(map(str, edit.path))
    if isinstance(edit, Drop):
        said = tr("这里的写法不便自动改动，文件没有改；请手工删去 {where}（{why}）", where=where, why=edit.why)
    else:
        said = tr("这里的写法不便自动改动，文件没有改；请手工把 {where} 改成 {to}", where=where, to=edit.to)
    return Mistake(document.at_key(edit.path), said)


class _Writer:
    """Finds the place of each edit; what stands in an entry that goes is left alone."""

    def __init__(self, content: bytes, root: Node) -> None:
        self._root = Part(root.start, root)
        self._splices = Splices(content)

    def write(self, edits: Sequence[Edit]) -> bytes:
        self._walk(self._root, (), {edit.path: edit for edit in edits})
        return self._splices.done()

    def _walk(self, part: Part, path: Path, edits: Mapping[Path, Edit]) -> None:
        mine = edits.get(path)
        if isinstance(mine, Rekey):
            self._rename(part.start, part.stop, mine.to)
        elif isinstance(mine, Replace):
            self._rename(part.node.start, part.node.end, mine.to)
        going: dict[str | int, str] = {}
        for name, inner in part.node.parts.items():
            if isinstance(edit := edits.get((*path, name)), Drop):
                going[name] = edit.why
            else:
                self._walk(inner, (*path, name), edits)
        if going:
            (self._cut if part.node.flow else self._comment)(part, going)

    def _rename(self, start: Point, stop: Point | None, to: str) -> None:
        if stop is None or start[0] != stop[0]:
            raise _UnfitError
        before = self._splices.between(start, stop)
        if before[:1] in {"|", ">"}:
            raise _UnfitError
        self._splices.replace(start, stop, quoted_like(before, to))

    def _comment(self, around: Part, going: Mapping[str | int, str]) -> None:
        """Turn whole entries of a block into comments."""
        for name, why in going.items():
            part = around.node.parts[name]
            at, start = part.start
            before = self._splices.between((at, 0), (at, start))
            if before.strip():
                if around.node.kind != "sequence" or not _BULLET.fullmatch(before):
                    raise _UnfitError
                start = before.index("-")
            self._splices.comment_out(at, part.node.end[0], start)
            self._splices.remark(at, why)
        if len(going) == len(around.node.parts):
            self._empty(around)

    def _empty(self, around: Part) -> None:
        """Say behind its key that a block has nothing any more."""
        if around.stop is None:
            raise _UnfitError
        colon = self._splices.behind_colon(around.stop)
        brackets = " {}" if around.node.kind == "mapping" else " []"
        self._splices.replace(colon, colon, brackets)

    def _cut(self, around: Part, going: Mapping[str | int, str]) -> None:
        """Take entries out from between brackets: their lines, if they have them for themselves, or else their text."""
        parts = around.node.parts
        for run in _runs(around.node, going):
            first, last = parts[run[0]], parts[run[-1]]
            if self._alone(first, last):
                self._splices.comment_out(first.start[0], last.node.end[0], first.start[1])
                said = [going[name] for name in run]
            else:
                start, end = self._gap(list(parts.values()), first, last)
                self._splices.replace(start, end, "")
                texts = ((going[name], self._splices.between(parts[name].start, parts[name].node.end)) for name in run)
                said = [tr("{why}：{text}", why=why, text=text) for why, text in texts]
            self._splices.remark(first.start[0], tr("；").join(dict.fromkeys(said)))

    def _alone(self, first: Part, last: Part) -> bool:
        (at, start), end = first.start, last.node.end
        return not self._splices.between((at, 0), (at, start)).strip() and bool(
            _TAIL.fullmatch(self._splices.behind(end))
        )

    def _gap(self, parts: list[Part], first: Part, last: Part) -> tuple[Point, Point]:
        """Find what goes with entries on one line: a comma, and the blanks on one side."""
        (at, start), (until, end) = first.start, last.node.end
        if until != at:
            raise _UnfitError
        before, after = parts[: parts.index(first)], parts[parts.index(last) + 1 :]
        if after and after[0].start[0] == at:
            return first.start, after[0].start
        if before and before[-1].node.end[0] == at:
            last_before = before[-1].node.end
            return (at, last_before[1] + self._splices.behind(last_before).index(",")), last.node.end
        comma = _COMMA.match(self._splices.behind(last.node.end))
        return (at, start), (at, end + (comma.end() if comma else 0))


def _runs(node: Node, going: Mapping[str | int, str]) -> Iterator[list[str | int]]:
    """Yield the entries that go, those together that stand behind one another on one line."""
    run: list[str | int] = []
    line = -1
    for name, part in node.parts.items():
        if run and (name not in going or part.start[0] != line):
            yield run
            run = []
        if name in going:
            run.append(name)
        line = part.node.end[0]
    if run:
        yield run
