"""A date that is masked or damaged."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.checks.places import dates
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def date_unreadable(case: Case) -> Iterator[Problem]:
    """日期看不清或写坏了。

    打了码的（20xx）、缺了一截的（1228日）、日历上没有的（2025-02-30）日期，程序不去猜。佐证材料按没
    有写日期处理；活动不计数，因为说不清它是不是在测评年度内办的。请写成 2025-03-05、2025-03、
    2025-Q1、2025-H1、2025 或 {start, end}。
    """
    for place, when in dates(case.assessment, lambda when: when.span is None):
        yield Problem(place, tr("日期“{when}”看不清，请写成 2025-03-05 或 2025-03 这样的日期", when=when))
