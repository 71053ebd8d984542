"""Copies are found and other photos are not taken for copies, on two hundred scenes and their altered copies."""

from collections.abc import Callable, Iterator, Mapping

from PIL import Image

from pictures import looked_at, picture
from scenery import scene
from wenming_score.gallery import NEAR, Gallery, distance, orientations

PHOTOS = 200
SIZE = (640, 480)
CROP = 0.03
MESSENGER = 540
"""The long side that a messenger makes of 640 pixels, as it makes 1,080 of 1,280."""


def scaled(image: Image.Image, wide: int, high: int) -> Image.Image:
    return image.resize((wide, high))  # pyright: ignore[reportUnknownMemberType] - or arrays


def cropped(image: Image.Image) -> Image.Image:
    """Cut off three hundredths at each of the four edges."""
    wide, high = image.size
    left, top = round(wide * CROP), round(high * CROP)
    return image.crop((left, top, wide - left, high - top))


ALTERED: Mapping[str, Callable[[Image.Image], bytes]] = {
    "saved again": lambda image: picture("JPEG", image, quality=60),
    "half as large": lambda image: picture("JPEG", scaled(image, image.width // 2, image.height // 2)),
    "cropped": lambda image: picture("JPEG", cropped(image)),
    "sent": lambda image: picture("JPEG", scaled(image, MESSENGER, MESSENGER * 3 // 4), quality=50),
    "turned": lambda image: picture("JPEG", image.transpose(Image.Transpose.ROTATE_90)),
    "mirrored": lambda image: picture("JPEG", image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
}


def bits(data: bytes) -> int:
    found = looked_at(data).fingerprint
    assert found is not None
    return found


def photos() -> Iterator[tuple[int, dict[str, int]]]:
    """Give the fingerprint of each photo, and those of its copies."""
    for number in range(PHOTOS):
        image = scene(number, SIZE)
        copies = {how: bits(alter(image)) for how, alter in ALTERED.items()}
        yield bits(picture("JPEG", image, quality=90)), copies


def test_nearly_all_altered_copies_are_found_and_no_two_photos_are_confused() -> None:
    seen = list(photos())
    gallery = Gallery[int]()
    for key, (photo, _) in enumerate(seen):
        gallery.add(photo, key)
    found = [(key, how, gallery.near(copy)) for key, (_, copies) in enumerate(seen) for how, copy in copies.items()]
    missed = [(key, how) for key, how, near in found if key not in {one for _, one in near}]
    confused = [(key, how) for key, how, near in found if {one for _, one in near} - {key}]
    assert len(found) == PHOTOS * len(ALTERED)
    assert len(missed) <= len(found) // 100, figures(seen, missed)
    assert not confused, figures(seen, confused)
    assert nearest_other(seen) > NEAR, figures(seen, missed)


def nearest_other(seen: list[tuple[int, dict[str, int]]]) -> int:
    """Give the bits in which those two photos differ that are most alike, in whatever orientation."""
    photos = [photo for photo, _ in seen]
    return min(
        min(distance(one, other) for one in orientations(photo))
        for number, photo in enumerate(photos)
        for other in photos[:number]
    )


def figures(seen: list[tuple[int, dict[str, int]]], wrong: list[tuple[int, str]]) -> str:
    """Say how far off copies and other photos are."""
    said = [f"limit {NEAR}, nearest other photo {nearest_other(seen)}, {len(wrong)} wrong: {wrong}"]
    for how in ALTERED:
        offs = [min(distance(one, copies[how]) for one in orientations(photo)) for photo, copies in seen]
        said.append(f"{how}: {max(offs)} bits at most, {sum(offs) / len(offs):.1f} on average")
    return "\n".join(said)
