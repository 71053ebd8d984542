"""Dates of any precision, and the days that they stand for."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic_core import core_schema

from wenming_score.records import record
from wenming_score.text import tr
from wenming_score.values.words import Made


@record
class Span:
    """Whole days from `start` to `end`, both included."""

    start: date
    end: date

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def days(self) -> int:
        """Count the days."""
        return (self.end - self.start).days + 1

    def __str__(self) -> str:
        return f"{self.start}" if self.start == self.end else f"{self.start}~{self.end}"


@record
class When:
    """A date of any precision; `span` is None where the text cannot be read as a date."""

    text: str
    span: Span | None
    days: int | None = None

    def inside(self, window: Span) -> bool | None:
        """Tell whether all of it lies in the window; None where the date cannot be read."""
        return None if self.span is None else self.span in window

    def __str__(self) -> str:
        return self.text


_MONTHS = {"": 1, "Q": 3, "H": 6}
_COARSE = re.compile(r"((?:19|20)\d\d)(?:-(?=\d\d$|[QH]\d$)([QH]?)(\d+))?")
_DAYS_KEPT = 1000
"""How many days are kept in mind: units of one year name the same ones again and again."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _months(year: int, first: int, count: int) -> Span:
    last = first + count - 1
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _read_span(value: object) -> Span | None:
    if isinstance(value, date):
        return Span(value, value)
    text = str(value).strip()
    match = _COARSE.fullmatch(text)
    if match is None:
        return _read_day(text) if _DAY.fullmatch(text) else None
    if match[3] is None:
        return _months(int(match[1]), 1, 12)
    size, number = _MONTHS[match[2]], int(match[3])
    return _months(int(match[1]), (number - 1) * size + 1, size) if 1 <= number <= 12 // size else None


def _read_day(text: str) -> Span | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return Span(day, day)


def _read_range(value: Mapping[object, object]) -> When:
    unknown = set(value) - {"start", "end", "days"}
    if unknown or "start" not in value or "end" not in value:
        raise ValueError(tr("日期范围要写成 {{start: 2025-03-01, end: 2025-04-16}}，可以加 days: 47"))
    days = value.get("days")
    if days is not None and (not isinstance(days, int) or isinstance(days, bool)):
        raise ValueError(tr("days 要写整数"))
    text = f"{value['start']}~{value['end']}"
    start, end = _read_span(value["start"]), _read_span(value["end"])
    if start is None or end is None:
        return When(text, None, days)
    if end.end < start.start:
        raise ValueError(tr("结束日期早于开始日期"))
    return When(text, Span(start.start, end.end), days)


@lru_cache(_DAYS_KEPT)
def _on(day: date) -> When:
    return When(str(day), Span(day, day))


def read_when(value: object) -> When:
    """Read a day, month, quarter, half, year or range; what is masked or damaged keeps its text and no span."""
    if isinstance(value, date):
        return _on(value)
    if isinstance(value, When):
        return value
    if isinstance(value, dict):
        return _read_range({str(key): item for key, item in value.items()})  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType, reportUnknownMemberType] - any mapping will do
    if isinstance(value, (str, int, Decimal)) and not isinstance(value, bool):
        return When(str(value), _read_span(value))
    raise ValueError(tr("日期要写成 2025-03-05、2025-03、2025-Q1、2025-H1、2025 或 {{start, end}}"))


_DATE_SCHEMA = {
    "anyOf": [
        {"type": "string", "description": "2025-03-05 | 2025-03 | 2025-Q1 | 2025-H1 | 2025"},
        {"type": "integer", "minimum": 1900, "maximum": 2099},
        {
            "type": "object",
            "properties": {"start": {"type": "string"}, "end": {"type": "string"}, "days": {"type": "integer"}},
            "required": ["start", "end"],
            "additionalProperties": False,
        },
    ]
}
AnyDate = Annotated[When, Made(core_schema.no_info_plain_validator_function(read_when), _DATE_SCHEMA)]


def months_before(day: date, months: int) -> date:
    """Go back whole months, to the last day of a shorter month where the day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
