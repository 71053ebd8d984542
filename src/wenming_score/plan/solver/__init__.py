"""Choose the cheapest works that earn what is wanted, and prove it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction

from wenming_score.plan.solver.dynamic import MANY_STATES, Dynamic, TooManyError
from wenming_score.plan.solver.highs import SolverMissingError
from wenming_score.plan.solver.packing import month_of, pack
from wenming_score.plan.solver.problem import Choice, Cost, Day, Month, Need, Part, Problem, Work
from wenming_score.plan.solver.program import Program
from wenming_score.plan.solver.timing import finish, worth
from wenming_score.plan.solver.trimming import trimmed
from wenming_score.records import record

__all__ = ["Choice", "Cost", "Need", "Part", "Problem", "SolverMissingError", "Work", "most", "solve"]


def solve(problem: Problem) -> Choice:
    """Find the cheapest works that reach what is wanted, or else those that earn the most.

    Raise SolverMissingError where it takes a solver and none is installed.
    """
    everything = _everything(problem)
    if not _reaches(problem, everything):
        return _closest(problem, everything)
    answer = _cheapest(problem, everything)
    if answer.days is not None:
        return _choice(problem, answer, reached=True)
    closest = _closest(problem, everything)
    refuted = _reaches(problem, closest.finished)
    return replace(closest, reached=refuted, proved=closest.proved and answer.proved and not refuted)


def most(problem: Problem) -> Fraction:
    """Say how much can be earned with no regard to cost."""
    return _most(problem, _everything(problem))[0]


def earned(problem: Problem, chosen: Collection[str]) -> Fraction:
    """Add up what the parts earn that chosen works do."""
    return sum((problem.parts[part].gain for part in worth(problem, chosen)), Fraction(0))


@record
class _Answer:
    """The works with their days, None where none do; the least that any can cost; whether the search was whole."""

    days: Mapping[str, Day] | None
    least: Fraction
    proved: bool


def _closest(problem: Problem, everything: Collection[str]) -> Choice:
    """Earn the most, and that at the least cost."""
    gain, months, proved = _most(problem, everything)
    aside = replace(problem, wanted=gain, floors={})
    answer = _cheapest(aside, everything, months)
    return _choice(problem, replace(answer, proved=answer.proved and proved), reached=False)


def _most(problem: Problem, everything: Collection[str]) -> tuple[Fraction, Mapping[str, Month], bool]:
    """Give the most that can be earned, the months of works that do, and whether it is proved."""
    aside = replace(problem, wanted=earned(problem, everything), floors={})
    days = pack(aside, trimmed(aside, everything))
    if days is not None:
        return aside.wanted, {name: month_of(problem, day) for name, day in days.items()}, True
    found = Program(aside).most()
    months = found.months or {}
    return earned(problem, months), months, found.proved


def _cheapest(problem: Problem, everything: Collection[str], start: Mapping[str, Month] | None = None) -> _Answer:
    """Choose the cheapest works that reach what is wanted."""
    enough = trimmed(problem, everything)
    try:
        answer = _dynamic(problem, Dynamic(problem, enough))
        if answer.days is not None or not problem.capacity:
            return answer
    except TooManyError:
        pass
    try:
        return _programmed(problem, start)
    except SolverMissingError as missing:
        return _the_long_way(problem, enough, missing)


def _dynamic(problem: Problem, way: Dynamic) -> _Answer:
    free = way.solve()
    days = None if free is None else pack(problem, free)
    return _Answer(days, sum((problem.works[name].cost[0] for name in days or ()), Fraction(0)), proved=True)


def _programmed(problem: Problem, start: Mapping[str, Month] | None) -> _Answer:
    program = Program(problem)
    found = program.cheapest(start)
    return _Answer(None if found.months is None else program.days(found.months), found.least, found.proved)


def _the_long_way(problem: Problem, enough: Collection[str], missing: SolverMissingError) -> _Answer:
    """Go on without a solver as far as that can be waited for, where the time of departments decides nothing."""
    if problem.capacity:
        raise missing
    try:
        return _dynamic(problem, Dynamic(problem, enough, MANY_STATES))
    except TooManyError:
        raise missing from None


def _everything(problem: Problem) -> tuple[str, ...]:
    """Name every work that can be finished, were there hands enough."""
    chosen, done = list[str](), dict[str, Day]()
    while more := [
        (name, day)
        for name, work in problem.works.items()
        if name not in chosen and (day := finish(problem, work, done)) is not None
    ]:
        for name, day in more:
            chosen.append(name)
            done.update({part: min(done.get(part, day), day) for part in problem.works[name].parts})
    return tuple(chosen)


def _reaches(problem: Problem, chosen: Collection[str]) -> bool:
    parts = [problem.parts[name] for name in worth(problem, chosen)]
    return sum((part.gain for part in parts), Fraction(0)) >= problem.wanted and all(
        sum((part.gain for part in parts if name in part.floors), Fraction(0)) >= least
        for name, least in problem.floors.items()
    )


def _choice(problem: Problem, answer: _Answer, *, reached: bool) -> Choice:
    days = answer.days or {}
    kinds = zip(*(problem.works[name].cost for name in days), strict=True)
    cost = tuple(sum(kind, Fraction(0)) for kind in kinds)
    return Choice(days, earned(problem, days), cost, reached, answer.proved, answer.least)
