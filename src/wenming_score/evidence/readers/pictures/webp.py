"""WebP: chunks, each with a kind, a length and its content, padded to even."""

from collections.abc import Callable, Mapping

from wenming_score.evidence import limits
from wenming_score.evidence.readers.exif import taken, turned
from wenming_score.evidence.readers.pictures.outline import Outline

_HELD = 11
"""Bytes that a pixel takes: two canvases and the picture, less what the limit leaves room for anyhow."""
_COPIES = 2


def webp(data: bytes) -> Outline:
    """Read the chunks."""
    size, exif, place = None, b"", 12
    for _ in range(limits.CHUNKS):
        kind, end = data[place : place + 4], place + 8 + int.from_bytes(data[place + 4 : place + 8], "little")
        head = data[place + 8 : place + 18]
        if kind in _SIZES and size is None and len(head) == 10:  # noqa: PLR2004 - all three fit in
            size = _SIZES[kind](head)
        elif kind == b"EXIF":
            exif = data[place + 8 : end]
        elif not kind:
            break
        place = end + end % 2
    wide, high = size or (0, 0)
    held = wide * high * _HELD + len(data) * _COPIES
    return Outline(size, taken(exif), held, data, turned=turned(exif))


def _canvas(head: bytes) -> tuple[int, int]:
    return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1


def _lossy(head: bytes) -> tuple[int, int]:
    return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF


def _lossless(head: bytes) -> tuple[int, int]:
    bits = int.from_bytes(head[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


_SIZES: Mapping[bytes, Callable[[bytes], tuple[int, int]]] = {
    b"VP8X": _canvas,
    b"VP8 ": _lossy,
    b"VP8L": _lossless,
}
