"""How exact numbers are shown: rounded down, and written as people write them."""

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from math import lcm

CENT = Decimal("0.01")
FOUR_PLACES = Decimal("0.0001")
_STEPS = {CENT: 100, FOUR_PLACES: 10_000}
"""How many of a step make one."""


def shown(points: Fraction, step: Decimal = CENT) -> Decimal:
    """Round down to the step, so that what is shown never claims to reach a mark it misses."""
    numerator, denominator = points.as_integer_ratio()
    return Decimal(numerator * _STEPS[step] // denominator) * step


def plain(number: Fraction | Decimal) -> str:
    """Write a number as people do: no trailing zeros, a fraction that never ends as a fraction."""
    numerator, denominator = number.as_integer_ratio()
    if denominator == 1:
        return str(numerator)
    rest = denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{numerator}/{denominator}"
    text = f"{Decimal(numerator) / Decimal(denominator):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def added_up(points: Iterable[Fraction]) -> Fraction:
    """Add up over one denominator, which takes a fraction of the time of adding one by one."""
    parts = [point.as_integer_ratio() for point in points]
    common = lcm(*(denominator for _, denominator in parts))
    return Fraction(sum(numerator * (common // denominator) for numerator, denominator in parts), common)


def percent(share: Fraction) -> str:
    """Write a share as a percentage with at most two places, rounded down."""
    return f"{plain(shown(share * 100).quantize(CENT, ROUND_FLOOR))}%"
