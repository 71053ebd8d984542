"""When each chosen task falls due: in the month that has the least to do, or as capacity has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from wenming_score.plan.posing import Doable, Posing

Link = tuple[str, int]
"""A task, and the days that must lie between."""
Place = tuple[str, int]
"""A department and a month."""


def shares(work: Doable, month: int) -> Mapping[Place, Fraction]:
    """Give the person-days that a work finished in a month takes in that and in those before."""
    months = range(max(0, month - work.spread + 1), month + 1)
    return {(work.owner.department, one): work.person_days / len(months) for one in months}


def _papers(work: Doable) -> str:
    """Name the indicator whose papers a work is to see to: those of one are put in order at one time."""
    first = work.todos[0]
    return "" if first.portion.held or first.portion.after else first.indicator.id


@dataclass(frozen=True)
class Timetable:
    """Dates for the works that were chosen, each with the first day on which it can be finished."""

    posing: Posing
    finished: Mapping[str, int]

    @cached_property
    def works(self) -> Mapping[str, Doable]:
        """Index the chosen works."""
        return {name: self.posing.doables[name] for name in sorted(self.finished)}

    @cached_property
    def before(self) -> Mapping[str, tuple[Link, ...]]:
        """Name for each the tasks that must be done before."""
        doing = {todo.id: name for name, work in self.works.items() for todo in work.todos}
        needs = self.posing.needs
        return {
            name: tuple((doing[need.part], need.days) for todo in work.todos for need in needs[todo.id])
            for name, work in self.works.items()
        }

    @cached_property
    def following(self) -> Mapping[str, tuple[Link, ...]]:
        """Name for each the tasks that wait for it."""
        return {
            name: tuple((later, days) for later, links in self.before.items() for first, days in links if first == name)
            for name in self.works
        }

    @cached_property
    def latest(self) -> Mapping[str, int]:
        """Give the last day on which each can be finished so that those that wait for it still can."""
        return self._backwards({name: self._own_latest(name) for name in self.works})

    @cached_property
    def due(self) -> Mapping[str, int]:
        """Give the day on which each falls due: the last that does in its month."""
        ends = self.posing.month_ends
        return self._backwards({name: min(self._own_latest(name), ends[self.months[name]]) for name in self.works})

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Choose a month for each."""
        if self.posing.case.assessment.capacity:
            return {name: self.month(day) for name, day in self.finished.items()}
        return self._levelled()

    @cached_property
    def load(self) -> Mapping[Place, Fraction]:
        """Add up what each department is given to do in each month."""
        totals: dict[Place, Fraction] = {}
        for name, work in self.works.items():
            for place, days in shares(work, self.month(self.due[name])).items():
                totals[place] = totals.get(place, Fraction(0)) + days
        return totals

    def put_off(self, name: str) -> int:
        """Give the day until which one can be put off while the others stay where they are."""
        waiting = (self.due[later] - days for later, days in self.following[name])
        return self._open_before(min([self._own_latest(name), self._last_with_room(name), *waiting]))

    def _last_with_room(self, name: str) -> int:
        """Give the end of the last month until which a department has time for a work in each."""
        work, ends = self.works[name], self.posing.month_ends
        month = self.month(self.due[name])
        own = shares(work, month)
        while month + 1 < len(ends) and self._fits(shares(work, month + 1), own):
            month += 1
        return ends[month]

    def _fits(self, wanted: Mapping[Place, Fraction], own: Mapping[Place, Fraction]) -> bool:
        """Tell whether there is time for these person-days in place of a work's own."""
        for place, days in wanted.items():
            capacity = self.posing.capacity(*place)
            if capacity is not None and self.load.get(place, 0) - own.get(place, 0) + days > capacity:
                return False
        return True

    def day(self, offset: int) -> date:
        """Turn a number of days into a date."""
        return self.posing.case.as_of + timedelta(days=offset)

    def _levelled(self) -> Mapping[str, int]:
        months: dict[str, int] = {}
        first: dict[str, int] = {}
        load: dict[tuple[str, int], Fraction] = {}
        for name in self._in_order():
            work = self.works[name]
            earliest = max([self.finished[name], *(first[one] + days for one, days in self.before[name])])
            places = {
                month: day
                for month in range(self.month(earliest), self.month(self.latest[name]) + 1)
                if (day := self._first_open(max(earliest, self._start(month)))) <= self.latest[name]
            }
            department, papers = work.owner.department, _papers(work)
            beside = {months[other] for other in months if papers and _papers(self.works[other]) == papers}
            months[name] = min(
                places,
                key=lambda month: (month not in beside, load.get((department, month), Fraction(0)), month),
            )
            first[name] = places[months[name]]
            place = department, months[name]
            load[place] = load.get(place, Fraction(0)) + work.person_days
        return months

    @cached_property
    def _ordered(self) -> Sequence[str]:
        """List the tasks, each after those before it."""
        ordered, left = list[str](), list(self.works)
        while left:
            waiting = {*left}
            ordered += [name for name in left if not waiting.intersection(first for first, _ in self.before[name])]
            left = [name for name in left if waiting.intersection(first for first, _ in self.before[name])]
        return ordered

    def _in_order(self) -> list[str]:
        """List the tasks, each after those before it, the most pressing first."""
        depth: dict[str, int] = {}
        for name in self._ordered:
            depth[name] = 1 + max((depth[one] for one, _ in self.before[name]), default=0)
        return sorted(self.works, key=lambda name: (depth[name], self.latest[name], name))

    def _backwards(self, ends: Mapping[str, int]) -> Mapping[str, int]:
        """Move each day forward so far that what waits for it has its time."""
        days: dict[str, int] = {}
        for name in reversed(self._ordered):
            waiting = (days[later] - gap for later, gap in self.following[name])
            days[name] = self._open_before(min([ends[name], *waiting]))
        return days

    def _own_latest(self, name: str) -> int:
        return min(self.posing.offset(self.works[name].window.end), self.posing.month_ends[-1])

    def month(self, day: int) -> int:
        """Tell in which month a day lies."""
        return next(month for month, end in enumerate(self.posing.month_ends) if day <= end)

    def _start(self, month: int) -> int:
        return self.posing.month_ends[month - 1] + 1 if month else 0

    def _first_open(self, day: int) -> int:
        days = self.posing.open_days
        return days[day] if day < len(days) else len(days) + day

    def _open_before(self, day: int) -> int:
        days = self.posing.open_days
        return next(one for one in range(min(day, len(days) - 1), -1, -1) if days[one] == one)
