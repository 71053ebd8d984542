"""A survey of too few people."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def survey_sample_short(case: Case) -> Iterator[Problem]:
    """问卷份数不够。

    收回的问卷少于测评体系要求的份数（基数的 `share`，最多 `at_most` 份）。份数不够的问卷不算支撑；
    请扩大范围，重新测评。
    """
    for name, answer in case.assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        if indicator and not answer.blank and answer.not_applicable is None:
            short = indicator.sample_short(answer, case.assessment.counts)
            if short:
                yield Problem(("answers", name, "responses"), tr("样本不足：{short}", short=short), name)
