"""A file's bytes to what is known of it: digest, true type, and what its reader finds inside."""

import hashlib
import os
import stat
from dataclasses import replace
from io import BufferedReader

from wenming_score.evidence import limits
from wenming_score.evidence.places import Place
from wenming_score.evidence.readers import reader_of
from wenming_score.evidence.readers.base import Reader, ReadingError
from wenming_score.evidence.sniff import HEAD, kind_of
from wenming_score.files import FileFact, Inside
from wenming_score.text import tr

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


def read(place: Place, locked: FileFact | None) -> FileFact:
    """Read a file; where its bytes are those that were locked, what is inside is known already."""
    fact = digest(place, locked)
    return fact if known(fact, locked) else look_inside(place, fact)


def digest(place: Place, locked: FileFact | None) -> FileFact:
    """Hash a file, and give what was locked where its bytes are still those."""
    try:
        with opened(place) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return FileFact("unreadable", detail=tr("不是普通文件"))
            if status.st_size > limits.HASHED:
                fault = tr("超过 {n} GB，没有看内容", n=limits.HASHED >> 30)
                return FileFact("present", status.st_size, inside=Inside(fault=fault))
            fact = FileFact("present", status.st_size, "", hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return FileFact("unreadable", place.size, tr("无法读取（{reason}）", reason=error.strerror))
    return locked if locked and (locked.size, locked.sha256) == (fact.size, fact.sha256) else fact


def known(fact: FileFact, locked: FileFact | None) -> bool:
    """Tell whether there is nothing left to find out about a file that was hashed."""
    return not fact.sha256 or fact is locked


def look_inside(place: Place, fact: FileFact) -> FileFact:
    """Find the true type of a file that was hashed, and what is inside."""
    try:
        with opened(place) as file:
            kind = _type(file.read(HEAD), file)
            reader = reader_of(kind)
            return replace(fact, type=kind, inside=_inside(reader, file) if reader else Inside())
    except OSError as error:
        return FileFact("unreadable", place.size, tr("无法读取（{reason}）", reason=error.strerror))


def opened(place: Place) -> BufferedReader:
    """Open a file without following a link or waiting for a pipe."""
    return open(os.open(place.name, _FLAGS), "rb")  # noqa: PTH123 - Path.open follows links


def _type(head: bytes, file: BufferedReader) -> str:
    try:
        return kind_of(head, file)
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, it is of no known type
        return ""


def _inside(reader: Reader, file: BufferedReader) -> Inside:
    file.seek(0)
    try:
        return reader(file)
    except ReadingError as error:
        return Inside(fault=str(error))
    except Exception:  # noqa: BLE001 - libraries raise anything; the fault is the file's
        return Inside(fault=tr("文件损坏，读不出内容"))
