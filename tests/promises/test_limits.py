"""C2: what needs just as much as a limit allows is read; what needs one more is not, and is never a crash."""

import ast
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from compounds import moment, number, old
from documents import office, zipped
from films import film, header, ticks, track
from pdfs import CATALOG, PAGES, packed
from pictures import picture
from wenming_score.assessment import Evidence
from wenming_score.evidence import gather, limits, read_lock
from wenming_score.evidence.readers import reader_of
from wenming_score.evidence.readers.base import Metered, ReadingError
from wenming_score.files import Inside
from wenming_score.finding import InputError

Sample = tuple[str, Callable[[], bytes]]
FRAME = b"\xff\xfb\x90\x00" + bytes(413)
TAG = b"TDRC" + struct.pack(">LH", 11, 0) + b"\3" + b"2025-03-05"
SONG = b"ID3\4\0\0\0\0" + bytes([len(TAG) >> 7, len(TAG) & 127]) + TAG + FRAME * 400
SAMPLES: dict[str, Sample] = {
    "PIXELS": ("png", lambda: picture("PNG")),
    "DECODED": ("png", lambda: picture("PNG")),
    "PICTURE": ("jpeg", picture),
    "CHUNKS": ("png", lambda: picture("PNG")),
    "SCANNED": ("jpeg", lambda: picture("JPEG", progressive=True)),
    "ENTRIES": ("docx", lambda: zipped(office())),
    "UNPACKED": ("docx", lambda: zipped(office() | {"word/media/1.bmp": bytes(1 << 20)})),
    "RATIO": ("docx", lambda: zipped(office() | {"word/media/1.bmp": bytes(101 << 20)})),
    "PART": ("docx", lambda: zipped(office())),
    "PARTS": ("docx", lambda: zipped(office())),
    "ELEMENTS": ("docx", lambda: zipped(office())),
    "COMPOUND": ("doc", lambda: old((12, moment("2025-03-05T04:00:00")), (14, number(3)))),
    "COMPOUND_CALLS": ("doc", lambda: old((12, moment("2025-03-05T04:00:00")), (14, number(3)))),
    "COMPOUND_TABLES": ("doc", lambda: old((12, moment("2025-03-05T04:00:00")), (14, number(3)))),
    "PDF": ("pdf", lambda: packed([(1, CATALOG), (2, PAGES), (3, b"<</CreationDate(D:20250305)>>")])),
    "PDF_STEPS": ("pdf", lambda: packed([(1, CATALOG), (2, PAGES), (3, b"<</CreationDate(D:20250305)>>")])),
    "PDF_STREAM": ("pdf", lambda: packed([(1, CATALOG), (2, PAGES), (3, b"<</CreationDate(D:20250305)>>")])),
    "BOXES": ("mp4", lambda: film(header(ticks("2025-03-05T02:15:00")), track(b"vide"))),
    "FRAMES": ("amr", lambda: b"#!AMR\n" + b"\x3c" + bytes(31) + (b"\x3c" + bytes(31)) * 499),
    "TAGS": ("mp3", lambda: SONG),
}  # fmt: skip
"""For each limit a file that comes near none of the others."""
ELSEWHERE = {"HASHED", "LOCK", "READ", "CALLS", "NOTES", "BEGUN"}
"""The first four are met below; beyond the other two only notes and guesses are lost."""


def inside(kind: str, content: bytes) -> Inside | str:
    """Read a file; a library may raise anything of a file that it has lost the rest of."""
    reader = reader_of(kind)
    assert reader
    try:
        return reader(BytesIO(content))
    except Exception as error:  # noqa: BLE001 - the caller makes anything a fault of the file
        return type(error).__name__


@pytest.mark.parametrize("name", SAMPLES)
def test_what_needs_as_much_as_the_limit_is_read_and_one_more_is_not(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kind, make = SAMPLES[name]
    content, real = make(), getattr(limits, name)
    if name == "RATIO":
        real *= 20
    monkeypatch.setattr(limits, name, real)
    whole = inside(kind, content)
    assert isinstance(whole, Inside)
    assert whole.fault == ""

    def enough(limit: int) -> bool:
        monkeypatch.setattr(limits, name, limit)
        return inside(kind, content) == whole

    under, at = -1, real
    while at - under > 1:
        middle = (under + at) // 2
        under, at = (under, middle) if enough(middle) else (middle, at)

    assert not enough(at - 1)
    assert enough(at)
    assert enough(at + 1)


def test_every_limit_of_evidence_is_met() -> None:
    tree = ast.parse(Path(limits.__file__).read_text(encoding="utf-8"))
    named = {
        one.targets[0].id for one in tree.body if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
    }

    assert named == SAMPLES.keys() | ELSEWHERE


@pytest.mark.parametrize("most", [99, 100, 101])
def test_a_meter_stops_at_its_bytes_and_its_calls(most: int) -> None:
    def read(meter: Metered, times: int, size: int) -> bool:
        try:
            return all(len(meter.read(size)) == size for _ in range(times))
        except ReadingError:
            return False

    assert read(Metered(BytesIO(bytes(200)), most), 1, 100) is (most >= 100)
    assert read(Metered(BytesIO(bytes(200)), calls=most), 100, 1) is (most >= 100)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_lock_of_the_largest_size_is_read(monkeypatch: pytest.MonkeyPatch, more: int) -> None:
    line = f'{{"path": "a.jpg", "size": 1, "sha256": "{"0" * 64}"}}\n'.encode()
    Path("evidence.lock").write_bytes(line)
    monkeypatch.setattr(limits, "LOCK", len(line) - more)

    if more <= 0:
        assert read_lock(Path("evidence.lock"), "evidence.lock").keys() == {"a.jpg"}
        return
    with pytest.raises(InputError, match="文件超过 0 MB"):
        read_lock(Path("evidence.lock"), "evidence.lock")


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_file_of_the_largest_size_is_hashed(monkeypatch: pytest.MonkeyPatch, more: int) -> None:
    Path("a.jpg").write_bytes(picture())
    monkeypatch.setattr(limits, "HASHED", Path("a.jpg").stat().st_size - more)
    entry = Evidence.model_validate({"path": "a.jpg", "type": "photo"})

    fact = gather({"E1": entry}, Path()).files["E1"]

    assert bool(fact.sha256) is (more <= 0)
    assert (fact.inside.fault == "") is (more <= 0)
