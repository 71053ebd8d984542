"""An indicator that may not be set aside."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error")
def not_applicable_refused(case: Case) -> Iterator[Problem]:
    """不适用没有被接受。

    `not_applicable` 要用文字写明理由，而且只有测评体系列明的测评内容（`not_applicable_to`）可以不适
    用，其余的每个单位都适用。没有被接受的，按没有填写计分：请写明理由，或者照实自评。

        assistance-pairing: {not_applicable: 本单位无对口帮扶任务}
    """
    for name, answer in case.assessment.answers.items():
        if answer.not_applicable is None or name not in case.rubric.indicators:
            continue
        wrong = case.spared_wrongly(name, answer.not_applicable)
        if wrong:
            message = tr("{title}不能按不适用处理：{wrong}", title=case.rubric.indicators[name].label, wrong=wrong)
            yield Problem(("answers", name, "not_applicable"), message, name)
