"""What is left out is what a plain look at each work in turn leaves out, only sooner."""

from collections.abc import Collection
from fractions import Fraction

from hypothesis import given, settings
from problems import open_days, problems

from pace import within
from wenming_score.plan.solver import Cost, Part, Problem, Work
from wenming_score.plan.solver.timing import finishes, worth
from wenming_score.plan.solver.trimming import trimmed

MANY = 2_000


def plainly(problem: Problem, chosen: Collection[str]) -> tuple[str, ...]:
    kept = list(chosen)
    for name in sorted(chosen, key=lambda one: (problem.works[one].cost, one), reverse=True):
        without = [one for one in kept if one != name]
        if reaches(problem, without) and finishes(problem, without) is not None:
            kept = without
    return tuple(kept)


def reaches(problem: Problem, chosen: Collection[str]) -> bool:
    parts = [problem.parts[name] for name in worth(problem, chosen)]
    floors = {name: sum(part.gain for part in parts if name in part.floors) for name in problem.floors}
    enough = all(floors[name] >= least for name, least in problem.floors.items())
    return enough and sum(part.gain for part in parts) >= problem.wanted


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(problems(5, tight=False))
def test_the_same_is_left_out_as_by_a_plain_look(problem: Problem) -> None:
    assert trimmed(problem, tuple(problem.works)) == plainly(problem, tuple(problem.works))


def test_thousands_of_works_are_looked_through_soon() -> None:
    cost: Cost = (Fraction(1), Fraction(1))
    parts = {str(number): Part(str(number), Fraction(1)) for number in range(MANY)}
    works = {name: Work(name, (name,), cost, 0, 80) for name in parts}
    problem = Problem(parts, works, Fraction(MANY // 2), {}, open_days(), (89,))
    with within(1):
        assert len(trimmed(problem, tuple(works))) == MANY // 2
