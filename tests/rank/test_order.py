from fractions import Fraction
from statistics import fmean, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming_score.rank.order import ranks, shortlist, spread

CENTS = st.lists(st.integers(0, 12_000), min_size=1, max_size=60)


@given(CENTS)
def test_a_rank_is_one_more_than_how_many_have_more(cents: list[int]) -> None:
    falling = sorted(cents, reverse=True)

    assert list(ranks(falling)) == [
        (1 + sum(other > one for other in cents), sum(other < one for other in cents)) for one in falling
    ]


@given(CENTS.filter(lambda cents: len(cents) > 1))
def test_quartiles_are_those_of_a_spreadsheet(cents: list[int]) -> None:
    five = spread(sorted(cents))
    expected = quantiles(cents, n=4, method="inclusive")

    assert [float(one) for one in (five.lower, five.median, five.upper)] == pytest.approx(
        [one / 100 for one in expected]
    )
    assert (five.least, five.most) == (Fraction(min(cents), 100), Fraction(max(cents), 100))
    assert float(five.mean) == pytest.approx(fmean(cents) / 100)


def test_one_unit_is_its_own_quartiles() -> None:
    five = spread([8_533])

    assert {five.mean, five.least, five.lower, five.median, five.upper, five.most} == {Fraction(8_533, 100)}


def test_points_are_never_rounded_on_the_way() -> None:
    assert spread([1, 2, 2]).mean == Fraction(5, 300)
    assert spread([1, 2, 4, 8]).lower == Fraction(175, 10_000)


@pytest.mark.parametrize(("titles", "listed"), [(1, 2), (2, 3), (3, 5), (4, 6), (10, 15), (101, 152)])
def test_the_shortlist_is_one_and_a_half_times_the_titles_rounded_up(titles: int, listed: int) -> None:
    assert shortlist(titles) == listed


def test_nobody_is_ranked_where_nobody_is() -> None:
    assert list(ranks([])) == []
