"""Word, Excel, PowerPoint and OpenDocument files: their days and their pages."""

from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from xlsxwriter import Workbook as WrittenWorkbook  # pyright: ignore[reportMissingTypeStubs] - it has none

from documents import APP, CONTENT_TYPES, CORE, converted, office, read_soon, said, zipped
from wenming_score.evidence.readers.office import read, zip_type

META = """\
<o:document-meta xmlns:o="office" xmlns:m="meta" xmlns:dc="dc"><o:meta>
<m:creation-date>2025-03-05T23:10:00.123456789</m:creation-date><dc:date>2025-03-06T08:00:00</dc:date>
<m:document-statistic m:table-count="0" m:page-count="5"/></o:meta></o:document-meta>"""
MIMETYPE = "application/vnd.oasis.opendocument."
BOTH = {"created": "2025-03-05", "modified": "2025-03-06"}


def kind(file: Path) -> str:
    with file.open("rb") as opened:
        return zip_type(opened)


def word(folder: Path) -> Path:
    document = Document()
    document.core_properties.created = datetime.fromisoformat("2025-03-05T04:00:00")
    document.core_properties.modified = datetime.fromisoformat("2025-03-05T16:00:00")
    document.save(str(folder / "方案.docx"))
    return folder / "方案.docx"


def test_a_word_file_says_when_it_was_made_and_saved_by_beijing_time(tmp_path: Path) -> None:
    file = word(tmp_path)

    inside = read_soon(read, file)

    assert kind(file) == "docx"
    assert (said(inside), inside.pages, inside.fault) == (BOTH, 1, "")


def test_a_word_file_that_keeps_its_template_s_days_has_none(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    Document().save(str(file))

    assert said(read_soon(read, file)) == {}


def test_a_workbook_of_openpyxl_says_its_days(tmp_path: Path) -> None:
    file = tmp_path / "名册.xlsx"
    book = Workbook()
    book.properties.created = datetime.fromisoformat("2025-03-05T04:00:00")
    book.save(file)

    inside = read_soon(read, file)

    assert kind(file) == "xlsx"
    assert (said(inside)["created"], inside.pages, inside.fault) == ("2025-03-05", None, "")


def test_a_workbook_of_xlsxwriter_says_its_days(tmp_path: Path) -> None:
    file = tmp_path / "名册.xlsx"
    with WrittenWorkbook(str(file)) as book:
        book.add_worksheet("名册")  # pyright: ignore[reportUnknownMemberType] - half-typed
        book.set_properties({"created": datetime.fromisoformat("2025-03-05T04:00:00")})  # pyright: ignore[reportUnknownMemberType] - as above

    assert kind(file) == "xlsx"
    assert said(read_soon(read, file))["created"] == "2025-03-05"


def test_the_pages_of_a_presentation_are_its_slides() -> None:
    inside = read_soon(read, zipped(office(app=APP.format(inner="<Slides>12</Slides>"))))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 12, "")


def test_a_file_of_wps_is_read_like_any_other_but_for_its_template_s_day() -> None:
    core = CORE.format(created="2014-10-29T12:08:00Z", modified="2025-03-06T04:00:00Z")
    wps = "<Template>Normal.dotm</Template><Pages>4</Pages><Application>WPS Office_11.1.0.10314_F1E3-C59F</Application>"

    inside = read_soon(read, zipped(office(core, APP.format(inner=wps))))

    assert (said(inside), inside.pages, inside.fault) == ({"modified": "2025-03-06"}, 4, "")


def test_a_file_of_dotnet_keeps_its_days_elsewhere() -> None:
    parts = office()
    place = "package/services/metadata/core-properties/0c5b6d0f6d5a4ed5b8f54ab1c9f1f9b2.psmdcp"

    assert said(read_soon(read, zipped(parts | {place: parts.pop("docProps/core.xml")}))) == BOTH


def test_names_of_parts_may_be_spelt_with_any_case_and_slash() -> None:
    inside = read_soon(read, zipped({name.replace("/", "\\").upper(): text for name, text in office().items()}))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 3, "")


def test_a_text_that_libreoffice_saved_says_its_days_and_pages(tmp_path: Path) -> None:
    file = converted(word(tmp_path), "odt")

    inside = read_soon(read, file)

    assert kind(file) == "odt"
    assert said(inside)["created"] == "2025-03-05"
    assert (inside.pages, inside.fault) == (1, "")


@pytest.mark.parametrize(("ending", "name"), [("odt", "text"), ("ods", "spreadsheet"), ("odp", "presentation")])
def test_an_opendocument_file_is_told_by_its_mimetype(tmp_path: Path, ending: str, name: str) -> None:
    file = tmp_path / "a"
    file.write_bytes(zipped({"mimetype": MIMETYPE + name, "content.xml": "<c/>", "meta.xml": META}))

    inside = read_soon(read, file)

    assert kind(file) == ending
    assert (said(inside), inside.pages, inside.fault) == (BOTH, 5, "")


def test_an_opendocument_file_with_a_password_is_said_to_have_one() -> None:
    locked = {"META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>", "meta.xml": "\x8a\x01"}

    inside = read_soon(read, zipped({"mimetype": MIMETYPE + "text"} | locked))

    assert (inside.dates, inside.fault) == ((), "设了打开密码，内容没有读")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (CONTENT_TYPES | {"word/document.xml": ""}, "docx"),
        ({"_rels/.rels": "", "xl/workbook.xml": ""}, "xlsx"),
        ({"docProps/app.xml": "", "ppt\\presentation.xml": ""}, "pptx"),
        ({"OFD.xml": "", "Doc_0/Document.xml": ""}, "ofd"),
        ({"word/年度方案.docx": "", "xl/名册.xlsx": ""}, "zip"),
        ({"mimetype": "application/epub+zip"}, "zip"),
        ({}, "zip"),
    ],
)
def test_a_zip_is_told_by_its_parts(tmp_path: Path, parts: dict[str, str | bytes], told: str) -> None:
    file = tmp_path / "a"
    file.write_bytes(zipped(parts))

    assert kind(file) == told


def test_a_document_with_a_lost_end_is_still_told_and_is_at_fault(tmp_path: Path) -> None:
    file, text = word(tmp_path), tmp_path / "a.odt"
    file.write_bytes(file.read_bytes()[:20_000])
    text.write_bytes(zipped({"mimetype": MIMETYPE + "text", "content.xml": "<c/>"})[:120])

    assert (kind(file), kind(text)) == ("docx", "odt")
    assert read_soon(read, file).fault == "压缩结构损坏，读不出里面的目录"


@pytest.mark.parametrize("count", ["", "0", "-1", "3.5", "１２", "许多", "100000", "9" * 5000])
def test_a_count_of_pages_that_cannot_be_is_left_out(count: str) -> None:
    inside = read_soon(read, zipped(office(app=APP.format(inner=f"<Pages>{count}</Pages>"))))

    assert (inside.pages, inside.fault) == (None, "")


def test_a_file_without_properties_says_nothing_and_is_not_at_fault() -> None:
    inside = read_soon(read, zipped(CONTENT_TYPES | {"word/document.xml": "<d/>"}))

    assert (inside.dates, inside.pages, inside.fault) == ((), None, "")


def test_a_thousand_properties_keep_the_reader_no_longer() -> None:
    place = "package/services/metadata/core-properties/{:x}.psmdcp"
    many = {place.format(number): "<r>" + "<a/>" * 40_000 + "</r>" for number in range(1000)}

    assert said(read_soon(read, zipped(office() | many))) == BOTH
