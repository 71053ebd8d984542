"""Photos of one unit that another unit has, too, among any number of them and in little memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from wenming_score.fleet import packing
from wenming_score.fleet.store import Store
from wenming_score.gallery import SHELVES, distance, searches, shelves

_NOBODY = -1
_BY_DATE = """
SELECT photos.id, photos.unit, photos.fingerprint FROM photos JOIN units ON units.id = photos.unit
ORDER BY photos.day IS NULL, photos.day, units.shown, photos.evidence, units.path
"""
_DISTINCT = "SELECT DISTINCT fingerprint FROM photos ORDER BY fingerprint < 0, fingerprint"
"""Rising, once the signed numbers are taken for the 64 bits that they hold."""


def pairs(store: Store) -> Iterator[tuple[int, int]]:
    """Yield the photos that another unit has, too, each with the first by date of those copies."""
    crowd = _Crowd(store)
    for number, photo in enumerate(crowd.photos):
        other = crowd.first_beside(number)
        if other != _NOBODY:
            yield photo, crowd.photos[other]


class _Crowd:
    """All photos by date: the number of a photo is its place among them; equal fingerprints are looked up once."""

    def __init__(self, store: Store) -> None:
        self.photos, self._units, self._looks = array("q"), array("q"), array("Q")
        for photo, unit, bits in store.db.execute(_BY_DATE):
            self.photos.append(photo)
            self._units.append(unit)
            self._looks.append(packing.unsigned(bits))
        self._distinct = array("Q", (packing.unsigned(bits) for (bits,) in store.db.execute(_DISTINCT)))
        self._firsts = _pairs(len(self._distinct))
        for number, bits in enumerate(self._looks):
            self._take(self._firsts, self._at(bits), number)
        self._starts, self._shelved = _shelve(self._distinct)
        self._found = _pairs(len(self._distinct))
        for place, bits in enumerate(self._distinct):
            for near in self._near(bits):
                for number in (self._firsts[0][near], self._firsts[1][near]):
                    self._take(self._found, place, number)

    def first_beside(self, number: int) -> int:
        """Give the first photo of another unit that is nearly the same."""
        place = self._at(self._looks[number])
        first, second = (numbers[place] for numbers in self._found)
        return second if self._units[first] == self._units[number] else first

    def _at(self, bits: int) -> int:
        return bisect_left(self._distinct, bits)

    def _take(self, pair: "tuple[array[int], array[int]]", place: int, number: int) -> None:
        """Keep the first of all, and the first of those that are of another unit than it."""
        if number == _NOBODY:
            return
        one, other = pair[0][place], pair[1][place]
        if one == _NOBODY or number < one:
            if one != _NOBODY and self._units[one] != self._units[number]:
                pair[1][place] = one
            pair[0][place] = number
        elif self._units[number] != self._units[one] and (other == _NOBODY or number < other):
            pair[1][place] = number

    def _near(self, bits: int) -> set[int]:
        near = set[int]()
        for turned, most, places in searches(bits):
            for shelf in places:
                for place in self._shelved[self._starts[shelf] : self._starts[shelf + 1]]:
                    if distance(turned, self._distinct[place]) <= most:
                        near.add(place)
        return near


def _pairs(count: int) -> "tuple[array[int], array[int]]":
    return array("q", [_NOBODY]) * count, array("q", [_NOBODY]) * count


def _shelve(distinct: "Sequence[int]") -> "tuple[array[int], array[int]]":
    """Put the places of fingerprints on their shelves, all in one row, and say where in it each shelf begins."""
    counts = array("I", [0]) * SHELVES
    for shelf in chain.from_iterable(map(shelves, distinct)):
        counts[shelf] += 1
    starts = array("I", accumulate(counts, initial=0))
    free, shelved = array("I", starts), array("I", [0]) * starts[-1]
    for place, bits in enumerate(distinct):
        for shelf in shelves(bits):
            shelved[free[shelf]] = place
            free[shelf] += 1
    return starts, shelved
