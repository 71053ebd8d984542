"""What is to be chosen from: parts that earn points, works that do them, and what time and hands there are."""

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction

from wenming_score.records import record

Day = int
"""Days since the plan's own day, which is 0."""
Month = int
"""Months since the one of the plan's own day, which is 0."""
Cost = tuple[Fraction, ...]
"""What is to be kept small, the first above all, then the second, and so on."""


@record
class Need:
    """A part that must be done first, and the days that must lie between; nothing that is never done is needed."""

    part: str
    days: Day


@record
class Part:
    """Something that earns points when it is done."""

    id: str
    gain: Fraction
    floors: frozenset[str] = frozenset()
    """The floors that its gain counts towards."""
    needs: tuple[Need, ...] = ()


@record
class Work:
    """Something that can be done once, and the parts that it does; several works may do the same part."""

    id: str
    parts: tuple[str, ...]
    cost: Cost
    earliest: Day
    latest: Day
    """The first and the last day on which it can be finished, if nothing else must come first."""
    department: str | None = None
    days: Fraction = Fraction(0)
    """Person-days of its department, in equal shares of the month of its finish and of those just before."""
    spread: Month = 1
    """Over how many months; those before the plan's own month are left out, and the others bear the whole."""


@record
class Problem:
    """Reach a number of points at the least cost."""

    parts: Mapping[str, Part]
    works: Mapping[str, Work]
    wanted: Fraction
    """How many points the parts done must earn together."""
    floors: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    """How many of them must count towards each floor."""
    open_days: tuple[Day, ...] = ()
    """For each day the first day from it on which work can be finished; a work that can be finished on none is out."""
    month_ends: tuple[Day, ...] = ()
    """The last day of each month."""
    capacity: Mapping[tuple[str, Month], Fraction] = field(default_factory=dict[tuple[str, Month], Fraction])
    """The person-days that a department has in a month; it has no bounds where none are given."""


@record
class Choice:
    """The works chosen, with the day on which each can be finished at the earliest."""

    finished: Mapping[str, Day]
    gain: Fraction
    cost: Cost
    reached: bool
    """Whether it earns what is wanted; otherwise it is the most that can be earned, at the least cost."""
    proved: bool
    """Whether nothing is better by what is to be kept small above all; else the search ended at its limit."""
    least: Fraction
    """Below that first cost nothing does as much."""
