"""Calendar files: an all-day event for each date to keep in mind."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from wenming_score.records import record
from wenming_score.text import inert


@record
class Entry:
    """A day; `known` tells it from every other, so that a calendar which has it takes it for the same."""

    known: tuple[str, ...]
    day: date
    summary: str
    description: str
    ahead: int = 0
    """How many days before it people are to be reminded; 0 is not at all."""


def ics(name: str, as_of: date, entries: Iterable[Entry]) -> bytes:
    """Write a calendar; the same event has the same UID each time."""
    calendar = Calendar()
    _fill(calendar, {"prodid": "-//wenming-score//wenming-score//ZH", "version": "2.0", "x-wr-calname": inert(name)})
    for entry in entries:
        event = Event()
        _fill(event, _event(entry, as_of))
        if entry.ahead:
            alarm = Alarm()
            reminder = {"action": "DISPLAY", "description": inert(entry.summary)}
            _fill(alarm, {**reminder, "trigger": -timedelta(days=entry.ahead)})
            event.add_component(alarm)
        calendar.add_component(event)
    return calendar.to_ical()


def _event(entry: Entry, as_of: date) -> Mapping[str, str | date]:
    return {
        "uid": _uid(entry),
        "dtstamp": datetime.combine(as_of, time(), UTC),
        "dtstart": entry.day,
        "dtend": entry.day + timedelta(days=1),
        "summary": inert(entry.summary),
        "description": inert(entry.description),
        "transp": "TRANSPARENT",
    }


def _fill(part: Calendar | Event | Alarm, values: Mapping[str, str | date | timedelta]) -> None:
    for name, value in values.items():
        part.add(name, value)  # pyright: ignore[reportUnknownMemberType] - the library takes any value


def _uid(entry: Entry) -> str:
    return f"{sha256(chr(10).join(entry.known).encode(errors='replace')).hexdigest()[:32]}@wenming-score"
