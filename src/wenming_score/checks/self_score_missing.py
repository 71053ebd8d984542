"""An item without a self score."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note")
def self_score_missing(case: Case) -> Iterator[Problem]:
    """没有自评分。

    自评分可以不写；但写就写全。一个测评项目的各项内容都没有自评分，`self_scores` 里也没有写它的，就提示一次；
    整份文件一个自评分也没有的，只提示一次。
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
