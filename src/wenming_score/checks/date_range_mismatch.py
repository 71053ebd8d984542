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

    日期范围旁边写的 `days` 按日历核对，首尾两天都算。不是天天开展的，天数少一些也可能是对的：请去掉
    `days`，在 `note` 里说明。这个问题不影响得分。

        date: {start: 2020-02-01, end: 2020-03-18, days: 44}     # 应为 47 天: 2020 年是闰年
    """
    for place, when in dates(case.assessment, lambda when: when.days is not None):
        if when.span and when.days is not None and when.days != when.span.days:
            message = tr("{when} 共 {n} 天，写的是 {days} 天", when=when, n=when.span.days, days=when.days)
            yield Problem((*place, "days"), message)
