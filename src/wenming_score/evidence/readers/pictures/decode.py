"""Decoding pictures: the only place that needs Pillow.

Each file is opened as the one format that it is, so that no other decoder is ever asked.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import BinaryIO

from PIL import Image
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from wenming_score.evidence.fingerprint import SIDE

Box = tuple[float, float, float, float]

_WIDE_GREYS = "I;16"


class _Jpeg(JpegImageFile):
    """A JPEG whose EXIF is left alone: Pillow would look there for the resolution, and warn of every fault."""

    def _read_dpi_from_exif(self) -> None:
        pass


def opened(kind: str, data: bytes) -> ImageFile:
    """Open a picture of a kind without decoding it."""
    return _OPEN[kind](BytesIO(data))


def greys(kind: str, data: bytes) -> bytes:
    """Decode a picture and shrink it to its few greys, on white where it is see-through."""
    with opened(kind, data) as image:
        box = drafted(image)
        if image.mode in {"P", "PA", "LA"} or image.has_transparency_data:
            return _shrunk(image.convert("RGBA"), box)
        return _shrunk(image.convert("L") if image.mode == "1" else image, box)


def drafted(image: ImageFile) -> Box | None:
    """Ask for no more than is needed: a JPEG is decoded smaller, a HEIC gives the small picture inside.

    Give where the picture then is: its last row and column may be half filled.
    """
    draft = image.draft("L", (4 * SIDE, 4 * SIDE))
    return draft[1] if draft else None


def _shrunk(image: Image.Image, box: Box | None) -> bytes:
    small = image.resize((SIDE, SIDE), Image.Resampling.HAMMING, box)  # pyright: ignore[reportUnknownMemberType] - also arrays
    if small.mode.startswith(_WIDE_GREYS):
        return small.tobytes()[small.mode != "I;16B" :: 2]
    if small.mode == "RGBA":
        small = Image.alpha_composite(Image.new("RGBA", small.size, "white"), small)
    return small.convert("RGB").convert("L").tobytes()


def _heic(file: BinaryIO) -> ImageFile:
    from pillow_heif import HeifImageFile  # noqa: PLC0415 - few pictures are

    return HeifImageFile(file)


def _avif(file: BinaryIO) -> ImageFile:
    from PIL.AvifImagePlugin import AvifImageFile  # noqa: PLC0415 - fewer still

    return AvifImageFile(file)


_OPEN: Mapping[str, Callable[[BinaryIO], ImageFile]] = {
    "jpeg": _Jpeg,
    "png": PngImageFile,
    "gif": GifImageFile,
    "bmp": BmpImageFile,
    "webp": WebPImageFile,
    "tiff": TiffImageFile,
    "heic": _heic,
    "avif": _avif,
}
