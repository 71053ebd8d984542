"""Additions to a file that was read: the new lines go in, and every other byte stays."""

import re
from collections.abc import Iterator

from wenming_score.finding import InputError, Mistake, Path
from wenming_score.source.document import Document, Value
from wenming_score.source.encoding import text_of
from wenming_score.source.events import Parser, parser
from wenming_score.source.outline import Node, Part, outline
from wenming_score.source.preflight import settle
from wenming_score.source.reading import parse
from wenming_score.source.splices import Splices
from wenming_score.source.writing import entry, written
from wenming_score.text import tr

Additions = dict[str, Value]
"""What is laid over a file: mappings key by key, lists behind lists; nothing that says something is replaced."""

_NUMBERED = re.compile(r"(.*?)([0-9]{1,18})", re.DOTALL)
_INDENT = 2


class _UnfitError(Exception):
    """The file says something else where an addition belongs."""


def edit(content: bytes, shown: str, additions: Additions, by: Parser = parser) -> bytes:
    """Add to a file's bytes; raise `InputError` with what to write by hand where its layout does not let us.

    Only blanks, empty brackets and `~` are ever taken away, to make room. What comes out is read again: it says what
    the file said, with the additions and nothing else.
    """
    document = parse(content, shown, by)
    try:
        if isinstance(document.data, dict):
            writer = _Writer(content, outline(settle(text_of(content, shown), shown), by))
            edited = writer.write(document.data, additions)
            if parse(edited, shown, by).data == _sum(document.data, additions):
                return edited
    except (_UnfitError, InputError):
        pass
    raise InputError(list(_by_hand(document, additions)))


def _sum(old: Value, new: Value) -> Value:
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _sum(old.get(key), value) for key, value in new.items()}
    if isinstance(old, tuple) and isinstance(new, tuple):
        return old + new
    if old in (None, {}, ()):
        return new
    raise _UnfitError


def _by_hand(document: Document, additions: Additions) -> Iterator[Mistake]:
    """Say what to write by hand, and where."""
    for path, value in _apart(document.data, additions):
        where = ".".join(map(str, path[:-1])) or tr("文件最外层")
        line = entry(str(path[-1]), value)
        said = tr("这里的写法不便自动改动，文件没有改；请手工在 {where} 里加上：{line}", where=where, line=line)
        yield Mistake(document.at(path), said)


def _apart(old: Value, additions: Additions, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Yield the additions one by one, each with its path."""
    for key, value in additions.items():
        below = old.get(key) if isinstance(old, dict) else None
        if isinstance(value, dict) and isinstance(below, dict):
            yield from _apart(below, value, (*path, key))
        else:
            yield (*path, key), value


class _Writer:
    """Finds the place of each addition; a mapping at the top of the file gets lines of its own, others a style."""

    def __init__(self, content: bytes, root: Node) -> None:
        self._root = root
        self._splices = Splices(content)
        blocks = (part.node for part in root.parts.values() if part.node.kind == "mapping" and not part.node.flow)
        self._indent = next((node.start[1] for node in blocks), root.start[1] + _INDENT)

    def write(self, data: dict[str, Value], additions: Additions) -> bytes:
        self._lay(self._root, data, additions, top=not self._root.flow)
        return self._splices.done()

    def _lay(self, node: Node, old: dict[str, Value], additions: Additions, *, top: bool = False) -> None:
        new: dict[str | int, Additions] = {}
        for key, value in additions.items():
            if key in old:
                self._into(node.parts[key], old[key], value, section=top)
            elif node.parts:
                new.setdefault(_before(key, node), {})[key] = value
            else:
                self._splices.fill(node, written(additions))
                return
        for name, entries in new.items():
            self._add(node, node.parts[name], entries, top=top)

    def _add(self, node: Node, part: Part, entries: Additions, *, top: bool) -> None:
        if node.flow:
            self._splices.add_behind(part, [entry(key, value) for key, value in entries.items()])
            return
        column = node.start[1]
        like = part.node.kind == "mapping" and not part.node.flow
        inner = self._indent if top else part.node.start[1]
        lines: list[str] = []
        for key, value in entries.items():
            lines += [""] if top and self._splices.airy else []
            if isinstance(value, dict) and (top or like):
                lines += [f"{' ' * column}{written(key)}:", *_lines(value, inner)]
            else:
                lines += _lines({key: value}, column)
        self._splices.add_lines(part, column, lines)

    def _into(self, part: Part, old: Value, value: Value, *, section: bool) -> None:
        node = part.node
        if isinstance(old, dict) and old and isinstance(value, dict):
            self._lay(node, old, value)
        elif isinstance(old, tuple) and old and isinstance(value, tuple):
            self._append(node, value)
        elif section and isinstance(value, dict) and node.start[0] == node.end[0]:
            self._splices.clear(node)
            self._splices.add_lines(part, part.start[1], _lines(value, self._indent))
        else:
            self._splices.fill(node, written(value))

    def _append(self, node: Node, values: tuple[Value, ...]) -> None:
        last, column = node.parts[len(node.parts) - 1], node.start[1]
        if node.flow:
            self._splices.add_behind(last, [written(value) for value in values])
        else:
            self._splices.add_lines(last, column, [f"{' ' * column}- {written(value)}" for value in values])


def _lines(entries: Additions, column: int) -> list[str]:
    return [f"{' ' * column}{entry(key, value)}" for key, value in entries.items()]


def _before(key: str, node: Node) -> str | int:
    """Pick the last entry whose number is smaller, the letters being the same; else the last of all.

    So E0109 stands behind E0108, although a heading and E0201 follow.
    """
    mine = _NUMBERED.fullmatch(key)
    others = ((name, _NUMBERED.fullmatch(str(name))) for name in node.parts)
    smaller = [
        name for name, other in others if mine and other and _order(other) < _order(mine) and other[1] == mine[1]
    ]
    return (smaller or list(node.parts))[-1]


def _order(match: re.Match[str]) -> int:
    return int(match[2])
