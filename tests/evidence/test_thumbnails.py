"""Small pictures of evidence: upright, small, and never from what is not safe to decode."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow

from pictures import TAKEN, exif, picture
from scenery import scene
from wenming_score.assessment import Evidence
from wenming_score.evidence import limits
from wenming_score.evidence.thumbnails import SIDE, thumbnails

BIG = scene(1, (800, 600))
ORIENTATION = 0x0112
LIES = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What a camera that is held so does to the picture."""


def made(root: Path, data: bytes, name: str = "a.jpg") -> bytes | None:
    """Give the thumbnail of a file with these bytes."""
    (root / name).write_bytes(data)
    return thumbnails({"E1": Evidence(path=name, type="photo")}, root).get("E1")


def opened(small: bytes | None) -> Image.Image:
    assert small is not None
    image = Image.open(BytesIO(small))
    assert (image.format, image.mode) == ("JPEG", "RGB")
    return image


def heic(image: Image.Image, **options: object) -> bytes:
    saved = BytesIO()
    from_pillow(image).save(saved, quality=80, **options)  # pyright: ignore[reportUnknownMemberType] - half-typed
    return saved.getvalue()


def lying(number: int) -> bytes:
    made = Image.Exif()
    made[ORIENTATION] = number
    return made.tobytes()


def sized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size)  # pyright: ignore[reportUnknownMemberType] - also arrays


def off(one: Image.Image, other: Image.Image) -> float:
    """Say how far two pictures are apart, in greys."""
    pairs = zip(one.convert("L").tobytes(), sized(other, one.size).convert("L").tobytes(), strict=True)
    return sum(abs(left - right) for left, right in pairs) / (one.width * one.height)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF", "AVIF"])
def test_a_picture_of_any_format_becomes_a_small_jpeg(tmp_path: Path, kind: str) -> None:
    small = opened(made(tmp_path, picture(kind, BIG.quantize(64) if kind == "GIF" else BIG)))
    assert small.size == (SIDE, 180)
    assert off(small, BIG) < 12


@pytest.mark.parametrize("inside", [[], [320]])
def test_a_heic_becomes_one_with_or_without_a_small_picture_inside(tmp_path: Path, inside: list[int]) -> None:
    small = opened(made(tmp_path, heic(BIG, thumbnails=inside), "a.heic"))
    assert small.size == (SIDE, 180)
    assert off(small, BIG) < 12


@pytest.mark.parametrize("number", LIES)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_it_stands_upright_however_the_camera_was_held(tmp_path: Path, kind: str, number: int) -> None:
    lies = LIES[number]
    held = BIG.transpose(lies) if lies is not None else BIG
    small = opened(made(tmp_path, picture(kind, held, exif=lying(number))))
    assert small.size == (SIDE, 180)
    assert off(small, BIG) < 12
    assert ORIENTATION not in small.getexif()


@pytest.mark.parametrize("number", [1, 3, 6, 8])
def test_a_heic_stands_upright_too(tmp_path: Path, number: int) -> None:
    lies = LIES[number]
    held = BIG.transpose(lies) if lies is not None else BIG
    small = opened(made(tmp_path, heic(held, exif=lying(number)), "a.heic"))
    assert small.size == (SIDE, 180)
    assert off(small, BIG) < 12


@pytest.mark.parametrize(("size", "shown"), [((100, 60), (100, 60)), ((3000, 4), (SIDE, 1)), ((60, 1200), (12, SIDE))])
def test_a_picture_is_never_made_larger_and_keeps_its_form(
    tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    assert opened(made(tmp_path, picture("PNG", sized(BIG, size)))).size == shown


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "I;16"])
def test_any_colours_become_plain_colours(tmp_path: Path, mode: str) -> None:
    greys = b"".join(bytes((grey, grey)) for grey in BIG.convert("L").tobytes())
    image = Image.frombytes("I;16", BIG.size, greys) if mode == "I;16" else BIG.convert(mode)
    assert off(opened(made(tmp_path, picture("TIFF", image))), BIG) < 25


def test_what_is_see_through_is_white(tmp_path: Path) -> None:
    small = opened(made(tmp_path, picture("PNG", Image.new("RGBA", (300, 300), (0, 0, 0, 0)))))
    assert small.getextrema() == ((255, 255),) * 3


def test_nothing_that_the_camera_noted_goes_along(tmp_path: Path) -> None:
    small = made(tmp_path, picture("JPEG", BIG, exif=exif("2024:03:05 09:10:22"), comment=b"whose phone"))
    assert dict(opened(small).getexif().get_ifd(0x8769)).get(TAKEN) is None
    assert b"whose phone" not in (small or b"")
    assert b"Exif" not in (small or b"")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xd8", b"no picture", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("JPEG", BIG)[:9000], picture("PNG", BIG)[:400], b"\0\0\0\x18ftypheic" + b"\xff" * 60,
        b"\0\0\0\x18ftypisom" + bytes(60), picture("TIFF", BIG.convert("1"), compression="group4"),
    ],
)  # fmt: skip
def test_what_is_no_whole_picture_is_left_out(tmp_path: Path, data: bytes) -> None:
    assert made(tmp_path, data) is None


def test_the_limits_of_reading_are_the_limits_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture("PNG", BIG)
    for limit, most in (("PIXELS", 800 * 600), ("PICTURE", len(data)), ("DECODED", 800 * 600 * 4)):
        with monkeypatch.context() as lower:
            lower.setattr(limits, limit, most)
            assert made(tmp_path, data) is not None
            lower.setattr(limits, limit, most - 1)
            assert made(tmp_path, data) is None


def test_only_pictures_inside_the_root_are_shown_by_id(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    for place in (root / "a.jpg", tmp_path / "b.jpg", root / "c.txt"):
        place.write_bytes(picture("JPEG", BIG))
    (root / "link.jpg").symlink_to(root / "a.jpg")
    (root / "folder.jpg").mkdir()
    paths = ("a.jpg", "../b.jpg", "c.txt", "link.jpg", "folder.jpg", "none.jpg", "a.jpg")
    ledger = {f"E{number}": Evidence(path=path, type="photo") for number, path in enumerate(paths)}
    ledger["E9"] = Evidence(url="https://example.org/a.jpg", type="photo")
    assert [*thumbnails(ledger, root)] == ["E0", "E6"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert thumbnails({"E1": Evidence(path="a.jpg", type="photo")}, tmp_path) == {}


def test_the_same_pictures_make_the_same_bytes_in_the_order_of_the_ledger(tmp_path: Path) -> None:
    for number in range(6):
        saved = picture("PNG", scene(number, (1200, 900)))
        (tmp_path / f"{number}.png").write_bytes(saved)
    ledger = {f"E{number}": Evidence(path=f"{number}.png", type="photo") for number in (3, 1, 5, 0, 2, 4)}
    first = thumbnails(ledger, tmp_path)
    assert first == thumbnails(ledger, tmp_path)
    assert [*first] == [*ledger]
