"""Work into months: what a month's work takes of a department, and a quick way to fit it in."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from wenming_score.plan.solver.problem import Day, Month, Problem, Work
from wenming_score.plan.solver.timing import finish, finishes, in_order, span

Place = tuple[str, Month]


def shares(work: Work, month: Month) -> Iterator[tuple[Month, Fraction]]:
    """Give the person-days of each month that a work takes when it is finished in this one."""
    months = range(max(0, month - work.spread + 1), month + 1)
    return ((one, work.days / len(months)) for one in months)


def month_of(problem: Problem, day: Day) -> Month:
    """Tell in which month a day lies."""
    return next(month for month, end in enumerate(problem.month_ends) if day <= end)


def overfull(problem: Problem, months: Mapping[str, Month]) -> list[frozenset[str]]:
    """Name the works that together take more of a department's month than there is."""
    load: dict[Place, Fraction] = {}
    taking: dict[Place, set[str]] = {}
    for name, month in months.items():
        work = problem.works[name]
        for one, days in shares(work, month):
            place = work.department or "", one
            load[place] = load.get(place, Fraction(0)) + days
            taking.setdefault(place, set()).add(name)
    capacity = problem.capacity
    return [frozenset(taking[place]) for place in sorted(load) if load[place] > capacity.get(place, load[place])]


def pack(problem: Problem, chosen: Collection[str]) -> Mapping[str, Day] | None:
    """Fit works into months, the most pressing first, each as early as it goes; None where that does not fit."""
    if not problem.capacity:
        return finishes(problem, chosen)
    left, days, done = dict(problem.capacity), dict[str, Day](), dict[str, Day]()
    ordered = in_order(problem, sorted(chosen, key=lambda name: (problem.works[name].latest, name)))
    for name in ordered or ():
        work = problem.works[name]
        for month in range(len(problem.month_ends)):
            day = _in_month(problem, work, month, done)
            needed = [((work.department or "", one), share) for one, share in shares(work, month)]
            if day is not None and all(left.get(place, share) >= share for place, share in needed):
                days[name] = day
                left.update({place: left[place] - share for place, share in needed if place in left})
                done.update({part: min(done.get(part, day), day) for part in work.parts})
                break
        else:
            return None
    return None if ordered is None else days


def _in_month(problem: Problem, work: Work, month: Month, done: Mapping[str, Day]) -> Day | None:
    bounds = span(problem, work, month)
    day = finish(problem, work, done, bounds[0]) if bounds else None
    return day if day is not None and bounds and day <= bounds[1] else None
