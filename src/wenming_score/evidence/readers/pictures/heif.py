"""HEIC and AVIF, whose boxes their own libraries read."""

from collections.abc import Mapping
from dataclasses import replace

from wenming_score.evidence import limits
from wenming_score.evidence.readers.exif import taken, turned
from wenming_score.evidence.readers.pictures.boxes import full_length, harmless
from wenming_score.evidence.readers.pictures.outline import Outline

_HELD = {"heic": 5, "avif": 11}
_SEE_THROUGH = 3
"""Bytes that a pixel takes, less what the limit leaves room for anyhow."""
_SLOW = 4
"""What a byte of the file counts: these formats take the longest to unpack."""
_SMALL = 1024


def heic(data: bytes) -> Outline:
    """Read the boxes of a HEIC."""
    return _outline("heic", data)


def avif(data: bytes) -> Outline:
    """Read the boxes of an AVIF."""
    return _outline("avif", data)


def _outline(kind: str, data: bytes) -> Outline:
    """Count only the small picture where there is one inside: phones put it there, and it is as good."""
    if not harmless(data):
        return Outline(odd=True)
    length = full_length(data)
    sized = _sized(kind, data.ljust(min(length, limits.PICTURE), b"\0"))
    return replace(sized, bare=data if length <= len(data) else b"")


def _sized(kind: str, data: bytes) -> Outline:
    from wenming_score.evidence.readers.pictures.decode import drafted, opened  # noqa: PLC0415 - Pillow takes its time

    with opened(kind, data) as image:
        size, info = image.size, image.info
        found: object = info.get("exif")
        exif = found if isinstance(found, bytes) else b""
        odd = _overlaid(info.get("tiling") or {})
        if max(info.get("thumbnails") or [_SMALL + 1]) <= _SMALL:
            drafted(image)
        wide, high = image.size
        held = wide * high * (_HELD[kind] + _SEE_THROUGH * image.has_transparency_data) + len(data) * _SLOW
    return Outline(size, taken(exif), held, odd=odd, turned=turned(exif))


def _overlaid(tiling: Mapping[str, int]) -> bool:
    """Tell whether there are more tiles than the picture has room for; each is decoded."""
    columns, rows = tiling.get("num_columns", 1) - 1, tiling.get("num_rows", 1) - 1
    across, down = columns * tiling.get("tile_width", 0), rows * tiling.get("tile_height", 0)
    return across > tiling.get("image_width", 0) or down > tiling.get("image_height", 0)
