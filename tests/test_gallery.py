import random

from wenming_score.gallery import NEAR, TURNED, Gallery, distance, orientations


def by_comparing(hung: list[int], bits: int) -> list[tuple[int, int]]:
    """Find the near ones the slow way: nearest first, then as they were hung."""
    found: list[tuple[int, int]] = []
    for key, other in enumerate(hung):
        as_is, *turned = (distance(one, other) for one in orientations(bits))
        near = [off for off, most in [(as_is, NEAR), *((off, TURNED) for off in turned)] if off <= most]
        found += [(min(near), key)] if near else []
    return sorted(found)


def altered(chance: random.Random, bits: int, count: int) -> int:
    for bit in chance.sample(range(64), count):
        bits ^= 1 << bit
    return bits


def crowd(chance: random.Random) -> list[int]:
    """Make fingerprints, half of them near others or turned, with the very same one here and there."""
    hung = [chance.getrandbits(64) for _ in range(300)]
    for _ in range(300):
        bits = chance.choice(orientations(chance.choice(hung)))
        hung.append(altered(chance, bits, chance.randint(0, NEAR + 2)))
    return hung


def test_what_is_found_is_what_comparing_each_with_each_finds() -> None:
    chance = random.Random(5)  # noqa: S311 - the same every time
    hung = crowd(chance)
    gallery = Gallery[int]()
    for key, bits in enumerate(hung):
        assert list(gallery.near(bits)) == by_comparing(hung[:key], bits)
        gallery.add(bits, key)
    for bits in (*hung, *crowd(chance)):
        assert list(gallery.near(bits)) == by_comparing(hung, bits)


def test_a_copy_is_found_wherever_its_bits_differ() -> None:
    chance = random.Random(6)  # noqa: S311 - the same every time
    bits = chance.getrandbits(64)
    gallery = Gallery[str]()
    gallery.add(bits, "原图")
    for _ in range(500):
        assert [key for _, key in gallery.near(altered(chance, bits, NEAR))] == ["原图"]


def test_the_nearest_comes_first_and_equals_as_they_were_hung() -> None:
    gallery = Gallery[str]()
    for bits, key in ((0b111, "三"), (0b1, "一"), (0, "原图"), (0b10, "又一"), (0, "同一张")):
        gallery.add(bits, key)
    assert gallery.near(0) == ((0, "原图"), (0, "同一张"), (1, "一"), (1, "又一"), (3, "三"))


def test_an_empty_gallery_has_nothing_near() -> None:
    assert Gallery[str]().near(0) == ()
