"""What of a document is more than text (elements, links, formulas, commands, events), as its readers read it."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO, StringIO
from zipfile import ZipFile

from icalendar import Calendar
from markdown_it import MarkdownIt

from sheets import cells, opened
from xml_back import parsed

_LED = ("href", "src", "action", "xlink:href", "style")
"""Attributes whose value is obeyed."""
_FORMULA = re.compile(r"\s*[=+@\t\r-](?!\d)")
_FIELDS = re.compile(rb"<w:(?:hyperlink|fldSimple|instrText|object|altChunk)\b[^>]*")


class _Tags(HTMLParser):
    """Lists what a page consists of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(f"<{tag}")
        self.found |= {f"<{tag} {name}={value if name in _LED else ''}" for name, value in attrs if name != "style"}

    def handle_comment(self, data: str) -> None:
        self.found.add(f"<!--{data}")

    def handle_pi(self, data: str) -> None:
        self.found.add(f"<?{data}")


def _html(content: bytes) -> set[str]:
    tags = _Tags()
    tags.feed(content.decode())
    tags.close()
    return tags.found


def _xml(content: bytes) -> set[str]:
    return {f"<{one.tag}" for one in parsed(content.decode()).iter()}


def _json(content: bytes) -> set[str]:
    json.loads(content)
    return set()


def _csv(content: bytes) -> set[str]:
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    wide = {f"{len(row)} columns" for row in rows}
    return wide | {f"formula {cell[:9]}" for row in rows for cell in row if _FORMULA.match(cell)}


def _markdown(content: bytes) -> set[str]:
    found: set[str] = set()
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(content.decode()):
        for one in (token, *(token.children or ())):
            found |= {one.type} | {f"{name}={value}" for name, value in one.attrs.items() if name in _LED}
            found |= {one.content} if one.type.startswith("html") else set()
    return found


def _xlsx(content: bytes) -> set[str]:
    book = opened(content)
    found = {f"{len(book.worksheets)} sheets", *map(str, book.defined_names)}
    for name, cell in cells(book):
        found |= {f"{name}: {cell.value}"} if cell.data_type == "f" else set()
        found |= {f"{name}: {cell.hyperlink.target}"} if cell.hyperlink else set()
    return found | _parts(content)


def _docx(content: bytes) -> set[str]:
    with ZipFile(BytesIO(content)) as package:
        fields = {found.decode() for name in package.namelist() for found in _FIELDS.findall(package.read(name))}
    return fields | _parts(content)


def _parts(content: bytes) -> set[str]:
    """Read every part of a package: its name, and where it says that something leads."""
    found: set[str] = set()
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            tree = parsed(package.read(name).decode()) if name.endswith((".xml", ".rels")) else ()
            found |= {name, *(f"leads to {one.get('Target')}" for one in tree if one.get("Target"))}
    return found


def _commands(content: bytes) -> set[str]:
    return {re.split("[ :]", line.lstrip()[2:], maxsplit=1)[0] for line in content.decode().splitlines()}


def _calendar(content: bytes) -> set[str]:
    Calendar.from_ical(content)
    lines = content.decode().replace("\r\n ", "").splitlines()
    begun = [line for line in lines if line.startswith("BEGIN:")]
    return {f"{len(begun)} begun", *begun, *(re.split("[:;]", line, maxsplit=1)[0] for line in lines)}


def _plain(content: bytes) -> set[str]:
    """List what a runner would take for a command if the document went to a log."""
    return {line for line in content.decode().splitlines() if line.lstrip().startswith("::")}


_READERS: Mapping[str, Callable[[bytes], set[str]]] = {
    "badge": _xml, "csv": _csv, "docx": _docx, "github": _commands, "gitlab": _json, "html": _html, "ics": _calendar,
    "json": _json, "junit": _xml, "markdown": _markdown, "sarif": _json, "shields": _json, "table": _plain,
    "xlsx": _xlsx,
}  # fmt: skip


def outline(kind: str, content: bytes) -> set[str]:
    """Give all that is more than text in a document of a format; raise where no reader takes it."""
    logged = set[str]() if kind in {"docx", "github", "ics", "xlsx"} else _plain(content)
    return _READERS[kind](content) | logged


def written(kind: str, content: bytes) -> Iterator[str]:
    """Give the text of a document as it lies in the file, unpacked where it is packed, its line ends as here."""
    if kind not in {"docx", "xlsx"}:
        yield content.decode().removeprefix("\ufeff").replace("\r\n", "\n")
        return
    with ZipFile(BytesIO(content)) as package:
        yield from (package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
