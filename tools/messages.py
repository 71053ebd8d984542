"""Keep the English catalogue in step with the Chinese messages in the code.

`--update` takes new messages into messages.po and compiles it; `--check` names what is wrong with either file.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from wenming_score.checks import CHECKS
from wenming_score.kinds import KINDS

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src/wenming_score"
PO = SOURCES / "locale/en/LC_MESSAGES/messages.po"
MO = PO.with_suffix(".mo")
_CHINESE = re.compile("[\u4e00-\u9fff]")


class Messages(Catalog):
    """A catalogue without dates, tools and versions in its head, so that the same messages make the same bytes."""

    mime_headers = (("Language", "en"), ("Content-Type", "text/plain; charset=utf-8"))  # pyright: ignore[reportAssignmentType]


def main() -> int:
    """Update the catalogue, or name what is wrong with it."""
    if "--update" in sys.argv:
        update()
    wrong = list(faults())
    print("\n".join(wrong) or f"{PO.relative_to(ROOT)}: {len(_kept())} messages, all translated")
    return bool(wrong)


def update() -> None:
    """Take in new messages, drop old ones; where one was only reworded, mark its translation as fuzzy."""
    wanted, kept = _empty(), _kept()
    for message in sorted(formatted() | manuals()):
        wanted.add(message)
    kept.update(wanted, update_header_comment=False)
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, kept, width=100, sort_output=True, ignore_obsolete=True)
    MO.write_bytes(compiled(_kept()))


def faults() -> Iterator[str]:
    """Say what is wrong with the catalogue, message by message."""
    kept, plain, verbatim = _kept(), formatted(), manuals()
    translations = {str(message.id): str(message.string) for message in kept if message.id}
    fuzzy = {str(message.id) for message in kept if message.id and message.fuzzy}
    for message in sorted(plain | verbatim):
        if not translations.get(message):
            yield f"no translation: {_short(message)}"
        elif message in fuzzy:
            yield f"fuzzy, see whether it still fits: {_short(message)}"
        elif message in plain and _names(message) != _names(translations[message]):
            yield f"other placeholders than in Chinese: {_short(message)}: {_short(translations[message])}"
    yield from (f"no longer said: {_short(message)}" for message in sorted({*translations} - plain - verbatim))
    yield from (f"no longer said: {_short(message)}" for message in sorted(map(str, kept.obsolete)))
    if not MO.exists() or MO.read_bytes() != compiled(kept):
        yield f"{MO.relative_to(ROOT)} is not what the .po compiles to: run tools/messages.py --update"


def formatted() -> set[str]:
    """Gather what `tr` is given: literally, or from a table of Chinese words."""
    modules = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.rglob("*.py"))]
    return {message for module in modules for message in (*_literals(module), *_tables(module))}


def manuals() -> set[str]:
    """Gather the pages that `explain` prints word for word."""
    return {check.manual for check in CHECKS} | {cleandoc(kind.__doc__ or "") for kind in KINDS.values()}


def compiled(catalog: Catalog) -> bytes:
    """Compile a catalogue as gettext reads it."""
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def _literals(module: ast.Module) -> Iterator[str]:
    """Yield the messages in calls of `tr`, even inside f-strings, where Babel's own extractor does not look."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant(value=str(message))]):
                yield message
            case _:
                pass


def _tables(module: ast.Module) -> Iterator[str]:
    """Yield the Chinese words of a module's own tables: `tr` gets them through a variable."""
    for node in module.body:
        table = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        parts = table.values if isinstance(table, ast.Dict) else table.elts if isinstance(table, ast.Tuple) else []
        for leaf in (leaf for part in parts for leaf in ast.walk(part) if isinstance(leaf, ast.Constant)):
            if isinstance(leaf.value, str) and _CHINESE.search(leaf.value):
                yield leaf.value


def _names(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def _short(message: str) -> str:
    return repr(message.partition("\n")[0])


def _empty() -> Messages:
    return Messages(header_comment="# What the program says, in English. See tools/messages.py.", fuzzy=False)


def _kept() -> Messages:
    """Read the catalogue as it stands, without its head."""
    catalog = _empty()
    with PO.open("rb") if PO.exists() else io.BytesIO() as file:
        read = read_po(file, locale="en")
    catalog.obsolete = read.obsolete
    for message in read:
        if message.id:
            catalog.add(message.id, message.string, flags=message.flags)
    return catalog


if __name__ == "__main__":
    sys.exit(main())
