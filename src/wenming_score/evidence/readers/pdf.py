"""PDF: when it was made and saved, and how many pages it has."""

import logging
import re
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from functools import cache
from threading import Lock
from typing import BinaryIO, Protocol

from wenming_score.evidence import limits
from wenming_score.evidence.readers.base import Metered, ReadingError
from wenming_score.evidence.readers.faults import noting, said
from wenming_score.evidence.readers.stamps import own_dates
from wenming_score.files import Inside
from wenming_score.text import tr

_STAMP = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(?:\d\d)?)?(?:([Zz])|([+-])(\d\d)'?(\d\d)?)?)?", re.ASCII
)
"""D:20250305101500+08'00', of which only the day is a must."""
_MOST_PAGES = 99_999
_OBJECTS = 12
"""Steps that a byte of packed objects takes: every object of a pack is read to reach one of them."""
_QUIET = Lock()


class _Document(Protocol):
    @property
    def root_object(self) -> Mapping[str, object]: ...
    @property
    def trailer(self) -> Mapping[str, object]: ...
    @property
    def is_encrypted(self) -> bool: ...
    def decrypt(self, password: str) -> int: ...


class _Sparing(Metered):
    """A PDF that is never taken whole: to look for lost objects in all of it, as pypdf would, can take hours."""

    def rest(self) -> int:
        """Refuse to give all the rest."""
        raise ReadingError(tr("内部目录损坏，没有读完"))

    def charge(self, steps: int) -> None:
        """Count work that is done without reading."""
        self._calls -= steps
        if self._calls < 0:
            raise ReadingError(tr("内容太多或太乱，没有读完"))


def read(file: BinaryIO) -> Inside:
    """Read the days of creation and saving, and the count of pages as the page tree gives it."""
    from pypdf import apply_configuration  # noqa: PLC0415 - only for PDF
    from pypdf.errors import DependencyError  # noqa: PLC0415 - as above

    most = limits.PDF_STREAM
    with (
        _quietly(),
        apply_configuration(
            maximum_declared_stream_length=most,
            zlib_maximum_output_length=most,
            zlib_maximum_recovery_input_length=0,
            lzw_maximum_output_length=most >> 4,
            run_length_maximum_output_length=most >> 4,
            brotli_maximum_output_length=most >> 4,
            stream_filters_maximum_length=2,
            jbig2dec_binary=None,
        ),
    ):
        try:
            return _look(_bounded()(_Sparing(file, limits.PDF, limits.PDF_STEPS)))
        except DependencyError:
            return Inside(fault=tr("加密或压缩的方式特殊，没有读出日期和页数"))


@contextmanager
def _quietly() -> Generator[None]:
    """Keep pypdf's log silent for one file; one at a time, so that none puts back the silence of another."""
    log = logging.getLogger("pypdf")
    with _QUIET:
        level = log.level
        log.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            log.setLevel(level)


@cache
def _bounded() -> Callable[[_Sparing], _Document]:
    """Make a reader that counts what it unpacks."""
    from pypdf import PdfReader  # noqa: PLC0415 - only for PDF
    from pypdf.generic import PdfObject, StreamObject  # noqa: PLC0415 - as above

    class Bounded(PdfReader):
        def __init__(self, sparing: _Sparing) -> None:
            self._sparing = sparing
            super().__init__(sparing, root_object_recovery_limit=0)  # pyright: ignore[reportArgumentType] - it reads, seeks and tells

        def cache_indirect_object(self, generation: int, idnum: int, obj: PdfObject | None) -> PdfObject | None:
            """Count what a part unpacks to before it is taken apart."""
            if isinstance(obj, StreamObject):
                self._sparing.charge(len(obj.get_data()) * (_OBJECTS if obj.get("/Type") == "/ObjStm" else 1))
            return super().cache_indirect_object(generation, idnum, obj)

    return Bounded


def _look(document: _Document) -> Inside:
    if document.is_encrypted and not document.decrypt(""):
        return Inside(fault=tr("加密（需要密码）"))
    faults: list[str] = []
    pages, created, modified = None, None, None
    with noting(faults):
        tree = _entry(document.root_object, "/Pages")
        count = _entry(tree, "/Count")
        pages = count if isinstance(count, int) and 0 < count <= _MOST_PAGES else None
    with noting(faults):
        info = _entry(document.trailer, "/Info")
        created, modified = _stamp(_entry(info, "/CreationDate")), _stamp(_entry(info, "/ModDate"))
    return Inside(own_dates({"created": created, "modified": modified}), pages, fault=said(dict.fromkeys(faults)))


def _entry(holder: object, key: str) -> object:
    """Follow an entry to its object, which `get` does not."""
    from pypdf.generic import DictionaryObject  # noqa: PLC0415 - only for PDF

    return holder[key] if isinstance(holder, DictionaryObject) and key in holder else None


def _stamp(value: object) -> datetime | None:
    match = _STAMP.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    *day_and_time, utc, sign, hours, minutes = match.groups()
    year, month, day, hour, minute = (int(part or 0) for part in day_and_time)
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = timezone(-ahead if sign == "-" else ahead) if utc or sign else None
        return datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None
