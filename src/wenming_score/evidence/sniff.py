"""What a file is by its bytes."""

import re
import struct
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Callable, Mapping
from typing import BinaryIO

from wenming_score.evidence.readers.base import ReadingError

HEAD = 8 << 10
"""Bytes at the start of a file by which its type is told."""
_BEFORE_MARKUP = rb"(?i)(?:\xef\xbb\xbf)?\s*+(?><\?xml.*?\?>\s*)?+(?><!--.*?-->\s*)*+"
_SIGNS: tuple[tuple[str, bytes], ...] = (
    ("jpeg", rb"\xff\xd8\xff"),
    ("png", rb"\x89PNG\r\n\x1a\n"),
    ("gif", rb"GIF8[79]a"),
    ("bmp", rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0"),
    ("webp", rb"RIFF....WEBP"),
    ("tiff", rb"II[*+]\0|MM\0[*+]"),
    ("avif", rb"\0...ftypavi[fs]"),
    ("heic", rb"\0...ftyp(?:hei[cxms]|hev[cxms]|mi[af]1|msf1)"),
    ("svg", _BEFORE_MARKUP + rb"(?:<!doctype\s+svg[^>]*+>\s*+)?<svg\b"),
    ("pdf", rb"[\s\0\xef\xbb\xbf]{0,1000}+%PDF-\d"),
    ("rtf", rb"\{\\rtf"),
    ("zip", rb"PK(?:\x03\x04|\x05\x06|\x07\x08PK)"),
    ("ole", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("m4a", rb"\0...ftypM4[AB] "),
    ("mov", rb"\0...ftypqt  |[\0-\x08]...(?:moov|mdat|wide|pnot)"),
    ("mp4", rb"\0...ftyp"),
    ("mkv", rb"\x1aE\xdf\xa3.{0,60}?(?:matroska|webm)"),
    ("avi", rb"RIFF....AVI "),
    ("wmv", rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c"),
    ("mp3", rb"ID3[\x02-\x04]"),
    ("wav", rb"RIFF....WAVE"),
    ("flac", rb"fLaC"),
    ("ogg", rb"OggS\0"),
    ("amr", rb"#!AMR(?:-WB)?\n"),
    ("html", _BEFORE_MARKUP + rb"<(?:!doctype\s+html|html|head|body|meta|table)\b"),
    ("mht", rb"(?i)[a-z][\w-]{1,60}:[^\n]*\n(?:[^\n]+\n)*?mime-version:|mime-version:"),
    ("exe", rb"\x7fELF[\x01\x02]|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe"),
    ("mz", rb"MZ"),
    ("mpeg", rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]"),
    ("", rb""),
)
_MATCHES = tuple((kind, re.compile(sign, re.DOTALL)) for kind, sign in _SIGNS)

_PICTURES_IN_ASF = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")
_SOUND_IN_ASF = bytes.fromhex("409e69f84d5bcf11a8fd00805f5c442b")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f\x7f]")
_HALVINGS = {3: 0, 2: 1, 0: 2}
"""How often MPEG 1, 2 and 2.5 halve these sample rates."""
_HERTZ = (44100, 48000, 32000)
_KILOBITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KILOBITS_HALVED = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def kind_of(head: bytes, file: BinaryIO) -> str:
    """Name a file's true type by its first `HEAD` bytes and, where they leave it open, more; empty for none known."""
    kind = next(kind for kind, sign in _MATCHES if sign.match(head))
    return _CLOSER[kind](head, file) if kind in _CLOSER else kind


def _zip(_head: bytes, file: BinaryIO) -> str:
    from wenming_score.evidence.readers.office import zip_type  # noqa: PLC0415 - few files are zips

    return zip_type(file)


def _ole(_head: bytes, file: BinaryIO) -> str:
    from wenming_score.evidence.readers.ole import ole_type  # noqa: PLC0415 - as above

    return ole_type(file)


def _film(_head: bytes, file: BinaryIO) -> str:
    """Tell a recording of sound from a film: many phones write the same brand into both."""
    from wenming_score.evidence.readers.media import is_sound  # noqa: PLC0415 - as above

    try:
        return "m4a" if is_sound(file) else "mp4"
    except (ReadingError, struct.error):
        return "mp4"


def _windows_media(head: bytes, _file: BinaryIO) -> str:
    return "wma" if _SOUND_IN_ASF in head and _PICTURES_IN_ASF not in head else "wmv"


def _program(head: bytes, file: BinaryIO) -> str:
    file.seek(int.from_bytes(head[0x3C:0x40], "little"))
    return "exe" if file.read(4) == b"PE\0\0" else _text(head, file)


def _frames(head: bytes, file: BinaryIO) -> str:
    """Believe in sound without a tag only where a second frame begins at the end of the first."""
    halvings, rate = _HALVINGS[head[1] >> 3 & 3], head[2] >> 2 & 3
    if rate < len(_HERTZ):
        kilobits = (_KILOBITS_HALVED if halvings else _KILOBITS)[head[2] >> 4]
        length = (72 if halvings else 144) * kilobits * 1000 // (_HERTZ[rate] >> halvings) + (head[2] >> 1 & 1)
        if head[length : length + 2] == head[:2]:
            return "mp3"
    return _text(head, file)


def _text(head: bytes, _file: BinaryIO) -> str:
    encodings = ("utf-16",) if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ("utf-8", "gb18030")
    return "text" if head and any(_readable(head, encoding) for encoding in encodings) else ""


def _readable(head: bytes, encoding: str) -> bool:
    try:
        text = getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text)


_CLOSER: Mapping[str, Callable[[bytes, BinaryIO], str]] = {
    "zip": _zip,
    "ole": _ole,
    "mp4": _film,
    "wmv": _windows_media,
    "mz": _program,
    "mpeg": _frames,
    "": _text,
}
