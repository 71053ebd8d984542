"""Compound files that no office makes: loops, liars and noise."""

import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compounds import (
    CREATED,
    GOOD,
    MAGIC,
    PROPERTIES,
    SUMMARY,
    compound,
    old,
    property_set,
)
from documents import read_soon, said
from wenming_score.evidence.readers.ole import ole_type, read

BOTH = {"created": "2025-03-05", "modified": "2025-03-06"}
BROKEN = "文件损坏，读不出内部目录"
ENDLESS = "内容太多或太乱，没有读完"


def kind(data: bytes) -> str:
    return ole_type(BytesIO(data))


@pytest.mark.parametrize(
    "summary",
    [
        struct.pack("<H42xL", 0xFFFE, 0xFFFFFFF0),
        struct.pack("<H42xLLL", 0xFFFE, 48, 8, 0xFFFFFFFF) + struct.pack("<LL", CREATED, 0xFFFFFF) * 1000,
        property_set((CREATED, struct.pack("<L", 64)))[:-4] + b"\x40\0\0\0",
    ],
)
def test_a_summary_that_leads_nowhere_keeps_the_reader_no_longer(summary: bytes) -> None:
    assert read_soon(read, compound({"WordDocument": b"", SUMMARY: summary})).dates == ()


def test_a_list_that_claims_four_milliard_values_is_not_followed() -> None:
    endless = (8, struct.pack("<LLL", 0x1005, 0xFFFFFFFF, 0))

    assert said(read_soon(read, old(endless, *PROPERTIES))) == BOTH


def test_a_list_of_properties_that_breaks_off_keeps_what_came_before() -> None:
    whole = property_set(*PROPERTIES)
    broken = whole[:-8] + b"\xff" * 8
    assert broken != whole

    assert said(read_soon(read, compound({"WordDocument": b"", SUMMARY: broken}))) == BOTH


@pytest.mark.parametrize("table", [{1: 1}, {1: 0}, {1: 2, 2: 1}, {1: 0x7FFFFFFF}])
def test_a_directory_whose_chain_loops_or_leads_outside_is_read_once(table: Mapping[int, int]) -> None:
    inside = read_soon(read, compound({"WordDocument": b"", SUMMARY: property_set(*PROPERTIES)}, table=table))

    assert inside.fault or said(inside) == BOTH


def test_a_summary_whose_chain_loops_for_four_gigabytes_is_given_up() -> None:
    file = compound({SUMMARY: property_set(*PROPERTIES)}, table={2: 2})
    size = file.index(SUMMARY.encode("utf-16le")) + 120

    inside = read_soon(read, file[:size] + struct.pack("<L", 0xFFFFFFF0) + file[size + 4 :])

    assert (inside.dates, inside.fault) == ((), ENDLESS)


def test_a_chain_of_empty_sectors_at_the_end_is_given_up() -> None:
    file = compound({SUMMARY: property_set(*PROPERTIES)}, table={2: 9, 9: 9})
    size = file.index(SUMMARY.encode("utf-16le")) + 120
    file = file[:size] + struct.pack("<L", 0xFFFFFFF0) + file[size + 4 :]

    assert read_soon(read, file[:-511]).fault == ENDLESS


def test_a_directory_that_leads_nowhere_is_a_fault() -> None:
    inside = read_soon(read, GOOD[:1152] + bytes(len(GOOD) - 1152))

    assert (inside.dates, inside.fault) == ((), BROKEN)


@pytest.mark.parametrize(
    ("place", "patch"),
    [
        (30, b"\0\0"),
        (30, b"\xff\xff"),
        (32, b"\xff\xff"),
        (44, b"\xff\xff\xff\xff"),
        (44, b"\0\0\1\0"),
        (48, b"\xf0\xff\xff\xff"),
    ],
)
def test_a_header_with_sizes_of_its_own_making_is_refused(place: int, patch: bytes) -> None:
    assert read_soon(read, GOOD[:place] + patch + GOOD[place + len(patch) :]).fault == BROKEN


def test_tables_for_a_quarter_of_a_gigabyte_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.ppt"
    with file.open("wb") as opened:
        opened.write(GOOD[:44] + struct.pack("<L", 4000) + GOOD[48:])
        opened.truncate(256 << 20)

    assert read_soon(read, file).fault == "文件太大，没有读"


@given(st.binary(max_size=1100))
def test_random_bytes_after_the_magic_are_a_fault(noise: bytes) -> None:
    assert read_soon(read, MAGIC + noise).fault == BROKEN
    assert kind(MAGIC + noise) == "ole"


@given(st.integers(0, len(GOOD) - 1))
def test_a_file_cut_anywhere_is_read_or_at_fault(length: int) -> None:
    inside = read_soon(read, GOOD[:length])

    assert inside.fault or said(inside) == BOTH


@given(st.integers(0, 2048), st.binary(min_size=1, max_size=8))
def test_a_file_with_any_bytes_changed_is_read_or_at_fault(place: int, patch: bytes) -> None:
    changed = GOOD[:place] + patch + GOOD[place + len(patch) :]

    assert kind(changed) in {"doc", "ole"}
    assert read_soon(read, changed).fault is not None
