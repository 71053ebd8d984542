"""Pack an office file again with fixed times, so that the same text is the same bytes."""

import re
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MORNING = time(9, 30)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def moment(day: date) -> datetime:
    """Give the hour at which every paper of the office is saved."""
    return datetime.combine(day, MORNING)


def repack(content: bytes, day: date, path: Path) -> None:
    """Write the parts of an office file in their order, with the times of that day and no others."""
    now = moment(day)
    stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(BytesIO(content)) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, now.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            part.create_system = 3
            part.external_attr = 0o644 << 16
            new.writestr(part, STAMP.sub(rb"\g<1>" + stamp + rb"\2", old.read(name)), compresslevel=9)
