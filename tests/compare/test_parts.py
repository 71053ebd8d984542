"""Parts that are rounded one by one and still add up."""

from decimal import Decimal
from fractions import Fraction

import pytest

from wenming_score.compare.parts import Parts, exact, shown

THIRD = Fraction(1, 3)


def parts(*numbers: Fraction | int | str) -> Parts:
    evidence, rules, status, apart = [Fraction(number) for number in (*numbers, *[0] * (4 - len(numbers)))]
    return evidence, rules, status, apart


@pytest.mark.parametrize(
    ("split", "difference", "expected"),
    [
        (parts(), "0", "0 0 0 0"),
        (parts("1.25", "-0.5"), "0.75", "1.25 -0.5 0 0"),
        # 0.333… + 0.333… + 0.333… = 1: each loses a third of a cent, the first gets the cent.
        (parts(THIRD, THIRD, THIRD), "1", "0.34 0.33 0.33 0"),
        (parts(-THIRD, -THIRD, -THIRD), "-1", "-0.34 -0.33 -0.33 0"),
        # 0.666… + 0.333… = 1: the cent goes to where more of it was lost.
        (parts(THIRD, 2 * THIRD), "1", "0.33 0.67 0 0"),
        (parts(-THIRD, -2 * THIRD), "-1", "-0.33 -0.67 0 0"),
        # 0.005 + 0.005 = 0.01: they lost the same; the other way round the other signs.
        (parts("0.005", "0.005"), "0.01", "0.01 0 0 0"),
        (parts("-0.005", "-0.005"), "-0.01", "-0.01 0 0 0"),
        (parts("0.005", "-0.005"), "0", "0 0 0 0"),
        (parts("-0.005", "0.005"), "0", "0 0 0 0"),
        (parts("0.004", "-0.004", "0.001", "-0.001"), "0", "0 0 0 0"),
        # The ends were rounded down before: 1.009 - 0.001 = 1.008, shown 1.00 - 0.00 = 1.00.
        (parts("1.008"), "1", "1 0 0 0"),
        # 1.001 - 0.009 = 0.992, shown 1.00 - 0.00 = 1.00.
        (parts("0.992"), "1", "1 0 0 0"),
        (parts("-0.992"), "-1", "-1 0 0 0"),
        (parts("2.999", 0, "-2.999"), "0", "3 0 -3 0"),
        (parts(0, 0, 0, Fraction(-7, 3)), "-2.33", "0 0 0 -2.33"),
        (parts("10", "0.001", "0.001"), "10.01", "10 0.01 0 0"),
    ],
)
def test_parts_are_rounded_so_that_they_add_up(split: Parts, difference: str, expected: str) -> None:
    made = shown(split, Decimal(difference))
    given = (made.evidence, made.rules, made.status, made.apart)
    assert given == tuple(map(Decimal, expected.split()))
    assert sum(given) == Decimal(difference)


@pytest.mark.parametrize("difference", ["5", "-5", "0.07", "123456789.12", "1e20"])
def test_what_figures_that_do_not_fit_leave_unexplained_stands_apart(difference: str) -> None:
    made = shown(parts("1.5", THIRD), Decimal(difference))
    assert made.evidence == Decimal("1.5")
    assert abs(made.rules - Decimal("0.335")) < Decimal("0.01")
    assert made.evidence + made.rules + made.status + made.apart == Decimal(difference)


def test_exact_parts_are_decimals_where_they_end_and_fractions_where_they_do_not() -> None:
    made = exact(parts("1.50", -2 * THIRD, 0, "-0.125"))
    assert (made.evidence, made.rules, made.status, made.apart) == ("1.5", "-2/3", "0", "-0.125")
