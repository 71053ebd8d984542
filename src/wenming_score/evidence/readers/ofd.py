"""OFD (GB/T 33190): what the first document in the file says of itself."""

from posixpath import normpath
from typing import BinaryIO

from wenming_score.evidence.readers.faults import noting, said
from wenming_score.evidence.readers.markup import marks
from wenming_score.evidence.readers.stamps import own_dates, read_stamp
from wenming_score.evidence.readers.zips import Parts
from wenming_score.files import Inside

_ENTRY = "OFD.xml"
_NAME = 200
"""Letters of a name within the file."""
_WANTED = {("CreationDate", "DocInfo"), ("ModDate", "DocInfo"), ("DocRoot", "DocBody")}


def read(file: BinaryIO) -> Inside:
    """Read the days of creation and saving, and count the pages."""
    parts = Parts(file)
    found: dict[str, str] = {}
    pages = None
    faults = [parts.fault]
    with noting(faults):
        _collect(parts.read(_ENTRY), found)
        if "DocRoot" in found:
            pages = _pages(parts.read(normpath(found["DocRoot"][:_NAME])))
    dates = own_dates({"created": read_stamp(found.get("CreationDate")), "modified": read_stamp(found.get("ModDate"))})
    return Inside(dates, pages, fault=said(faults))


def _collect(entry: bytes, found: dict[str, str]) -> None:
    for mark in marks(_ENTRY, entry):
        if (mark.name, mark.within) in _WANTED:
            found[mark.name] = mark.text
        if mark.name == "DocBody":
            return


def _pages(document: bytes) -> int | None:
    count = sum((mark.name, mark.within) == ("Page", "Pages") for mark in marks("Document.xml", document))
    return count or None
