"""What everything in an old and a new rubric is called in the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from wenming_score.kinds.base import Indicator, Titled
from wenming_score.kinds.checklist import Checklist
from wenming_score.kinds.coverage import Coverage
from wenming_score.kinds.deduction import Deduction
from wenming_score.kinds.grade import Grade
from wenming_score.kinds.survey import Survey
from wenming_score.rubric import Rubric

Names = Mapping[str, str]
"""Old names to new ones; what is not in it has no counterpart."""


@dataclass(frozen=True)
class Renames:
    """What is called what in an old and a new rubric; `was:` counts on either side, so that it can be asked backwards.

    Each old id has at most one new one. Where several old ids have become one, its own comes first, then those of
    `was:` in their order.
    """

    old: Rubric
    new: Rubric

    @property
    def back(self) -> "Renames":
        """Turn it round."""
        return Renames(self.new, self.old)

    @cached_property
    def items(self) -> Names:
        """Name the items."""
        return paired(self.old.items, self.new.items)

    @cached_property
    def indicators(self) -> Names:
        """Name the indicators, whatever item they stand in."""
        return paired(self.old.indicators.values(), self.new.indicators.values())

    @cached_property
    def standards(self) -> Names:
        """Name the standards."""
        return paired(self.old.standards, self.new.standards)

    @cached_property
    def red_lines(self) -> Names:
        """Name the red lines."""
        return paired(self.old.red_lines, self.new.red_lines)

    @cached_property
    def eligibility(self) -> Names:
        """Name the conditions for applying."""
        return paired(self.old.eligibility, self.new.eligibility)

    @cached_property
    def awards(self) -> Names:
        """Name what earns bonus points."""
        old, new = (rubric.bonus.awards if rubric.bonus else () for rubric in (self.old, self.new))
        return paired(old, new)

    @cached_property
    def penalties(self) -> Names:
        """Name the entries of the negative list."""
        old, new = (rubric.penalties.entries if rubric.penalties else () for rubric in (self.old, self.new))
        return paired(old, new)

    @cached_property
    def clauses(self) -> Mapping[str, Names]:
        """Name the clauses, lacks and expected things of each new indicator that has such."""
        named: dict[str, Names] = {}
        for before, after in self.indicators.items():
            inner = _inner(self.old.indicators[before], self.new.indicators[after])
            if inner is not None:
                named[after] = {**inner, **named.get(after, {})}
        return named

    @cached_property
    def recast(self) -> frozenset[str]:
        """Name the old indicators whose answers say nothing under the new rubric: other kind, other grades."""
        pairs = self.indicators.items()
        return frozenset(old for old, new in pairs if _recast(self.old.indicators[old], self.new.indicators[new]))


def renames(old: Rubric, new: Rubric) -> Renames:
    """Find what everything in a rubric is called in another."""
    return Renames(old, new)


def paired(old: Iterable[Titled], new: Iterable[Titled]) -> Names:
    """Pair things by `was:`, which may stand on either side, and else by their ids."""
    before, after = tuple(old), tuple(new)
    if _claimed(after, before) and not _claimed(before, after):
        turned: dict[str, str] = {}
        for younger, elder in _forward(after, before).items():
            turned.setdefault(elder, younger)
        return {one.id: turned[one.id] for one in before if one.id in turned}
    return _forward(before, after)


def _claimed(old: Iterable[Titled], new: Iterable[Titled]) -> dict[str, str]:
    """Map the old ids that some `was:` names, each to the first that does; what was so before is no claim."""
    there = {one.id: one.was for one in old}
    claims: dict[str, str] = {}
    for one in new:
        for name in one.was:
            if name in there and name != one.id and name not in there.get(one.id, ()):
                claims.setdefault(name, one.id)
    return claims


def _forward(old: Iterable[Titled], new: Iterable[Titled]) -> dict[str, str]:
    claims = _claimed(old, new)
    goes = {one.id: claims.get(one.id, one.id) for one in old}
    return {name: one.id for one in new for name in (one.id, *one.was) if goes.get(name) == one.id}


def _inner(old: Indicator, new: Indicator) -> Names | None:
    match old, new:
        case (Checklist(), Checklist()):
            return paired(old.clauses, new.clauses)
        case (Deduction(), Deduction()):
            return paired(old.lacks, new.lacks)
        case (Coverage(expected=tuple(before)), Coverage(expected=tuple(after))):
            return {name: name for name in before if name in after}
        case _:
            return None


def _recast(old: Indicator, new: Indicator) -> bool:
    if isinstance(old, Grade) and isinstance(new, Grade):
        return not old.grades.keys() <= new.grades.keys()
    if isinstance(old, Survey) and isinstance(new, Survey):
        return not old.weights.keys() <= new.weights.keys()
    if isinstance(old, Coverage) and isinstance(new, Coverage):
        return (old.expected == "departments") != (new.expected == "departments")
    return old.reads is not new.reads
