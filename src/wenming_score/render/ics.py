"""The dates ahead of a unit as a calendar file: an all-day event each."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from wenming_score.render.trends import words
from wenming_score.text import inert, tr
from wenming_score.trend import Trend
from wenming_score.trend.dates import Ahead


def ics(trend: Trend) -> bytes:
    """Write the calendar; the same event has the same UID each time, so that a calendar takes it in only once."""
    calendar = Calendar()
    name = inert(tr("{unit}：往后的日期", unit=trend.unit))
    _fill(calendar, {"prodid": "-//wenming-score//wenming-score//ZH", "version": "2.0", "x-wr-calname": name})
    for one in trend.ahead:
        event = Event()
        _fill(event, _event(one, trend))
        calendar.add_component(event)
    return calendar.to_ical()


def _event(one: Ahead, trend: Trend) -> Mapping[str, str | date]:
    what = words.happening(one)
    return {
        "uid": _uid(one, trend),
        "dtstamp": datetime.combine(trend.as_of, time(), UTC),
        "dtstart": one.day,
        "dtend": one.day + timedelta(days=1),
        "summary": inert(tr("{what}（推定）", what=what) if one.assumed else what),
        "description": inert(_description(one, trend)),
        "transp": "TRANSPARENT",
    }


def _description(one: Ahead, trend: Trend) -> str:
    reserved = words.reservation(one)
    return tr("{unit}，{reserved}", unit=trend.unit, reserved=reserved) if reserved else trend.unit


def _fill(part: Calendar | Event, values: Mapping[str, str | date]) -> None:
    for name, value in values.items():
        part.add(name, value)  # pyright: ignore[reportUnknownMemberType] - the library takes any value


def _uid(one: Ahead, trend: Trend) -> str:
    known = f"{trend.unit}\n{one.kind}\n{one.title}\n{one.awarded}\n{one.day}"
    return f"{sha256(known.encode(errors='replace')).hexdigest()[:32]}@wenming-score"
