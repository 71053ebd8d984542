"""An item without a self score."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.rubric import Item
from wenming_score.text import tr


@check("note")
def self_score_missing(case: Case) -> Iterator[Problem]:
    """没有自评分。

    自评分可以不写；但写就写全。一个测评项目的各项内容都没有自评分，`self_scores` 里也没有写它的，就
    提示一次；整份文件一个自评分也没有的，只提示一次。
    """
    assessment = case.assessment
    scored = {name for name, answer in assessment.answers.items() if answer.self_score is not None}
    if not scored and not assessment.self_scores:
        if assessment.answers:
            yield Problem(("answers",), tr("没有写自评分（self_score）；可以不写，但报告里就没有自评一栏"))
        return
    bare = [
        item.label for item in case.rubric.items if item.id not in assessment.self_scores and _bare(item, case, scored)
    ]
    if bare:
        yield Problem(("answers",), tr("有 {n} 项没有写自评分：{items}", n=len(bare), items=tr("、").join(bare)))


def _bare(item: Item, case: Case, scored: set[str]) -> bool:
    names = [indicator.id for indicator in item.indicators if not case.spared(indicator.id)]
    return bool(names) and scored.isdisjoint(names)
