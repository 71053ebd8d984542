"""The way where departments run out of time: a mixed integer program, its answers checked in exact fractions.

The solver reckons in floats, and a bound that is as tight as its tolerances misleads it. So rows are written in whole
numbers, with bounds half-way between two of them, or else loosened by a hair; an answer that then fails the exact check
is cut off by a row that every true answer obeys, and the solver is asked again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, gcd, isfinite, lcm

from wenming_score.plan.solver.highs import Model
from wenming_score.plan.solver.packing import overfull, shares
from wenming_score.plan.solver.problem import Day, Month, Problem, Work
from wenming_score.plan.solver.timing import finishes, first_open, needs, span, worth
from wenming_score.records import record

NODES = 1_000
"""Branches that the searches of a problem may look at together; without a limit a few problems would take minutes."""
SHORT = 200
"""After more of them nothing further is looked for that only decides among the cheapest."""
HAIR = 1e-5
"""Ten times the solver's tolerance."""
FINEST = 10_000
"""Rows are written in whole numbers where none of these is larger."""
HALF = 0.5
WHOLE = 0.9
"""Costs are whole numbers, so an answer within less than one of the best is the best."""

Months = Mapping[str, Month]
Pair = tuple[str, Month]
Terms = dict[int, float]


@record
class Found:
    """The months of the works chosen, None where there are none to choose; below what no others cost."""

    months: Months | None
    least: Fraction
    proved: bool


class Program:
    """One problem as columns and rows.

    There is a column for each month in which a work can be finished, for each work, and for what several works can do.
    Those of the works follow from those of their months, but a search that can decide by them is far shorter.
    """

    def __init__(self, problem: Problem) -> None:
        """Write down everything that does not depend on what is to be small."""
        self.problem, self.model, self.left = problem, Model(), NODES
        self.pairs: dict[Pair, int] = {
            (name, month): self.model.column(whole=True)
            for name, work in problem.works.items()
            for month in range(len(problem.month_ends))
            if span(problem, work, month) and not overfull(problem, {name: month})
        }
        self.months: dict[str, list[Month]] = {}
        for name, month in self.pairs:
            self.months.setdefault(name, []).append(month)
        self.works = {name: self._work(name) for name in self.months}
        self.parts = {name: self._part(makers) for name, makers in self._makers.items()}
        self._needs()
        self._capacity()

    def cheapest(self, start: Months | None = None) -> Found:
        """Choose the cheapest works that reach what is wanted; `least` is of the first kind of cost.

        `start` are works that do, if any are known.
        """
        self._reach(self.problem.wanted, self._gain(lambda _: True))
        for name, least in self.problem.floors.items():
            self._reach(least, self._gain(lambda part, name=name: name in self.problem.parts[part].floors))
        firsts: list[Found] = []
        months = start
        for kind in range(max((len(work.cost) for work in self.problem.works.values()), default=0)):
            if firsts and NODES - self.left > SHORT:
                break
            terms, scale = _whole({column: self.problem.works[name].cost[kind] for name, column in self.works.items()})
            found = self._solve(terms, self.problem.wanted, months)
            sure, months = found.proved and found.months is not None, months if found.months is None else found.months
            if months is None:
                return found
            firsts.append(Found(None, found.least / scale, sure))
            self.model.most(sum(terms[self.works[name]] for name in months) + WHOLE / 2, terms)
        return Found(months or {}, *((firsts[0].least, firsts[0].proved) if firsts else (Fraction(0), True)))

    def most(self) -> Found:
        """Earn the most that can be earned, at whatever cost; `least` is what nothing earns more than, negated."""
        terms, scale = _whole({column: -value for column, value in self._gain(lambda _: True).items()})
        found = self._solve(terms, Fraction(0), None)
        return Found(found.months, found.least / scale, found.proved)

    def days(self, months: Months) -> Mapping[str, Day]:
        """Give the day on which each work can be finished at the earliest."""
        return finishes(self.problem, months, months) or {}

    def _solve(self, costs: Terms, wanted: Fraction, start: Months | None) -> Found:
        while True:
            solved = self.model.solve(costs, WHOLE, self.left, None if start is None else self._columns(start))
            self.left = max(0, self.left - solved.nodes)
            columns = solved.columns
            least = Fraction(ceil(solved.least - HAIR)) if isfinite(solved.least) else Fraction(0)
            if columns is None:
                return Found(None, least, solved.proved)
            months = {name: month for (name, month), column in self.pairs.items() if columns[column] > 1 / 2}
            if not self._cut(months, wanted):
                return Found(months, least, solved.proved)
            if not self.left:
                return Found(None, least, proved=False)

    def _columns(self, months: Months) -> list[float]:
        columns = [0.0] * len(self.model.whole)
        for name, month in months.items():
            columns[self.pairs[name, month]] = columns[self.works[name]] = 1
        for name in worth(self.problem, months):
            columns[self.parts[name]] = 1
        return columns

    def _cut(self, months: Months, wanted: Fraction) -> bool:
        """Cut off an answer that fails the exact check; tell whether it did."""
        done = worth(self.problem, months)
        short = [least for name, least in self.problem.floors.items() if self._counted(done, name) < least]
        if _gain(self.problem, months) < wanted or short:
            self.model.least(1, {column: 1.0 for name, column in self.works.items() if name not in months})
            return True
        full, late = overfull(self.problem, months), self._late(months)
        for names in (*full, *late):
            sooner: Terms = dict.fromkeys(self._others(names), -1.0) if names in late else {}
            self.model.most(len(names) - 1, {**{self.pairs[name, months[name]]: 1.0 for name in names}, **sooner})
        return bool(full or late)

    def _counted(self, done: Collection[str], floor: str) -> Fraction:
        parts = (self.problem.parts[name] for name in done)
        return sum((part.gain for part in parts if floor in part.floors), Fraction(0))

    def _late(self, months: Months) -> list[frozenset[str]]:
        """Name works that cannot all be finished in their months, as few as tell."""
        if finishes(self.problem, months, months) is not None:
            return []
        behind = sorted((self._behind(name, months) for name in months), key=lambda names: (len(names), sorted(names)))
        return [next(names for names in behind if finishes(self.problem, names, months) is None)]

    def _behind(self, name: str, months: Months) -> frozenset[str]:
        """Name a work and all that it waits for."""
        found, left = {name}, [name]
        while left:
            wanted = {need.part for need in needs(self.problem, self.problem.works[left.pop()])}
            makers = [one for one in months if one not in found and wanted.intersection(self.problem.works[one].parts)]
            found.update(makers)
            left += makers
        return frozenset(found)

    def _others(self, names: Collection[str]) -> list[int]:
        """Give the columns of the works that could do, sooner, what these wait for."""
        wanted = {need.part for name in names for need in needs(self.problem, self.problem.works[name])}
        makers = {maker for part in wanted for maker in self._makers.get(part, ())}
        return sorted(self.works[maker] for maker in makers.difference(names))

    def _work(self, name: str) -> int:
        """Add the column that says whether a work is done in any of its months, of which there is at most one."""
        column = self.model.column(whole=True)
        self.model.exactly(0, {column: -1.0, **{self.pairs[name, month]: 1.0 for month in self.months[name]}})
        return column

    @cached_property
    def _makers(self) -> Mapping[str, Sequence[str]]:
        makers: dict[str, list[str]] = {}
        for name in self.works:
            for part in self.problem.works[name].parts:
                makers.setdefault(part, []).append(name)
        return makers

    def _part(self, makers: Sequence[str]) -> int:
        """Give the column that says whether a part is done: with its work, or with one of several."""
        if len(makers) == 1:
            return self.works[makers[0]]
        column = self.model.column(whole=False)
        self.model.most(0, {column: 1.0, **{self.works[name]: -1.0 for name in makers}})
        return column

    def _gain(self, counts: Callable[[str], bool]) -> dict[int, Fraction]:
        terms: dict[int, Fraction] = {}
        for name, column in self.parts.items():
            if counts(name):
                terms[column] = terms.get(column, Fraction(0)) + self.problem.parts[name].gain
        return terms

    def _reach(self, least: Fraction, terms: Mapping[int, Fraction]) -> None:
        if least > 0:
            whole, scale = _whole(terms)
            if max(whole.values(), default=0) <= FINEST:
                self.model.least(ceil(least * scale) - HALF, whole)
            else:
                self.model.least(float(least) - HAIR, _floats(terms))

    def _needs(self) -> None:
        """Let no work be finished before what it needs has been, nor before what that needs in turn."""
        for name, months in self.months.items():
            work = self.problem.works[name]
            for part, waits in self._before(work):
                until: Terms = {}
                for month in months:
                    until[self.pairs[name, month]] = 1.0
                    earlier = self._in_time(part, waits, work, month)
                    self.model.most(0, {**until, **dict.fromkeys(earlier, -1.0)})

    def _before(self, work: Work) -> Iterable[tuple[str, tuple[Day, ...]]]:
        """Yield all parts that come before a work, with the days to wait from each to the next, the last to the work.

        Those further off follow from the nearest, but not to the day: each month rounds a little.
        """
        found: dict[str, tuple[Day, ...]] = {}
        left = [(need.part, (need.days,)) for need in needs(self.problem, work)]
        while left:
            part, waits = left.pop()
            if part not in found or sum(found[part]) < sum(waits):
                found[part] = waits
                ahead = self.problem.parts[part].needs if len(waits) <= len(self.problem.parts) else ()
                left += [(need.part, (need.days, *waits)) for need in ahead]
        return found.items()

    def _in_time(self, part: str, waits: tuple[Day, ...], work: Work, month: Month) -> Iterable[int]:
        """Yield the columns that do a part early enough for a work to be finished in a month."""
        bounds = span(self.problem, work, month)
        for maker in self._makers.get(part, ()):
            for one in self.months[maker]:
                first = span(self.problem, self.problem.works[maker], one)
                ready = first[0] if first else None
                for days in waits:
                    ready = None if ready is None else first_open(self.problem, ready + days)
                if ready is not None and bounds and ready <= bounds[1]:
                    yield self.pairs[maker, one]

    def _capacity(self) -> None:
        load: dict[tuple[str, Month], dict[int, Fraction]] = {}
        for (name, month), column in self.pairs.items():
            work = self.problem.works[name]
            for one, days in shares(work, month):
                load.setdefault((work.department or "", one), {})[column] = days
        for place, terms in load.items():
            if place in self.problem.capacity:
                self._within(self.problem.capacity[place], terms)

    def _within(self, most: Fraction, terms: Mapping[int, Fraction]) -> None:
        whole, scale = _whole(terms)
        if max(whole.values()) <= FINEST:
            self.model.most(floor(most * scale) + HALF, whole)
        else:
            self.model.most(float(most) + HAIR, _floats(terms))


def _whole(terms: Mapping[int, Fraction]) -> tuple[Terms, Fraction]:
    """Scale factors to the smallest whole numbers, and say by how much."""
    values = terms.values()
    fine = lcm(*(value.denominator for value in values))
    scale = Fraction(fine, gcd(*(int(value * fine) for value in values)) or 1)
    return {column: float(value * scale) for column, value in terms.items()}, scale


def _floats(terms: Mapping[int, Fraction]) -> Terms:
    return {column: float(value) for column, value in terms.items()}


def _gain(problem: Problem, chosen: Collection[str]) -> Fraction:
    return sum((problem.parts[part].gain for part in worth(problem, chosen)), Fraction(0))
