"""A title that has run out."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.standing import lapsed
from wenming_score.text import tr


@check("warning")
def title_lapsed(case: Case) -> Iterator[Problem]:
    """荣誉称号已过有效期。

    A title's `valid_until` lies before the day of the report, and its status does not say that it lapsed or was
    revoked. A title is not for life: apply again, or correct the date.
    """
    for position, title in enumerate(case.assessment.titles):
        if lapsed(title, case.as_of):
            message = tr("“{name}”有效期至 {until}，已过期", name=title.name, until=title.valid_until)
            yield Problem(("titles", position, "valid_until"), message)
