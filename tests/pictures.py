"""Picture files made for tests: with an EXIF by Pillow, or put together by hand."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from scenery import scene
from wenming_score.evidence.readers.picture import read
from wenming_score.files import Inside

SAVED, TAKEN, DIGITISED = 0x0132, 0x9003, 0x9004
DETAILS = 0x8769


def exif(taken: str = "", digitised: str = "", saved: str = "") -> bytes:
    """Make an EXIF with the hours that are given."""
    made = Image.Exif()
    made[0x010F] = "Example"
    if saved:
        made[SAVED] = saved
    for tag, hour in ((TAKEN, taken), (DIGITISED, digitised)):
        if hour:
            made.get_ifd(DETAILS)[tag] = hour
    return made.tobytes()


def picture(kind: str = "JPEG", image: Image.Image | None = None, **options: object) -> bytes:
    """Save a picture, by default a small scene."""
    saved = BytesIO()
    (image or scene(1, (320, 240))).save(saved, kind, **options)
    return saved.getvalue()


def looked_at(data: bytes) -> Inside:
    """Read a picture file's bytes."""
    return read(BytesIO(data))


def segment(mark: int, content: bytes) -> bytes:
    """Make a segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    """Make a chunk of a PNG."""
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))


def table(*entries: tuple[int, int, int, int], tail: bytes = b"") -> bytes:
    """Make a TIFF of one table: tag, type, count and value or place of each entry."""
    rows = b"".join(struct.pack("<HHLL", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<LH", 8, len(entries)) + rows + bytes(4) + tail
