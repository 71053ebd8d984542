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

    A masked (20xx), cut (1228日) or impossible (2025-02-30) date is never guessed at. Evidence with such a date
    counts as undated; an activity with such a date is not counted, since nobody can say that it was held inside
    the period. Write 2025-03-05, 2025-03, 2025-Q1, 2025-H1, 2025 or {start, end}.
    """
    for place, when in dates(case.assessment):
        if when.span is None:
            yield Problem(place, tr("日期“{when}”看不清，请写成 2025-03-05 或 2025-03 这样的日期", when=when))
