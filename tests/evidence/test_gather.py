"""What is found at the places of a ledger, whatever lies there."""

import os
import socket
import sys
from pathlib import Path
from typing import BinaryIO

import pytest
from PIL import Image

from pace import within
from wenming_score.assessment import Evidence
from wenming_score.evidence import Holdings, gather, read_lock, write_lock
from wenming_score.evidence.readers.base import Reader
from wenming_score.files import FileFact, Inside
from wenming_score.finding import InputError
from wenming_score.source import MISTAKES
from wenming_score.values import read_when

SECONDS = 2


def ledger(*paths: str) -> dict[str, Evidence]:
    return {f"E{number}": Evidence(path=path, type="photo") for number, path in enumerate(paths, 1)}


def found(root: Path, *paths: str, lock: Path | None = None) -> Holdings:
    return gather(ledger(*paths), root, lock)


def scene(path: Path, color: str = "navy") -> Path:
    picture = Image.linear_gradient("L").convert("RGB")
    picture.paste(Image.new("RGB", (90, 60), color), (20, 130))
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)
    return path


def test_a_picture_is_known_by_its_bytes(tmp_path: Path) -> None:
    scene(tmp_path / "01/20250305现场.jpg")
    fact = found(tmp_path, "01/20250305现场.jpg").files["E1"]
    assert (fact.state, fact.type, fact.inside.width, fact.inside.height) == ("present", "jpeg", 256, 256)
    assert len(fact.sha256) == 64
    assert fact.inside.fingerprint is not None
    assert str(fact.dated("name")) == "2025-03-05"


def test_a_file_that_is_listed_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene(tmp_path / "a.jpg")
    told: list[tuple[int, int]] = []
    gather(ledger("a.jpg", "a.jpg"), tmp_path, None, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]


def test_files_are_read_in_threads_and_told_in_order(tmp_path: Path) -> None:
    names = [f"{number}.bin" for number in range(9)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(bytes([number]) * (1 << 20))
    told: list[int] = []
    held = gather(ledger(*names), tmp_path, None, lambda done, _total: told.append(done))
    assert told == [*range(1, 10)]
    assert len({fact.sha256 for fact in held.files.values()}) == 9


def test_a_lock_saves_decoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene(tmp_path / "a.jpg")
    first = found(tmp_path, "a.jpg").files["E1"]
    lock = tmp_path / "evidence.lock"
    lock.write_text(write_lock({"a.jpg": first}), encoding="utf-8")

    def decoded(_kind: str) -> None:
        pytest.fail("decoded again")

    monkeypatch.setattr("wenming_score.evidence.reading.reader_of", decoded)
    again = found(tmp_path, "a.jpg", lock=lock)
    assert again.files["E1"] == first
    assert again.lock == {"a.jpg": first}


def test_a_lock_does_not_hide_a_change(tmp_path: Path) -> None:
    scene(tmp_path / "a.jpg")
    lock = tmp_path / "evidence.lock"
    lock.write_text(write_lock({"a.jpg": found(tmp_path, "a.jpg").files["E1"]}), encoding="utf-8")
    scene(tmp_path / "a.jpg", "red")
    now = found(tmp_path, "a.jpg", lock=lock)
    assert now.files["E1"].sha256 != now.lock["a.jpg"].sha256


def test_a_lock_reads_back_equal_line_by_line_and_sorted(tmp_path: Path) -> None:
    scene(tmp_path / "b.jpg")
    scene(tmp_path / "甲.jpg", "red")
    facts = {path: found(tmp_path, path).files["E1"] for path in ("甲.jpg", "b.jpg")}
    text = write_lock(facts)
    assert [line.split('"')[3] for line in text.splitlines()] == ["b.jpg", "甲.jpg"]
    (tmp_path / "x.lock").write_text(text, encoding="utf-8")
    assert read_lock(tmp_path / "x.lock", "x.lock") == facts


def test_every_wrong_line_of_a_lock_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "x.lock"
    lock.write_bytes(b'{"path": "a", "size": 1, "sha256": "' + b"0" * 64 + b'"}\nno\n{"path": 1}\n\xff\n')
    with pytest.raises(InputError) as caught:
        read_lock(lock, "x.lock")
    assert [str(mistake.at) for mistake in caught.value.mistakes] == ["x.lock:2:1", "x.lock:3:1", "x.lock:4:1"]


def test_files_that_no_entry_names_are_listed(tmp_path: Path) -> None:
    for name in (
        "01/a.jpg",
        "01/b.jpg",
        "02/签到.pdf",
        "report.xlsx",
        "封面.jpg",
        ".x/c.jpg",
        "01/~$d.docx",
        "01/e.md",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert found(tmp_path, "01/a.jpg").unlisted == ("01/b.jpg", "02/签到.pdf", "封面.jpg")


def test_documents_beside_the_unit_file_count_where_the_ledger_names_one(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"x")
    assert found(tmp_path, "a.pdf").unlisted == ("b.pdf",)


def test_the_folder_of_another_unit_is_its_own(tmp_path: Path) -> None:
    for name in ("01/a.jpg", "分局/unit.yaml", "分局/b.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert found(tmp_path, "01/a.jpg").unlisted == ()


def test_a_name_composed_differently_is_still_listed(tmp_path: Path) -> None:
    (tmp_path / "café.jpg").write_bytes(b"x")
    held = found(tmp_path, "cafe\u0301.jpg")
    assert held.unlisted == ()
    assert (held.files["E1"].state, held.files["E1"].detail) == (
        "missing",
        "；那里有 café.jpg，大小写或字形不同",
    )


def test_another_case_is_named_where_the_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "现场1.JPG").write_bytes(b"x")
    fact = found(tmp_path, "现场1.jpg").files["E1"]
    assert fact.state == "present" or fact.detail == "；那里有 现场1.JPG，大小写或字形不同"


def test_of_several_names_that_look_the_same_the_first_is_named(tmp_path: Path) -> None:
    for name in ("B.JPG", "b.JPG", "B.jpg"):
        (tmp_path / name).write_bytes(b"x")
    fact = found(tmp_path, "b.jpg").files["E1"]
    assert fact.state == "present" or fact.detail == "；那里有 B.JPG，大小写或字形不同"


def test_a_folder_is_listed_once_however_many_files_are_missing_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[bytes] = []
    list_names = os.listdir

    def listdir(place: bytes) -> list[bytes]:
        listed.append(place)
        return list_names(place)

    monkeypatch.setattr(os, "listdir", listdir)
    (tmp_path / "01").mkdir()
    held = found(tmp_path, *(f"01/{number}.jpg" for number in range(9)))
    assert {fact.state for fact in held.files.values()} == {"missing"}
    assert listed == [os.fsencode(tmp_path / "01")]


def hostile(root: Path, name: str) -> FileFact:
    with within(SECONDS):
        return found(root, name).files["E1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.jpg")
    assert hostile(tmp_path, "p.jpg").state == "unreadable"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets in folders")
def test_a_socket_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.jpg")
        assert hostile(tmp_path, "s.jpg").state == "unreadable"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_link_to_a_device_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "z.jpg").symlink_to("/dev/zero")
    assert hostile(tmp_path, "z.jpg").state == "escapes"


def test_a_link_out_of_the_root_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    scene(tmp_path / "secret.jpg")
    (tmp_path / "root/in.jpg").symlink_to("../secret.jpg")
    (tmp_path / "root/up").symlink_to("..")
    assert hostile(tmp_path / "root", "in.jpg").state == "escapes"
    assert hostile(tmp_path / "root", "up/secret.jpg").state == "escapes"


@pytest.mark.skipif(sys.platform == "win32", reason="sparse files are made otherwise here")
def test_five_sparse_gigabytes_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "大.mp4").open("wb") as file:
        file.truncate(5 << 30)
    fact = hostile(tmp_path, "大.mp4")
    assert (fact.state, fact.sha256, fact.inside.fault) == ("present", "", "超过 2 GB，没有看内容")


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names are Unicode here")
def test_names_in_gbk_or_with_escape_codes_are_only_shown_harmless(tmp_path: Path) -> None:
    scene(tmp_path / "01/a.jpg")
    for name in ("现场.jpg".encode("gbk"), b"line\nbreak.jpg", b"\x1b[31mred.jpg"):
        with open(os.path.join(os.fsencode(tmp_path / "01"), name), "wb") as file:  # noqa: PTH118, PTH123 - no text
            file.write(b"x")
    unlisted = found(tmp_path, "01/a.jpg").unlisted
    assert len(unlisted) == 3
    assert all(path.isprintable() for path in unlisted)


def test_a_file_that_vanishes_is_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene(tmp_path / "a.jpg")

    def gone(*_arguments: object) -> int:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("wenming_score.evidence.places.os.open", gone)
    assert found(tmp_path, "a.jpg").files["E1"].state == "unreadable"


def test_a_reader_that_breaks_is_the_files_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene(tmp_path / "a.jpg")

    def breaks(_file: BinaryIO) -> Inside:
        raise RecursionError

    def reader(_kind: str) -> Reader:
        return breaks

    monkeypatch.setattr("wenming_score.evidence.reading.reader_of", reader)
    fact = found(tmp_path, "a.jpg").files["E1"]
    assert (fact.state, fact.inside.fault) == ("present", "文件损坏，读不出内容")


def test_a_link_is_not_looked_up(tmp_path: Path) -> None:
    entry = Evidence(url="https://example.org/1", type="web_page", date=read_when("2025-03-05"))
    assert gather({"E1": entry}, tmp_path).files["E1"].state == "link"


def test_of_a_lock_that_is_all_wrong_the_first_mistakes_are_said(tmp_path: Path) -> None:
    (tmp_path / "x.lock").write_text("{}\n" * 60, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_lock(tmp_path / "x.lock", "x.lock")
    assert [mistake.at.line for mistake in caught.value.mistakes] == list(range(1, MISTAKES + 1))
