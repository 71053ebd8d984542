import random

import pytest
from PIL import Image

from pictures import looked_at, picture
from scenery import scene
from wenming_score.evidence.fingerprint import SIDE, fingerprint
from wenming_score.gallery import distance, orientations

TURNS = (
    None,
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.ROTATE_180,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSVERSE,
)


def square(seed: int) -> Image.Image:
    chance = random.Random(seed)  # noqa: S311 - the same greys every time
    coarse = Image.frombytes("L", (9, 9), chance.randbytes(81))
    return coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC)  # pyright: ignore[reportUnknownMemberType] - or arrays


def taken(image: Image.Image) -> int:
    bits = fingerprint(image.tobytes())
    assert bits is not None
    return bits


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    """Locks hold it; other bits for the same picture would make every lock of old worthless."""
    places = [(row, column) for row in range(SIDE) for column in range(SIDE)]
    greys = bytes((row * row * 5 + row * column * 3 + column * 7) % 256 for row, column in places)
    assert fingerprint(greys) == 0xED33_B18C_C879_B367


@pytest.mark.parametrize("seed", range(5))
def test_the_bits_alone_give_all_eight_orientations(seed: int) -> None:
    image = square(seed)
    turned = {taken(image if turn is None else image.transpose(turn)) for turn in TURNS}
    assert len(turned) == 8
    assert set(orientations(taken(image))) == turned
    assert orientations(taken(image))[0] == taken(image)


@pytest.mark.parametrize("turn", TURNS[1:])
def test_a_turned_jpeg_has_one_of_the_eight(turn: Image.Transpose) -> None:
    image = scene(11, (331, 247))
    one, other = looked_at(picture("JPEG", image)), looked_at(picture("JPEG", image.transpose(turn)))
    assert one.fingerprint is not None
    assert other.fingerprint is not None
    assert min(distance(bits, other.fingerprint) for bits in orientations(one.fingerprint)) <= 2


def test_orientations_of_an_orientation_are_the_same_eight() -> None:
    bits = 0x0123_4567_89AB_CDEF
    assert all(set(orientations(one)) == set(orientations(bits)) for one in orientations(bits))


@pytest.mark.parametrize(("share", "more"), [(2, 0), (2, 127), (4, 30), (4, 190)])
def test_brightness_and_contrast_hardly_matter(share: int, more: int) -> None:
    changed = fingerprint(bytes(grey // share + more for grey in square(3).tobytes()))
    assert changed is not None
    assert distance(taken(square(3)), changed) <= 2


def test_a_negative_is_not_the_same_picture() -> None:
    negative = fingerprint(bytes(255 - grey for grey in square(3).tobytes()))
    assert negative is not None
    assert distance(taken(square(3)), negative) >= 60


@pytest.mark.parametrize("grey", [0, 1, 127, 255])
def test_a_blank_page_has_none(grey: int) -> None:
    assert fingerprint(bytes([grey]) * SIDE * SIDE) is None


def test_a_page_with_a_speck_or_an_even_fall_of_light_has_none() -> None:
    speck = bytearray(b"\xff" * SIDE * SIDE)
    speck[SIDE * SIDE // 2 + 5] = 200
    fall = bytes(100 + row for row in range(SIDE) for _ in range(SIDE))
    assert fingerprint(bytes(speck)) is None
    assert fingerprint(fall) is None


def test_a_photo_faded_to_a_hundredth_has_none() -> None:
    greys = square(3).tobytes()
    assert fingerprint(bytes(grey // 20 + 120 for grey in greys)) is not None
    assert fingerprint(bytes(grey // 100 + 120 for grey in greys)) is None


def test_distance_counts_bits() -> None:
    assert distance(0, 0) == 0
    assert distance(0b1011, 0b0001) == 2
    assert distance(0, 2**64 - 1) == 64
