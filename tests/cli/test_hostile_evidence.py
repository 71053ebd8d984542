"""Whatever lies at a ledger entry's place is a finding, soon and in little memory."""

import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from documents import office, zipped
from door import ROOT, surroundings
from pace import within

SECONDS, MEGABYTES = 2 + 0.6, 300
"""For one file, and for the start of the program."""
MEASURED = """
import atexit, sys
def tell():
    if sys.platform == "linux":
        print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
atexit.register(tell)
from wenming_score.cli import main
main()
"""
"""The program, telling the most memory that it held."""
PHOTO = ROOT / "examples/county-office-2025/01-学雷锋/无偿献血.jpg"
UNIT = """\
schema_version: 1
rubric: luoyang-2019
unit: {{name: 某局, type: other, staff: 9}}
term: {{start: 2023-01-01, end: 2025-12-31}}
period: {{start: 2025-01-01, end: 2025-12-31}}
evidence:
  E1: {{path: {path}, type: photo, date: 2025-03-05}}
activities:
  A1: {{title: 清扫, date: 2025-03-05, serves: [leifeng-activities], evidence: [E1]}}
"""


def zip_bomb(path: Path) -> None:
    path.write_bytes(zipped(office() | {"word/media/image1.bmp": bytes(300 << 20)}))


def huge_picture(path: Path) -> None:
    header = struct.pack(">II5B", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(10_000))), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


def cut_photo(path: Path) -> None:
    content = PHOTO.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def endless_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + b"1 0 obj\n<<\n" * 2_000_000)


def entities(path: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    core = f'<!DOCTYPE x [<!ENTITY a0 "ha">{bomb}]><x>&a11;</x>'
    path.write_bytes(zipped(office(core=core)))


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_out(path: Path) -> None:
    path.symlink_to(PHOTO)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 << 30)


def folder(path: Path) -> None:
    path.mkdir()


def noise(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4_000)


def program(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(100))


CASES: list[tuple[str, Callable[[Path], None], str]] = [
    ("炸弹.docx", zip_bomb, "evidence-unreadable"),
    ("巨图.png", huge_picture, "evidence-unreadable"),
    ("半张.jpg", cut_photo, "evidence-unreadable"),
    ("无尽.pdf", endless_pdf, "evidence-unreadable"),
    ("实体.docx", entities, "evidence-unreadable"),
    ("管道.jpg", pipe, "evidence-missing"),
    ("设备.jpg", device, "evidence-escapes-root"),
    ("外面.jpg", link_out, "evidence-escapes-root"),
    ("稀疏.mp4", sparse, "evidence-unreadable"),
    ("文件夹.jpg", folder, "evidence-missing"),
    ("杂乱.jpg", noise, "evidence-unreadable"),
    ("程序.jpg", program, "evidence-type-mismatch"),
]


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are made otherwise here")
@pytest.mark.parametrize(("name", "make", "rule"), CASES, ids=[name for name, _, _ in CASES])
def test_a_hostile_file_is_a_finding_soon_and_in_little_memory(
    tmp_path: Path, name: str, make: Callable[[Path], None], rule: str
) -> None:
    make(tmp_path / name)
    (tmp_path / "unit.yaml").write_text(UNIT.format(path=name), encoding="utf-8")
    command = [sys.executable, "-c", MEASURED, "check", "unit.yaml", "--as-of=2025-12-31", "-f", "json", "-o", "r.json"]
    with within(SECONDS):
        done = subprocess.run(command, cwd=tmp_path, env=surroundings(), capture_output=True, timeout=90, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    if sys.platform == "linux":
        assert int(done.stdout.split()[1]) < MEGABYTES << 10
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert rule in {finding["rule"] for finding in report["findings"] if finding["evidence"] == "E1"}


def test_names_that_are_no_text_are_shown_harmless(tmp_path: Path) -> None:
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("names are Unicode here")
    Image.open(PHOTO).save(tmp_path / "a.jpg")
    for name in ("现场.jpg".encode("gbk"), "行\n::error::1.jpg".encode(), b"\x1b]52;c;aGk=\x07.jpg"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123 - no text
            file.write(b"x")
    (tmp_path / "unit.yaml").write_text(UNIT.format(path="a.jpg"), encoding="utf-8")
    command = [sys.executable, "-m", "wenming_score", "check", "unit.yaml", "--as-of=2025-12-31"]
    done = subprocess.run(command, cwd=tmp_path, env=surroundings(), capture_output=True, check=False)
    assert done.returncode == 1
    text = done.stdout.decode()
    assert "evidence-unlisted" in text
    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
