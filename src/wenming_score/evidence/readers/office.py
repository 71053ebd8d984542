"""Office Open XML and OpenDocument: what a document's properties say of it, whichever program wrote it."""

import re
from collections.abc import Set as AbstractSet
from typing import BinaryIO

from wenming_score.evidence.readers.base import ReadingError
from wenming_score.evidence.readers.faults import noting, said
from wenming_score.evidence.readers.markup import marks
from wenming_score.evidence.readers.stamps import own_dates, read_stamp
from wenming_score.evidence.readers.zips import Parts, begun, plain
from wenming_score.files import Inside
from wenming_score.text import tr

_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_PACKAGE = {"[content_types].xml", "_rels/.rels", "docprops/app.xml"}
"""Any of these tells a document from a zip with a folder that happens to have such a name."""
_PROPERTIES = re.compile(
    r"docprops/(?:core|app)\.xml|package/services/metadata/core-properties/[0-9a-f-]{1,64}\.psmdcp|meta\.xml",
    re.IGNORECASE,
)
"""The second is where .NET puts what others put into core.xml."""
_MOST_PARTS = 4
_WANTED = {
    ("created", "coreProperties"): "created",
    ("modified", "coreProperties"): "modified",
    ("Pages", "Properties"): "pages",
    ("Slides", "Properties"): "pages",
    ("creation-date", "meta"): "created",
    ("date", "meta"): "modified",
}
_MANIFEST = "META-INF/manifest.xml"
_PAGES = re.compile(r"[1-9]\d{0,4}", re.ASCII)


def zip_type(file: BinaryIO) -> str:
    """Name the kind of document that a zip holds, or `zip`; one with a lost end is told by its first parts."""
    try:
        parts = Parts(file)
        names = {plain(name) for name in parts.names}
        mimetype = parts.read("mimetype") if "mimetype" in names else b""
    except ReadingError:
        first = begun(file)
        names = set(first)
        mimetype = first.get("mimetype", b"").split(b"PK", 1)[0]
    return _OPEN_DOCUMENT.get(mimetype.strip()) or _named(names)


def _named(names: AbstractSet[str]) -> str:
    if "ofd.xml" in names:
        return "ofd"
    if not _PACKAGE & names:
        return "zip"
    held = (kind for folder, kind in _FOLDERS.items() if any(name.startswith(folder) for name in names))
    return next(held, "zip")


def read(file: BinaryIO) -> Inside:
    """Read the days of creation and saving, and the count of pages or slides."""
    parts = Parts(file)
    found: dict[str, str] = {}
    faults = [parts.fault]
    with noting(faults):
        _refuse_locked(parts)
        for name in sorted(filter(_PROPERTIES.fullmatch, parts.names))[:_MOST_PARTS]:
            with noting(faults):
                _collect(name, parts.read(name), found)
    dates = own_dates({"created": read_stamp(found.get("created")), "modified": read_stamp(found.get("modified"))})
    pages = found.get("pages", "")
    return Inside(dates, int(pages) if _PAGES.fullmatch(pages) else None, fault=said(faults))


def _refuse_locked(parts: Parts) -> None:
    """Stop at an OpenDocument file with a password: its parts are there, but mean nothing."""
    if _MANIFEST in parts.names and b"encryption-data" in parts.read(_MANIFEST):
        raise ReadingError(tr("设了打开密码，内容没有读"))


def _collect(name: str, data: bytes, found: dict[str, str]) -> None:
    """Take what is wanted from a part, as far as it can be read."""
    for mark in marks(name, data):
        wanted = _WANTED.get((mark.name, mark.within))
        if wanted and mark.text:
            found[wanted] = mark.text
        if mark.name == "document-statistic":
            found["pages"] = mark.attributes.get("page-count", "")
