"""A file's bytes to what is known of it: digest, true type, and what its reader finds inside."""

import hashlib
from dataclasses import replace
from io import SEEK_END
from typing import BinaryIO

from wenming_score.evidence import lfs, limits
from wenming_score.evidence.places import Place
from wenming_score.evidence.readers import reader_of
from wenming_score.evidence.readers.base import Reader, ReadingError
from wenming_score.evidence.sniff import HEAD, kind_of
from wenming_score.files import FileFact, Inside
from wenming_score.text import tr, why

_CHUNK = 256 << 10


def hashed(place: Place) -> FileFact:
    """Hash a file; for a pointer to a file that is kept elsewhere, give the size and digest of that one."""
    if place.size > limits.HASHED:
        return _too_large(place.size)
    try:
        with place.open() as file:
            pointer = lfs.pointer(file.read(lfs.MOST + 1))
            file.seek(0)
            digest = hashlib.sha256()
            while part := file.read(_CHUNK):
                digest.update(part)
                if (size := file.tell()) > limits.HASHED:  # it grows as it is read
                    return _too_large(size)
            size = file.tell()
    except OSError as error:
        return _unreadable(place, error)
    if not size:
        return FileFact("empty")
    size, sha256 = pointer or (size, digest.hexdigest())
    return FileFact("present", size, "", sha256)


def look_inside(place: Place, fact: FileFact) -> FileFact:
    """Find the true type of a file that was hashed, and what is inside."""
    try:
        with place.open() as file:
            head = file.read(HEAD)
            if lfs.pointer(head):
                return FileFact("present", fact.size, inside=Inside(fault=lfs.fault()))
            if file.seek(0, SEEK_END) != fact.size:
                return FileFact("unreadable", fact.size, tr("读的时候文件变了"))
            kind = _type(head, file)
            reader = reader_of(kind)
            return replace(fact, type=kind, inside=_inside(reader, file) if reader else Inside())
    except OSError as error:
        return _unreadable(place, error)


def settled(fact: FileFact, locked: FileFact | None) -> FileFact | None:
    """Give what is known of a file that was hashed; None where one has to look inside.

    Where its bytes are still those that were locked, what is inside is known.
    """
    if locked and (locked.size, locked.sha256) == (fact.size, fact.sha256):
        return locked
    return None if fact.sha256 else fact


def _too_large(size: int) -> FileFact:
    return FileFact("present", size, inside=Inside(fault=tr("超过 {n} GB，没有看内容", n=limits.HASHED >> 30)))


def _unreadable(place: Place, error: OSError) -> FileFact:
    return FileFact("unreadable", place.size, tr("无法读取（{reason}）", reason=why(error)))


def _type(head: bytes, file: BinaryIO) -> str:
    try:
        return kind_of(head, file)
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, it is of no known type
        return ""


def _inside(reader: Reader, file: BinaryIO) -> Inside:
    file.seek(0)
    try:
        return reader(file)
    except ReadingError as error:
        return Inside(fault=str(error))
    except Exception:  # noqa: BLE001 - libraries raise anything; the fault is the file's
        return Inside(fault=tr("文件损坏，读不出内容"))
