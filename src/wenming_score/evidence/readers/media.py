"""Sound and film: when it was recorded, and how long it lasts."""

import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import BinaryIO

from wenming_score.evidence import limits
from wenming_score.evidence.readers.base import Metered, ReadingError
from wenming_score.evidence.readers.stamps import own_dates, read_stamp
from wenming_score.files import Inside
from wenming_score.text import tr

Stretch = tuple[int, int]
"""Where the content of a box begins and ends."""

_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_HEADERS = {0: (struct.Struct(">4xL4xLL"), 0xFFFF_FFFF), 1: (struct.Struct(">4xQ8xLQ"), 0xFFFF_FFFF_FFFF_FFFF)}
"""By version: the time of recording, ticks a second and ticks in all, and the ticks that mean unknown."""
_BOX = struct.Struct(">L4s")
_LONG_BOX = struct.Struct(">Q")
_CREATED = b"com.apple.quicktime.creationdate"
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_AMR = {
    b"#!AMR\n": (13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1),
    b"#!AMR-WB\n": (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1),
}
"""Bytes of a frame, by its mode."""
_AMR_FRAMES_A_SECOND = 50


def read(file: BinaryIO) -> Inside:
    """Read the day of recording and the length."""
    head = file.read(12)
    file.seek(0)
    for mark, sizes in _AMR.items():
        if head.startswith(mark):
            return Inside(seconds=_amr_seconds(Metered(file).read()[len(mark) :], sizes))
    return _film(Metered(file, calls=limits.BOXES)) if _is_film(head) else _sound(file)


def is_sound(file: BinaryIO) -> bool:
    """Tell whether a film has sound and no pictures, as the recorders of many phones make them."""
    metered = Metered(file, calls=limits.BOXES)
    carried = set[bytes]()
    for start, _ in _at(metered, (0, metered.seek(0, 2)), b"moov", b"trak", b"mdia", b"hdlr"):
        metered.seek(start + 8)
        carried.add(metered.read(4))
    return b"soun" in carried and b"vide" not in carried


def _is_film(head: bytes) -> bool:
    return head[4:8] in {b"ftyp", b"moov", b"mdat", b"wide", b"pnot"}


def _film(file: Metered) -> Inside:
    whole = (0, file.seek(0, 2))
    ends = {kind: end for kind, (_, end) in _boxes(file, whole)}
    if b"moov" not in ends:
        raise ReadingError(tr("文件不完整，没有录完或者没有传完"))
    broken = max(ends[b"moov"], ends.get(b"mdat", 0)) > whole[1]
    recorded, seconds = _header(file, whole)
    stamp = read_stamp(_apple_date(file, whole)) or recorded
    return Inside(own_dates({"recorded": stamp}), seconds=seconds, fault=tr("文件不完整，没有传完") if broken else "")


def _boxes(file: Metered, within: Stretch) -> Iterator[tuple[bytes, Stretch]]:
    """Walk the boxes that lie one after the other in a stretch, as far as they make sense."""
    start, end = within
    while start + _BOX.size <= end:
        file.seek(start)
        size, kind = _BOX.unpack(file.read(_BOX.size))
        content = start + _BOX.size
        if size == 1:
            (size,) = _LONG_BOX.unpack(file.read(_LONG_BOX.size))
            content += _LONG_BOX.size
        start = start + size if size else end
        if start < content:
            return
        yield kind, (content, start)


def _at(file: Metered, within: Stretch, first: bytes, *rest: bytes) -> Iterator[Stretch]:
    """Find the boxes at the end of a path of boxes."""
    for kind, (start, end) in _boxes(file, within):
        if kind == first:
            inner = start, min(end, within[1])
            yield from _at(file, inner, *rest) if rest else (inner,)


def _header(file: Metered, whole: Stretch) -> tuple[datetime | None, int | None]:
    """Read when a film was recorded, by its own clock, and how long it is."""
    for start, _ in _at(file, whole, b"moov", b"mvhd"):
        file.seek(start)
        data = file.read(_HEADERS[1][0].size)
        form, unknown = _HEADERS[min(data[0], 1)]
        created, ticks, length = form.unpack_from(data)
        return _time(created), round(length / ticks) if ticks and 0 < length < unknown else None
    return None, None


def _time(seconds: int) -> datetime | None:
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _apple_date(file: Metered, whole: Stretch) -> str:
    """Read the time that Apple's phones write with their own zone; empty where there is none."""
    for start, end in chain(_at(file, whole, b"moov", b"meta"), _at(file, whole, b"moov", b"udta", b"meta")):
        file.seek(start + 4)
        inner = (start if file.read(4) == b"hdlr" else start + 4), end
        for keys in _at(file, inner, b"keys"):
            for value, stop in _at(file, inner, b"ilst", _number(file, keys), b"data"):
                file.seek(value + 8)
                return file.read(min(stop - value - 8, 40)).decode(errors="replace")
    return ""


def _number(file: Metered, keys: Stretch) -> bytes:
    """Find which of the keys is the date of creation; items go by the number of their key."""
    place, number = keys[0] + 8, 1
    while place + 8 < keys[1]:
        file.seek(place)
        size, _ = _BOX.unpack(file.read(_BOX.size))
        if size == 8 + len(_CREATED) and file.read(len(_CREATED)) == _CREATED:
            break
        place, number = place + max(size, 8), number + 1
    return number.to_bytes(4, "big")


def _amr_seconds(frames: bytes, sizes: tuple[int, ...]) -> int:
    place = count = 0
    while place < len(frames):
        place += sizes[frames[place] >> 3 & 15]
        count += 1
        if count > limits.FRAMES:
            raise ReadingError(tr("内容太多或太乱，没有读完"))
    return round(count / _AMR_FRAMES_A_SECOND)


def _sound(file: BinaryIO) -> Inside:
    from tinytag import TinyTag, TinyTagException  # noqa: PLC0415 - only for recordings

    try:
        length = TinyTag.get(file_obj=Metered(file, calls=limits.FRAMES), tags=False).duration  # pyright: ignore[reportArgumentType] - it reads, seeks and tells
    except TinyTagException as error:
        cause = error.__cause__
        raise ReadingError(str(cause) if isinstance(cause, ReadingError) else tr("文件损坏，读不出长度")) from error
    file.seek(0)
    try:
        # Apart and few, because tinytag compares every tag with all others of its name.
        year = TinyTag.get(file_obj=Metered(file, limits.TAGS), duration=False).year or ""  # pyright: ignore[reportArgumentType] - as above
    except TinyTagException:
        year = ""
    stamp = read_stamp(year) if _WHOLE_DAY.match(year) else None
    return Inside(own_dates({"recorded": stamp}), seconds=round(length) if length else None)
