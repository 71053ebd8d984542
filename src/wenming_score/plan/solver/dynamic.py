"""The exact way where no department runs out of time: work after work, only the undominated states are kept."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

from wenming_score.plan.solver.problem import Day, Problem
from wenming_score.plan.solver.timing import finish, in_order, needs

FEW_STATES, MANY_STATES = 6_000, 100_000
"""With more of the first it takes longer than the program does; more of the second are not worth waiting for."""

Chosen = tuple[str, "Chosen"] | None
State = tuple[tuple[int, ...], int, Chosen]
"""What some of the works cost, what they earn negated, and which they are; so that the best sorts first."""
Done = tuple[tuple[str, Day], ...]
Place = tuple[Done, tuple[int, ...]]
"""What later works must know: the parts done that they do or need, with their days, and what counts to each floor."""


class TooManyError(Exception):
    """There are too many states, or works that wait for each other."""


class Dynamic:
    """Solves one problem in whole numbers."""

    def __init__(self, problem: Problem, enough: Iterable[str], most_states: int = FEW_STATES) -> None:
        """Set up; `enough` are works that reach what is wanted, at whatever cost."""
        self.problem, self.most_states = problem, most_states
        self.order = _linked(problem)
        works = [problem.works[name] for name in self.order]
        figures = [part.gain for part in problem.parts.values()]
        scale = lcm(*(one.denominator for one in (*figures, problem.wanted, *problem.floors.values())))
        self.gains = {name: int(part.gain * scale) for name, part in problem.parts.items()}
        self.wanted = int(problem.wanted * scale)
        self.floors = {name: int(least * scale) for name, least in problem.floors.items() if least > 0}
        self.costs = _whole([work.cost for work in works])
        self.rest = [self._bound(index) for index in range(len(works) + 1)]
        index = {name: at for at, name in enumerate(self.order)}
        self.most = sum(self.costs[index[name]][0] for name in enough)

    def solve(self) -> tuple[str, ...] | None:
        """Choose the works; None where what is wanted cannot be reached."""
        nothing = (0,) * len(self.costs[0]) if self.costs else ()
        states: dict[Place, list[State]] = {((), (0,) * len(self.floors)): [(nothing, 0, None)]}
        for index in range(len(self.order)):
            made: dict[Place, list[State]] = {}
            for place, some in states.items():
                self._go_on(index, place, some, made)
            states = {place: kept for place, some in made.items() if (kept := self._undominated(some, index + 1))}
            if sum(map(len, states.values())) > self.most_states:
                raise TooManyError
        full = tuple(self.floors.values())
        ends = (state for (_, floors), some in states.items() if floors == full for state in some)
        best = min((state for state in ends if -state[1] >= self.wanted), default=None)
        return None if best is None else tuple(sorted(_unfold(best[2])))

    def _go_on(self, index: int, place: Place, some: list[State], made: dict[Place, list[State]]) -> None:
        """Leave the work out, and take it where that can be done and does something new, or sooner."""
        work, (known, floors) = self.problem.works[self.order[index]], place
        done, after = dict(known), self.rest[index + 1]
        if after.can_fill(floors, self.floors):
            made.setdefault((_kept(done, after.known), floors), []).extend(some)
        day = finish(self.problem, work, done)
        new = [part for part in work.parts if part not in done]
        if day is None or not (new or any(day < done[part] for part in work.parts)):
            return
        filled = self._filled(floors, new)
        for part in work.parts:
            done[part] = min(done.get(part, day), day)
        if after.can_fill(filled, self.floors):
            gain, cost = sum(self.gains[part] for part in new), self.costs[index]
            taken = (
                (tuple(map(int.__add__, spent, cost)), lost - gain, (work.id, chosen)) for spent, lost, chosen in some
            )
            made.setdefault((_kept(done, after.known), filled), []).extend(taken)

    def _filled(self, floors: tuple[int, ...], new: Sequence[str]) -> tuple[int, ...]:
        parts = self.problem.parts
        return tuple(
            min(least, there + sum(self.gains[part] for part in new if name in parts[part].floors))
            for there, (name, least) in zip(floors, self.floors.items(), strict=True)
        )

    def _undominated(self, some: list[State], index: int) -> list[State]:
        """Keep what is cheaper than all that earns more, and may still be the cheapest of all."""
        kept, most, rest = list[State](), -1, self.rest[index]
        for state in sorted(some):
            gain = -state[1]
            if gain > most and gain + rest.gain >= self.wanted:
                if state[0][0] + rest.least_cost(self.wanted - gain) <= self.most:
                    kept.append(state)
                most = gain
                if gain >= self.wanted:
                    break
        return kept

    def _bound(self, index: int) -> "Rest":
        names = self.order[index:]
        works = [self.problem.works[name] for name in names]
        known = {part for work in works for part in work.parts}
        floors = tuple(
            sum(self.gains[part] for part in known if name in self.problem.parts[part].floors) for name in self.floors
        )
        rates = sorted(
            (Fraction(cost[0], gain), gain, cost[0])
            for work, cost in zip(works, self.costs[index:], strict=True)
            if (gain := sum(self.gains[part] for part in work.parts))
        )
        needed = {need.part for work in works for need in needs(self.problem, work)}
        return Rest(sum(self.gains[part] for part in known), floors, frozenset(known | needed), rates)


class Rest:
    """What the works that come later can still bring, and what that costs at the least."""

    def __init__(
        self, gain: int, floors: tuple[int, ...], known: frozenset[str], rates: Sequence[tuple[Fraction, int, int]]
    ) -> None:
        """Add up the cheapest first."""
        self.gain, self.floors, self.known = gain, floors, known
        self.gains = list(accumulate((gain for _, gain, _ in rates), initial=0))
        self.costs = list(accumulate((cost for _, _, cost in rates), initial=0))

    def can_fill(self, there: tuple[int, ...], wanted: Mapping[str, int]) -> bool:
        """Tell whether every floor can still be reached."""
        return all(have + more >= least for have, more, least in zip(there, self.floors, wanted.values(), strict=True))

    def least_cost(self, gain: int) -> int:
        """Say below what nothing brings so much, taking the cheapest points first, and parts of works too."""
        if gain <= 0:
            return 0
        at = bisect_left(self.gains, gain)
        if at == len(self.gains):
            return self.costs[-1]
        whole, cost = self.gains[at - 1], self.costs[at - 1]
        return cost + (gain - whole) * (self.costs[at] - cost) // (self.gains[at] - whole)


def _whole(costs: Sequence[tuple[Fraction, ...]]) -> list[tuple[int, ...]]:
    """Scale each kind of cost to whole numbers."""
    scales = [lcm(*(one.denominator for one in kind)) for kind in zip(*costs, strict=True)]
    return [tuple(int(one * scale) for one, scale in zip(cost, scales, strict=True)) for cost in costs]


def _kept(done: Mapping[str, Day], known: frozenset[str]) -> Done:
    return tuple(sorted((part, day) for part, day in done.items() if part in known))


def _unfold(chosen: Chosen) -> Iterator[str]:
    while chosen is not None:
        name, chosen = chosen
        yield name


def _linked(problem: Problem) -> list[str]:
    """Order the works: what has to do with each other stands together, each after what it needs."""
    place = in_order(problem, list(problem.works))
    if place is None:
        raise TooManyError
    leader = {part: part for part in problem.parts}

    def find(part: str) -> str:
        while leader[part] != part:
            part = leader[part]
        return part

    for work in problem.works.values():
        for other in (*work.parts, *(need.part for need in needs(problem, work) if need.part in leader)):
            leader[find(other)] = find(work.parts[0])
    first = {name: at for at, name in reversed(list(enumerate(problem.works)))}
    group: dict[str, int] = {}
    for name, work in problem.works.items():
        group.setdefault(find(work.parts[0]), first[name])
    at = {name: index for index, name in enumerate(place)}
    return sorted(problem.works, key=lambda name: (group[find(problem.works[name].parts[0])], at[name]))
