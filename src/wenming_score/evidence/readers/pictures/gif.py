"""GIF: a palette, then blocks in pieces of up to 255 bytes, then the first frame."""

import struct

from wenming_score.evidence import limits
from wenming_score.evidence.readers.pictures.outline import MOST, Outline

_HEAD = struct.Struct("<6xHHBxx")
_FRAME = struct.Struct("<xHHHH")
_HAS_PALETTE = 0x80
_BLOCK, _CONTROL = b"!", b"\xf9"


def gif(data: bytes) -> Outline:
    """Read the blocks before the first frame, of which only the one with the see-through colour matters."""
    if len(data) < _HEAD.size:
        return Outline()
    wide, high, flags = _HEAD.unpack_from(data)
    place = first = _HEAD.size + (3 << (flags & 7) + 1 if flags & _HAS_PALETTE else 0)
    control, inside = b"", False
    for _ in range(limits.CHUNKS):
        lead = data[place : place + 1]
        if inside and lead:
            place, inside = place + 1 + lead[0], lead[0] > 0
        elif lead == _BLOCK:
            control = data[place : place + 8] if data[place + 1 : place + 2] == _CONTROL else control
            place, inside = place + 2, True
        else:
            break
    else:
        return Outline((wide, high), odd=True)
    left, top, across, down = _FRAME.unpack(data[place : place + _FRAME.size].ljust(_FRAME.size, b"\0"))
    area = max(wide, left + across) * max(high, top + down)
    return Outline((wide, high), (), area * MOST, data[:first] + control + data[place:])
