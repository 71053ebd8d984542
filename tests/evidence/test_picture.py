from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from pillow_heif import from_pillow

from pictures import exif, looked_at, picture
from scenery import scene
from wenming_score.evidence import limits
from wenming_score.files import Inside, OwnDate
from wenming_score.gallery import NEAR, distance

DAY = (OwnDate(date(2024, 3, 5), "taken"),)
HOUR = "2024:03:05 09:10:22"
SCENE = scene(1, (320, 240))
PLAIN = looked_at(picture("PNG", SCENE))


def heic(image: Image.Image, **options: object) -> bytes:
    saved = BytesIO()
    from_pillow(image).save(saved, quality=80, **options)  # pyright: ignore[reportUnknownMemberType] - half-typed
    return saved.getvalue()


def same(inside: Inside, off: int = 2) -> bool:
    """Tell whether it is the scene, whole."""
    assert PLAIN.fingerprint is not None
    assert inside.fingerprint is not None
    assert (inside.width, inside.height, inside.fault) == (320, 240, "")
    return distance(inside.fingerprint, PLAIN.fingerprint) <= off


def test_a_jpeg_gives_its_size_the_day_it_was_taken_and_a_fingerprint() -> None:
    inside = looked_at(picture("JPEG", SCENE, exif=exif(HOUR)))
    assert inside.dates == DAY
    assert same(inside)


def test_the_day_of_saving_is_not_the_day_of_taking() -> None:
    assert looked_at(picture("JPEG", exif=exif(saved=HOUR))).dates == ()
    assert looked_at(picture("JPEG", exif=exif(HOUR, saved="2025:11:30 18:00:00"))).dates == DAY


@pytest.mark.parametrize("taken", ["", "0000:00:00 00:00:00", "    :  :     :  :  ", "1970:01:01 08:00:00", "昨天"])
def test_the_day_it_was_made_digital_stands_in_for_a_day_of_taking_that_is_none(taken: str) -> None:
    made = exif(taken="x" * 19, digitised=HOUR).replace(b"x" * 19, taken.encode()[:19].ljust(19))
    assert looked_at(picture("JPEG", exif=made)).dates == DAY


@pytest.mark.parametrize(
    "taken", ["0000:00:00 00:00:00", "2024:02:30 10:00:00", "1904:01:01 00:00:00", "2024:3:5", "20240305"]
)
def test_a_day_that_is_none_is_unknown(taken: str) -> None:
    inside = looked_at(picture("JPEG", exif=exif(taken)))
    assert (inside.dates, inside.fault) == ((), "")


@pytest.mark.parametrize("taken", ["2024-03-05 09:10:22", "2024/03/05 09:10:22", "2024:03:05 24:10:22", "2024:03:05"])
def test_hours_as_odd_cameras_write_them_are_read(taken: str) -> None:
    assert looked_at(picture("JPEG", exif=exif(taken))).dates == DAY


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_other_formats_give_the_same(kind: str) -> None:
    inside = looked_at(picture(kind, SCENE, exif=exif(HOUR)))
    assert inside.dates == DAY
    assert same(inside)


def test_a_heic_gives_the_same() -> None:
    inside = looked_at(heic(SCENE, exif=exif(HOUR)))
    assert inside.dates == DAY
    assert same(inside)


def test_a_big_heic_is_looked_at_by_the_small_picture_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    big = scene(1, (800, 600))
    plain, noted = heic(big), heic(big, thumbnails=[320])
    monkeypatch.setattr(limits, "DECODED", 800 * 600 * 4)
    assert looked_at(plain) == Inside(width=800, height=600, fault="图片太大，没有看内容")
    inside, whole = looked_at(noted), looked_at(picture("PNG", big))
    assert (inside.width, inside.height, inside.fault) == (800, 600, "")
    assert inside.fingerprint is not None
    assert whole.fingerprint is not None
    assert distance(inside.fingerprint, whole.fingerprint) <= 2


@pytest.mark.parametrize("packing", ["raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
def test_a_tiff_gives_the_same_however_it_is_packed(packing: str) -> None:
    assert same(looked_at(picture("TIFF", SCENE, compression=packing)))


def test_a_tiff_says_when_it_was_taken() -> None:
    inside = looked_at(picture("TIFF", SCENE, exif=exif(HOUR)))
    assert inside.dates == DAY
    assert same(inside)


def test_a_page_of_a_fax_gives_its_size_only() -> None:
    inside = looked_at(picture("TIFF", SCENE.convert("1"), compression="group4"))
    assert inside == Inside(width=320, height=240)


@pytest.mark.parametrize("kind", ["BMP", "GIF", "PNG", "TIFF"])
def test_pictures_with_a_palette_are_the_same_scene(kind: str) -> None:
    assert same(looked_at(picture(kind, SCENE.quantize(128))), NEAR)


@pytest.mark.parametrize("mode", ["L", "CMYK", "1"])
def test_other_colours_are_the_same_scene(mode: str) -> None:
    assert same(looked_at(picture("TIFF", SCENE.convert(mode))), NEAR)


def test_jpegs_of_other_make_are_the_same_scene() -> None:
    assert same(looked_at(picture("JPEG", SCENE.convert("CMYK"))))
    assert same(looked_at(picture("JPEG", SCENE.convert("L"))))
    assert same(looked_at(picture("JPEG", SCENE, progressive=True)))


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_greys_of_sixteen_bits_are_the_same_scene(kind: str) -> None:
    greys = b"".join(bytes((grey, grey)) for grey in SCENE.convert("L").tobytes())
    assert same(looked_at(picture(kind, Image.frombytes("I;16", SCENE.size, greys))))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_what_is_see_through_is_white(kind: str) -> None:
    hole = (80, 60, 240, 180)
    on_white, see_through = SCENE.copy(), SCENE.convert("RGBA")
    on_white.paste("white", hole)
    see_through.paste((0, 0, 0, 0), hole)
    one, other = looked_at(picture("PNG", on_white)), looked_at(picture(kind, see_through))
    assert one.fingerprint is not None
    assert other.fingerprint is not None
    assert distance(one.fingerprint, other.fingerprint) <= NEAR


def test_a_palette_with_a_see_through_colour_is_on_white() -> None:
    square = Image.new("P", (320, 240), 0)
    square.putpalette([0, 0, 0, 0, 0, 0])
    square.paste(1, (60, 40, 200, 220))
    seen = looked_at(picture("PNG", square, transparency=0)).fingerprint
    on_white = Image.new("L", (320, 240), 255)
    on_white.paste(0, (60, 40, 200, 220))
    assert seen == looked_at(picture("PNG", on_white)).fingerprint


def test_the_first_frame_of_an_animation_stands_for_it() -> None:
    frames = [scene(number, (320, 240)).quantize(128) for number in (2, 3)]
    assert same(looked_at(picture("GIF", SCENE.quantize(128), save_all=True, append_images=frames)), NEAR)
    assert same(looked_at(picture("WEBP", SCENE, save_all=True, append_images=frames)))
    assert same(looked_at(picture("PNG", SCENE, save_all=True, append_images=frames)))


def test_a_blank_page_has_no_fingerprint_and_no_fault() -> None:
    for shade in ("white", "black", "#777"):
        inside = looked_at(picture("JPEG", Image.new("RGB", (320, 240), shade)))
        assert inside == Inside(width=320, height=240)
