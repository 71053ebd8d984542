"""A picture's fingerprint: 64 bits that stay nearly the same when it is saved again, resized, cropped or turned.

They are the signs of 64 sums: the greys of the picture, each times a slow wave down and a slow wave across. Quarter
turns and mirror images only swap waves and signs, so the fingerprints of all eight follow from the bits alone.
"""

from itertools import product
from math import asinh, cos, pi
from operator import mul

SIDE = 32
"""Greys of a row and of a column of the picture, shrunk to a square."""
_WAVES = 8
_FINE = 0.3
"""Where the look grows coarser, from the middle at 0 to the edge at 1: a crop moves what is near the edge most."""
_FADE = 0.9
"""How much less the corners count: a crop cuts them off. Both were chosen by measuring copies and other photos."""
_UNIT = 1 << 16
"""Waves are whole numbers, so that the bits are the same on every machine."""
_FAINT = round(0.03 * _UNIT**2)
"""Sums below 0.03 greys drown in what saving at a poor quality changes, as photos that were faded step by step show."""
_FAINT_SUMS = 16
"""How many of the 64 may be faint; of a blank page or a black frame more are."""


def fingerprint(greys: bytes) -> int | None:
    """Take the fingerprint of a picture, shrunk to a square of greys; None where there is hardly anything on it."""
    rows = [greys[start : start + SIDE] for start in range(0, len(greys), SIDE)]
    across = [[sum(map(mul, row, wave)) for row in rows] for wave in _DRAWN]
    sums = [sum(map(mul, across[column], _DRAWN[row])) for row, column in _PAIRS]
    if sum(abs(one) < _FAINT for one in sums) > _FAINT_SUMS:
        return None
    return sum((one > 0) << bit for bit, one in enumerate(sums))


def _waves() -> tuple[tuple[int, ...], ...]:
    """Draw the waves: dense in the middle, fading to the edge, each but the first adding up to nothing."""
    places = [(2 * number + 1) / SIDE - 1 for number in range(SIDE)]
    bent = [asinh(place / _FINE) / asinh(1 / _FINE) for place in places]
    weights = [(1 - _FADE * place**2) / (place**2 + _FINE**2) ** 0.5 for place in places]
    return tuple(_wave(number, bent, weights) for number in range(_WAVES + 1))


def _wave(number: int, bent: list[float], weights: list[float]) -> tuple[int, ...]:
    wave = [weight * cos(pi * number * (at + 1) / 2) for at, weight in zip(bent, weights, strict=True)]
    whole = sum(weights)
    level = sum(wave) / whole if number else 0
    return tuple(round(_UNIT * (one - level * weight) / whole) for one, weight in zip(wave, weights, strict=True))


_DRAWN = _waves()
_PAIRS = ((_WAVES, _WAVES), *tuple(product(range(_WAVES), repeat=2))[1:])
"""Which two waves each bit is made of, down and across; (8, 8) stands for (0, 0), which is mere brightness."""
