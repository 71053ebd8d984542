"""PDF files: their days and their pages, whoever wrote them, and the ones that nobody should have written."""

import logging
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from documents import converted, read_soon, said
from pace import soon, within
from pdfs import CATALOG, INFO, PAGES, START, chained, deflated, end, packed, pdf, stream
from wenming_score.evidence.readers.pdf import read
from wenming_score.files import Inside

BOTH = {"created": "2025-03-05", "modified": "2025-03-06"}


def dated(text: str) -> dict[str, str]:
    return said(read_soon(read, pdf(CATALOG, PAGES, b"<</CreationDate(%b)>>" % text.encode())))


def written(algorithm: str | None = None, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/CreationDate": "D:20250305101500+08'00'", "/ModDate": "D:20250306"})
    if algorithm:
        writer.encrypt(password, "owner", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_days_and_pages_are_read() -> None:
    for made in (pdf(CATALOG, PAGES, INFO), packed([(1, CATALOG), (2, PAGES), (3, INFO)])):
        inside = read_soon(read, made)
        assert (said(inside), inside.pages, inside.fault) == (BOTH, 3, "")


def test_what_reportlab_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741140000")
    canvas = Canvas(str(tmp_path / "方案 定稿.pdf"))
    for page in range(4):
        canvas.drawString(100, 100, f"page {page}")
        canvas.showPage()
    canvas.save()

    inside = read_soon(read, tmp_path / "方案 定稿.pdf")

    assert said(inside) == {"created": "2025-03-05", "modified": "2025-03-05"}
    assert (inside.pages, inside.fault) == (4, "")


def test_what_libreoffice_makes_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_page_break()
    document.add_paragraph("第二页")
    document.save(str(tmp_path / "a.docx"))

    inside = read_soon(read, converted(tmp_path / "a.docx", "pdf"))

    assert (set(said(inside)) >= {"created"}, inside.pages, inside.fault) == (True, 2, "")


@pytest.mark.parametrize(
    "text",
    [
        "D:20250305",
        "20250305",
        " D:20250305101500",
        "D:2025030510",
        "D:202503051015",
        "D:20250305101500Z",
        "D:20250305101500Z00'00'",
        "D:20250305235959+08'00'",
        "D:20250305235959+08'00",
        "D:20250305235959+0800",
        "D:20250305235959+08",
        "D:20250305160000+09'30'",
        "D:20250304160000Z",
        "D:20250304160000-00'00'",
        "D:20250304120000-05'00'",
        "D:20250305101500nonsense",
    ],
)
def test_a_date_is_read_in_every_form(text: str) -> None:
    assert dated(text) == {"created": "2025-03-05"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "D:",
        "D:2025",
        "D:202503",
        "D:2025030",
        "D:20250230",
        "D:20250305251500",
        "D:20250305101500+99'00'",
        "D:19700101000000Z",
        "D:19041231",
        "D:00000000000000",
        "D:21010101",
        "D:99991231235959-10'00'",
        "D:00010101000000+14'00'",
        "Wed Mar 5 2025",
    ],
)
def test_what_is_no_whole_day_of_our_time_is_none(text: str) -> None:
    assert dated(text) == {}


@pytest.mark.parametrize(
    "info", [b"null", b"[1]", b"<</CreationDate 20250305>>", b"<</CreationDate/D:20250305>>", b"<<>>"]
)
def test_dates_that_are_no_text_are_none(info: bytes) -> None:
    assert said(read_soon(read, pdf(CATALOG, PAGES, info, trailer=b"/Root 1 0 R/Info 3 0 R"))) == {}


@pytest.mark.parametrize(
    "count", [b"", b"/Count 0", b"/Count -1", b"/Count 100000", b"/Count 9.5", b"/Count(3)", b"/Count[3]"]
)
def test_a_count_of_pages_that_makes_no_sense_is_none(count: bytes) -> None:
    inside = read_soon(read, pdf(CATALOG, b"<</Type/Pages%b>>" % count, INFO))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, None, "")


def test_pages_are_counted_without_a_look_at_them() -> None:
    loop = b"<</Type/Pages/Count 4 0 R/Kids[2 0 R 2 0 R]/Parent 2 0 R>>"

    assert read_soon(read, pdf(CATALOG, loop, INFO, b"7")).pages == 7


def test_the_last_revision_counts() -> None:
    first = pdf(CATALOG, PAGES, INFO)
    changed = b"2 0 obj\n<</Type/Pages/Count 5/Kids[]>>\nendobj\n"
    table = b"xref\n2 1\n%010d 00000 n \ntrailer<</Size 4/Root 1 0 R/Info 3 0 R/Prev %d>>"
    before = first.rindex(b"xref\n0 ")

    inside = read_soon(read, first + changed + table % (len(first), before) + end(len(first + changed)))

    assert (said(inside), inside.pages) == (BOTH, 5)


def test_a_password_is_a_fault() -> None:
    assert read_soon(read, written("RC4-128", "geheim")) == Inside(fault="加密（需要密码）")


def test_what_opens_without_a_password_is_read() -> None:
    for made in (written(), written("RC4-40"), written("RC4-128")):
        inside = read_soon(read, made)
        assert (said(inside), inside.pages, inside.fault) == (BOTH, 1, "")


def test_a_cipher_that_is_not_known_is_a_fault() -> None:
    aes = written("RC4-128").replace(b"/V 2", b"/V 5").replace(b"/R 3", b"/R 6")

    assert read(BytesIO(aes)).fault == "加密或压缩的方式特殊，没有读出日期和页数"


def test_a_great_pdf_is_read_by_its_end(tmp_path: Path) -> None:
    path = tmp_path / "扫描件.pdf"
    scan = 200 << 20
    made = pdf(CATALOG, PAGES, INFO, stream(b"", b"/Type/XObject"))
    before, after = (
        made[: made.index(b"\nendstream")].replace(b"/Length 0", b"/Length %d" % scan),
        made.rindex(b"xref\n0"),
    )
    grown = len(before) + scan - made.index(b"\nendstream")
    with path.open("wb") as file:
        file.write(before)
        file.seek(scan, 1)
        file.write(made[made.index(b"\nendstream") : made.index(b"startxref")] + end(after + grown))

    with within(0.5):
        inside = read_soon(read, path)

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 3, "")


def test_a_book_of_many_objects_is_read() -> None:
    inside = read_soon(read, pdf(CATALOG, PAGES, INFO, *[b"<</A 1>>"] * 40_000))

    assert (said(inside), inside.pages, inside.fault) == (BOTH, 3, "")


def test_a_part_that_is_lost_does_not_cost_the_others() -> None:
    inside = read_soon(read, pdf(CATALOG, PAGES, INFO, trailer=b"/Root 99 0 R/Info 3 0 R"))
    assert (said(inside), inside.pages, inside.fault) == (BOTH, None, "内部目录损坏，没有读完")

    inside = read_soon(read, pdf(CATALOG, PAGES, INFO, trailer=b"/Root 1 0 R/Info 99 0 R"))
    assert (said(inside), inside.pages, inside.fault) == ({}, 3, "内部目录损坏，没有读完")


GARBAGE = random.Random(1).randbytes(1 << 20)  # noqa: S311 - the same bytes every time
TRAILER = b"trailer<</Root 1 0 R/BEFORE>>"
BOMB = b"9 0 obj\n" + deflated(bytes(1_000_000), b"/Type/XRef/Size 9/W[1 0 0]/Index[]/Root 1 0 R/BEFORE")
BAD_ZIP = b"9 0 obj\n" + stream(b"x\x9c" + GARBAGE[:9000], b"/Type/XRef/Size 9/W[1 0 0]/Filter/FlateDecode/BEFORE")
ROWS = b"0000000009 00000 n \n"


def full_of(item: bytes, size: int = 900_000) -> bytes:
    many = b"[%b]" % (item * (60_000 // len(item)))
    return packed([(1, CATALOG), (2, PAGES), *((number, many) for number in range(100, 100 + size // 60_000))])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a beginning alone": lambda: START,
    "100 MB of noise": lambda: START + GARBAGE * 100,
    "100 MB of empty lines": lambda: START + b"\n" * (100 << 20),
    "50 MB of objects": lambda: START + b"1 0 obj " * (6 << 20),
    "50 MB of objects and an end": lambda: START + b"1 0 obj\n" * (6 << 20) + end(0),
    "no end": lambda: pdf(CATALOG, PAGES, INFO)[:-20] + b" " * 2000,
    "no table": lambda: START + b"1 0 obj\n%b\nendobj\n" % CATALOG + end(9),
    "a table of four million": lambda: START + b"xref\n0 4000000\n" + ROWS * 4_000_000 + TRAILER + end(9),
    "a table of one object": lambda: START + b"xref\n0 60000\n" + ROWS * 60_000 + TRAILER + end(9),
    "a table before itself": lambda: START + b"xref\n0 0\ntrailer<</Root 1 0 R/Prev 9>>" + end(9),
    "tables before each other": lambda: (
        START + b"xref\n0 0\ntrailer<</Prev 39>>\nxref\n0 0\ntrailer<</Prev 9>>" + end(39)
    ),
    "ever more tables": lambda: chained([b"xref\n0 0\n" + TRAILER] * 200_000),
    "ever more packed tables": lambda: chained([BOMB] * 4_000),
    "ever more broken tables": lambda: chained([BAD_ZIP] * 300),
    "brackets": lambda: pdf(b"[" * 50_000, PAGES, INFO),
    "brackets in the trailer": lambda: START + b"xref\n0 0\ntrailer<</Root" + b"[" * 50_000 + end(9),
    "tables in tables": lambda: pdf(b"<</A" * 50_000, PAGES, INFO),
    "a million numbers": lambda: pdf(b"[" + b"1 " * 900_000 + b"]", PAGES, INFO),
    "a million keys": lambda: pdf(b"<<" + b"/A 1" * 900_000 + b">>", PAGES, INFO),
    "comments": lambda: pdf(b"%\n" * 900_000 + CATALOG, PAGES, INFO),
    "packed numbers": lambda: full_of(b"1 "),
    "packed names": lambda: full_of(b"/"),
    "packed texts": lambda: full_of(b"()"),
    "200 MB in a pack": lambda: packed([(1, CATALOG), (2, PAGES), (100, b"1 " * (100 << 20))]),
    "objects that are each other": lambda: pdf(b"2 0 R", b"1 0 R", b"3 0 R"),
    "no catalogue of ten million": lambda: pdf(PAGES, PAGES, INFO, trailer=b"/Size 9999999"),
    "a program to run": lambda: pdf(stream(bytes(99), b"/Filter/JBIG2Decode"), PAGES, INFO),
    "filters": lambda: pdf(stream(bytes(99), b"/Filter[" + b"/FlateDecode" * 16 + b"]"), PAGES, INFO),
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_no_pdf_keeps_the_reader_long(made: Callable[[], bytes]) -> None:
    content = made()
    inside = soon(2, lambda: read_anyhow(content))
    assert inside.fault
    assert inside.pages is None


def read_anyhow(content: bytes) -> Inside:
    try:
        return read(BytesIO(content))
    except Exception as error:  # noqa: BLE001 - the caller makes anything a fault
        return Inside(fault=repr(error))


@pytest.mark.parametrize(
    "made",
    [
        pdf(CATALOG, PAGES, b"<</CreationDate(" + rb"\1" * 900_000 + b")>>"),
        *(full_of(item, 120_000) for item in (b"1 ", b"/", b"()")),
    ],
    ids=["a long text", "numbers", "names", "texts"],
)
def test_what_is_just_within_the_limits_is_read_in_time(made: bytes) -> None:
    inside = read_soon(read, made)

    assert (inside.pages, inside.fault) == (3, "")


def test_the_log_is_silent_and_stays_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    broken = pdf(CATALOG, PAGES, INFO).replace(b"startxref\n", b"startxref\n\n\n").replace(b"%PDF-1.5\n", b"%pdf-1.5\n")
    log = logging.getLogger("pypdf")
    before = log.level, log.handlers, log.filters, log.propagate
    with ThreadPoolExecutor(4) as pool:
        read_by_four = list(pool.map(read, [BytesIO(broken) for _ in range(20)]))

    assert [said(inside) for inside in read_by_four] == [BOTH] * 20
    assert caplog.records == []
    assert (log.level, log.handlers, log.filters, log.propagate) == before
