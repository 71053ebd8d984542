"""The bundled rubrics: where they are, and what `extends` makes of them."""

import os
from functools import cache
from pathlib import Path
from typing import Protocol

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source import Document, merge, read
from wenming_score.text import nearest, tr

DEFAULT = "luoyang-2019"

_PACKAGE = Path(__file__).parent
_CHAIN = 5
"""How many rubrics may stand on each other."""


class Shelf(Protocol):
    """Where the files of a user stand."""

    def find(self, name: str, beside: Path) -> tuple[Path, str] | None:
        """Find a file by its path from a folder: its one true path, and what messages call it."""
        ...

    def read(self, path: Path, shown: str, *, strict: bool = True) -> Document:
        """Read a file as `source.read` does."""
        ...


class Disk(Shelf):
    """The files of this machine."""

    def find(self, name: str, beside: Path) -> tuple[Path, str] | None:
        """Find a file by its path from a folder."""
        path = beside / name
        return (path.resolve(), name) if os.path.exists(path) else None  # noqa: PTH110 - Path.exists raises on a name that is too long

    def read(self, path: Path, shown: str, *, strict: bool = True) -> Document:
        """Read a file."""
        return read(path, shown, strict=strict)


DISK = Disk()


@cache
def folder() -> Path:
    """Find the bundled rubrics: packed in a wheel, or at the top of a checkout."""
    packed = _PACKAGE / "rubrics"
    return packed if packed.is_dir() else _PACKAGE.parent.parent / "rubrics"


@cache
def bundled() -> tuple[str, ...]:
    """List the names (id-edition) of the bundled rubrics."""
    return tuple(sorted(path.stem for path in folder().glob("*.yaml")))


def open_rubric(name: str, beside: Path, asked_at: Location, shelf: Shelf = DISK) -> Document:
    """Read a rubric by name, or by a path relative to a folder, and all that it extends."""
    return _open(name, beside, asked_at, shelf, ())


def _open(name: str, beside: Path, asked_at: Location, shelf: Shelf, seen: tuple[Path, ...]) -> Document:
    path, shown, shelf = _locate(name, beside, asked_at, shelf)
    if path in seen or len(seen) >= _CHAIN:
        message = tr("extends 绕成了圈") if path in seen else tr("extends 超过 {n} 层", n=_CHAIN)
        raise InputError([Mistake(asked_at, message)])
    document = shelf.read(path, shown)
    base = document.data.get("extends") if isinstance(document.data, dict) else None
    if not isinstance(base, str):
        return document
    return merge(_open(base, path.parent, document.at(("extends",)), shelf, (*seen, path)), document)


def _locate(name: str, beside: Path, asked_at: Location, shelf: Shelf) -> tuple[Path, str, Shelf]:
    if name in bundled():
        return folder() / f"{name}.yaml", f"rubrics/{name}.yaml", DISK
    if "/" in name or "\\" in name or name.endswith((".yaml", ".yml")):
        found = shelf.find(name, beside)
        if found:
            return *found, shelf
        raise InputError(
            [
                Mistake(
                    asked_at, tr("找不到测评体系文件 {name}（相对于 {folder}）", name=name, folder=beside.name or ".")
                )
            ]
        )
    hint = nearest(name, bundled()) or tr("；自带的有：{names}", names=tr("、").join(bundled()))
    raise InputError([Mistake(asked_at, tr("没有名为 {name} 的测评体系{hint}", name=name, hint=hint))])
