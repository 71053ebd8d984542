"""Pictures: their size, the day they were taken, and a fingerprint to find copies by."""

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from wenming_score.evidence import limits
from wenming_score.evidence.fingerprint import fingerprint
from wenming_score.evidence.readers.pictures.bmp import bmp
from wenming_score.evidence.readers.pictures.gif import gif
from wenming_score.evidence.readers.pictures.heif import avif, heic
from wenming_score.evidence.readers.pictures.jpeg import jpeg
from wenming_score.evidence.readers.pictures.outline import Outline
from wenming_score.evidence.readers.pictures.png import png
from wenming_score.evidence.readers.pictures.tiff import tiff
from wenming_score.evidence.readers.pictures.webp import webp
from wenming_score.files import Inside
from wenming_score.text import tr

_KINDS: tuple[tuple[str, bytes, Callable[[bytes], Outline]], ...] = (
    ("jpeg", rb"\xff\xd8", jpeg),
    ("png", rb"\x89PNG", png),
    ("gif", rb"GIF8", gif),
    ("bmp", rb"BM", bmp),
    ("webp", rb"RIFF", webp),
    ("tiff", rb"II|MM", tiff),
    ("avif", rb"....ftypavi", avif),
    ("heic", rb"....ftyp", heic),
)
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, RuntimeError, struct.error)
"""What decoders raise on damaged files."""


def read(file: BinaryIO) -> Inside:
    """Read a picture as far as it is whole and no bigger than is good."""
    kind, outline, whole = _outlined(_whole(file))
    wide, high = outline.size or (None, None)
    known = Inside(dates=outline.dates, width=wide, height=high)
    fault = _fault(outline, whole=whole)
    if fault or outline.fax:
        return replace(known, fault=fault)
    return _decoded(known, kind, outline.bare)


def thumbnail(file: BinaryIO, side: int) -> bytes | None:
    """Give a picture as a small JPEG, upright; None for one of which nothing is decoded."""
    kind, outline, whole = _outlined(_whole(file))
    if _fault(outline, whole=whole) or outline.fax:
        return None
    from wenming_score.evidence.readers.pictures.decode import small_jpeg  # noqa: PLC0415 - Pillow takes its time

    return small_jpeg(kind, outline.bare, side, outline.turned)


def _whole(file: BinaryIO) -> bytes:
    """Take the file, or a byte more than the limit; what is asked for is set aside at once, so ask for no more."""
    length = file.seek(0, 2)
    file.seek(0)
    return file.read(min(length, limits.PICTURE + 1))


def _outlined(data: bytes) -> tuple[str, Outline, bool]:
    """Name the format, read what the file says, and tell whether all of it was read."""
    for kind, sign, outline in _KINDS:
        if re.match(sign, data, re.DOTALL):
            return kind, outline(data), len(data) <= limits.PICTURE
    return "", Outline(), True


def _fault(outline: Outline, *, whole: bool) -> str:
    wide, high = outline.size or (0, 0)
    if wide * high > limits.PIXELS or outline.held > limits.DECODED or not whole:
        return tr("图片太大，没有看内容")
    if outline.odd:
        return tr("图片的压缩方式少见，没有看内容")
    return "" if wide > 0 and high > 0 else tr("图片不完整")


def _decoded(known: Inside, kind: str, bare: bytes) -> Inside:
    from wenming_score.evidence.readers.pictures.decode import greys  # noqa: PLC0415 - Pillow takes its time

    try:
        return replace(known, fingerprint=fingerprint(greys(kind, bare)))
    except _DAMAGE:
        return replace(known, fault=tr("图片不完整"))
