"""JPEG: segments, each with a mark, a length and its content, and then the scan."""

import re
import struct
from collections.abc import Iterator

from wenming_score.evidence import limits
from wenming_score.evidence.readers.exif import taken, turned
from wenming_score.evidence.readers.pictures.outline import Outline

_MARK = re.compile(rb"\xff([^\x00\x01\xd0-\xd8\xff])")
_EXIF, _SCAN, _END = 0xE1, 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NEEDED = _FRAMES | {0xC4, 0xDB, 0xDD, 0xE0, 0xEE, _SCAN}
_SEQUENTIAL = frozenset({0xC0, 0xC1})
_PROGRESSIVE = 0xC2
_FRAME = struct.Struct(">4xBHHB")
_DEPTH = 8


def jpeg(data: bytes) -> Outline:
    """Read the segments; what is not laid down row by row is held until its last scan."""
    found = list(_segments(data))
    notes = (bytes(part[4:]) for mark, part in found if mark == _EXIF)
    exif = next((note for note in notes if note.startswith(b"Exif")), b"")
    dates = taken(exif)
    frames = [(mark, part) for mark, part in found if mark in _FRAMES and len(part) >= _FRAME.size]
    if len(frames) != 1:
        return Outline(dates=dates)
    mark, frame = frames[0]
    depth, high, wide, layers = _FRAME.unpack_from(frame)
    scan = found[-1][1]
    by_rows = mark in _SEQUENTIAL and bytes(scan[4:5]) == bytes([layers])
    held = 0 if by_rows else wide * high * _held(frame[_FRAME.size :])
    rare = depth != _DEPTH or mark not in _SEQUENTIAL | {_PROGRESSIVE}
    odd = rare or (held > 0 and held * bytes(scan).count(b"\xff\xda") > limits.SCANNED)
    return Outline((wide, high), dates, held, _bare(data, found), odd, turned=turned(exif))


def _bare(data: bytes, found: list[tuple[int, memoryview]]) -> bytes:
    """Leave out what decoding does not need, where that is much: a copy of the whole takes its time."""
    if found[-1][0] != _SCAN:
        return b""
    if len(data) - len(found[-1][1]) <= limits.NOTES:
        return data
    return data[:2] + b"".join(part for mark, part in found if mark in _NEEDED)


def _held(layers: memoryview) -> int:
    """Say how many bytes a pixel takes where all its layers are held: two for each value."""
    factors = [divmod(factor, 16) for factor in layers[1::3]]
    whole = max((across for across, _ in factors), default=1) * max((down for _, down in factors), default=1)
    return -(-2 * sum(across * down for across, down in factors) // max(whole, 1))


def _segments(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """Give the mark and the bytes of each segment up to the first scan; that one with all that comes after."""
    place, view = 2, memoryview(data)
    for _ in range(limits.CHUNKS):
        found = _MARK.search(data, place)
        if not found or found[1][0] == _END:
            return
        mark, start = found[1][0], found.start()
        place = len(data) if mark == _SCAN else start + 2 + int.from_bytes(data[start + 2 : start + 4])
        if not start + 4 <= place <= len(data):
            return
        yield mark, view[start:place]
