"""The true type of a file by its bytes, and what its name promises."""

import wave
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image

from documents import converted, zipped
from films import box, film, header, track
from pace import within
from wenming_score.evidence.sniff import HEAD, kind_of
from wenming_score.filetypes import Family, family, promised

WINDOWS_MEDIA = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
SOUND, PICTURES = (bytes.fromhex(f"{start}5bcf11a8fd00805f5c442b") for start in ("409e69f84d", "c0ef19bc4d"))
MPEG = b"\xff\xfb\x90\x00" + bytes(413)
MHT = b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"
XML = b'<?xml version="1.0"?>\n'


def kind(content: bytes) -> str:
    return kind_of(content[:HEAD], BytesIO(content))


@pytest.mark.parametrize("form", ["jpeg", "png", "gif", "bmp", "webp", "tiff", "avif"])
def test_pictures_are_known_whatever_they_are_called(form: str) -> None:
    file = BytesIO()
    Image.new("RGB", (20, 20)).save(file, form)
    assert kind(file.getvalue()) == form
    assert family(form) == "picture"


def test_a_phone_s_heic_is_known() -> None:
    import pillow_heif  # noqa: PLC0415 - takes long

    file = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64))).save(file)  # pyright: ignore[reportUnknownMemberType] - half typed
    assert kind(file.getvalue()) == "heic"


def test_a_wave_is_known(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(100))
    assert kind((tmp_path / "a.wav").read_bytes()) == "wav"


@pytest.mark.parametrize(
    ("content", "known"),
    [
        *((box(b"ftyp", brand, bytes(8)), "heic") for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1")),
        (box(b"ftyp", b"avif", bytes(8)), "avif"),
        (XML + b"<!-- a --><svg xmlns='x'/>", "svg"),
        (b"%PDF-1.4\n", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-2.0\n", "pdf"),
        (rb"{\rtf1\ansi", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ole"),
        (film(header(0), track(b"vide")), "mp4"),
        (film(header(0), track(b"vide"), brand=b"3gp4"), "mp4"),
        (film(header(0), track(b"soun"), brand=b"mp42"), "m4a"),
        (film(header(0), brand=b"M4A "), "m4a"),
        (film(header(0), brand=b"qt  "), "mov"),
        (box(b"wide") + box(b"mdat", bytes(9)), "mov"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", "mkv"),
        (b"\x1aE\xdf\xa3\xa3B\x86\x81\x01B\x82\x88matroska", "mkv"),
        (b"RIFF\0\0\0\0AVI LIST", "avi"),
        (WINDOWS_MEDIA + bytes(30) + SOUND, "wma"),
        (WINDOWS_MEDIA + bytes(30) + SOUND + PICTURES, "wmv"),
        (b"ID3\x04\0\0\0\0\0\0", "mp3"),
        (MPEG * 3, "mp3"),
        (b"\xff\xf3\x84\xc4" + bytes(382) + (b"\xff\xf3\x84\xc4" + bytes(380)) * 2, ""),
        (b"fLaC\0\0\0\x22", "flac"),
        (b"OggS\0\2", "ogg"),
        (b"#!AMR\n<", "amr"),
        (b"#!AMR-WB\n<", "amr"),
        (b"<!DOCTYPE html>\n<p>", "html"),
        (b"\xef\xbb\xbf \n" + XML + b"<!-- a -->\n<!-- b -->\n<HTML lang='zh'>", "html"),
        (b"<table border=1>", "html"),
        (MHT, "mht"),
        (b"mime-version: 1.0\n", "mht"),
        (b"\x7fELF\x02", "exe"),
        (b"MZ" + bytes(58) + b"\x40\0\0\0PE\0\0", "exe"),
        (b"\xcf\xfa\xed\xfe\x07", "exe"),
        ("学雷锋活动方案\r\n一、目的\t".encode(), "text"),
        ("学雷锋活动方案".encode("gb18030"), "text"),
        ("学雷锋活动方案".encode("utf-16"), "text"),
        (b"\xef\xbb\xbf\xe5\xad\xa6", "text"),
        (b"MZ is how this text begins", "text"),
        (b"BMW, PK, GIF and RIFF", "text"),
        (XML + b"<Workbook/>", "text"),
        (b"<p>" + b"x" * 50, "text"),
    ],
)
def test_a_type_is_known_by_its_bytes(content: bytes, known: str) -> None:
    assert kind(content) == known


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(100),
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a",
        b"MZ" + bytes(62),
        b"\xff\xfb\x90\x00" + bytes(2000),
        b"\xff\xfb\xfc\x00" + bytes(2000),
        "学雷锋".encode() + b"\0",
        b"\x93\xff\x80",
        b"Rar!\x1a\x07\x00",
    ],
)
def test_other_bytes_are_of_no_known_type(content: bytes) -> None:
    assert kind(content) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("shift", range(4))
def test_a_text_may_be_cut_within_a_character(encoding: str, shift: int) -> None:
    assert kind(("a" * shift + "锋" * HEAD).encode(encoding)) == "text"


def test_office_documents_are_known_by_their_parts(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert kind((tmp_path / "a.docx").read_bytes()) == "docx"
    assert kind((tmp_path / "a.xlsx").read_bytes()) == "xlsx"
    assert kind(zipped({"a.txt": "a"})) == "zip"


@pytest.mark.parametrize(("to", "source"), [("doc", "docx"), ("xls", "xlsx")])
def test_old_office_documents_are_known_by_their_streams(tmp_path: Path, to: str, source: str) -> None:
    path = tmp_path / f"a.{source}"
    docx.Document().save(str(path)) if source == "docx" else openpyxl.Workbook().save(path)
    assert kind(converted(path, to).read_bytes()) == to


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.jpg", "picture"),
        ("照片/现场.JPEG", "picture"),
        ("a.heic", "picture"),
        ("a.doc", "document"),
        ("a.wps", "document"),
        ("a.et", "document"),
        ("a.dps", "document"),
        ("年度 方案.v2.PDF", "document"),
        ("a.ofd", "document"),
        ("a.csv", "text"),
        ("a.md", "text"),
        ("a.m4a", "audio"),
        ("a.mp4", "video"),
        ("a.mht", "web"),
        ("a.htm", "web"),
        ("a.eml", "web"),
        ("a.exe", "program"),
        ("a", None),
        ("", None),
        (".jpg", None),
        ("jpg", None),
        ("a.jpg/b", None),
        ("a.zip", None),
        ("a.3gp", None),
    ],
)
def test_the_ending_of_a_name_promises_a_family(name: str, wanted: Family | None) -> None:
    assert promised(name) == wanted


HOSTILE = {
    "comments": b"<!---->" * 2000,
    "an open comment": b"<!--" * 3000,
    "declarations": b"<?xml ?>" * 2000,
    "blanks": b" " * HEAD,
    "headers": b"a:\n" * 3000,
    "one long header": b"a" * HEAD,
    "a program that begins nowhere": b"MZ" + b"\xff" * 100,
    "a zip of nothing": b"PK\x03\x04" + b"PK\x01\x02" * 100_000,
    "a million tracks": box(b"ftyp", b"isom") + box(b"moov", bytes(4) + b"trak" * 2_000_000),
    "a tree of boxes": box(b"ftyp", b"isom") + box(b"moov", box(b"trak", box(b"mdia", b"\0\0\0\x08hdlr" * 500_000))),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_no_bytes_keep_the_sniffer_long(content: bytes) -> None:
    with within(2):
        assert kind(content) in {"", "text", "zip", "mp4"}
