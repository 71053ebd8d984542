"""The boxes of HEIC and AVIF: what their libraries may be given.

A small file can claim the same bytes a thousand times over, or ask for them unpacked, and the libraries would hold all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from wenming_score.evidence import limits

_CONTENT = frozenset({b"mdat", b"free", b"skip"})
_TABLES = 1 << 17
"""Bytes of all boxes that describe: phones write some thousands, for hundreds of tiles."""
_PACKED = re.compile(rb"\0(?:compress_zlib|deflate|br)\0|iovl")
_OPEN_END = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its kind and where its content lies."""

    kind: bytes
    start: int
    end: int


def whole(data: bytes) -> int:
    """Say how many bytes the file had when it was whole."""
    return max((box.end for box in _boxes(data, 0)), default=0)


def harmless(data: bytes) -> bool:
    """Tell whether what a file says of itself is short, and claims no byte twice."""
    tables = [box for box in _boxes(data, 0) if box.kind not in _CONTENT]
    if sum(box.end - box.start for box in tables) > _TABLES:
        return False
    metas = [data[box.start + 4 : box.end] for box in tables if box.kind == b"meta"]
    places = [meta[box.start : box.end] for meta in metas for box in _boxes(meta, 0) if box.kind == b"iloc"]
    return sum(map(_claimed, places)) <= len(data) and not any(map(_PACKED.search, metas))


def _boxes(data: bytes, place: int) -> Iterator[Box]:
    for _ in range(limits.CHUNKS):
        if place + 8 > len(data):
            return
        size, head = int.from_bytes(data[place : place + 4]), 8
        if size == 1:
            size, head = int.from_bytes(data[place + 8 : place + 16]), 16
        end = place + size if size else len(data)
        if end < place + head:
            return
        yield Box(data[place + 4 : place + 8], place + head, end)
        place = end


def _claimed(places: bytes) -> int:
    """Add up the lengths of all items."""
    ...
