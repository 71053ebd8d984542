"""Where a ledger entry's file is, without leaving the evidence root or following a link."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from unicodedata import normalize

from wenming_score.assessment import Evidence
from wenming_score.files import FileFact
from wenming_score.text import inert, tr


@dataclass(frozen=True, slots=True)
class Place:
    """A regular file that may be read."""

    name: str | bytes
    size: int


def find(entry: Evidence, root: Path) -> Place | FileFact:
    """Find the file of an entry, or say why there is none."""
    if entry.path is None:
        return FileFact("link")
    parts = PurePosixPath(entry.path).parts
    if _leaves(entry.path, parts):
        return FileFact("escapes", detail=tr("路径离开了佐证材料目录"))
    if "\\" in entry.path:
        return FileFact("unreadable", detail=tr("路径里请用 / 隔开，不用反斜杠"))
    return _walk(root, parts)


def _leaves(path: str, parts: tuple[str, ...]) -> bool:
    windows = PureWindowsPath(path)
    return ".." in parts or ".." in windows.parts or path.startswith("/") or bool(windows.drive or windows.root)


def _walk(root: Path, parts: tuple[str, ...]) -> Place | FileFact:
    """Step down one part at a time, so that no link on the way is followed."""
    place: str | bytes = os.fspath(root)
    around, part = place, ""
    try:
        found = os.lstat(place)
        for part in parts:
            around, place = place, _join(place, part)
            found = os.lstat(place)
            if stat.S_ISLNK(found.st_mode):
                return FileFact("escapes", detail=tr("{part} 是符号链接，不跟随", part=part))
    except (FileNotFoundError, NotADirectoryError):
        return FileFact("missing", detail=_nearly(around, part))
    except (OSError, ValueError):
        return FileFact("unreadable", detail=tr("无法读取"))
    return _regular(place, found)


def _join(place: str | bytes, part: str) -> str | bytes:
    """Go one part down; names are UTF-8 bytes where a system has bytes, whatever its locale says."""
    if os.name != "posix":
        return os.path.join(os.fsdecode(place), part)  # noqa: PTH118 - bytes on the other branch
    return os.path.join(os.fsencode(place), part.encode())  # noqa: PTH118 - pathlib knows no bytes


def _nearly(around: str | bytes, part: str) -> str:
    """Say which name is there that differs only in case or in how its characters are composed."""
    try:
        names = sorted(os.fsencode(name).decode(errors="replace") for name in os.listdir(around))  # noqa: PTH208 - as above
    except (OSError, ValueError):
        return ""
    alike = next((name for name in names if _folded(name) == _folded(part)), None)
    return tr("；那里有 {name}，大小写或字形不同", name=inert(alike)) if alike else ""


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _regular(place: str | bytes, found: os.stat_result) -> Place | FileFact:
    if not stat.S_ISREG(found.st_mode):
        what = tr("是文件夹，不是文件") if stat.S_ISDIR(found.st_mode) else tr("不是普通文件")
        return FileFact("unreadable", detail=what)
    if not found.st_size:
        return FileFact("empty")
    if not os.access(place, os.R_OK):
        return FileFact("unreadable", detail=tr("没有读取权限"))
    return Place(place, found.st_size)
