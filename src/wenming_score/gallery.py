"""Pictures that are nearly the same, found by their fingerprints."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Generic, TypeVar

NEAR = 7
"""Most bits in which two pictures of one photo differ; of different photos more do, in whatever orientation."""
TURNED = 3
"""The same for a picture that is turned or mirrored: a turn changes next to nothing, and rooms have two sides alike."""
_CHUNK = 16
_SHIFTS = range(0, 64, _CHUNK)
SHELVES = len(_SHIFTS) << _CHUNK
_ODD_ROWS = 0xFF00_FF00_FF00_FF00
_ODD_COLUMNS = 0xAAAA_AAAA_AAAA_AAAA
_SWAPS = ((7, 0x00AA_00AA_00AA_00AA), (14, 0x0000_CCCC_0000_CCCC), (28, 0x0000_0000_F0F0_F0F0))
K = TypeVar("K")


class Gallery(Generic[K]):
    """Pictures by their fingerprints, each under a key."""

    def __init__(self) -> None:
        """Begin with no pictures."""
        self._keys = defaultdict[int, list[tuple[int, K]]](list)
        self._shelves = defaultdict[int, list[int]](list)
        self._count = 0

    def add(self, fingerprint: int, key: K) -> None:
        """Add a picture."""
        if fingerprint not in self._keys:
            for shelf in shelves(fingerprint):
                self._shelves[shelf].append(fingerprint)
        self._keys[fingerprint].append((self._count, key))
        self._count += 1

    def near(self, fingerprint: int) -> tuple[tuple[int, K], ...]:
        """Give how far off the near copies are, in any orientation, and which: nearest first, then as added."""
        nearest: dict[int, int] = {}
        for one, most, places in searches(fingerprint):
            for other in {other for shelf in places for other in self._shelves.get(shelf, ())}:
                off = distance(one, other)
                if off <= most:
                    nearest[other] = min(off, nearest.get(other, off))
        found = [(off, number, key) for other, off in nearest.items() for number, key in self._keys[other]]
        return tuple((off, key) for off, _, key in sorted(found, key=lambda one: one[:2]))


def searches(fingerprint: int) -> Iterator[tuple[int, int, Iterator[int]]]:
    """Yield the orientations of a picture, how far off its copies may be, and the shelves on which those then stand.

    Of four chunks one differs by no more than a quarter of the bits.
    """
    for turned, one in enumerate(orientations(fingerprint)):
        most = TURNED if turned else NEAR
        yield one, most, (shelf ^ flip for shelf in shelves(one) for flip in _flips(most // len(_SHIFTS)))


@cache
def _flips(most: int) -> tuple[int, ...]:
    """List what a chunk may differ by in so many bits."""
    return tuple(
        sum(1 << bit for bit in bits) for count in range(most + 1) for bits in combinations(range(_CHUNK), count)
    )


def shelves(fingerprint: int) -> tuple[int, ...]:
    """Give where a fingerprint stands, once for each of its chunks: a number below `SHELVES`."""
    mask = (1 << _CHUNK) - 1
    return tuple(number << _CHUNK | fingerprint >> shift & mask for number, shift in enumerate(_SHIFTS))


def orientations(fingerprint: int) -> tuple[int, ...]:
    """Give the fingerprints of a picture's four turns and their mirror images, the picture itself first."""
    mirrors = (0, _ODD_COLUMNS, _ODD_ROWS, _ODD_ROWS ^ _ODD_COLUMNS)
    return tuple(bits ^ mirror for bits in (fingerprint, _transposed(fingerprint)) for mirror in mirrors)


def distance(one: int, other: int) -> int:
    """Count the bits in which two fingerprints differ."""
    return (one ^ other).bit_count()


def _transposed(bits: int) -> int:
    """Swap rows and columns of an 8 × 8 square of bits: in pairs, in fours, in eights."""
    for shift, mask in _SWAPS:
        moved = (bits ^ bits >> shift) & mask
        bits ^= moved ^ moved << shift
    return bits
