"""The bundled rubrics: where they are, and what `extends` makes of them."""

import os
from functools import cache, lru_cache, reduce
from pathlib import Path
from typing import NamedTuple, Protocol

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source import BYTES, Document, load, merge, parse
from wenming_score.text import nearest, tr

DEFAULT = "luoyang-2019"

_PACKAGE = Path(__file__).parent
_CHAIN = 5
"""How many rubrics may stand on each other."""
_KEPT = 16
"""How many files of rubrics are kept in mind, for the units of one run that name the same ones."""


class Shelf(Protocol):
    """Where the files of a user stand."""

    def find(self, name: str, beside: Path) -> tuple[Path, str] | None:
        """Find a file by its path from a folder: its one true path, and what messages call it."""
        ...

    def load(self, path: Path, shown: str, most: int = BYTES) -> bytes:
        """Give the bytes of a file as `source.load` does."""
        ...


class Disk(Shelf):
    """The files of this machine."""

    def find(self, name: str, beside: Path) -> tuple[Path, str] | None:
        """Find a file by its path from a folder."""
        path = beside / name
        return (path.resolve(), name) if os.path.exists(path) else None  # noqa: PTH110 - Path.exists raises on a name that is too long

    def load(self, path: Path, shown: str, most: int = BYTES) -> bytes:
        """Give the bytes of a file."""
        return load(path, shown, most)


DISK = Disk()


class Layer(NamedTuple):
    """A file of a rubric: what messages call it, and its bytes."""

    shown: str
    content: bytes


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
    return laid(layers(name, beside, asked_at, shelf))


def layers(name: str, beside: Path, asked_at: Location, shelf: Shelf = DISK) -> tuple[Layer, ...]:
    """Gather the files of a rubric, each before the one that it extends."""
    found: dict[Path, Layer] = {}
    while True:
        path, shown, shelf = _locate(name, beside, asked_at, shelf)
        if path in found or len(found) >= _CHAIN:
            message = tr("extends 绕成了圈") if path in found else tr("extends 超过 {n} 层", n=_CHAIN)
            raise InputError([Mistake(asked_at, message)])
        found[path] = Layer(shown, shelf.load(path, shown))
        document = _parsed(found[path])
        base = document.data.get("extends") if isinstance(document.data, dict) else None
        if not isinstance(base, str):
            return tuple(found.values())
        name, beside, asked_at = base, path.parent, document.at(("extends",))


def laid(several: tuple[Layer, ...]) -> Document:
    """Lay the files of a rubric upon each other."""
    *over, lowest = map(_parsed, several)
    return reduce(merge, reversed(over), lowest)


@lru_cache(_KEPT)
def _parsed(layer: Layer) -> Document:
    return parse(layer.content, layer.shown)


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
