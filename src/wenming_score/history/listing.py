"""What git lists of a revision, as folders."""

from collections.abc import Iterator
from typing import Literal

from wenming_score.evidence.tree import Folder, Leaf


def folders(listed: bytes) -> Folder:
    """Put together what `git ls-tree -r -l -z` says; git never lists a folder itself."""
    made = {b"": Folder()}
    for record in listed.split(b"\0"):
        entry, _, path = record.partition(b"\t")
        if path:
            around, _, name = path.rpartition(b"/")
            _made(made, around)[name] = _leaf(entry)
    return made[b""]


def _made(made: dict[bytes, Folder], path: bytes) -> Folder:
    missing: list[bytes] = []
    while path not in made:
        missing.append(path)
        path = path.rpartition(b"/")[0]
    for below in reversed(missing):
        around, _, name = below.rpartition(b"/")
        made[around][name] = made[below] = Folder()
    return made[path if not missing else missing[0]]


def _leaf(entry: bytes) -> Leaf:
    """Read a line; the size of what the repository does not have is unknown, and nothing is that long."""
    mode, _, blob, size = entry.split()
    kinds: dict[bytes, Literal["link", "submodule"]] = {b"120000": "link", b"160000": "submodule"}
    return Leaf(kinds.get(mode, "file"), blob.decode(), int(size) if size.isdigit() else -1)


def look_up(top: Folder, path: str) -> tuple[Leaf | Folder | None, str]:
    """Step down a path; give what is there and how far that was, which for a link or submodule is less."""
    here: Leaf | Folder = top
    parts = [part for part in path.split("/") if part not in {"", "."}]
    for depth, part in enumerate(parts):
        if isinstance(here, Leaf):
            return (None, path) if here.kind == "file" else (here, "/".join(parts[:depth]))
        below = here.get(part.encode(errors="surrogateescape"))
        if below is None:
            return None, path
        here = below
    return here, "/".join(parts)


def files(top: Folder) -> Iterator[tuple[str, Leaf]]:
    """Yield every file by its path; names that are no UTF-8 are passed over."""
    ahead: list[tuple[bytes, Folder]] = [(b"", top)]
    while ahead:
        around, here = ahead.pop()
        for name, below in here.items():
            if isinstance(below, Folder):
                ahead.append((around + name + b"/", below))
            elif below.kind == "file" and (path := _text(around + name)):
                yield path, below


def _text(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError:
        return ""
