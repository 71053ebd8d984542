"""Zips that no office makes: bombs, liars, and names that lead outside."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import office, read_soon, said, zipped
from wenming_score.evidence.readers.office import read, zip_type

BOTH = {"created": "2025-03-05", "modified": "2025-03-06"}
BOMB = "解开后大得不正常，像是压缩炸弹，没有解开"
BROKEN = "压缩结构损坏，读不出里面的目录"
MEGABYTE = bytes(1 << 20)
GOOD = zipped(office())


def with_members(folder: Path, *sizes: int, method: int = ZIP_DEFLATED) -> Path:
    """Put members of zeros, so many megabytes each, beside a document's parts."""
    file = folder / "a.pptx"
    with ZipFile(file, "w", method, compresslevel=1) as archive:
        for name, text in office().items():
            archive.writestr(name, text)
        for place, size in enumerate(sizes):
            with archive.open(f"ppt/media/影片{place}.mp4", "w") as member:
                for _ in range(size):
                    member.write(MEGABYTE)
    return file


@pytest.mark.parametrize("sizes", [(200,), (60, 60)])
def test_a_zip_bomb_is_named_and_the_properties_are_still_read(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    inside = read_soon(read, with_members(tmp_path, *sizes))

    assert inside.fault == BOMB
    assert said(inside) == BOTH


def test_films_that_are_hardly_packed_are_no_bomb(tmp_path: Path) -> None:
    inside = read_soon(read, with_members(tmp_path, 150, method=ZIP_STORED))

    assert (said(inside), inside.fault) == (BOTH, "")


def test_a_bomb_among_films_is_found(tmp_path: Path) -> None:
    file = with_members(tmp_path, 150, method=ZIP_STORED)
    with ZipFile(file, "a", ZIP_DEFLATED, compresslevel=1) as archive, archive.open("x", "w") as member:
        for _ in range(120):
            member.write(MEGABYTE)

    assert read_soon(read, file).fault == BOMB


def test_too_many_files_are_a_fault() -> None:
    inside = read_soon(read, zipped(office() | {f"word/{n}": "" for n in range(3000)}))

    assert inside.fault == "里面有 3004 个文件，超过上限 2000 个"
    assert said(inside) == BOTH


def test_two_million_files_are_not_even_listed() -> None:
    count = 2_000_000
    names = struct.pack("<4s42x", b"PK\1\2") * count
    end = struct.pack("<4sQHHLLQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(names), 0)
    end += struct.pack("<4sLQL", b"PK\6\7", 0, len(names), 1) + struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, *[0xFFFF] * 2, *[0xFFFFFFFF] * 2, 0
    )

    assert read_soon(read, names + end).fault == "内容太多或太乱，没有读完"


@pytest.mark.parametrize("name", ["../a", "word/../../a", "..\\a", "/etc/passwd", "\\a", "C:\\a.exe", "c:/a", "a/.."])
def test_names_that_lead_outside_are_a_fault(name: str) -> None:
    inside = read_soon(read, zipped(office() | {name: ""}))

    assert inside.fault == "里面有指向外面的文件名（以 / 开头或含 ..）"
    assert said(inside) == BOTH


@pytest.mark.parametrize("name", ["第1..2期.jpg", "a..b/c", "1:30 开会.jpg", "...", "年度 方案/现场.jpg"])
def test_names_with_dots_and_colons_are_fine(name: str) -> None:
    assert read_soon(read, zipped(office() | {name: ""})).fault == ""


def marked(packed: bytes, place: int, local: int, patch: bytes) -> bytes:
    """Patch a field of the first part, in the list of parts and before the part itself."""
    entry = packed.index(b"PK\1\2") + place
    packed = packed[:entry] + patch + packed[entry + len(patch) :]
    return packed[:local] + patch + packed[local + len(patch) :]


def core_first(method: int = ZIP_DEFLATED) -> bytes:
    parts = office()
    return zipped({"docProps/core.xml": parts.pop("docProps/core.xml")} | parts, method)


def test_encrypted_parts_are_a_fault_beside_those_that_are_not() -> None:
    inside = read_soon(read, marked(core_first(), 8, 6, b"\1\0"))

    assert inside.fault == "里面有加密的文件；docProps/core.xml 已加密，没有读"
    assert (inside.dates, inside.pages) == ((), 3)


@pytest.mark.parametrize("size", [0, 10, 100_000])
def test_a_part_that_lies_of_its_size_is_damaged_or_as_long_as_it_is(size: int) -> None:
    inside = read_soon(read, marked(core_first(), 24, 22, struct.pack("<L", size)))

    assert said(inside) == (BOTH if size == 100_000 else {})
    assert inside.pages == 3


def test_a_small_part_that_unpacks_to_a_great_one_is_not_unpacked() -> None:
    bomb = zipped({"docProps/core.xml": MEGABYTE * 200} | {"word/a": "", "_rels/.rels": ""})

    inside = read_soon(read, marked(bomb, 24, 22, struct.pack("<L", 50)))

    assert inside.fault == "docProps/core.xml 损坏，没有读"


def test_a_size_of_its_own_making_is_a_bomb() -> None:
    assert BOMB in read_soon(read, marked(core_first(), 24, 22, struct.pack("<L", 0xFFFFFFF0))).fault


def test_a_part_that_is_too_big_is_left_alone() -> None:
    inside = read_soon(read, zipped(office("x" * (2 << 20))))

    assert (inside.pages, inside.fault) == (3, "docProps/core.xml 太大，没有读")


def test_a_way_of_packing_that_no_office_uses_is_left_alone() -> None:
    inside = read_soon(read, core_first(ZIP_LZMA))

    assert "docProps/core.xml 的压缩方式不认识，没有读" in inside.fault


def test_names_in_gbk_or_in_no_encoding_at_all_are_read_or_refused() -> None:
    gbk = zipped(office() | {"aaaa": ""}).replace(b"aaaa", "现场".encode("gbk"))
    broken = zipped(office() | {"现场": ""}).replace("现场".encode(), b"\xff" * 6)

    assert read_soon(read, gbk).fault == ""
    assert read_soon(read, broken).fault == BROKEN


@pytest.mark.parametrize("file", [b"", b"PK", b"PK\3\4" * 5000, b"PK\5\6" * 5000, b"PK\3\4" + bytes(range(256)) * 100])
def test_what_only_begins_like_a_zip_is_damaged(tmp_path: Path, file: bytes) -> None:
    (tmp_path / "a").write_bytes(file)

    assert read_soon(read, file).fault == BROKEN
    with (tmp_path / "a").open("rb") as opened:
        assert zip_type(opened) == "zip"


@given(st.integers(0, len(GOOD) - 1))
def test_a_zip_cut_anywhere_is_a_fault(length: int) -> None:
    assert read_soon(read, GOOD[:length]).fault == BROKEN


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_zip_with_any_bytes_changed_is_read_or_at_fault(place: int, patch: bytes) -> None:
    inside = read_soon(read, GOOD[:place] + patch + GOOD[place + len(patch) :])

    assert inside.fault or set(said(inside)) <= set(BOTH)
