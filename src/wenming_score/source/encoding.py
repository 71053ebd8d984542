"""Bytes to text: the file itself, its encoding and its line ends."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source.limits import BYTES, MISTAKES
from wenming_score.source.signs import named
from wenming_score.text import tr, why

_UNREAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WIDE = {
    "UTF-32": ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be")),
    "UTF-16": ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")),
}
_GUESSES = {"gb2312": "GBK", "big5": "Big5", "gb18030": "GBK"}
_FIRST_OF_THREE_BYTES = "\u0800"
# A pipe or a device must not make us wait, nor Windows change the line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def load(path: Path, shown: str, most: int = BYTES) -> bytes:
    """Read a regular file of at most so many bytes."""
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            return _take(descriptor, shown, most)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise InputError([Mistake(Location(shown), _why(path, error))]) from error


def _take(descriptor: int, shown: str, most: int) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(status.st_mode):
        raise InputError([Mistake(Location(shown), tr("这不是普通文件（是管道或设备）；请给出一个文件"))])
    content = b"" if status.st_size > most else _all(descriptor, most)
    if len(content) > most or status.st_size > most:
        raise too_large(shown, most)
    return content


def too_large(shown: str, most: int = BYTES) -> InputError:
    """Refuse a file beyond the limit."""
    return InputError([Mistake(Location(shown), tr("文件超过 {most} MB；请核对是不是给错了文件", most=most // 10**6))])


def _all(descriptor: int, most: int) -> bytes:
    parts: list[bytes] = []
    left = most + 1
    while left and (part := os.read(descriptor, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _why(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return tr("找不到这个文件；请核对路径和文件名")
    # Windows says "permission denied" of a folder; `Path.is_dir` may raise where this says no.
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112
        return tr("这是文件夹，不是文件；请给出其中的文件")
    if isinstance(error, PermissionError):
        return tr("没有读这个文件的权限；请让文件的主人放开读取权限")
    if not isinstance(error, OSError):
        return tr("文件名里有文件系统不认的字符；请核对路径和文件名")
    return tr("打不开这个文件（{reason}）；请核对路径和文件名", reason=why(error))


def text_of(content: bytes, shown: str) -> str:
    """Decode UTF-8 with or without BOM; end every line with a line feed."""
    _refuse_wide(content, shown)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a BOM the codec counts from behind it.
        start = error.start + (len(content) - len(error.object))
        raise InputError([Mistake(_byte_at(content, start, shown), _foreign(content, start))]) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if mistakes := list(_unreal(text, shown)):
        raise InputError(mistakes)
    return text if text.endswith("\n") else f"{text}\n"


def _refuse_wide(content: bytes, shown: str) -> None:
    for name, forms in _WIDE.items():
        for bom, codec in forms:
            if content.startswith(bom) or (b"\0" in content and ":" in _read_as(content, codec)):
                start = 0 if content.startswith(bom) else content.index(b"\0")
                raise InputError([Mistake(_byte_at(content, start, shown), _not_utf8(name))])


def _read_as(content: bytes, codec: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return ""
    return "" if _UNREAL.search(text) else text


def _foreign(content: bytes, start: int) -> str:
    # Two-byte encodings hardly ever look like three-byte characters: after one of those the file is damaged UTF-8.
    if max(content[:start].decode("utf-8-sig"), default="") < _FIRST_OF_THREE_BYTES:
        for codec, name in _GUESSES.items():
            if _read_as(content, codec):
                return _not_utf8(name)
    return tr("从这里起不是 UTF-8 编码，文件可能损坏或被截断；请找回原文件，另存为 UTF-8")


def _not_utf8(name: str) -> str:
    return tr("文件编码看来是 {name}，这里只读 UTF-8；请用编辑器另存为 UTF-8 编码", name=name)


def _byte_at(content: bytes, start: int, shown: str) -> Location:
    before = content[:start].decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return Location(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _unreal(text: str, shown: str) -> Iterator[Mistake]:
    for match, _ in zip(_UNREAL.finditer(text), range(MISTAKES), strict=False):
        start = match.start()
        at = Location(shown, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        yield Mistake(at, tr("这里有{sign}，它不是文字；请删去", sign=named(match[0])))
