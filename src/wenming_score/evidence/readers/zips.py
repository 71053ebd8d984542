"""A zip from unknown hands: looked over before anything in it is unpacked, and never unpacked beyond the limits."""

import re
import struct
import zlib
from collections.abc import Sequence
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from wenming_score.evidence import limits
from wenming_score.evidence.readers.base import Metered, ReadingError
from wenming_score.text import tr

_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError)
_ENCRYPTED = 0x1
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)")
_HEADER = re.compile(rb"PK\x03\x04.{22}(.{2}).{2}", re.DOTALL)


class Parts:
    """The parts of a zip by name; case and the slant of the slash do not matter."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the list of parts; `fault` says what is wrong with the whole."""
        packed = file.seek(0, 2)
        try:
            self._zip = ZipFile(Metered(file, limits.PARTS))
        except _BROKEN as fault:
            raise ReadingError(tr("压缩结构损坏，读不出里面的目录")) from fault
        entries = self._zip.infolist()
        self.fault = _look_over(entries, packed)
        self.names = frozenset(entry.filename.replace("\\", "/") for entry in entries)
        self._entries = {plain(entry.filename): entry for entry in entries}

    def read(self, name: str) -> bytes:
        """Unpack one part."""
        entry = self._entries.get(plain(name))
        if entry is None:
            raise ReadingError(tr("缺少 {part}", part=name))
        if entry.flag_bits & _ENCRYPTED:
            raise ReadingError(tr("{part} 已加密，没有读", part=name))
        if entry.file_size > limits.PART:
            raise ReadingError(tr("{part} 太大，没有读", part=name))
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ReadingError(tr("{part} 的压缩方式不认识，没有读", part=name))
        return self._unpack(name, entry)

    def _unpack(self, name: str, entry: ZipInfo) -> bytes:
        try:
            with self._zip.open(entry) as part:
                return part.read(limits.PART)
        except _BROKEN as fault:
            raise ReadingError(tr("{part} 损坏，没有读", part=name)) from fault


def begun(file: BinaryIO) -> dict[str, bytes]:
    """Give the first parts of a zip whose end is lost: their names, and their bytes as they lie there."""
    file.seek(0)
    head = file.read(limits.BEGUN)
    found: dict[str, bytes] = {}
    for header in _HEADER.finditer(head):
        end = header.end() + int.from_bytes(header[1], "little")
        found[plain(head[header.end() : end].decode("cp437"))] = head[end : end + 100]
    return found


def plain(name: str) -> str:
    """Spell a name as every other way to spell it would come out."""
    return name.replace("\\", "/").lstrip("/").lower()


def _look_over(entries: Sequence[ZipInfo], packed: int) -> str:
    if len(entries) > limits.ENTRIES:
        return tr("里面有 {count} 个文件，超过上限 {most} 个", count=len(entries), most=limits.ENTRIES)
    if _explodes(entries, packed):
        return tr("解开后大得不正常，像是压缩炸弹，没有解开")
    if any(_OUTSIDE.search(entry.filename) for entry in entries):
        return tr("里面有指向外面的文件名（以 / 开头或含 ..）")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return tr("里面有加密的文件")
    return ""


def _explodes(entries: Sequence[ZipInfo], packed: int) -> bool:
    """Weigh declared sizes against the bytes that are really there: what a zip says it takes may be a lie."""
    sizes = [(sum(entry.file_size for entry in entries), packed)]
    sizes += [(entry.file_size, min(entry.compress_size, packed)) for entry in entries]
    return any(full > limits.UNPACKED and full > limits.RATIO * small for full, small in sizes)
