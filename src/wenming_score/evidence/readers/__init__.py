"""Reading the formats of evidence files: one file a format, named in the table below."""

from collections.abc import Mapping

from wenming_score.evidence.readers import media, ofd, office, ole, pdf, picture
from wenming_score.evidence.readers.base import Reader

_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(("jpeg", "png", "gif", "bmp", "webp", "tiff", "heic", "avif"), picture.read),
    "pdf": pdf.read,
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), office.read),
    "ofd": ofd.read,
    **dict.fromkeys(("doc", "xls", "ppt", "ole"), ole.read),
    **dict.fromkeys(("mp4", "mov", "m4a", "mp3", "wav", "flac", "ogg", "amr"), media.read),
}


def reader_of(kind: str) -> Reader | None:
    """Give the reader of a type of file, if it has one."""
    return _READERS.get(kind)
