"""An item without a self score."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note")
def self_score_missing(case: Case) -> Iterator[Problem]:
    """没有自评分。

    The self score is optional, but where a unit gives some it should give all: an item none of whose indicators
    has one, and which `self_scores` does not name, is noted. Where there is no self score at all, one note says so.
    """
    assessment = case.assessment
    scored = {name for name, answer in assessment.answers.items() if answer.self_score is not None}
    if not scored and not assessment.self_scores:
        if assessment.answers:
            yield Problem(("answers",), tr("没有写自评分（self_score）；可以不写，但报告里就没有自评一栏"))
        return
    for item in case.rubric.items:
        names = {indicator.id for indicator in item.indicators}
        open_ = [name for name in names if not case.spared(name)]
        if open_ and item.id not in assessment.self_scores and not names & scored:
            yield Problem(("answers",), tr("{title}没有写自评分", title=item.label))
