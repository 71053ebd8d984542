"""Where a ledger entry's file is, without leaving the evidence root or following a link."""

import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO, Protocol
from unicodedata import normalize

from wenming_score.assessment import Evidence
from wenming_score.files import FileFact
from wenming_score.records import record
from wenming_score.text import inert, tr

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))

_LINK = FileFact("link")


@record
class Place(ABC):
    """A regular file that may be read."""

    size: int

    @abstractmethod
    def open(self) -> BinaryIO:
        """Open it at its start; raise `OSError` where it cannot be read any more."""


class Root(Protocol):
    """Where evidence lies that is in no folder of this machine, such as a revision."""

    def find(self, parts: tuple[str, ...]) -> Place | FileFact:
        """Step down to a file, or say why there is none."""
        ...

    def walk(self) -> Iterable[tuple[bytes, list[bytes], list[bytes]]]:
        """Yield every folder with its folders and its files, as `os.walk` does of the folder `b"."`."""
        ...


@record
class OnDisk(Place):
    """A regular file of a folder."""

    name: str | bytes

    def open(self) -> BinaryIO:
        """Open it without following a link or waiting for a pipe."""
        file = open(os.open(self.name, _FLAGS), "rb")  # noqa: PTH123, SIM115 - Path.open follows links
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise OSError(0, tr("不是普通文件"))
        return file


def by_look(names: Iterable[bytes]) -> Mapping[str, str]:
    """Give the names of a folder by what they are without case and composition; of those alike the first."""
    return {folded(name): name for name in sorted((name.decode(errors="replace") for name in names), reverse=True)}


def names_in(around: str | bytes) -> Mapping[str, str]:
    """Give the names of a folder on disk as `by_look` does; none where it cannot be read."""
    try:
        return by_look(os.fsencode(name) for name in os.listdir(around))  # noqa: PTH208 - pathlib knows no bytes
    except (OSError, ValueError):
        return {}


Names = Callable[[str | bytes], Mapping[str, str]]
"""As `names_in`, which whoever looks for many files asks once a folder."""


def find(entry: Evidence, root: Path | Root, names: Names = names_in) -> Place | FileFact:
    """Find the file of an entry, or say why there is none."""
    if entry.path is None:
        return _LINK
    parts = PurePosixPath(entry.path).parts
    if _leaves(entry.path, parts):
        return FileFact("escapes", detail=tr("路径离开了佐证材料目录"))
    if "\\" in entry.path:
        return FileFact("unreadable", detail=tr("路径里请用 / 隔开，不用反斜杠"))
    return _walk(root, parts, names) if isinstance(root, Path) else root.find(parts)


def _leaves(path: str, parts: tuple[str, ...]) -> bool:
    if ".." in parts or path.startswith("/"):
        return True
    windows = PureWindowsPath(path) if "\\" in path or ":" in path else None
    return windows is not None and (".." in windows.parts or bool(windows.drive or windows.root))


def _walk(root: Path, parts: tuple[str, ...], names: Names) -> Place | FileFact:
    """Step down one part at a time, so that no link on the way is followed."""
    place: str | bytes = os.fspath(root)
    around, part = place, ""
    try:
        found = os.lstat(place)
        for part in parts:
            around, place = place, _join(place, part)
            found = os.lstat(place)
            if stat.S_ISLNK(found.st_mode):
                return link(part)
    except (FileNotFoundError, NotADirectoryError):
        return FileFact("missing", detail=nearly(part, names(around)))
    except (OSError, ValueError):
        return FileFact("unreadable", detail=tr("无法读取"))
    return _regular(place, found)


def _join(place: str | bytes, part: str) -> str | bytes:
    """Go one part down; names are UTF-8 bytes where a system has bytes, whatever its locale says."""
    if os.name != "posix":
        return os.path.join(os.fsdecode(place), part)  # noqa: PTH118 - bytes on the other branch
    return os.path.join(os.fsencode(place), part.encode())  # noqa: PTH118 - pathlib knows no bytes


def nearly(part: str, names: Mapping[str, str]) -> str:
    """Say which name is there that differs only in case or in how its characters are composed."""
    alike = names.get(folded(part))
    return tr("；那里有 {name}，大小写或字形不同", name=inert(alike)) if alike else ""


def folded(name: str) -> str:
    """Write a name without what may differ between systems: case, and how its characters are composed."""
    return normalize("NFC", name).casefold()


def link(part: str) -> FileFact:
    """Refuse a link."""
    return FileFact("escapes", detail=tr("{part} 是符号链接，不跟随", part=part))


def folder() -> FileFact:
    """Refuse a folder."""
    return FileFact("unreadable", detail=tr("是文件夹，不是文件"))


def _regular(place: str | bytes, found: os.stat_result) -> Place | FileFact:
    if stat.S_ISDIR(found.st_mode):
        return folder()
    if not stat.S_ISREG(found.st_mode):
        return FileFact("unreadable", detail=tr("不是普通文件"))
    if not found.st_size:
        return FileFact("empty")
    if not os.access(place, os.R_OK):
        return FileFact("unreadable", detail=tr("没有读取权限"))
    return OnDisk(found.st_size, place)
