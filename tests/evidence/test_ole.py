"""Old Word, Excel, PowerPoint and WPS files: their days and their pages."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from compounds import (
    CREATED,
    GOOD,
    PAGES,
    PROPERTIES,
    SLIDES,
    compound,
    moment,
    number,
    old,
    property_set,
    ticks,
)
from documents import converted, read_soon, said
from wenming_score.evidence.readers.ole import ole_type, read

BOTH = {"created": "2025-03-05", "modified": "2025-03-06"}


def kind(data: bytes) -> str:
    return ole_type(BytesIO(data))


def test_a_word_97_file_of_libreoffice_says_its_days(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.created = datetime.fromisoformat("2025-03-05T04:00:00")
    document.core_properties.modified = datetime.fromisoformat("2025-03-05T16:00:00")
    document.save(str(tmp_path / "方案.docx"))
    file = converted(tmp_path / "方案.docx", "doc")

    inside = read_soon(read, file)

    assert kind(file.read_bytes()) == "doc"
    assert (said(inside), inside.fault) == (BOTH, "")


def test_an_excel_97_file_of_libreoffice_says_its_days(tmp_path: Path) -> None:
    book = Workbook()
    book.properties.created = datetime.fromisoformat("2025-03-05T04:00:00")
    book.save(tmp_path / "名册.xlsx")
    file = converted(tmp_path / "名册.xlsx", "xls")

    assert kind(file.read_bytes()) == "xls"
    assert said(read_soon(read, file))["created"] == "2025-03-05"


def test_times_become_days_in_beijing_and_pages_are_counted() -> None:
    inside = read_soon(read, GOOD)

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 7, "")


def test_the_pages_of_an_old_presentation_are_its_slides() -> None:
    file = old(*PROPERTIES[:2], main="PowerPoint Document", more=property_set((SLIDES, number(12))))

    assert (kind(file), read_soon(read, file).pages) == ("ppt", 12)


@pytest.mark.parametrize(
    ("stream", "told"),
    [
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("PowerPoint Document", "ppt"),
        ("VisioDocument", "ole"),
    ],
)
def test_a_compound_file_is_told_by_its_streams(stream: str, told: str) -> None:
    assert kind(old(main=stream)) == told


def test_a_file_with_a_password_is_said_to_have_one() -> None:
    inside = read_soon(read, compound({"EncryptedPackage": b"", "EncryptionInfo": b""}))

    assert (inside.dates, inside.fault) == ((), "设了打开密码，内容没有读")


def test_a_file_without_a_summary_says_nothing_and_is_not_at_fault() -> None:
    inside = read_soon(read, compound({"WordDocument": b""}))

    assert (inside.dates, inside.pages, inside.fault) == ((), None, "")


@pytest.mark.parametrize(
    "value", [ticks(0), ticks(2**64 - 1), moment("1904-01-01"), moment("1996-12-17T01:32:42"), number(1)]
)
def test_what_is_no_day_of_these_times_is_left_out(value: bytes) -> None:
    inside = read_soon(read, old((CREATED, value), *PROPERTIES[1:]))

    assert (said(inside)["modified"], inside.fault) == ("2025-03-06", "")
    assert "created" not in said(inside)


@pytest.mark.parametrize("count", [0, -1, 100_000, 2**31 - 1])
def test_a_count_of_pages_that_cannot_be_is_left_out(count: int) -> None:
    assert read_soon(read, old((PAGES, number(count)))).pages is None
