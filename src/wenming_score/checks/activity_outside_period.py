"""An activity that was not held in the period."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def activity_outside_period(case: Case) -> Iterator[Problem]:
    """活动不在测评年度内。

    An activity counts only if all of its date lies inside the period; one that is planned, or was held before,
    is listed but not counted.

        A009: {title: 八一慰问, date: 2025-08-01, serves: [...]}     # period 2025-H1
    """
    period = case.assessment.period.span
    for name, activity in case.assessment.activities.items():
        if activity.date.inside(period) is False:
            message = tr(
                "活动“{title}”的日期 {date} 不在测评年度 {period} 之内，不计入",
                title=activity.title, date=activity.date, period=period,
            )  # fmt: skip
            yield Problem(("activities", name, "date"), message, activity=name)
