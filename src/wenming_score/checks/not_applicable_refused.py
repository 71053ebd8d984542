"""An indicator that may not be set aside."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error")
def not_applicable_refused(case: Case) -> Iterator[Problem]:
    """不适用没有被接受。

    `not_applicable` wants a reason in words, and only the indicators that the rubric names (`not_applicable_to`)
    may be set aside; the others apply to every unit. The indicator scores as if nothing had been answered.

        assistance-pairing: {not_applicable: 本单位无对口帮扶任务}
    """
    for name, answer in case.assessment.answers.items():
        if answer.not_applicable is None or name not in case.rubric.indicators:
            continue
        wrong = case.spared_wrongly(name, answer.not_applicable)
        if wrong:
            message = tr("{title}不能按不适用处理：{wrong}", title=case.rubric.indicators[name].label, wrong=wrong)
            yield Problem(("answers", name, "not_applicable"), message, name)
