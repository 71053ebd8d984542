"""An activity that was not held in the period."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def activity_outside_period(case: Case) -> Iterator[Problem]:
    """活动不在测评年度内。

    活动的日期要全部落在测评年度之内才计入；还只是计划的、以前办的，照列但不计数。请核对 `date`；确
    实不是本年度办的，不用再报。

        A009: {title: 八一慰问, date: 2025-08-01, serves: [...]}     # 测评年度是 2025-H1
    """
    period = case.assessment.period.span
    for name, activity in case.assessment.activities.items():
        if activity.date.inside(period) is False:
            message = tr(
                "活动“{title}”的日期 {date} 不在测评年度 {period} 之内，不计入",
                title=activity.title, date=activity.date, period=period,
            )  # fmt: skip
            yield Problem(("activities", name, "date"), message, activity=name)
