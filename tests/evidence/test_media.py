"""Recordings of sound and film: when they were made and how long they are, whatever the bytes."""

import shutil
import struct
import subprocess
import wave
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from documents import read_soon, said
from films import apple, box, film, header, long_header, ticks, track
from wenming_score.evidence.readers.media import is_sound, read

MARCH_5 = ticks("2025-03-05T02:15:00")
EMPTY = struct.Struct(">L4s")


@pytest.mark.parametrize("made", [header(MARCH_5), long_header(MARCH_5)])
@pytest.mark.parametrize("brand", [b"isom", b"mp42", b"qt  ", b"M4A ", b"3gp4"])
def test_a_film_tells_its_day_and_length(made: bytes, brand: bytes) -> None:
    inside = read_soon(read, film(made, track(b"vide"), brand=brand))

    assert (said(inside), inside.seconds, inside.fault) == ({"recorded": "2025-03-05"}, 10, "")


def test_an_evening_in_utc_is_the_next_day_in_beijing() -> None:
    assert said(read_soon(read, film(header(ticks("2025-03-04T16:00:00"))))) == {"recorded": "2025-03-05"}
    assert said(read_soon(read, film(header(ticks("2025-03-04T15:59:59"))))) == {"recorded": "2025-03-04"}


@pytest.mark.parametrize("created", [0, 1, ticks("1970-01-01T00:00:00"), ticks("1989-12-31T00:00:00")])
def test_a_clock_that_was_never_set_tells_no_day(created: int) -> None:
    assert said(read_soon(read, film(header(created)))) == {}


@pytest.mark.parametrize("created", [ticks("2101-01-01T00:00:00"), 10**12, 2**64 - 1])
def test_a_day_in_another_age_is_none(created: int) -> None:
    assert said(read_soon(read, film(long_header(created)))) == {}


@pytest.mark.parametrize(
    ("made", "seconds"),
    [
        (header(MARCH_5, 1000, 90_500), 90),
        (header(MARCH_5, 0, 6000), None),
        (header(MARCH_5, 600, 0), None),
        (header(MARCH_5, 600, 2**32 - 1), None),
        (long_header(MARCH_5, 600, 2**64 - 1), None),
    ],
)
def test_the_length_is_in_whole_seconds_or_unknown(made: bytes, seconds: int | None) -> None:
    assert read_soon(read, film(made)).seconds == seconds


@pytest.mark.parametrize(
    "inner",
    [
        apple(b"2025-03-05T23:30:00+0800"),
        apple(b"2025-03-05T23:30:00+0800", full=True),
        box(b"udta", apple(b"2025-03-05T23:30:00+0800", full=True)),
        box(b"udta", apple(b"2025-03-06T03:30:00+12:00")),
        apple(b"2025-03-05T15:30:00Z"),
    ],
)
def test_apple_s_own_time_wins_over_the_header(inner: bytes) -> None:
    made = film(header(ticks("2025-03-20T00:00:00")), inner, brand=b"qt  ")

    assert said(read_soon(read, made)) == {"recorded": "2025-03-05"}


@pytest.mark.parametrize("stamp", [b"", b"2025", b"\xff\xfe", b"yesterday", b"2025-03-05T25:00:00"])
def test_where_apple_s_time_is_none_the_header_s_stands(stamp: bytes) -> None:
    assert said(read_soon(read, film(header(MARCH_5), apple(stamp)))) == {"recorded": "2025-03-05"}


def test_a_film_that_begins_with_its_index_is_read_too() -> None:
    made = box(b"ftyp", b"isom") + box(b"moov", header(MARCH_5)) + box(b"mdat", bytes(100))

    assert said(read_soon(read, made)) == {"recorded": "2025-03-05"}
    inside = read_soon(read, made[:-50])
    assert (said(inside), inside.fault) == ({"recorded": "2025-03-05"}, "文件不完整，没有传完")


def test_a_film_of_old_without_a_brand_is_read_too() -> None:
    assert said(read_soon(read, box(b"wide") + box(b"mdat", bytes(9)) + box(b"moov", header(MARCH_5))))
    assert said(read_soon(read, box(b"moov", header(MARCH_5))))


def test_boxes_of_great_and_of_open_size_are_followed() -> None:
    great = struct.pack(">L4sQ", 1, b"mdat", 116) + bytes(100)

    inside = read_soon(read, box(b"ftyp", b"isom") + great + EMPTY.pack(0, b"moov") + header(MARCH_5))

    assert (said(inside), inside.seconds, inside.fault) == ({"recorded": "2025-03-05"}, 10, "")


def test_sound_alone_is_told_from_film() -> None:
    assert is_sound(BytesIO(film(header(MARCH_5), track(b"soun"), track(b"text"))))
    assert not is_sound(BytesIO(film(header(MARCH_5), track(b"soun"), track(b"vide"))))
    assert not is_sound(BytesIO(film(header(MARCH_5))))


@pytest.mark.parametrize("end", range(30, 5000, 700))
def test_a_film_without_its_index_is_a_fault(end: int) -> None:
    assert read_soon(read, film(header(MARCH_5))[:end]).fault == "文件不完整，没有录完或者没有传完"


BRAND = box(b"ftyp", b"isom")
NO_KEYS = box(b"meta", box(b"hdlr", bytes(20)), box(b"keys", bytes(8), EMPTY.pack(8, b"mdta") * 100))
HOSTILE_FILMS: dict[str, Callable[[], bytes]] = {
    "a million boxes": lambda: BRAND + EMPTY.pack(8, b"free") * 1_000_000,
    "a million tracks": lambda: BRAND + box(b"moov", EMPTY.pack(8, b"trak") * 1_000_000),
    "boxes in boxes": lambda: BRAND + EMPTY.pack(0, b"moov") * 100_000,
    "open box": lambda: BRAND + EMPTY.pack(0, b"mdat") + bytes(1 << 20),
    "box smaller than its head": lambda: BRAND + EMPTY.pack(7, b"moov") + bytes(100),
    "boundless box": lambda: BRAND + struct.pack(">L4sQ", 1, b"moov", 2**64 - 1) + header(MARCH_5),
    "great box smaller than its head": lambda: BRAND + struct.pack(">L4sQ", 1, b"moov", 8) + header(MARCH_5),
    "twenty thousand lists of keys": lambda: BRAND + box(b"moov", NO_KEYS * 20_000),
    "a list of a million keys": lambda: BRAND + box(b"moov", box(b"meta", box(b"hdlr"), box(b"keys", bytes(8 << 20)))),
}


@pytest.mark.parametrize("made", HOSTILE_FILMS.values(), ids=HOSTILE_FILMS)
def test_no_tree_of_boxes_keeps_the_reader_long(made: Callable[[], bytes]) -> None:
    assert said(read_soon(read, made())) in ({}, {"recorded": "2025-03-05"})


@pytest.mark.parametrize("made", [film(box(b"mvhd")), film(box(b"mvhd", bytes(12)))])
def test_a_header_that_is_cut_short_is_an_error(made: bytes) -> None:
    with pytest.raises((struct.error, IndexError)):
        read(BytesIO(made))


@pytest.mark.parametrize("ending", ["mp4", "mov", "m4a"])
def test_what_ffmpeg_makes_is_read(tmp_path: Path, ending: str) -> None:
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    path = tmp_path / f"录像.{ending}"
    source = ["-f", "lavfi", "-i", "sine=duration=3"]
    day = ["-metadata", "creation_time=2025-03-04T18:00:00Z"]
    subprocess.run([ffmpeg, "-loglevel", "error", *source, *day, str(path)], check=True)

    inside = read_soon(read, path)

    assert (said(inside), inside.seconds) == ({"recorded": "2025-03-05"}, 3)


def waved(path: Path, seconds: int) -> bytes:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16_000 * seconds))
    return path.read_bytes()


def test_a_wave_tells_its_length(tmp_path: Path) -> None:
    inside = read_soon(read, waved(tmp_path / "录音.wav", 7))

    assert (inside.dates, inside.seconds, inside.fault) == ((), 7, "")


@pytest.mark.parametrize(
    ("written", "days"),
    [
        (b"2025-03-05", {"recorded": "2025-03-05"}),
        (b"2025-03-05T20:00:00", {"recorded": "2025-03-05"}),
        (b"2025-03-04T20:00:00Z", {"recorded": "2025-03-05"}),
        (b"2025", {}),
        (b"2025-03", {}),
        (b"20250305", {}),
        (b"2025-02-30", {}),
        (b"1970-01-01", {}),
    ],
)
def test_only_a_whole_day_in_a_tag_is_a_date(written: bytes, days: dict[str, str], tmp_path: Path) -> None:
    frame = b"TDRC" + struct.pack(">LH", len(written) + 1, 0) + b"\3" + written
    tag = b"ID3\4\0\0\0\0" + bytes([len(frame) >> 7, len(frame) & 127]) + frame
    sound = (b"\xff\xfb\x90\x00" + bytes(413)) * 400
    inside = read_soon(read, tag + sound)
    assert (said(inside), inside.seconds) == (days, 10)

    listed = b"INFOICRD" + struct.pack("<L", len(written)) + written + bytes(len(written) % 2)
    chunk = b"LIST" + struct.pack("<L", len(listed)) + listed
    assert said(read_soon(read, waved(tmp_path / "录音.wav", 1) + chunk)) == days


def test_flac_and_ogg_tell_their_length_and_day() -> None:
    comments = struct.pack("<LL", 0, 1) + struct.pack("<L", 15) + b"DATE=2025-03-05"
    stream = bytes(10) + (8000 << 44 | 15 << 36 | 40_000).to_bytes(8, "big") + bytes(16)
    flac = b"fLaC\0\0\0\x22" + stream + b"\x84" + len(comments).to_bytes(3, "big") + comments
    first = b"\x01vorbis" + struct.pack("<LBLlllBB", 0, 1, 8000, 0, 0, 0, 0, 1)
    ogg = b"".join(
        b"OggS\0" + struct.pack("<BqLLLBB", last, place, 1, 0, 0, 1, len(packet)) + packet
        for last, place, packet in ((0, 0, first), (0, 0, b"\x03vorbis" + comments), (4, 40_000, b"\0" * 20))
    )
    for made in (flac, ogg):
        inside = read_soon(read, made)
        assert (said(inside), inside.seconds, inside.fault) == ({"recorded": "2025-03-05"}, 5, "")


@pytest.mark.parametrize(("mark", "frame"), [(b"#!AMR\n", b"\x3c" + bytes(31)), (b"#!AMR-WB\n", b"\x04" + bytes(17))])
def test_a_voice_message_tells_its_length(mark: bytes, frame: bytes) -> None:
    assert read_soon(read, mark + frame * 150).seconds == 3
    assert read_soon(read, mark).seconds == 0


VALUES = b"".join(bytes((one, two, 0)) for one in range(1, 256) for two in range(1, 256))
PAGE = b"OggS\0\0" + bytes(8)


def many_values(size: int) -> bytes:
    return b"ID3\3\0\0\0\x7f\x7f\x7fTPE1" + struct.pack(">LH", size + 1, 0) + b"\0" + VALUES[:size]


def pages(lengths: bytes, serials: range) -> bytes:
    tail = bytes(4) + bytes([len(lengths)]) + lengths + bytes(sum(lengths))
    return b"".join(PAGE + struct.pack("<LL", serial, 0) + tail for serial in serials)


HOSTILE_SOUNDS: dict[str, Callable[[], bytes]] = {
    "no second frame": lambda: b"\xff\xfb\x90\0" + b"\xff" * (20 << 20),
    "nothing after the tag": lambda: b"ID3\4\0\0\0\0\0\0" + bytes(50 << 20),
    "a million tags": lambda: b"ID3\4\0\0\x7f\x7f\x7f\x7f" + b"TPE1\0\0\0\5\0\0\0abcd" * 1_000_000,
    "ten thousand values": lambda: many_values(30_000),
    "sixty thousand values": lambda: many_values(180_000),
    "half a million streams": lambda: pages(b"", range(600_000)),
    "ten million packets": lambda: pages(b"\1" * 255, range(1)) * 50_000,
    "one endless packet": lambda: pages(b"\xff" * 255, range(1)) * 1_200,
    "fifty million frames": lambda: b"#!AMR\n" + b"\xff" * (50 << 20),
    "a format of 4 GB": lambda: b"RIFF\0\0\0\0WAVEfmt \xf0\xff\xff\xff" + bytes(70 << 20),
    "four million chunks": lambda: b"RIFF\0\0\0\0WAVE" + b"abcd\0\0\0\0" * 4_000_000,
    "four million blocks": lambda: b"fLaC" + b"\1\0\0\0" * 4_000_000,
    "a flac cut short": lambda: b"fLaC\0\0",
    "an ogg cut short": lambda: b"OggS\0\0\0",
}


@pytest.mark.parametrize("made", HOSTILE_SOUNDS.values(), ids=HOSTILE_SOUNDS)
def test_no_sound_keeps_the_reader_long(made: Callable[[], bytes]) -> None:
    inside = read_soon(read, made())

    assert inside.dates == ()
    assert not inside.seconds
