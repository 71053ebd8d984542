"""BMP: a header, perhaps a palette, and the pixels as they are."""

import struct

from wenming_score.evidence.readers.pictures.outline import MOST, Outline

_HEAD, _OLD_HEAD = struct.Struct("<18xll4xL"), struct.Struct("<18xHH")
_OLD_LENGTH = 12
_PLAIN = frozenset({0, 3})


def bmp(data: bytes) -> Outline:
    """Read the header."""
    if len(data) < _HEAD.size:
        return Outline()
    wide, high, packed = _HEAD.unpack_from(data)
    if data[14] == _OLD_LENGTH:
        wide, high = _OLD_HEAD.unpack_from(data)
        packed = 0
    if wide <= 0:
        return Outline()
    return Outline((wide, abs(high)), (), wide * abs(high) * MOST, data, packed not in _PLAIN)
