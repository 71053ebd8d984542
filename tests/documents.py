"""Documents made by hand, the way programs make them and the way no program would."""

import io
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from pace import soon
from wenming_score.evidence.readers.base import Reader, ReadingError
from wenming_score.files import Inside

CONTENT_TYPES = {"[Content_Types].xml": "<Types/>"}
CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">{modified}</dcterms:modified></cp:coreProperties>"""
APP = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{inner}</Properties>"""


def read_soon(reader: Reader, file: Path | bytes) -> Inside:
    """Read as the program does: no other error than a `ReadingError`, and within two seconds."""
    return soon(2, lambda: _read(reader, file))


def _read(reader: Reader, file: Path | bytes) -> Inside:
    with io.BytesIO(file) if isinstance(file, bytes) else file.open("rb") as opened:
        try:
            return reader(opened)
        except ReadingError as fault:
            return Inside(fault=str(fault))


def said(inside: Inside) -> dict[str, str]:
    """Say the days of a file by their origin."""
    return {own.origin: own.day.isoformat() for own in inside.dates}


def zipped(parts: Mapping[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Pack parts into a zip."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(name, text, ZIP_STORED if name == "mimetype" else method)
    return packed.getvalue()


def office(
    core: str = CORE.format(created="2025-03-05T04:00:00Z", modified="2025-03-06T04:00:00Z"),
    app: str = APP.format(inner="<Pages>3</Pages>"),
) -> dict[str, str]:
    """Give the parts of a Word file."""
    return CONTENT_TYPES | {
        "docProps/core.xml": core,
        "docProps/app.xml": app,
        "word/document.xml": "<w:document xmlns:w='w'/>",
    }


def converted(file: Path, to: str) -> Path:
    """Have LibreOffice save a file in another format."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice is not installed")
    profile = (file.parent / "profile").as_uri()
    order = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, file.name]
    subprocess.run(
        order, cwd=file.parent, capture_output=True, timeout=120, check=False, env={**os.environ, "TZ": "UTC"}
    )
    result = file.with_suffix(f".{to}")
    if not result.exists():
        pytest.skip(f"this soffice cannot turn {file.suffix} into .{to}")
    return result
