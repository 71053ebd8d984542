"""The problem of a plan: what could be done, as parts and works for the solver."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from wenming_score.choices import Minimise
from wenming_score.facts import Case
from wenming_score.plan.document import Risk
from wenming_score.plan.owners import Owner, owner
from wenming_score.plan.solver import Need, Part, Problem, Work
from wenming_score.plan.solver.problem import Cost
from wenming_score.plan.todo import Loss, Todo
from wenming_score.records import record
from wenming_score.text import tr
from wenming_score.values import Span
from wenming_score.workdays import Workdays

MONTH = 30
"""Days of lead time that are a month's work."""
TIGHT = 14
"""With fewer days to spare than these a task is tight."""


@record
class Doable:
    """A work of the solver in the terms of the plan."""

    id: str
    todos: tuple[Todo, ...]
    owner: Owner
    person_days: Fraction
    lead: int
    window: Span

    @property
    def risks(self) -> tuple[Risk, ...]:
        """Name what may go wrong with it."""
        one_day = any(todo.festival for todo in self.todos) or self.window.days == 1
        found: Mapping[Risk, bool] = {
            "judged": any(todo.portion.judged for todo in self.todos),
            "one_day": one_day,
            "tight": not one_day and self.window.days <= TIGHT,
        }
        return tuple(name for name, there in found.items() if there)

    @property
    def spread(self) -> int:
        """Say over how many months its work goes on."""
        return 1 + self.lead // MONTH

    def cost(self, minimise: Minimise) -> Cost:
        """Say what is to be kept small, the first above all."""
        risk = Fraction(len(self.risks))
        costs = {"days": (self.person_days, Fraction(1), risk), "tasks": (Fraction(1), self.person_days, risk)}
        return costs.get(minimise, (risk, self.person_days, Fraction(1)))


@dataclass(frozen=True)
class Posing:
    """Puts the problem: what could be done about these losses from a day to another."""

    case: Case
    losses: Sequence[Loss]
    by: date
    workdays: Workdays
    minimise: Minimise

    @cached_property
    def todos(self) -> Mapping[str, Todo]:
        """Index all that could be done, were there time."""
        return {todo.id: todo for loss in self.losses for todo in loss.todos}

    @cached_property
    def open_days(self) -> tuple[int, ...]:
        """Give for each day the first working day from it on."""
        return self.workdays.offsets(self.case.as_of, self.by)

    @cached_property
    def month_ends(self) -> tuple[int, ...]:
        """Give the last day of each month up to the day."""
        ends, first = list[int](), self.case.as_of.replace(day=1)
        while first <= self.by:
            first = (first + timedelta(days=32)).replace(day=1)
            ends.append((first - timedelta(days=1) - self.case.as_of).days)
        return tuple(ends)

    @cached_property
    def needs(self) -> Mapping[str, tuple[Need, ...]]:
        """Name what must be done before each."""
        return {name: tuple(self._needs(todo)) for name, todo in self.todos.items()}

    def _needs(self, todo: Todo) -> Iterator[Need]:
        if todo.portion.after:
            yield Need(f"{todo.indicator.id}/{todo.portion.after}", int(todo.indicator.remedy.apart_days))
        for name in todo.indicator.remedy.after:
            for loss in self.losses:
                if loss.indicator.id == name:
                    yield from (Need(before.id, todo.lead) for before in loss.todos)

    @cached_property
    def closed(self) -> Mapping[str, str]:
        """Say of each part that can no longer be done why not."""
        closed = {name: todo.closed for name, todo in self.todos.items() if todo.closed}
        short = {loss.indicator.id for loss in self.losses if sum(todo.gain for todo in loss.todos) < loss.lost}
        ready: dict[str, int] = {}
        for name in self._in_order():
            todo = self.todos[name]
            before = [one for one in todo.indicator.remedy.after if one in short]
            before += [self.todos[need.part].indicator.id for need in self.needs[name] if need.part in closed]
            if before and name not in closed:
                title = self.case.rubric.indicators[before[0]].label
                closed[name] = tr("要先做完“{title}”，那一项做不到", title=title)
            elif name not in closed and (day := self._ready(name, ready)) is not None:
                ready[name] = day
            elif name not in closed:
                closed[name] = self._no_room(todo)
        return closed

    def _no_room(self, todo: Todo) -> str:
        if self.needs[todo.id]:
            return tr("要一次一次地做，{end} 以前排不下", end=todo.window.end)
        return tr("{start} 到 {end} 没有工作日", start=todo.window.start, end=todo.window.end)

    def _in_order(self) -> Iterator[str]:
        """Name the parts, each after those that it needs."""
        done: set[str] = set()
        left = list(self.todos)
        while ready := [name for name in left if all(need.part in done for need in self.needs[name])]:
            yield from ready
            done.update(ready)
            left = [name for name in left if name not in done]

    def _ready(self, name: str, ready: Mapping[str, int]) -> int | None:
        """Give the first day on which a part can be done when all that it needs is; None where there is none."""
        window, days = self.todos[name].window, self.open_days
        earliest = max([self.offset(window.start), *(ready[need.part] + need.days for need in self.needs[name])])
        found = days[earliest] if earliest < len(days) else None
        return found if found is not None and found <= self.offset(window.end) else None

    def offset(self, day: date) -> int:
        """Count the days from the plan's own day."""
        return (day - self.case.as_of).days

    @cached_property
    def doables(self) -> Mapping[str, Doable]:
        """Make the works: each part by itself, and what may be held together."""
        open_ = [todo for name, todo in self.todos.items() if name not in self.closed]
        single = [self._doable(todo) for todo in open_]
        joint = [self._doable(one, other) for one in open_ for other in open_ if self._together(one, other)]
        return {work.id: work for work in (*single, *joint) if work.window.start <= work.window.end}

    def _together(self, one: Todo, other: Todo) -> bool:
        """Tell whether one activity may count for both: as the rubric says, and the first with the first."""
        if not (one.portion.held and other.portion.held) or self.case.rubric.serves_at_most < len((one, other)):
            return False
        alike = not (one.portion.after or other.portion.after) or one.portion.tags != other.portion.tags
        return other.indicator.id in one.indicator.remedy.together and (alike or self._place(one) == self._place(other))

    def _place(self, todo: Todo) -> int:
        """Give its place among the parts of its indicator."""
        return [name for name, other in self.todos.items() if other.indicator is todo.indicator].index(todo.id)

    def _doable(self, *todos: Todo) -> Doable:
        first = todos[0]
        return Doable(
            id="+".join(todo.id for todo in todos),
            todos=todos,
            owner=owner(self.case, first.indicator.id, first.portion.departments),
            person_days=max(todo.person_days for todo in todos),
            lead=max(todo.lead for todo in todos),
            window=Span(max(todo.window.start for todo in todos), min(todo.window.end for todo in todos)),
        )

    def problem(self, wanted: Fraction, floors: Mapping[str, Fraction]) -> Problem:
        """Put it to the solver."""
        return Problem(
            parts=self.parts,
            works={name: self._work(work) for name, work in self.doables.items()},
            wanted=wanted,
            floors=floors,
            open_days=self.open_days,
            month_ends=self.month_ends,
            capacity=self._capacity(),
        )

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """Make the parts that can be done."""
        return {name: self._part(todo) for name, todo in self.todos.items() if name not in self.closed}

    def _part(self, todo: Todo) -> Part:
        item = self.case.rubric.item_of[todo.indicator.id].id
        floors = frozenset({f"item:{item}", *(f"standard:{name}" for name in todo.indicator.standards)})
        return Part(todo.id, todo.gain, floors, self.needs[todo.id])

    def _work(self, work: Doable) -> Work:
        return Work(
            id=work.id,
            parts=tuple(todo.id for todo in work.todos),
            cost=work.cost(self.minimise),
            earliest=self.offset(work.window.start),
            latest=self.offset(work.window.end),
            department=work.owner.department or None,
            days=work.person_days,
            spread=work.spread,
        )

    def month(self, index: int) -> str:
        """Name a month of the plan."""
        months = self.case.as_of.year * 12 + self.case.as_of.month - 1 + index
        return f"{months // 12}-{months % 12 + 1:02d}"

    def capacity(self, department: str, index: int) -> Fraction | None:
        """Give the person-days of a department in a month; None where it has no bounds."""
        said = self.case.assessment.capacity.get(department)
        return None if said is None else Fraction(said.months.get(self.month(index), said.monthly))

    def _capacity(self) -> Mapping[tuple[str, int], Fraction]:
        named = ((name, index) for name in self.case.assessment.capacity for index in range(len(self.month_ends)))
        return {place: days for place in named if (days := self.capacity(*place)) is not None}
