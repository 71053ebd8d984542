"""A difference and its causes, exact and as it is shown."""

from decimal import Decimal
from fractions import Fraction

from wenming_score.report import ExactSplit, Split
from wenming_score.values import CENT, plain

Parts = tuple[Fraction, Fraction, Fraction, Fraction]
"""What evidence, rules and standing make of a difference, and what cannot be compared."""


def exact(parts: Parts) -> ExactSplit:
    """Write the parts as they are."""
    return ExactSplit(*map(plain, parts))


def shown(parts: Parts, difference: Decimal) -> Split:
    """Round the parts to two places so that they add up to the difference, which was rounded before them.

    Every part is rounded down, and the cents that are missing go to those that lost most by it. Where two lost the
    same, the order is such that all signs turn when the years are swapped.
    """
    cents = [part * 100 for part in parts]
    floors = [part.numerator // part.denominator for part in cents]
    missing = int(difference * 100) - sum(floors)
    lost = [number for number in range(len(parts)) if floors[number] != cents[number]]
    for number in sorted(lost, key=lambda at: (floors[at] - cents[at], at if cents[at] > 0 else -at))[
        : max(0, missing)
    ]:
        floors[number] += 1
    evidence, rules, status, _ = (Decimal(floor) * CENT for floor in floors)
    # What is left is the fourth part; where a foreign report's figures do not fit, also what they leave unexplained.
    return Split(evidence, rules, status, difference - evidence - rules - status)
