"""Leaving out what is not needed, work by work."""

from collections import Counter
from collections.abc import Collection, Iterable
from fractions import Fraction

from wenming_score.plan.solver.problem import Part, Problem
from wenming_score.plan.solver.timing import finishes, needs, worth


def trimmed(problem: Problem, chosen: Collection[str]) -> tuple[str, ...]:
    """Leave out what is not needed to reach what is wanted, the dearest first."""
    kept, works = dict.fromkeys(chosen), problem.works
    makers = Counter(part for name in chosen for part in {*works[name].parts})
    awaited = {need.part for name in chosen for need in needs(problem, works[name])}
    spare, in_time = _Spare(problem, chosen), finishes(problem, chosen) is not None
    for name in sorted(chosen, key=lambda one: (works[one].cost, one), reverse=True):
        parts = {*works[name].parts}
        lost = [problem.parts[part] for part in parts if makers[part] == 1]
        if not spare.covers(lost):
            continue
        # Where nothing waits for it, the others finish as they did.
        if not in_time or awaited & parts:
            if finishes(problem, [one for one in kept if one != name]) is None:
                continue
            in_time = True
        del kept[name]
        makers.subtract(parts)
        spare.lose(lost)
    return tuple(kept)


class _Spare:
    """What chosen works earn beyond what is wanted: in all, and for each floor."""

    def __init__(self, problem: Problem, chosen: Collection[str]) -> None:
        self._beyond = {None: -problem.wanted, **{name: -least for name, least in problem.floors.items()}}
        for name, gain in _gains(problem.parts[name] for name in worth(problem, chosen)).items():
            if name in self._beyond:
                self._beyond[name] += gain

    def covers(self, lost: Iterable[Part]) -> bool:
        """Tell whether what is wanted is reached without these parts."""
        gains = _gains(lost)
        return all(beyond >= gains.get(name, 0) for name, beyond in self._beyond.items())

    def lose(self, lost: Iterable[Part]) -> None:
        """Do without these parts."""
        for name, gain in _gains(lost).items():
            if name in self._beyond:
                self._beyond[name] -= gain


def _gains(parts: Iterable[Part]) -> dict[str | None, Fraction]:
    """Add up what parts earn: in all under None, and for each floor."""
    gains = dict[str | None, Fraction]()
    for part in parts:
        for name in (None, *part.floors):
            gains[name] = gains.get(name, Fraction(0)) + part.gain
    return gains
