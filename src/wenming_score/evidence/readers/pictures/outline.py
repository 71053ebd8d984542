"""What a picture file says before it is decoded."""

from wenming_score.files import OwnDate
from wenming_score.records import record

MOST = 9
"""Bytes that a pixel takes at the most, in all forms that are held at once: by palette, in colours, see-through."""


@record
class Outline:
    """A picture file before it is decoded."""

    size: tuple[int, int] | None = None
    dates: tuple[OwnDate, ...] = ()
    held: int = 0
    """Bytes that decoding takes."""
    bare: bytes = b""
    """What decoding needs of the file."""
    odd: bool = False
    """Whether it is packed as nobody packs a photo, and slow to unpack."""
    fax: bool = False
    """Whether it is a page in black and white, on which there is nothing to compare."""
    turned: int = 1
    """How it lies, as EXIF numbers it; 1 is upright."""
