"""The bundled rubrics: where they are, and what `extends` makes of them."""

import os
from functools import cache
from pathlib import Path

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source import Document, merge, read
from wenming_score.text import nearest, tr

DEFAULT = "luoyang-2019"

_PACKAGE = Path(__file__).parent
_CHAIN = 5
"""How many rubrics may stand on each other."""


@cache
def folder() -> Path:
    """Find the bundled rubrics: packed in a wheel, or at the top of a checkout."""
    packed = _PACKAGE / "rubrics"
    return packed if packed.is_dir() else _PACKAGE.parent.parent / "rubrics"


@cache
def bundled() -> tuple[str, ...]:
    """List the names (id-edition) of the bundled rubrics."""
    return tuple(sorted(path.stem for path in folder().glob("*.yaml")))


def open_rubric(name: str, beside: Path, asked_at: Location) -> Document:
    """Read a rubric by name, or by a path relative to a folder, and all that it extends."""
    return _open(name, beside, asked_at, ())


def _open(name: str, beside: Path, asked_at: Location, seen: tuple[Path, ...]) -> Document:
    path, shown = _locate(name, beside, asked_at)
    if path in seen or len(seen) >= _CHAIN:
        message = tr("extends 绕成了圈") if path in seen else tr("extends 超过 {n} 层", n=_CHAIN)
        raise InputError([Mistake(asked_at, message)])
    document = read(path, shown)
    base = document.data.get("extends") if isinstance(document.data, dict) else None
    if not isinstance(base, str):
        return document
    return merge(_open(base, path.parent, document.at(("extends",)), (*seen, path)), document)


def _locate(name: str, beside: Path, asked_at: Location) -> tuple[Path, str]:
    if name in bundled():
        return folder() / f"{name}.yaml", f"rubrics/{name}.yaml"
    if "/" in name or "\\" in name or name.endswith((".yaml", ".yml")):
        path = beside / name
        if os.path.exists(path):  # noqa: PTH110 - Path.exists raises on a name that is too long
            return path.resolve(), name
        raise InputError(
            [
                Mistake(
                    asked_at, tr("找不到测评体系文件 {name}（相对于 {folder}）", name=name, folder=beside.name or ".")
                )
            ]
        )
    hint = nearest(name, bundled()) or tr("；自带的有：{names}", names=tr("、").join(bundled()))
    raise InputError([Mistake(asked_at, tr("没有名为 {name} 的测评体系{hint}", name=name, hint=hint))])
