"""Pictures that are cut off, lie about themselves or hide much in little."""

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from pillow_heif import from_pillow

from films import box
from pace import within
from pictures import chunk, exif, looked_at, picture, segment, table
from scenery import scene
from wenming_score.evidence import limits
from wenming_score.evidence.readers.pictures.boxes import harmless
from wenming_score.files import Inside, OwnDate

TOO_BIG = "图片太大，没有看内容"
CUT_OFF = "图片不完整"
RARE = "图片的压缩方式少见，没有看内容"
SCENE = scene(1, (320, 240))
JPEG, PNG, GIF = picture("JPEG", SCENE), picture("PNG", SCENE), picture("GIF", SCENE.quantize(32))
WHOLE = looked_at(JPEG)


def fault(data: bytes) -> tuple[int | None, int | None, str]:
    with within(2):
        inside = looked_at(data)
    assert inside.fingerprint is None
    return inside.width, inside.height, inside.fault


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "GIF", "AVIF"])
def test_a_picture_that_is_cut_off_keeps_its_size_and_day(kind: str, share: float) -> None:
    noted = {"exif": exif("2024:03:05 09:10:22")} if kind in {"JPEG", "PNG"} else {}
    data = picture(kind, SCENE.quantize(32) if kind == "GIF" else SCENE, **noted)
    inside = looked_at(data[: int(len(data) * share)])
    assert (inside.width, inside.height, inside.fault, inside.fingerprint) == (320, 240, CUT_OFF, None)
    assert len(inside.dates) == len(noted)
    assert all(isinstance(day, OwnDate) for day in inside.dates)


@pytest.mark.parametrize("length", [2, 20, 150])
@pytest.mark.parametrize("whole", [JPEG, PNG, GIF, picture("BMP"), picture("WEBP"), picture("TIFF")])
def test_a_picture_of_which_hardly_anything_is_left_is_cut_off(whole: bytes, length: int) -> None:
    assert fault(whole[:length])[2] == CUT_OFF


def test_a_png_that_says_it_is_huge_is_not_decoded() -> None:
    huge = PNG[:16] + struct.pack(">LL", 50_000, 50_000) + PNG[24:]
    assert fault(huge) == (50_000, 50_000, TOO_BIG)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (JPEG.replace(struct.pack(">HH", 240, 320), struct.pack(">HH", 60_000, 60_000)), (60_000, 60_000)),
        (GIF[:6] + struct.pack("<HH", 65_535, 65_535) + GIF[10:], (65_535, 65_535)),
        (picture("BMP")[:18] + struct.pack("<ll", 30_000, -30_000) + picture("BMP")[26:], (30_000, 30_000)),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6, (1 << 24, 1 << 24)),
        (table((256, 4, 1, 90_000), (257, 4, 1, 90_000)), (90_000, 90_000)),
    ],
)
def test_other_formats_that_say_they_are_huge_are_not_decoded(data: bytes, size: tuple[int, int]) -> None:
    assert fault(data) == (*size, TOO_BIG)


def test_a_first_frame_larger_than_its_gif_counts() -> None:
    place = GIF.index(b"," + struct.pack("<HHHH", 0, 0, 320, 240))
    larger = GIF[:place] + b"," + struct.pack("<HHHH", 60_000, 60_000, 5_000, 5_000) + GIF[place + 9 :]
    assert fault(larger) == (320, 240, TOO_BIG)


def test_what_decodes_to_too_much_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DECODED", 320 * 240 * 4)
    assert looked_at(PNG).fault == ""
    monkeypatch.setattr(limits, "DECODED", 320 * 240 * 4 - 1)
    assert fault(PNG) == (320, 240, TOO_BIG)


def test_a_progressive_jpeg_is_held_whole_and_a_plain_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DECODED", 320 * 240)
    assert looked_at(JPEG).fault == ""
    assert fault(picture("JPEG", SCENE, progressive=True)) == (320, 240, TOO_BIG)


def test_pixels_and_bytes_have_their_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PIXELS", 320 * 240 - 1)
    assert fault(JPEG) == (320, 240, TOO_BIG)
    monkeypatch.setattr(limits, "PIXELS", 320 * 240)
    monkeypatch.setattr(limits, "PICTURE", len(JPEG))
    assert looked_at(JPEG).fault == ""
    monkeypatch.setattr(limits, "PICTURE", len(JPEG) - 1)
    assert fault(JPEG) == (320, 240, TOO_BIG)


@pytest.mark.parametrize("kind", [b"zTXt", b"iCCP"])
def test_notes_that_unpack_to_much_are_not_unpacked(kind: bytes) -> None:
    bomb = chunk(kind, b"a\0\0" + zlib.compress(bytes(50_000_000)))
    assert looked_at(PNG[:33] + bomb * 20 + PNG[33:]) == looked_at(PNG)


def test_notes_of_a_jpeg_that_all_claim_the_same_bytes_are_not_held() -> None:
    rows = b"".join(struct.pack("<HHLL", 1_000 + row, 7, 60_000, 8) for row in range(4_500))
    claims = b"Exif\0\0II*\0" + struct.pack("<LH", 8, 4_500) + rows
    notes = segment(0xE1, claims.ljust(65_000, b"\1")) * 20
    assert looked_at(JPEG[:2] + notes + JPEG[2:]) == WHOLE


@pytest.mark.parametrize(
    "broken", [b"", b"\xff" * 40, b"II*\0", b"II*\0\x08\0\0\0\xff\xff", b"MM\0*\0\0\0\x08\0\1\x87\x69"]
)
def test_a_broken_exif_is_no_fault(broken: bytes) -> None:
    assert looked_at(JPEG[:2] + segment(0xE1, b"Exif\0\0" + broken) + JPEG[2:]) == WHOLE


def test_an_exif_that_points_at_itself_is_no_fault() -> None:
    loop = table((0x8769, 4, 1, 8))
    assert looked_at(JPEG[:2] + segment(0xE1, b"Exif\0\0" + loop) + JPEG[2:]) == WHOLE


def test_an_animation_of_a_million_frames_is_its_first() -> None:
    frame = b"!\xf9\x04\0\0\0\0\0," + struct.pack("<HHHH", 0, 0, 1, 1) + b"\0\2\2L\1\0"
    with within(2):
        assert looked_at(GIF[:-1] + frame * 1_000_000 + b";") == looked_at(GIF)


@pytest.mark.parametrize(
    "data",
    [
        GIF[:109] + b"!\xfe" + b"\1a" * 1_000_000 + b"\0" + GIF[109:],
        JPEG[:2] + segment(0xFE, b"") * 1_000_000 + JPEG[2:],
        PNG[:33] + chunk(b"teXt", b"") * 500_000 + PNG[33:],
        b"RIFF\0\0\0\0WEBP" + b"abcd\0\0\0\0" * 500_000,
    ],
)
def test_millions_of_notes_are_not_read(data: bytes) -> None:
    assert fault(data)[2] in {CUT_OFF, RARE}


def test_more_scans_than_a_picture_needs_are_not_decoded() -> None:
    many = picture("JPEG", Image.new("L", (3_000, 3_000), 99), progressive=True)
    last = many[many.rindex(b"\xff\xda") : -2]
    assert fault(many[:-2] + last * 1_000 + b"\xff\xd9") == (3_000, 3_000, RARE)


def test_codings_that_nobody_uses_are_not_decoded() -> None:
    assert fault(JPEG.replace(b"\xff\xc0", b"\xff\xc9", 1)) == (320, 240, RARE)
    packed = picture("BMP", SCENE.quantize(16))
    assert fault(packed[:30] + b"\1" + packed[31:]) == (320, 240, RARE)
    assert fault(b"II+\0\x08\0\0\0") == (None, None, RARE)


def test_strips_that_are_not_there_are_a_fault() -> None:
    strips = (273, 4, 10_000, 200), (279, 4, 10_000, 200)
    rows = ((256, 4, 1, 100), (257, 4, 1, 10_000), (258, 3, 1, 8), (259, 3, 1, 5), (262, 3, 1, 1), strips[0])
    assert fault(table(*rows, (277, 3, 1, 1), (278, 4, 1, 1), strips[1])) == (100, 10_000, CUT_OFF)


def described(*tables: bytes) -> bytes:
    """Make a HEIC of boxes that describe, and a thousand bytes that they are about."""
    return box(b"ftyp", b"heic", bytes(4)) + box(b"meta", bytes(4), *tables) + box(b"mdat", bytes(1_000))


def places(version: int, count: int, claimed: int) -> bytes:
    """Make the box that says where so many items lie, each in two parts."""
    number, method = (4 if version == 2 else 2), bytes(2 if version else 0)
    item = bytes(number) + method + bytes(2) + struct.pack(">HLLLL", 2, 100, claimed, 100, claimed)
    return box(b"iloc", bytes((version, 0, 0, 0)), b"\x44\0", count.to_bytes(number), item * count)


@pytest.mark.parametrize("version", [0, 1, 2])
def test_boxes_that_claim_the_same_bytes_many_times_are_not_given_on(version: int) -> None:
    assert harmless(described(places(version, 2, 250)))
    greedy = described(places(version, 2, 2_500))
    assert not harmless(greedy)
    assert fault(greedy) == (None, None, RARE)


def test_boxes_that_say_too_much_or_ask_for_unpacking_are_not_given_on() -> None:
    assert harmless(described(box(b"free", bytes(130_000))))
    assert not harmless(described(box(b"free", bytes(140_000))))
    for word in (b"\0deflate\0", b"\0compress_zlib\0", b"\0br\0", b"iovl"):
        assert fault(described(box(b"infe", word))) == (None, None, RARE)


def test_more_tiles_than_a_heic_has_room_for_are_not_decoded() -> None:
    saved = BytesIO()
    tiled = from_pillow(scene(1, (256, 256)))
    tiled.save(saved, tile_size=64, quality=50)  # pyright: ignore[reportUnknownMemberType] - half-typed
    assert looked_at(saved.getvalue()).fault == ""
    overlaid = saved.getvalue()
    for form in (">LL", ">HH"):
        overlaid = overlaid.replace(struct.pack(form, 256, 256), struct.pack(form, 96, 96), 1)
    assert fault(overlaid) == (96, 96, RARE)


@pytest.mark.parametrize("sign", [JPEG[:4], PNG[:16], GIF[:10], b"BM", b"RIFF\0\0\0\0WEBPVP8X", b"II*\0", b"MM\0*"])
def test_random_bytes_behind_a_sign_are_a_fault_and_nothing_more(sign: bytes) -> None:
    chance = random.Random(7)  # noqa: S311 - the same bytes every time
    for length in (0, 1, 9, 60, 500, 20_000):
        inside = looked_at(sign + chance.randbytes(length))
        assert inside.fault
        assert isinstance(inside, Inside)
