"""Which unit files are meant: files, folders, globs."""

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from wenming_score.text import inert

UNIT_FILE = "unit.yaml"


def find(argument: str) -> list[Path]:
    """List the unit files that an argument names; a folder stands for every unit.yaml in it."""
    return list(_expand(argument))


def shown(path: Path) -> str:
    """Name a file without where this machine keeps it: from here, or else by its name."""
    name = path.as_posix()
    if path.is_absolute():
        name = path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else path.name
    name = os.fsencode(name).decode(errors="surrogateescape")  # what a locale without Chinese makes of it is no name
    return inert(f"./{name}" if name.startswith(":") else name)


def names(paths: Sequence[Path]) -> list[str]:
    """Name files as `shown` does, but those that are elsewhere from the folder that has them all."""
    elsewhere = [path for path in paths if path.is_absolute() and not path.is_relative_to(Path.cwd())]
    common = os.path.commonpath(elsewhere) if len(elsewhere) > 1 else ""
    beside = set(elsewhere) if common else set[Path]()
    return [inert(path.relative_to(common).as_posix()) if path in beside else shown(path) for path in paths]


def _expand(argument: str) -> Iterator[Path]:
    path = Path(argument)
    if os.path.isdir(argument):  # noqa: PTH112 - Path.is_dir raises on a name that is too long
        yield from sorted(_inside(path))
    elif os.path.exists(argument) or not has_magic(argument):  # noqa: PTH110 - as above
        yield path
    else:
        matches = (Path(match) for match in sorted(glob(argument, recursive=True)))  # noqa: PTH207 - the pattern may be absolute
        yield from (match / UNIT_FILE if match.is_dir() else match for match in matches if _is_unit(match))


def _is_unit(path: Path) -> bool:
    return path.is_file() or (path / UNIT_FILE).is_file()


def _inside(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if UNIT_FILE in files:
            yield Path(place) / UNIT_FILE
