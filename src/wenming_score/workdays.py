"""Which days people work on: as announced, as a calendar file says, or else as far as the law tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError

from wenming_score.finding import InputError, Mistake
from wenming_score.schema_errors import mistakes
from wenming_score.source import Document, read
from wenming_score.text import tr
from wenming_score.values import AnyDate, Frozen, Span, empty_list
from wenming_score.values.festivals import festival_in

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = 366
"""Days that one entry of a calendar file may stand for."""
_FIXED = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
_MOVING = {"春节": (-1, 4), "清明": (0, 1), "端午": (0, 1), "中秋": (0, 1)}
"""The statutory holidays since 2025 (全国年节及纪念日放假办法): the first day after the festival, and how many."""

Days = Annotated[tuple[AnyDate, ...], BeforeValidator(empty_list)]


class CalendarFile(Frozen):
    """What a calendar file says."""

    years: Annotated[tuple[Annotated[int, Field(ge=2000, le=2100)], ...], BeforeValidator(empty_list)] = Field(
        default=(), title="年份", description="这几年的放假安排已经写全"
    )
    holidays: Days = Field(default=(), title="放假")
    workdays: Days = Field(default=(), title="调休上班")


@dataclass(frozen=True)
class Workdays:
    """The working days of China, with what a calendar file adds."""

    known: frozenset[int] = frozenset()
    """Years whose arrangement the file gives in full."""
    said: Mapping[date, bool] = field(default_factory=dict[date, bool])
    """Days of the file, and whether people work on them."""

    def open(self, day: date) -> bool:
        """Tell whether people work on a day."""
        if day in self.said:
            return self.said[day]
        if day.year in self.known:
            return day.weekday() < _SATURDAY
        announced = _announced(day)
        return announced if announced is not None else day.weekday() < _SATURDAY and day not in _statutory(day.year)

    def offsets(self, start: date, end: date) -> tuple[int, ...]:
        """Give for each day from `start` to `end` how far from `start` the first working day from it on is.

        Days after the last working day are left out.
        """
        ahead: list[int] = []
        following: int | None = None
        for offset in range((end - start).days, -1, -1):
            if self.open(start + offset * _DAY):
                following = offset
            if following is not None:
                ahead.append(following)
        return tuple(reversed(ahead))

    def assumed(self, span: Span) -> tuple[int, ...]:
        """List the years of a span whose arrangement nobody has announced yet."""
        years = range(span.start.year, span.end.year + 1)
        return tuple(year for year in years if year not in self.known and _announced(date(year, 1, 1)) is None)


def load_calendar(path: Path | None, shown: str) -> Workdays:
    """Read a calendar file, if there is one; raise InputError with every mistake in it."""
    if path is None:
        return Workdays()
    document = read(path, shown)
    try:
        given = CalendarFile.model_validate(document.data)
    except ValidationError as error:
        raise InputError(mistakes(error, CalendarFile, document)) from None
    if wrong := list(_wrong(given, document)):
        raise InputError(sorted(wrong))
    days = {**dict.fromkeys(_each(given.holidays), False), **dict.fromkeys(_each(given.workdays), True)}
    return Workdays(frozenset(given.years), days)


def _wrong(given: CalendarFile, document: Document) -> Iterator[Mistake]:
    groups: tuple[tuple[Literal["holidays", "workdays"], Days], ...] = (
        ("holidays", given.holidays),
        ("workdays", given.workdays),
    )
    off = {*_each(given.holidays)}
    for name, entries in groups:
        for index, when in enumerate(entries):
            at = document.at((name, index))
            if when.span is None:
                yield Mistake(at, tr("日期“{text}”读不懂；要写成 2027-01-01，或 {{start: …, end: …}}", text=when))
            elif when.span.days > _LONGEST:
                yield Mistake(at, tr("{text} 太长，一条最多一年", text=when))
            elif name == "workdays" and (both := off.intersection(_each([when]))):
                yield Mistake(at, tr("{day} 又放假又上班，只能写一处", day=min(both)))


def _each(entries: "tuple[AnyDate, ...] | list[AnyDate]") -> Iterator[date]:
    for when in entries:
        if when.span is not None and when.span.days <= _LONGEST:
            yield from (when.span.start + offset * _DAY for offset in range(when.span.days))


def _announced(day: date) -> bool | None:
    """Tell by the announced arrangement whether people work on a day; None for a year that it does not know."""
    import chinese_calendar  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs] - only plans ask for days

    try:
        return bool(chinese_calendar.is_workday(day))  # pyright: ignore[reportUnknownMemberType] - it is untyped
    except NotImplementedError:
        return None


@cache
def _statutory(year: int) -> frozenset[date]:
    """Reckon the holidays that the law names, without any day shifted."""
    fixed = {date(year, month, day) for month, day in _FIXED}
    moving = {
        day + (first + number) * _DAY
        for name, (first, days) in _MOVING.items()
        if (day := festival_in(name, year))
        for number in range(days)
    }
    return frozenset(fixed | moving)
