"""The traditional festivals, and the days that they fall on."""

from datetime import date, timedelta
from functools import cache

from wenming_score.values.dates import Span

_LUNAR = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
    "小年": (12, 23),
}
FESTIVALS = (*_LUNAR, "除夕", "清明")
_KNOWN = range(1901, 2100)
"""The lunar years of which the calendar knows every festival."""


def festival(word: str) -> str | None:
    """Name the festival that a word stands for, with or without 节; None where it is no traditional festival."""
    name = "".join(word.split())
    return next((one for one in (name, name.removesuffix("节")) if one in FESTIVALS), None)


def festival_near(name: str, span: Span) -> date | None:
    """Give the day of the festival that is nearest to a span; None where the calendar does not know these years."""
    first, last = span.start.year, span.end.year
    years = {*range(first - 1, first + 2), *range(last - 1, last + 2)}
    days = [_day(name, year) for year in sorted(years) if year in _KNOWN]
    return min(days, key=lambda day: max((span.start - day).days, (day - span.end).days, 0), default=None)


def festival_in(name: str, year: int) -> date | None:
    """Give the day of a festival of a lunar year; None where the calendar does not know the year."""
    return _day(name, year) if year in _KNOWN else None


@cache
def _day(name: str, year: int) -> date:
    """Reckon the day of a festival; the twelfth month of a lunar year mostly falls in the next year."""
    if name == "除夕":
        return _day("春节", year) - timedelta(days=1)
    # Imported here, since most files name no festival; it is typed, only not marked so.
    from borax.calendars import lunardate  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]

    if name == "清明":
        return lunardate.TermUtils.day_start_from_term(year, name)
    return lunardate.LunarDate(year, *_LUNAR[name]).to_solar_date()
