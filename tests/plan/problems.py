"""Problems for the solver: small ones with what trying everything makes of them, and ones as large as a unit's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import strategies as st

from wenming_score.plan.solver import Cost, Need, Part, Problem, Work
from wenming_score.plan.solver.packing import overfull
from wenming_score.plan.solver.problem import Day, Month
from wenming_score.plan.solver.timing import finishes, span, worth

MONTH_ENDS = (29, 59, 89)
YEAR_ENDS = tuple(range(29, 360, 30))
WEEK = (5, 6)
LARGE = 100
JOINT = 8
DEPARTMENTS = tuple("甲乙丙丁戊己庚辛")


def open_days(closed: Iterable[int] = (), last: Day = MONTH_ENDS[-1]) -> tuple[Day, ...]:
    """Give the working days of months of 30 days that begin on a Monday; three of them unless told."""
    shut = {day for day in range(last + 1) if day % 7 in WEEK} | {*closed}
    ahead: list[Day] = []
    following: Day | None = None
    for day in range(last, -1, -1):
        following = following if day in shut else day
        if following is not None:
            ahead.append(following)
    return tuple(reversed(ahead))


numbers = st.fractions(min_value=0, max_value=6, max_denominator=6)


@st.composite
def problems(draw: st.DrawFn, most: int, *, tight: bool) -> Problem:
    """Draw a problem of a few works, some in chains, some shared, some late; `tight` bounds two departments."""
    size = draw(st.integers(1, most))
    joint = draw(st.integers(0, min(3, most - size))) if size > 1 else 0
    parts = {
        name: _part(draw, name, names[:index])
        for names in [[f"p{n}" for n in range(size)]]
        for index, name in enumerate(names)
    }
    works = {f"w{n}": _work(draw, f"w{n}", (f"p{n}",)) for n in range(size)}
    for number in range(joint):
        pair = draw(
            st.lists(
                st.sampled_from([name for name in parts if not parts[name].needs] or ["p0"]),
                min_size=1,
                max_size=2,
                unique=True,
            )
        )
        works[f"j{number}"] = _work(draw, f"j{number}", tuple(pair))
    total = sum((part.gain for part in parts.values()), Fraction(0))
    floors = draw(st.dictionaries(st.sampled_from(["a", "b"]), st.fractions(0, 4, max_denominator=4), max_size=2))
    capacity: dict[tuple[str, Month], Fraction] = {}
    if tight:
        capacity = {
            (name, month): draw(st.fractions(0, 6, max_denominator=2)) for name in ("甲", "乙") for month in range(3)
        }
    return Problem(
        parts, works, total * draw(st.fractions(0, Fraction(11, 10), max_denominator=20)), floors,
        open_days(draw(st.lists(st.integers(0, 89), max_size=10))), MONTH_ENDS, capacity,
    )  # fmt: skip


def _part(draw: st.DrawFn, name: str, earlier: list[str]) -> Part:
    needs: tuple[Need, ...] = ()
    if earlier and draw(st.integers(0, 2)) == 0:
        needs = (Need(draw(st.sampled_from(earlier)), draw(st.integers(0, 40))),)
    return Part(name, draw(numbers), frozenset(draw(st.sets(st.sampled_from(["a", "b"])))), needs)


def _work(draw: st.DrawFn, name: str, parts: tuple[str, ...]) -> Work:
    earliest = draw(st.integers(0, 70))
    days = draw(numbers)
    return Work(
        name, parts, (days, Fraction(1)), earliest, earliest + draw(st.integers(0, 60)),
        draw(st.sampled_from(["甲", "乙", None])), days, draw(st.integers(1, 3)),
    )  # fmt: skip


def large(seed: int, monthly: Sequence[int], share: Fraction) -> Problem:
    """Make a problem of a hundred works: indicators of one to four parts, many of them a month apart, and joint works.

    The twelve months of every department have one of these person-days; so much of all points is wanted.
    """
    draw = Random(seed)  # noqa: S311 - the same problem each time
    parts: dict[str, Part] = {}
    works: dict[str, Work] = {}
    while len(parts) < LARGE:
        _indicator(draw, parts, works)
    for number in range(JOINT):
        one, other = draw.sample(range(len(parts)), 2)
        works[f"j{number}"] = _joint(f"j{number}", works[f"w{one}"], works[f"w{other}"])
    total = sum((part.gain for part in parts.values()), Fraction(0))
    capacity = {(name, month): Fraction(draw.choice(monthly)) for name in DEPARTMENTS for month in range(12)}
    return Problem(parts, works, total * share, {}, open_days(last=YEAR_ENDS[-1]), YEAR_ENDS, capacity)


def _indicator(draw: Random, parts: dict[str, Part], works: dict[str, Work]) -> None:
    """Add the parts of an indicator, each with its share of the points and of the person-days."""
    size = min(LARGE - len(parts), draw.choice([1, 2, 3, 3, 4, 4]))
    gain, days = (Fraction(draw.choice(some), size) for some in ([1, 2, 2, 3, 3, 4, 4], [2, 2, 3, 4, 4, 5, 6, 8]))
    lead, apart = draw.choice([7, 10, 14, 14, 21, 30, 30, 45, 60, 90]), draw.choice([True, True, False, False, False])
    department = draw.choice(DEPARTMENTS)
    for number in range(size):
        at = len(parts)
        needs = (Need(f"p{at - 1}", 30),) if apart and number else ()
        cost = days, Fraction(1), Fraction(draw.choice([0] * 9 + [1]))
        latest = draw.choice([YEAR_ENDS[-1]] * 5 + [90, 150, 240])
        parts[f"p{at}"] = Part(f"p{at}", gain, needs=needs)
        works[f"w{at}"] = Work(f"w{at}", (f"p{at}",), cost, lead, latest, department, days, 1 + lead // 30)


def _joint(name: str, one: Work, other: Work) -> Work:
    days = max(one.days, other.days)
    return Work(
        name, one.parts + other.parts, (days, Fraction(1), Fraction(0)), max(one.earliest, other.earliest),
        min(one.latest, other.latest), one.department, days, max(one.spread, other.spread),
    )  # fmt: skip


def tried(problem: Problem) -> tuple[Cost, bool, Fraction] | None:
    """Try every choice: give the least cost, whether it reaches what is wanted, and what it earns."""
    found = [(_cost(problem, chosen), -_earned(problem, chosen), chosen) for chosen in choices(problem)]
    enough = [one for one in found if _enough(problem, one[2])]
    if enough:
        cost, lost, _ = min(enough)
        return cost, True, -lost
    lost, cost = min((lost, cost) for cost, lost, _ in found)
    return cost, False, -lost


def choices(problem: Problem) -> Iterator[tuple[str, ...]]:
    """Yield every choice of works that can be finished."""
    for taken in product((False, True), repeat=len(problem.works)):
        chosen = tuple(name for name, one in zip(problem.works, taken, strict=True) if one)
        if finishes(problem, chosen) is not None and (not problem.capacity or fits(problem, chosen)):
            yield chosen


def fits(problem: Problem, chosen: tuple[str, ...]) -> bool:
    """Tell whether works fit into months in any way."""
    months = [
        [month for month in range(len(problem.month_ends)) if span(problem, problem.works[one], month)]
        for one in chosen
    ]
    return any(_fit(problem, dict(zip(chosen, places, strict=True))) for places in product(*months))


def _fit(problem: Problem, months: Mapping[str, Month]) -> bool:
    return not overfull(problem, months) and finishes(problem, months, months) is not None


def _cost(problem: Problem, chosen: Iterable[str]) -> Cost:
    costs = [problem.works[name].cost for name in chosen]
    return tuple(sum((cost[kind] for cost in costs), Fraction(0)) for kind in range(2))


def _earned(problem: Problem, chosen: tuple[str, ...]) -> Fraction:
    return sum((problem.parts[name].gain for name in worth(problem, chosen)), Fraction(0))


def _enough(problem: Problem, chosen: tuple[str, ...]) -> bool:
    parts = [problem.parts[name] for name in worth(problem, chosen)]
    return _earned(problem, chosen) >= problem.wanted and all(
        sum((part.gain for part in parts if floor in part.floors), Fraction(0)) >= least
        for floor, least in problem.floors.items()
    )
