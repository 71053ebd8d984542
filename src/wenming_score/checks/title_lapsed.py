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

    称号的有效期 `valid_until` 到判断之日已经过了，`status` 却没有写已失效（lapsed）或已撤销
    （revoked）。称号不是终身的：请重新申报，或者更正日期。
    """
    for position, title in enumerate(case.assessment.titles):
        if lapsed(title, case.as_of):
            message = tr("“{name}”有效期至 {until}，已过期", name=title.name, until=title.valid_until)
            yield Problem(("titles", position, "valid_until"), message)
