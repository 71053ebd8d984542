"""Files in the evidence folders that no ledger entry names."""

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from posixpath import normpath
from unicodedata import normalize

from wenming_score.filetypes import Family, promised
from wenming_score.text import inert

_LOOKED_AT = 20_000
"""Files that are looked at; a root that holds more is no evidence folder."""
_EVIDENCE: frozenset[Family | None] = frozenset({"picture", "document", "audio", "video"})
_ALWAYS = _EVIDENCE - {"document"}
"""Beside the unit file stand reports and forms, too: documents there count only if the ledger names one there."""


def unlisted(paths: AbstractSet[str], root: Path) -> tuple[str, ...]:
    """List the files under the root that look like evidence and are not among these paths."""
    named = {_shown(normpath(path)) for path in paths}
    at_root = _EVIDENCE if any("/" not in path for path in named) else _ALWAYS
    found: list[str] = []
    for number, path in enumerate(_walk(root)):
        if number >= _LOOKED_AT:
            return ()
        if promised(path) in (_EVIDENCE if "/" in path else at_root) and path not in named:
            found.append(path)
    return tuple(sorted(found))


def _walk(root: Path) -> Iterator[str]:
    """Yield the paths of files; hidden ones, what office programs leave lying, and other units' are passed over."""
    top = os.fsencode(root)
    for around, folders, files in os.walk(top):
        if around != top and b"unit.yaml" in files:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(b".")]
        below = os.path.relpath(around, top).replace(os.sep.encode(), b"/")
        for name in files:
            if not name.startswith((b".", b"~$")):
                yield _shown((name if below == b"." else below + b"/" + name).decode(errors="replace"))


def _shown(path: str) -> str:
    """Write a path in one way only, fit to be shown."""
    return inert(normalize("NFC", path)).replace("\n", "<U+000A>")
