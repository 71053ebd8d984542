"""Types of files, the families they belong to, and what a file's name promises."""

from collections.abc import Mapping
from typing import Literal

Family = Literal["picture", "document", "audio", "video", "web", "text", "program"]

_TYPES: Mapping[Family, str] = {
    "picture": "jpeg png gif bmp webp tiff heic avif svg",
    "document": "pdf ofd doc xls ppt ole docx xlsx pptx odt ods odp rtf",
    "audio": "mp3 wav flac ogg amr m4a wma",
    "video": "mp4 mov avi mkv wmv",
    "web": "html mht",
    "text": "text",
    "program": "exe",
}
_ENDINGS: Mapping[Family, str] = {
    "picture": "jpg jpeg jpe jfif png gif bmp webp tif tiff heic heif avif svg",
    "document": "pdf ofd doc docx docm dot dotx wps wpt xls xlsx xlsm xlt xltx et ett ppt pptx pps ppsx dps dpt "
    "odt ods odp rtf",
    "audio": "mp3 wav flac ogg oga opus amr m4a wma",
    "video": "mp4 m4v mov qt avi mkv webm wmv asf",
    "web": "htm html mht mhtml eml",
    "text": "txt csv tsv md log json yaml yml xml",
    "program": "exe dll scr",
}
"""Only endings whose content can be told: what is named otherwise promises nothing."""
_FAMILIES: Mapping[str, Family] = {kind: family for family, kinds in _TYPES.items() for kind in kinds.split()}
_EXPECTED: Mapping[str, Family] = {ending: family for family, endings in _ENDINGS.items() for ending in endings.split()}


def family(kind: str) -> Family | None:
    """Name the family of a true type; None for one that is not known."""
    return _FAMILIES.get(kind)


def promised(name: str) -> Family | None:
    """Name the family that the ending of a file's name promises."""
    return _EXPECTED.get(ending(name))


def ending(name: str) -> str:
    """Give the ending of a file's name, in small letters, without the dot."""
    stem, dot, last = name.rpartition("/")[2].rpartition(".")
    return last.lower() if stem and dot else ""
