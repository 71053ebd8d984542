"""PNG: chunks, each with a length, a kind, its content and a check sum."""

import struct

from wenming_score.evidence import limits
from wenming_score.evidence.readers.exif import taken, turned
from wenming_score.evidence.readers.pictures.outline import MOST, Outline

_HEAD = struct.Struct(">16xLLxB")
_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_INDEXED = 3
_HELD = {0: 2, 2: 4, 4: 8, 6: 8}
"""Bytes that a pixel takes, by the kind of its colours."""


def png(data: bytes) -> Outline:
    """Read the chunks."""
    if len(data) < _HEAD.size:
        return Outline()
    wide, high, colours = _HEAD.unpack_from(data)
    kept, exif, place = [data[:8]], b"", 8
    for _ in range(limits.CHUNKS):
        kind, end = data[place + 4 : place + 8], place + 12 + int.from_bytes(data[place : place + 4])
        if kind in _NEEDED or (kind == b"tRNS" and colours == _INDEXED):
            kept.append(data[place:end])
        elif kind == b"eXIf":
            exif = data[place + 8 : end - 4]
        elif not kind:
            break
        place = end
    held = wide * high * _HELD.get(colours, MOST)
    return Outline((wide, high), taken(exif), held, b"".join(kept), turned=turned(exif))
