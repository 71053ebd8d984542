"""The cheapest works, held against trying everything."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from problems import MONTH_ENDS, fits, large, open_days, problems, tried

from wenming_score.plan.solver import Choice, Need, Part, Problem, Work, earned, most, program, solve
from wenming_score.plan.solver.packing import month_of, overfull
from wenming_score.plan.solver.program import Program
from wenming_score.plan.solver.timing import finishes


def works(costs: dict[str, int], *, latest: int = 80, department: str | None = None, days: int = 1) -> dict[str, Work]:
    return {
        f"w{name}": Work(f"w{name}", (name,), (Fraction(cost),), 0, latest, department, Fraction(days))
        for name, cost in costs.items()
    }


def parts(gains: dict[str, int], *needs: tuple[str, str]) -> dict[str, Part]:
    return {
        name: Part(name, Fraction(gain), needs=tuple(Need(first, 0) for one, first in needs if one == name))
        for name, gain in gains.items()
    }


def problem(gains: dict[str, int], costs: dict[str, int], wanted: int, *needs: tuple[str, str]) -> Problem:
    return Problem(parts(gains, *needs), works(costs), Fraction(wanted), {}, open_days(), MONTH_ENDS)


@settings(max_examples=150, deadline=None)
@given(problems(10, tight=False))
def test_without_bounds_on_time_nothing_cheaper_is_found_by_trying_everything(given_: Problem) -> None:
    choice, best = solve(given_), tried(given_)

    assert best is not None
    assert (choice.cost or (0, 0), choice.reached) == (best[0], best[1])
    assert choice.gain == best[2] if not choice.reached else choice.gain >= given_.wanted


@settings(max_examples=12, deadline=None)
@given(problems(14, tight=False))
def test_fourteen_works_are_chosen_as_well_as_by_trying_everything(given_: Problem) -> None:
    choice, best = solve(given_), tried(given_)

    assert best is not None
    assert (choice.cost or (0, 0), choice.reached) == best[:2]


@settings(max_examples=60, deadline=None)
@given(problems(8, tight=False))
def test_the_program_costs_the_same(given_: Problem) -> None:
    choice = solve(given_)
    found = Program(given_).cheapest()

    assert (found.months is not None) == choice.reached
    if found.months is not None:
        spent = [given_.works[name].cost for name in found.months]
        assert tuple(sum(kind, Fraction(0)) for kind in zip(*spent, strict=True)) == choice.cost
        assert (found.proved, found.least) == (True, choice.least)


@settings(max_examples=100, deadline=None)
@given(problems(5, tight=True))
def test_with_bounds_on_time_nothing_cheaper_is_found_by_trying_every_month(given_: Problem) -> None:
    choice, best = solve(given_), tried(given_)

    assert best is not None
    assert (choice.cost or (0, 0), choice.reached) == best[:2]
    assert choice.reached or choice.gain == best[2]
    assert fits(given_, tuple(choice.finished))


def test_what_is_there_already_takes_no_work() -> None:
    nothing = Choice({}, Fraction(0), (), reached=True, proved=True, least=Fraction(0))

    assert solve(problem({"a": 3}, {"a": 1}, 0)) == nothing


def test_a_cheap_work_that_is_needed_first_is_paid_for() -> None:
    choice = solve(problem({"a": 0, "b": 5, "c": 5}, {"a": 3, "b": 1, "c": 5}, 5, ("b", "a")))

    assert sorted(choice.finished) == ["wa", "wb"]
    assert choice.cost == (4,)


def test_works_that_wait_for_each_other_are_never_done() -> None:
    choice = solve(problem({"a": 2, "b": 2, "c": 1}, {"a": 1, "b": 1, "c": 1}, 4, ("a", "b"), ("b", "a")))

    assert (list(choice.finished), choice.reached) == (["wc"], False)


def test_out_of_reach_is_the_most_that_can_be_earned() -> None:
    choice = solve(problem({"a": 2, "b": 0}, {"a": 1, "b": 1}, 9))

    assert (list(choice.finished), choice.gain, choice.reached) == (["wa"], 2, False)


def test_a_department_without_time_does_nothing() -> None:
    given_ = problem({"a": 2, "b": 2}, {"a": 1, "b": 1}, 4)
    own = {**given_.works, **works({"a": 1}, department="甲")}
    choice = solve(replace(given_, works=own, capacity={("甲", month): Fraction(0) for month in range(3)}))

    assert (list(choice.finished), choice.reached) == (["wb"], False)


def test_work_is_spread_over_the_months_that_it_takes() -> None:
    work = replace(works({"a": 1}, department="甲", days=6)["wa"], spread=3, earliest=60)
    given_ = replace(problem({"a": 2}, {"a": 1}, 2), works={"wa": work})
    capacity = {("甲", month): Fraction(2) for month in range(3)}

    assert solve(replace(given_, capacity=capacity)).reached
    assert not solve(replace(given_, capacity={**capacity, ("甲", 1): Fraction(1)})).reached


def test_a_month_may_be_left_so_that_another_work_fits_into_it() -> None:
    both = {**works({"a": 1}, department="甲", days=2), **works({"b": 1}, department="甲", days=2, latest=25)}
    given_ = replace(problem({"a": 2, "b": 2}, {}, 4), works=both)
    choice = solve(replace(given_, capacity={("甲", month): Fraction(2) for month in range(3)}))

    assert choice.reached
    assert choice.finished["wb"] < 30 <= choice.finished["wa"]


@pytest.mark.parametrize("wanted", [1, 7, 20, 33])
def test_the_same_problem_is_solved_the_same_way(wanted: int) -> None:
    gains = {f"p{n}": 1 + n % 4 for n in range(14)}
    given_ = problem(gains, {name: 2 + gain % 3 for name, gain in gains.items()}, wanted)

    assert solve(given_) == solve(replace(given_, works=dict(given_.works)))
    assert finishes(given_, solve(given_).finished) == solve(given_).finished


def test_a_second_work_may_do_sooner_what_another_work_is_chosen_for_besides() -> None:
    needed = {
        "y": Part("y", Fraction(0)),
        "p": Part("p", Fraction(1)),
        "q": Part("q", Fraction(2), needs=(Need("y", 15),)),
        "w": Part("w", Fraction(3), needs=(Need("p", 5),)),
    }
    one = {name: replace(work, latest=29) for name, work in works({"y": 1, "p": 1, "w": 1}).items()}
    both = Work("both", ("p", "q"), (Fraction(2),), 0, 29, None, Fraction(2))
    early = {"wy": replace(one["wy"], earliest=8), "ww": replace(one["ww"], latest=24)}
    given_ = Problem(needed, {**one, **early, "both": both}, Fraction(6), {}, open_days(), MONTH_ENDS)
    found = Program(given_).cheapest()

    assert solve(given_).reached
    assert found.months is not None
    assert sorted(found.months) == ["both", "wp", "ww", "wy"]


def holds(given_: Problem, choice: Choice) -> None:
    """Check that chosen works fit into the months of their days, in their order, and earn what is said."""
    months = {name: month_of(given_, day) for name, day in choice.finished.items()}
    assert finishes(given_, months, months) == choice.finished
    assert overfull(given_, months) == []
    assert choice.gain == earned(given_, choice.finished)
    assert choice.reached == (choice.gain >= given_.wanted)
    assert not choice.finished or choice.cost[0] >= choice.least


@pytest.mark.parametrize(
    ("seed", "monthly", "share", "reached"),
    [
        (2, (1, 2), Fraction(3, 10), True),
        (1, (1, 2), Fraction(3, 5), True),
        (1, (2,), Fraction(3, 5), True),
        (3, (2,), Fraction(4, 5), False),
        (3, (0, 2, 4), Fraction(4, 5), False),
        (1, (3, 4), Fraction(9, 10), True),
        (3, (1,), Fraction(3, 5), False),
    ],
)
def test_what_is_as_large_as_a_unit_is_solved_and_proved(
    seed: int, monthly: tuple[int, ...], share: Fraction, *, reached: bool
) -> None:
    given_ = large(seed, monthly, share)
    choice = solve(given_)

    assert (choice.reached, choice.proved) == (reached, True)
    assert choice.cost[0] == choice.least
    assert len(choice.finished) > 20
    holds(given_, choice)


def test_a_search_that_ends_at_its_limit_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "NODES", 0)
    given_ = large(1, (1,), Fraction(3, 10))
    choice = solve(given_)

    assert (choice.reached, choice.proved) == (False, False)
    holds(given_, choice)


def test_what_a_short_search_found_holds_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "NODES", 1)
    given_ = large(3, (1,), Fraction(3, 10))
    choice = solve(given_)

    assert choice.reached
    assert choice.proved == (choice.cost[0] == choice.least)
    holds(given_, choice)


def test_finely_divided_points_are_reckoned_exactly() -> None:
    given_ = large(2, (0, 2, 4), Fraction(4, 5))
    fine = {
        name: replace(part, gain=part.gain + Fraction(number, (97, 101, 89)[number % 3]))
        for number, (name, part) in enumerate(given_.parts.items())
    }
    choice = solve(replace(given_, parts=fine))

    assert (choice.proved, choice.cost[0]) == (True, choice.least)
    holds(replace(given_, parts=fine), choice)


@settings(max_examples=40, deadline=None)
@given(problems(5, tight=True))
def test_the_most_is_what_trying_everything_finds(given_: Problem) -> None:
    endless = replace(given_, wanted=Fraction(10**6), floors={})
    best = tried(endless)

    assert best is not None
    assert most(given_) == best[2]
