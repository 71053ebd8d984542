import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from fleets import ORDER
from wenming_score.fleet import Named, Store
from wenming_score.fleet.alike import pairs
from wenming_score.fleet.measure import Measured, Photo
from wenming_score.gallery import NEAR, TURNED, distance, orientations
from wenming_score.rank import Failure

Shot = tuple[int, Photo]
"""The number of a unit, and one of its photos."""


def near(one: int, other: int) -> bool:
    as_is, *turned = (distance(way, other) for way in orientations(one))
    return as_is <= NEAR or any(off <= TURNED for off in turned)


def kept(shots: Sequence[Shot]) -> Store:
    """Put photos of units into a store of their own."""
    store = Store(None, {})
    for number in sorted({unit for unit, _ in shots}):
        photos = tuple(photo for unit, photo in shots if unit == number)
        unit = Named(f"/{number:03}", f"{number:03}")
        store.add([Measured(unit, (1, 1), Failure(unit.shown, "blank", ()), None, photos)])
    return store


def found(store: Store) -> dict[tuple[str, str], tuple[str, str]]:
    """Give each photo that another unit has, and the one that it is a copy of."""
    names = {
        number: (unit, evidence)
        for number, unit, evidence in store.db.execute(
            "SELECT photos.id, shown, evidence FROM photos JOIN units ON units.id = photos.unit"
        )
    }
    return {names[one]: names[other] for one, other in pairs(store)}


def by_comparing(shots: Sequence[Shot]) -> dict[tuple[str, str], tuple[str, str]]:
    """Find the same by comparing each with each."""
    expected: dict[tuple[str, str], tuple[str, str]] = {}
    for unit, photo in shots:
        others = [
            (other.day or date.max, f"{number:03}", other.evidence)
            for number, other in shots
            if number != unit and near(photo.fingerprint, other.fingerprint)
        ]
        if others:
            expected[f"{unit:03}", photo.evidence] = min(others)[1:]
    return expected


def crowd(seed: int, photos: int, units: int) -> list[Shot]:
    """Make photos of units: half of them copies, saved again, turned, or the very same."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    looks = [chance.getrandbits(64) for _ in range(photos // 2)]
    while len(looks) < photos:
        bits = chance.choice(orientations(chance.choice(looks))) if chance.random() < 0.5 else chance.choice(looks)
        for bit in chance.sample(range(64), chance.choice((0, 0, 1, 3, 7, 9))):
            bits ^= 1 << bit
        looks.append(bits)
    chance.shuffle(looks)
    days = [None, *(date(2025, 1, 1) + timedelta(days=number) for number in range(9))]
    return [
        (chance.randrange(units), Photo(bits, f"E{number:04}", chance.choice(days)))
        for number, bits in enumerate(looks)
    ]


@pytest.mark.parametrize(("seed", "units"), [(1, 2), (2, 7), (3, 60)])
def test_the_first_copy_by_date_in_another_unit_is_found_as_by_comparing_each_with_each(seed: int, units: int) -> None:
    shots = crowd(seed, 300, units)
    store = kept(shots)

    assert found(store) == by_comparing(shots)
    store.close()


def test_a_photo_that_everybody_has_is_everybodys_copy_of_the_first() -> None:
    shots = [(number, Photo(5, "E", date(2025, 1, 1 + number))) for number in range(30)]
    store = kept(shots)

    copies = found(store)

    assert copies.pop(("000", "E")) == ("001", "E")
    assert set(copies.values()) == {("000", "E")}
    store.close()


def test_a_unit_alone_shares_nothing() -> None:
    store = kept([(1, Photo(7, "E1", None)), (1, Photo(7, "E2", None))])

    assert found(store) == {}
    store.close()


def test_without_photos_there_is_nothing_to_compare(tmp_path: Path) -> None:
    store = Store(tmp_path / "rank.db", {"as_of": str(ORDER.job.as_of)})

    assert list(pairs(store)) == []
    store.close()
