"""What each year's evidence is worth under each year's rules and with each year's standing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from fractions import Fraction
from itertools import permutations, product
from math import lcm
from typing import Literal

from wenming_score.compare.keys import Keys
from wenming_score.records import record
from wenming_score.report import IndicatorScore, Report

Side = Literal["before", "after"]
SIDES: tuple[Side, Side] = ("before", "after")
Key = tuple[Side, Side, Side]
"""Whose evidence, whose rules, whose standing."""
OLD: Key = ("before", "before", "before")
NEW: Key = ("after", "after", "after")
_FINEST = 10**150
"""The finest fraction that is reckoned with; only a made-up report has finer ones, and no end of digits."""


@record
class World:
    """Exact supported points, the item and the standards by the indicators' keys."""

    points: Mapping[str, Fraction]
    item: Mapping[str, str]
    standards: Mapping[str, tuple[str, ...]]
    beside: Fraction
    """Bonus points less penalties."""
    apart: frozenset[str] = field(default=frozenset())
    """Indicators that cannot be compared; no sum counts them."""

    @property
    def total(self) -> Fraction:
        """Add up everything; a total is never below 0."""
        lost = sum((self.points.get(name, Fraction(0)) for name in self.apart), Fraction(0))
        return max(Fraction(0), sum(self.points.values(), self.beside)) - lost

    def indicator(self, name: str) -> Fraction:
        """Give the points of an indicator; 0 where there is none."""
        return Fraction(0) if name in self.apart else self.points.get(name, Fraction(0))

    def in_item(self, item: str) -> Fraction:
        """Add up the indicators of an item."""
        return sum((self.indicator(name) for name, held in self.item.items() if held == item), Fraction(0))

    def in_standard(self, standard: str) -> Fraction:
        """Add up the indicators that count for a standard."""
        return sum((self.indicator(name) for name, held in self.standards.items() if standard in held), Fraction(0))


Worlds = Mapping[Key, World]


def world(report: Report, keys: Keys | None, apart: frozenset[str] = frozenset()) -> World:
    """Take the points of a report; `keys` are those of the earlier rubric, for a report by it."""
    named = keys or Keys({}, {}, {})
    parts = {
        named.indicators.get(one.id, one.id): (named.items.get(item.id, item.id), one)
        for item in report.items
        for one in item.indicators
    }
    return World(
        {name: Fraction(one.exact.supported) for name, (_, one) in parts.items()},
        {name: item for name, (item, _) in parts.items()},
        {name: tuple(named.standards.get(held, held) for held in one.standards) for name, (_, one) in parts.items()},
        Fraction(report.score.bonus) - Fraction(report.score.penalty),
        apart,
    )


def alike(before: Report, after: Report) -> bool:
    """Tell whether two reports are by one rubric and of the same parts."""
    old, new = (
        [(item.id, one.id, one.standards) for item in report.items for one in item.indicators]
        for report in (before, after)
    )
    return before.rubric.sha256 == after.rubric.sha256 and old == new


def worlds_by_shares(before: Report, after: Report) -> Worlds:
    """Imagine the worlds of two reports by one rubric: evidence earns a share, standing says of how many points."""
    old, new = ({one.id: one for item in report.items for one in item.indicators} for report in (before, after))
    ends = {"before": world(before, None), "after": world(after, None)}
    made: dict[Key, World] = {}
    for evidence, rules, status in product(SIDES, repeat=3):
        points = {name: _earned(old[name], new[name], evidence, status) for name in new}
        end = ends[evidence]
        made[evidence, rules, status] = World(points, end.item, end.standards, end.beside)
    return made


def _earned(old: IndicatorScore, new: IndicatorScore, evidence: Side, status: Side) -> Fraction:
    sides = {"before": old, "after": new}
    if (old.outcome == "not_applicable") != (new.outcome == "not_applicable"):
        return Fraction(sides[status].exact.supported)
    earning, standing = sides[evidence].exact, sides[status].exact
    full = Fraction(earning.full)
    return Fraction(earning.supported) / full * Fraction(standing.full) if full else Fraction(0)


def lent(worlds: Worlds, lenders: Mapping[Key, Mapping[str, Key]]) -> Worlds:
    """Take the points of what a year had nothing to prove for from the world that the other year lends."""
    return {
        key: replace(
            imagined,
            points={**imagined.points, **{name: worlds[lender].points[name] for name, lender in lenders[key].items()}},
        )
        for key, imagined in worlds.items()
    }


def summable(worlds: Worlds) -> bool:
    """Tell whether exact sums of the points can be written down."""
    finest = 1
    for imagined in worlds.values():
        for points in (*imagined.points.values(), imagined.beside):
            finest = lcm(finest, points.denominator)
            if finest > _FINEST:
                return False
    return True


def split(worlds: Worlds, value: Callable[[World], Fraction]) -> tuple[Fraction, Fraction, Fraction]:
    """Share a difference among evidence, rules and standing; the three add up to it.

    Whichever changes first meets the old rest, whichever changes last the new: the mean over all six orders in which
    the three can change is each one's share.
    """
    parts = [Fraction(0)] * 3
    for order in permutations(range(3)):
        for cause, key, following in _steps(order):
            parts[cause] += value(worlds[following]) - value(worlds[key])
    evidence, rules, status = (part / 6 for part in parts)
    return evidence, rules, status


def _steps(order: tuple[int, ...]) -> Iterator[tuple[int, Key, Key]]:
    """Change one after the other, from the old world to the new."""
    key = OLD
    for cause in order:
        changed: list[Side] = list(key)
        changed[cause] = "after"
        following: Key = (changed[0], changed[1], changed[2])
        yield cause, key, following
        key = following
