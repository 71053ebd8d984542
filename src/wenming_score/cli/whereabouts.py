"""Where a team's settings are: looked for before anything else is known, so this knows nothing."""

import re
from collections.abc import Sequence
from pathlib import Path

OWN, SHARED = "wenming.toml", "pyproject.toml"
TABLE = ("tool", "wenming-score")
_MOST = 1 << 20
"""Bytes of a shared file that are looked through."""
_HEADER = re.compile(rb"^\s*\[\s*tool\s*\.\s*[\"']?wenming-score", re.MULTILINE)


def settings_path(arguments: Sequence[str]) -> Path | None:
    """Give the file that `--config` names, or else the nearest one, here or above, as far as the repository reaches.

    An empty name is that of no file at all.
    """
    given = value_of("--config", arguments)
    return _nearest(Path.cwd()) if given is None else Path(given) if given else None


def value_of(option: str, arguments: Sequence[str]) -> str | None:
    """Give the last value of an option on the command line."""
    value = None
    for position, argument in enumerate(arguments):
        if argument == option and position + 1 < len(arguments):
            value = arguments[position + 1]
        elif argument.startswith(f"{option}="):
            value = argument.removeprefix(f"{option}=")
    return value


def _nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (place / OWN).is_file():
            return place / OWN
        if _has_ours(place / SHARED):
            return place / SHARED
        if (place / ".git").exists():
            break
    return None


def _has_ours(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _HEADER.search(file.read(_MOST)) is not None
    except OSError:
        return False
