"""A range whose stated days do not add up."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.checks.places import dates
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def date_range_mismatch(case: Case) -> Iterator[Problem]:
    """日期范围和写的天数对不上。

    `days` beside a range is checked against the calendar, both ends included. Fewer days may be right where the
    work was not done every day: then leave `days` out and say so in `note`. Nothing is refused for it.

        date: {start: 2020-02-01, end: 2020-03-18, days: 44}     # 47 days: 2020 is a leap year
    """
    for place, when in dates(case.assessment):
        if when.span and when.days is not None and when.days != when.span.days:
            message = tr("{when} 共 {n} 天，写的是 {days} 天", when=when, n=when.span.days, days=when.days)
            yield Problem((*place, "days"), message)
