"""OFD files: their days and their pages."""

from io import BytesIO

import pytest

from documents import read_soon, said, zipped
from wenming_score.evidence.readers.ofd import read
from wenming_score.evidence.readers.office import zip_type

ENTRY = """\
<?xml version="1.0" encoding="UTF-8"?>
<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>
<ofd:DocID>44f5bb6f0ac14d2faf8f8ad4fbba4b4d</ofd:DocID><ofd:Title>年度方案</ofd:Title>
<ofd:CreationDate>2025-03-05</ofd:CreationDate><ofd:ModDate>2025-03-06</ofd:ModDate>
<ofd:CustomDatas><ofd:CustomData Name="template-version">1.0</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>
<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"""
DOCUMENT = """\
<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID>
<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>
<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages>
<ofd:Outlines><ofd:Page ID="3"/></ofd:Outlines></ofd:Document>"""
BOTH = {"created": "2025-03-05", "modified": "2025-03-06"}


def ofd(entry: str = ENTRY, document: str = DOCUMENT, **more: str) -> bytes:
    return zipped({"OFD.xml": entry, "Doc_0/Document.xml": document} | more)


def test_an_ofd_says_its_days_and_its_pages_are_counted() -> None:
    inside = read_soon(read, ofd())

    assert zip_type(BytesIO(ofd())) == "ofd"
    assert (said(inside), inside.pages, inside.fault) == (BOTH, 2, "")


@pytest.mark.parametrize(
    ("declared", "prefix"),
    [('xmlns="http://www.ofdspec.org/2016"', ""), ('xmlns:o="http://www.ofdspec.org"', "o:"), ("", "")],
)
def test_any_namespace_and_prefix_will_do(declared: str, prefix: str) -> None:
    entry, document = (
        text.replace('xmlns:ofd="http://www.ofdspec.org/2016"', declared).replace("ofd:", prefix)
        for text in (ENTRY, DOCUMENT)
    )

    inside = read_soon(read, ofd(entry, document))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 2, "")


@pytest.mark.parametrize(
    "root", ["/Doc_0/Document.xml", "./Doc_0/Document.xml", "Doc_0\\Document.xml", "doc_0/document.xml"]
)
def test_the_root_of_the_document_may_be_spelt_in_any_way(root: str) -> None:
    assert read_soon(read, ofd(ENTRY.replace("Doc_0/Document.xml", root))).pages == 2


def test_only_the_first_document_counts() -> None:
    second = ENTRY.partition("<ofd:DocBody>")[2].replace("2025", "2019").replace("Doc_0", "Doc_1")
    both = ENTRY.replace("</ofd:OFD>", f"<ofd:DocBody>{second}")

    inside = read_soon(read, ofd(both, **{"Doc_1/Document.xml": "<Document/>"}))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 2, "")


def test_a_time_is_as_good_as_a_day() -> None:
    entry = ENTRY.replace("2025-03-05", "2025-03-04T16:00:00Z").replace("2025-03-06", "2025-03-06 09:30:00")

    assert said(read_soon(read, ofd(entry))) == BOTH


@pytest.mark.parametrize("day", ["0000-00-00", "", "2025年3月5日", "1970-01-01", "D:20250305"])
def test_what_is_no_day_is_left_out(day: str) -> None:
    inside = read_soon(read, ofd(ENTRY.replace("2025-03-05", day)))

    assert (said(inside), inside.fault) == ({"modified": "2025-03-06"}, "")


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"OFD.xml": ENTRY}, "缺少 Doc_0/Document.xml"),
        ({"OFD.xml": ENTRY, "Doc_0/Document.xml": ""}, "Document.xml 不是完好的 XML，没有读完"),
        ({"OFD.xml": ENTRY.replace("Doc_0", "../Doc_0")}, "缺少 ../Doc_0/Document.xml"),
        ({"OFD.xml": ENTRY, "Doc_0/Document.xml": "x" * (2 << 20)}, "Doc_0/Document.xml 太大，没有读"),
    ],
)
def test_pages_that_cannot_be_counted_are_a_fault_beside_the_days(parts: dict[str, str], fault: str) -> None:
    inside = read_soon(read, zipped(parts))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, None, fault)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("", "OFD.xml 不是完好的 XML，没有读完"),
        ("<OFD><DocBody>", "OFD.xml 不是完好的 XML，没有读完"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "OFD.xml 里有外部实体或 DTD 声明，没有读"),
        ("<OFD><DocBody><DocRoot>" + "/." * 400_000 + "</DocRoot></DocBody></OFD>", "缺少 /"),
    ],
)
def test_an_entry_that_cannot_be_read_is_a_fault(entry: str, fault: str) -> None:
    inside = read_soon(read, ofd(entry))

    assert (inside.dates, inside.pages, inside.fault) == ((), None, fault)


def test_a_document_without_pages_or_root_has_no_count() -> None:
    assert read_soon(read, ofd(document="<Document/>")).pages is None
    assert read_soon(read, ofd("<OFD/>")).pages is None


def test_a_zip_without_an_entry_is_at_fault() -> None:
    assert read_soon(read, zipped({"a": ""})).fault == "缺少 OFD.xml"
    assert read_soon(read, ofd()[:300]).fault == "压缩结构损坏，读不出里面的目录"
