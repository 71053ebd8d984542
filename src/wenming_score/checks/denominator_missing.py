"""A share of nobody knows how many."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.base import Answer
from wenming_score.text import tr


@check("warning")
def denominator_missing(case: Case) -> Iterator[Problem]:
    """算比例、人均的基数没有填。

    自评用到比例、人均、科室覆盖或抽样要求，`unit` 里却没有填它要除的那个数，没法计算。“全部”“100%”
    没有人数，证明不了什么。请在 `unit` 里补上。

        unit: {staff: 86, counts: {volunteers: 70}}
    """
    assessment = case.assessment
    for name, indicator in case.rubric.indicators.items():
        answer, served = assessment.answers.get(name), name in assessment.serving
        base = indicator.base()
        if base == "departments":
            missing = not assessment.unit.departments
        else:
            missing = base is not None and base not in assessment.counts
        if missing and (served or _says_something(answer)):
            place = ("answers", name) if answer else ("unit",)
            where = "unit" if base in {"staff", "departments"} else "unit.counts"
            message = tr("{title}要用基数 {base}，{where} 里没有填", title=indicator.label, base=base, where=where)
            yield Problem(place, message, name)


def _says_something(answer: Answer | None) -> bool:
    return answer is not None and answer.written and answer.not_applicable is None
