"""The least that every item and every standard must have."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

from wenming_score.plan.asking import Ask
from wenming_score.plan.document import Floor
from wenming_score.plan.timetable import Timetable
from wenming_score.records import record
from wenming_score.report import IndicatorScore, Report
from wenming_score.values import plain, shown


@record
class Bound:
    """A least number of points, and what is there of it."""

    kind: Literal["item", "standard"]
    id: str
    title: str
    full: Fraction
    now: Fraction
    wanted: Fraction

    @property
    def key(self) -> str:
        """Name it as the solver's parts do."""
        return f"{self.kind}:{self.id}"

    @property
    def short(self) -> Fraction:
        """Say how much is missing."""
        return max(Fraction(0), self.wanted - self.now)


def floors(report: Report, ask: Ask) -> tuple[Bound, ...]:
    """Make the bounds that were asked for."""
    return *_items(report, ask.item_share), *_standards(report, ask.standard_share)


def holds(floor: Floor, report: Report) -> bool:
    """Tell whether a report has as much as was asked for; what is no longer asked is no matter."""
    if floor.kind == "item":
        of_it = [one for item in report.items if item.id == floor.id for one in item.indicators]
    else:
        of_it = [one for item in report.items for one in item.indicators if floor.id in one.standards]
    return not of_it or _sums(of_it)[1] >= Fraction(floor.exact)


def reached(bounds: Iterable[Bound], table: Timetable) -> tuple[Floor, ...]:
    """Say what becomes of the bounds when the plan is done."""
    return tuple(_floor(bound, table) for bound in bounds)


def _items(report: Report, share: Fraction | None) -> Iterator[Bound]:
    for item in report.items if share is not None else ():
        full, now = _sums(item.indicators)
        yield Bound("item", item.id, item.title, full, now, full * (share or 0))


def _standards(report: Report, share: Fraction | None) -> Iterator[Bound]:
    indicators = [one for item in report.items for one in item.indicators]
    for standard in report.standards if share is not None else ():
        full, now = _sums([one for one in indicators if standard.id in one.standards])
        yield Bound("standard", standard.id, standard.title, full, now, full * (share or 0))


def _sums(indicators: Sequence[IndicatorScore]) -> tuple[Fraction, Fraction]:
    full = sum((Fraction(one.exact.full) for one in indicators), Fraction(0))
    return full, sum((Fraction(one.exact.supported) for one in indicators), Fraction(0))


def _floor(bound: Bound, table: Timetable) -> Floor:
    parts = table.posing.parts
    done = (parts[todo.id] for work in table.works.values() for todo in work.todos)
    planned = bound.now + sum((part.gain for part in done if bound.key in part.floors), Fraction(0))
    met = planned >= bound.wanted
    return Floor(
        kind=bound.kind,
        id=bound.id,
        title=bound.title,
        full=shown(bound.full),
        wanted=shown(bound.wanted) if met else -shown(-bound.wanted),
        exact=plain(bound.wanted),
        now=shown(bound.now),
        planned=shown(planned),
        met=met,
    )
