"""The boxes of HEIC and AVIF, looked over before their libraries are.

A small file can claim the same bytes a thousand times over, or ask for bytes to be unpacked, and a library holds all.
"""

import re
from collections.abc import Iterator

from wenming_score.evidence import limits

_CONTENT = frozenset({b"mdat", b"free", b"skip"})
_TABLES = 1 << 17
"""Bytes of all boxes but content; phones write some thousands, for hundreds of tiles."""
_UNPACKED = re.compile(rb"\0(?:compress_zlib|deflate|br)\0")
_LAID_OVER = b"iovl"
_LONG = 2


def full_length(data: bytes) -> int:
    """Say how many bytes the file has when it is whole."""
    return max((end for _, _, end in _boxes(data)), default=0)


def harmless(data: bytes) -> bool:
    """Tell whether a file says little of itself, claims no byte twice and asks for none to be unpacked."""
    tables = [(kind, start, end) for kind, start, end in _boxes(data) if kind not in _CONTENT]
    if sum(end - start for _, start, end in tables) > _TABLES:
        return False
    metas = [data[start + 4 : end] for kind, start, end in tables if kind == b"meta"]
    places = [meta[start:end] for meta in metas for kind, start, end in _boxes(meta) if kind == b"iloc"]
    odd = any(_UNPACKED.search(meta) or _LAID_OVER in meta for meta in metas)
    return not odd and sum(map(_claimed, places)) <= full_length(data)


def _boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Give the kind of each box and where its content begins and ends; only the last may lie beyond the data."""
    place = 0
    for _ in range(limits.CHUNKS):
        size, head = int.from_bytes(data[place : place + 4]), 8
        if size == 1:
            size, head = int.from_bytes(data[place + 8 : place + 16]), 16
        end = place + size if size else len(data)
        if place + head > min(len(data), end):
            return
        yield data[place + 4 : place + 8], place + head, end
        place = end


def _claimed(places: bytes) -> int:
    """Add up how many bytes the items claim, part by part."""
    version = int.from_bytes(places[:1])
    number, method = (4 if version == _LONG else 2), (2 if version else 0)
    offset, length, base, index = (half for byte in places[4:6].ljust(2, b"\0") for half in divmod(byte, 16))
    before = offset + (index if version else 0)
    place, claimed = 6 + number, 0
    while place < len(places):
        place += number + method + 2 + base
        parts = int.from_bytes(places[place : place + 2])
        place, first = place + 2 + parts * (before + length), place + 2 + before
        if length:
            starts = range(first, min(place, len(places)), before + length)
            claimed += sum(int.from_bytes(places[start : start + length]) for start in starts)
    return claimed
