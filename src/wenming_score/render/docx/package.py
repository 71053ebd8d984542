"""A Word file as a zip: looked over before anything opens it, and written without a clock."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wenming_score.evidence import limits
from wenming_score.evidence.readers.base import ReadingError
from wenming_score.evidence.readers.zips import Parts
from wenming_score.render.docx.refused import Refused
from wenming_score.text import tr

MAIN = "word/document.xml"
_TEXT = 2 << 20
"""Bytes of one part with text; the longest paper has a tenth of it."""


def look_over(template: bytes) -> None:
    """Refuse what is no Word file, or is too big when unpacked."""
    try:
        parts = Parts(BytesIO(template))
    except ReadingError as fault:
        raise Refused(tr("不是 .docx 文档，要用 Word 或 WPS 另存为 .docx")) from fault
    if parts.fault:
        raise Refused(parts.fault)
    if MAIN not in parts.names:
        raise Refused(tr("不是 .docx 文档，要用 Word 或 WPS 另存为 .docx"))
    with ZipFile(BytesIO(template)) as package:
        entries = package.infolist()
    if sum(entry.file_size for entry in entries) > limits.UNPACKED:
        raise Refused(tr("解开后超过 {most} MB，图片要压缩后再放进模板", most=limits.UNPACKED >> 20))
    if any(entry.file_size > _TEXT for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))):
        raise Refused(tr("正文超过 {most} MB，模板里只要留固定的文字和字段", most=_TEXT >> 20))


def repacked(content: bytes, day: date) -> bytes:
    """Write the parts in their order, all with the time of that day."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            part.create_system = 3
            part.external_attr = 0o644 << 16
            new.writestr(part, old.read(name))
    return made.getvalue()
