"""Old Office and WPS documents (compound files): what a document's summary says of it."""

import struct
from datetime import UTC, datetime, timedelta
from typing import IO, BinaryIO, Protocol

from wenming_score.evidence import limits
from wenming_score.evidence.readers.base import Metered, ReadingError
from wenming_score.evidence.readers.faults import noting, said
from wenming_score.evidence.readers.stamps import own_dates
from wenming_score.files import Inside
from wenming_score.text import tr

_STREAMS = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"}
_LOCKED = "EncryptedPackage"
_SUMMARY, _MORE = "\x05SummaryInformation", "\x05DocumentSummaryInformation"
_CREATED, _SAVED, _PAGES, _SLIDES = 12, 13, 14, 7
_KINDS = {3: "<l", 64: "<Q"}
"""A whole number, and a time in tenths of a microsecond since 1601."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_PROPERTIES = 100
_MOST_PAGES = 99_999
_HEADER = struct.Struct("<30xHH10xL464x")
_BROKEN = (OSError, ValueError, IndexError, TypeError, OverflowError, RecursionError, struct.error)
"""What olefile raises where a file is not what it should be."""


class _Compound(Protocol):
    parsing_issues: list[tuple[type[Exception], str]]
    """What was wrong, but not so wrong that olefile gave up."""

    def exists(self, filename: str) -> bool: ...
    def openstream(self, filename: str) -> IO[bytes]: ...


def ole_type(file: BinaryIO) -> str:
    """Name the kind of document that a compound file holds, or `ole`."""
    try:
        compound = _open(file)
    except ReadingError:
        return "ole"
    return next((kind for stream, kind in _STREAMS.items() if compound.exists(stream)), "ole")


def read(file: BinaryIO) -> Inside:
    """Read the days of creation and saving, and the count of pages or slides."""
    compound = _open(file)
    if compound.exists(_LOCKED):
        return Inside(fault=tr("设了打开密码，内容没有读"))
    if compound.parsing_issues and not compound.exists(_SUMMARY):
        return Inside(fault=tr("文件损坏，读不出内部目录"))
    summary, more = dict[int, int](), dict[int, int]()
    faults: list[str] = []
    with noting(faults):
        _collect(compound, _SUMMARY, summary)
        _collect(compound, _MORE, more)
    dates = own_dates({"created": _time(summary.get(_CREATED, 0)), "modified": _time(summary.get(_SAVED, 0))})
    pages = summary.get(_PAGES) or more.get(_SLIDES) or 0
    return Inside(dates, pages if 0 < pages <= _MOST_PAGES else None, fault=said(faults))


def _open(file: BinaryIO) -> _Compound:
    _check_header(file)
    from olefile import OleFileIO  # noqa: PLC0415 - only for old documents

    class Unhurried(OleFileIO):  # pyright: ignore[reportMissingTypeArgument] - generic in its stub alone
        parsing_issues: list[tuple[type[Exception], str]]  # its stub has forgotten them

        def _check_duplicate_stream(self, first_sect: int, minifat: bool = False) -> None:  # noqa: FBT001, FBT002 - not ours
            """Leave out a check that takes hours on a great many streams."""

    try:
        return Unhurried(Metered(file, limits.COMPOUND, limits.COMPOUND_CALLS))  # pyright: ignore[reportArgumentType] - it reads, seeks and tells
    except _BROKEN as fault:
        raise ReadingError(tr("文件损坏，读不出内部目录")) from fault


def _check_header(file: BinaryIO) -> None:
    """Refuse a header that would keep olefile busy: sizes of its own making, tables larger than the file."""
    size = file.seek(0, 2)
    file.seek(0)
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise ReadingError(tr("文件损坏，读不出内部目录"))
    sector, small, tables = _HEADER.unpack(header)
    if sector not in (9, 12) or small != 6 or tables << sector > size:  # noqa: PLR2004 - the sizes that there are
        raise ReadingError(tr("文件损坏，读不出内部目录"))
    if tables > limits.COMPOUND_TABLES:
        raise ReadingError(tr("文件太大，没有读"))


def _collect(compound: _Compound, stream: str, found: dict[int, int]) -> None:
    """Take the numbers and times of a property set; olefile's own way follows any count that a file claims."""
    if not compound.exists(stream):
        return
    try:
        data = compound.openstream(stream).read()
        section = data[int.from_bytes(data[44:48], "little") :]
        (count,) = struct.unpack_from("<4xL", section)
        for row in range(min(count, _PROPERTIES)):
            name, place = struct.unpack_from("<LL", section, 8 + 8 * row)
            kind = _KINDS.get(int.from_bytes(section[place : place + 4], "little"))
            if kind:
                (found[name],) = struct.unpack_from(kind, section, place + 4)
    except _BROKEN as fault:
        raise ReadingError(tr("文档属性损坏，没有读完")) from fault


def _time(value: int) -> datetime | None:
    try:
        return _EPOCH + timedelta(microseconds=value // 10)
    except OverflowError:
        return None
