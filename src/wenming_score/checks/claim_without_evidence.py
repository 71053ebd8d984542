"""A claim that nothing backs."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.base import Answer
from wenming_score.kinds.deduction import DeductionAnswer
from wenming_score.kinds.grade import GradeAnswer
from wenming_score.text import tr


@check("warning")
def claim_without_evidence(case: Case) -> Iterator[Problem]:
    """写了做到，却没有一份佐证材料。

    自评里写了内容（计分点、数量、等次或问卷），却没有写佐证材料，也没有活动服务于这一项。没有材料就
    不得分：请补上 `evidence`；没有做到的，请从自评里删去。测评组评的等次和如实写出的问题（`lacks`）
    不要求材料。
    """
    for name, answer in case.assessment.answers.items():
        if name in case.rubric.indicators and _claims(answer) and not case.assessment.cited(name):
            title = case.rubric.indicators[name].label
            yield Problem(("answers", name), tr("{title}填了内容，但没有佐证材料，不得分", title=title), name)


def _claims(answer: Answer) -> bool:
    if isinstance(answer, DeductionAnswer) or answer.blank or answer.not_applicable is not None:
        return False
    return not (isinstance(answer, GradeAnswer) and answer.graded_by == "reviewer")
