"""The tables of EXIF and TIFF, read by hand: libraries hold all that a table claims to hold."""

import re
from collections.abc import Mapping
from typing import Literal

from wenming_score.evidence.readers.stamps import own_dates, read_stamp
from wenming_score.files import OwnDate
from wenming_score.records import record

_ENTRY = 12
_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of one value, by its type."""
_DETAILS = 0x8769
_TAKEN = (0x9003, 0x9004)
"""When the picture was taken, when it was made digital; not 0x0132, which programs set when they save."""
_TURNED = 0x0112
_DAY = re.compile(rb"\s*(\d{4})[:/.-](\d\d)[:/.-](\d\d)(?!\d)")


@record
class Entry:
    """What one line of a table says of its values; they lie inside the file."""

    raw: bytes
    count: int
    start: int
    size: int


class Tables:
    """A file of tables, each a row of entries by their tags."""

    def __init__(self, data: bytes) -> None:
        """Wrap the file's bytes."""
        self.data = data
        self.order: Literal["little", "big"] = "little" if data.startswith(b"II") else "big"

    def first(self) -> dict[int, Entry]:
        """Read the first table."""
        return self.table(self.number(4, 4)) if self.data[:2] in {b"II", b"MM"} else {}

    def table(self, start: int) -> dict[int, Entry]:
        """Read the entries of a table whose values lie inside the file."""
        found: dict[int, Entry] = {}
        rows = min(self.number(start, 2), (len(self.data) - start - 2) // _ENTRY)
        for place in range(start + 2, start + 2 + rows * _ENTRY, _ENTRY):
            count = self.number(place + 4, 4)
            size = count * _WIDTHS.get(self.number(place + 2, 2), 0)
            begin = place + 8 if size <= 4 else self.number(place + 8, 4)  # noqa: PLR2004 - there they fit in
            if size and begin + size <= len(self.data):
                found.setdefault(self.number(place, 2), Entry(self.data[place : place + _ENTRY], count, begin, size))
        return found

    def number(self, start: int, width: int) -> int:
        """Read a whole number."""
        return int.from_bytes(self.data[start : start + width], self.order)


def taken(exif: bytes) -> tuple[OwnDate, ...]:
    """Read the day on which a picture was taken, by the camera's own clock."""
    tables = Tables(exif.removeprefix(b"Exif\0\0"))
    pointer = tables.first().get(_DETAILS)
    details = tables.table(tables.number(pointer.start, 4)) if pointer else {}
    found = (own_dates({"taken": read_stamp(_day(tables.data, details, tag))}) for tag in _TAKEN)
    return next(filter(None, found), ())


def turned(exif: bytes) -> int:
    """Read how the picture lies, as EXIF numbers it from 1 to 8: 1 is upright."""
    tables = Tables(exif.removeprefix(b"Exif\0\0"))
    entry = tables.first().get(_TURNED)
    return tables.number(entry.start, 2) if entry else 1


def _day(data: bytes, details: Mapping[int, Entry], tag: int) -> str:
    entry = details.get(tag)
    day = _DAY.match(data, entry.start, entry.start + min(entry.size, 20)) if entry else None
    return "-".join(part.decode() for part in day.groups()) if day else ""
