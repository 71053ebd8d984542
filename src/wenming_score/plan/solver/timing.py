"""When chosen works can be finished."""

from collections.abc import Collection, Iterator, Mapping

from wenming_score.plan.solver.problem import Day, Month, Need, Problem, Work


def first_open(problem: Problem, day: Day) -> Day | None:
    """Give the first day from one on which work can be finished; None where there is none."""
    return problem.open_days[max(day, 0)] if day < len(problem.open_days) else None


def span(problem: Problem, work: Work, month: Month) -> tuple[Day, Day] | None:
    """Give the first and the last day of a month on which a work can be finished; None where there is none."""
    start = problem.month_ends[month - 1] + 1 if month else 0
    last = min(work.latest, problem.month_ends[month])
    first = first_open(problem, max(work.earliest, start))
    return None if first is None or first > last else (first, last)


def needs(problem: Problem, work: Work) -> Iterator[Need]:
    """Yield what must be done before a work."""
    return (need for part in work.parts for need in problem.parts[part].needs)


def finish(problem: Problem, work: Work, done: Mapping[str, Day], first: Day = 0) -> Day | None:
    """Give the first day, not before `first`, on which a work can be finished when these parts are done."""
    waits = [done.get(need.part) for need in needs(problem, work)]
    if None in waits:
        return None
    ready = [done[need.part] + need.days for need in needs(problem, work)]
    day = first_open(problem, max([work.earliest, first, *ready]))
    return None if day is None or day > work.latest else day


def in_order(problem: Problem, chosen: Collection[str]) -> list[str] | None:
    """List works, each after all those that do what it needs; None where they go round in a circle."""
    makers: dict[str, list[str]] = {}
    for name in chosen:
        for part in problem.works[name].parts:
            makers.setdefault(part, []).append(name)
    before = {
        name: {maker for need in needs(problem, problem.works[name]) for maker in makers.get(need.part, ())}
        for name in chosen
    }
    ordered, placed, left = list[str](), set[str](), list(chosen)
    while left:
        ready = [name for name in left if before[name] <= placed]
        if not ready:
            return None
        ordered += ready
        placed.update(ready)
        left = [name for name in left if name not in placed]
    return ordered


def finishes(
    problem: Problem, chosen: Collection[str], months: Mapping[str, Month] | None = None
) -> Mapping[str, Day] | None:
    """Give the day on which each chosen work can be finished at the earliest, in its month where months are given.

    None where one of them cannot be: something that it needs is not done, or there is no day left.
    """
    days, done = dict[str, Day](), dict[str, Day]()
    ordered = in_order(problem, sorted(chosen))
    for name in ordered or ():
        work, first = problem.works[name], 0
        if months is not None:
            bounds = span(problem, work, months[name])
            first = bounds[0] if bounds else len(problem.open_days)
        day = finish(problem, work, done, first)
        if day is None or (months is not None and day > problem.month_ends[months[name]]):
            return None
        days[name] = day
        for part in work.parts:
            done[part] = min(done.get(part, day), day)
    return None if ordered is None else days


def worth(problem: Problem, chosen: Collection[str]) -> frozenset[str]:
    """Name the parts that chosen works do together."""
    return frozenset(part for name in chosen for part in problem.works[name].parts)
