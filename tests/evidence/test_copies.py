"""Copies are found and different photos are not confused: the measure of the fingerprint."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from PIL import Image

from scenery import resized, scene
from wenming_score.evidence.readers.picture import read
from wenming_score.gallery import NEAR, TURNED, Gallery, distance, orientations

SCENES = 200
SIZE = (640, 480)
TURN = Image.Transpose


def saved(image: Image.Image, quality: int) -> int:
    """Save a picture and take its fingerprint."""
    made = BytesIO()
    image.save(made, "JPEG", quality=quality)
    made.seek(0)
    bits = read(made).fingerprint
    assert bits is not None
    return bits


def altered(image: Image.Image) -> Mapping[str, int]:
    """Do to a photo what is done to photos."""
    wide, high = image.size
    edge = (wide * 3 // 100, high * 3 // 100, wide - wide * 3 // 100, high - high * 3 // 100)
    return {
        "saved again": saved(image, 60),
        "half the size": saved(resized(image, (wide // 2, high // 2)), 85),
        "cropped by 3 % on each side": saved(image.crop(edge), 85),
        "sent by a messenger": saved(resized(image, (wide * 45 // 100, high * 45 // 100)), 50),
        "turned": saved(image.transpose(TURN.ROTATE_90), 85),
        "mirrored": saved(image.transpose(TURN.FLIP_LEFT_RIGHT), 70),
    }


@cache
def photos() -> tuple[int, ...]:
    return tuple(saved(scene(number, SIZE), 90) for number in range(SCENES))


def test_no_two_different_photos_are_confused() -> None:
    gallery = Gallery[int]()
    confused: list[tuple[int, int]] = []
    for number, bits in enumerate(photos()):
        confused += [(other, number) for _, other in gallery.near(bits)]
        gallery.add(bits, number)
    assert confused == []
    nearest = min(distance(one, other) for at, one in enumerate(photos()) for other in photos()[:at])
    assert nearest > NEAR


def test_copies_are_found_among_them() -> None:
    gallery = Gallery[int]()
    for number, bits in enumerate(photos()):
        gallery.add(bits, number)
    missed, wrong = Counter[str](), Counter[str]()
    for number in range(SCENES):
        for name, bits in altered(scene(number, SIZE)).items():
            found = {other for _, other in gallery.near(bits)}
            missed[name] += number not in found
            wrong[name] += bool(found - {number})
    copies = SCENES * 6
    assert missed.total() <= copies / 100, missed
    assert wrong.total() == 0, wrong


def test_a_turn_moves_hardly_a_bit() -> None:
    for number in range(20):
        image = scene(number, SIZE)
        bits = photos()[number]
        for turn in TURN:
            turned = saved(image.transpose(turn), 90)
            assert min(distance(turned, one) for one in orientations(bits)) <= TURNED
