"""The dates ahead of a unit as a calendar file."""

from wenming_score.render.ics import Entry, ics
from wenming_score.render.trends import words
from wenming_score.text import tr
from wenming_score.trend import Trend
from wenming_score.trend.dates import Ahead


def calendar(trend: Trend) -> bytes:
    """Write the calendar."""
    name = tr("{unit}：往后的日期", unit=trend.unit)
    return ics(name, trend.as_of, (_entry(one, trend) for one in trend.ahead))


def _entry(one: Ahead, trend: Trend) -> Entry:
    reserved = words.reservation(one)
    return Entry(
        known=(trend.unit, one.kind, one.title, one.awarded, str(one.day)),
        day=one.day,
        summary=tr("{what}（推定）", what=one.label) if one.assumed else one.label,
        description=tr("{unit}，{reserved}", unit=trend.unit, reserved=reserved) if reserved else trend.unit,
    )
