"""HEIC and AVIF, whose boxes their own libraries read."""

from wenming_score.evidence.readers.exif import taken
from wenming_score.evidence.readers.pictures.outline import Outline

_HELD = {"heic": 6, "avif": 11}
_SEE_THROUGH = 3
"""Bytes that a pixel takes, less what the limit leaves room for anyhow."""
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
    return replace(_sized(kind, data.ljust(min(length, limits.PICTURE), b"\0")), bare=data if length <= len(data) else b"")


def _sized(kind: str, data: bytes) -> Outline:
    from wenming_score.evidence.readers.pictures.decode import drafted, opened  # noqa: PLC0415 - Pillow takes its time

    with opened(kind, data) as image:
        size = image.size
        exif: object = image.info.get("exif")
        if max(image.info.get("thumbnails") or [_SMALL + 1]) <= _SMALL:
            drafted(image)
        wide, high = image.size
        each = _HELD[kind] + _SEE_THROUGH * image.has_transparency_data
    return Outline(size, taken(exif) if isinstance(exif, bytes) else (), wide * high * each, data)
