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
_DRAFT = 4 * SIDE
_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by how EXIF says that it lies."""
_QUALITY = 70


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
        return _shrunk(image, (SIDE, SIDE), box).convert("L").tobytes()


def small_jpeg(kind: str, data: bytes, side: int, turned: int) -> bytes:
    """Decode a picture and shrink it until it fits into a square, upright and without any notes."""
    with opened(kind, data) as image:
        box = drafted(image, "RGB", side if kind == "jpeg" else _DRAFT)
        scale = min(1, side / max(image.size))
        small = _shrunk(image, (_scaled(image.width, scale), _scaled(image.height, scale)), box)
    upright = small.transpose(_TURNS[turned]) if turned in _TURNS else small
    upright.info = {}
    saved = BytesIO()
    upright.save(saved, "JPEG", quality=_QUALITY, optimize=True)
    return saved.getvalue()


def _scaled(length: int, scale: float) -> int:
    return max(1, round(length * scale))


def drafted(image: ImageFile, mode: str = "L", side: int = _DRAFT) -> Box | None:
    """Ask for no more than is needed: a JPEG is decoded smaller, a HEIC gives the small picture inside.

    Give where the picture then is: its last row and column may be half filled.
    """
    draft = image.draft(mode, (side, side))
    return draft[1] if draft else None


def _shrunk(image: Image.Image, size: tuple[int, int], box: Box | None) -> Image.Image:
    small = _resizable(image).resize(size, Image.Resampling.HAMMING, box)  # pyright: ignore[reportUnknownMemberType] - also arrays
    if small.mode.startswith(_WIDE_GREYS):
        small = Image.frombytes("L", size, small.tobytes()[small.mode != "I;16B" :: 2])
    if small.mode == "RGBA":
        small = Image.alpha_composite(Image.new("RGBA", small.size, "white"), small)
    return small.convert("RGB")


def _resizable(image: Image.Image) -> Image.Image:
    """Give a picture whose colours can be mixed."""
    if image.mode in {"P", "PA", "LA"} or image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L") if image.mode == "1" else image


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
