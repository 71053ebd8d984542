"""The arithmetic of a ranking: who stands where, and quartiles."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from wenming_score.records import record
from wenming_score.values import CENT

QUOTA_TO_SHORTLIST = Fraction(3, 2)
"""Units on the shortlist for each title; Henan's provincial rules of review set 1 : 1.5."""
_CENTS = int(1 / CENT)


def ranks(points: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the rank of each, and how many have less; `points` fall, and equals share a rank."""
    above = 0
    for _, equals in groupby(points):
        count = len(list(equals))
        for _ in range(count):
            yield above + 1, len(points) - above - count
        above += count


def shortlist(titles: int) -> int:
    """Give how many units are on the shortlist for so many titles: half a unit is one."""
    return -(-titles * QUOTA_TO_SHORTLIST.numerator // QUOTA_TO_SHORTLIST.denominator)


@record
class Five:
    """A mean and five points of a distribution."""

    mean: Fraction
    least: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    most: Fraction


def spread(cents: Sequence[int]) -> Five:
    """Reckon mean and quartiles of hundredths of points that rise; there is at least one."""
    quarters = [_quarter(cents, number) / _CENTS for number in range(5)]
    return Five(Fraction(sum(cents), len(cents) * _CENTS), *quarters)


def _quarter(rising: Sequence[int], number: int) -> Fraction:
    """Give the value at so many quarters of the way from the least to the most, in between as far as it lies."""
    whole, rest = divmod(number * (len(rising) - 1), 4)
    return rising[whole] + Fraction(rest, 4) * (rising[min(whole + 1, len(rising) - 1)] - rising[whole])
