"""Files in the evidence folders that no ledger entry names."""

import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from posixpath import normpath
from unicodedata import normalize

from wenming_score.evidence.places import Root
from wenming_score.filetypes import Family, ending, promised
from wenming_score.text import inert

_LOOKED_AT = 20_000
"""Files that are looked at; a root that holds more is no evidence folder."""
_SHOWS: frozenset[Family | None] = frozenset({"picture", "audio", "video"})
_OURS = frozenset(
    ["yaml", "yml", "json", "lock", "md", "toml", "ini", "cfg", "py", "html", "xml", "sarif", "svg", "db", "log", "whl"]
)
"""Endings of what is written by and for programs, and of notes on the folder."""


def unlisted(paths: AbstractSet[str], root: Path | Root) -> tuple[str, ...]:
    """List the files under the root that may be meant as evidence and are not among these paths.

    Beside the unit file stand reports and forms, too: unless the ledger names a file there, only pictures and
    recordings count there.
    """
    named = {_shown(normpath(path)) for path in paths}
    at_root = any("/" not in path for path in named)
    found: list[str] = []
    for number, path in enumerate(_files(_walk(root) if isinstance(root, Path) else root.walk())):
        if number >= _LOOKED_AT:
            return ()
        meant = ending(path) not in _OURS if "/" in path or at_root else promised(path) in _SHOWS
        if meant and path not in named:
            found.append(path)
    return tuple(sorted(found))


def _walk(root: Path) -> Iterator[tuple[bytes, list[bytes], list[bytes]]]:
    top = os.fsencode(root)
    for around, folders, files in os.walk(top):
        yield os.path.relpath(around, top).replace(os.sep.encode(), b"/"), folders, files


def _files(walk: Iterable[tuple[bytes, list[bytes], list[bytes]]]) -> Iterator[str]:
    """Yield the paths of files; hidden ones, what office programs leave lying, and other units' are passed over."""
    for around, folders, files in walk:
        if around != b"." and b"unit.yaml" in files:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(b".")]
        for name in files:
            if not name.startswith((b".", b"~$")):
                yield _shown((name if around == b"." else around + b"/" + name).decode(errors="replace"))


def _shown(path: str) -> str:
    """Write a path in one way only, fit to be shown."""
    return inert(normalize("NFC", path)).replace("\n", "<U+000A>")
