"""A survey of too few people."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.survey import Survey, SurveyAnswer
from wenming_score.text import tr


@check("warning")
def survey_sample_short(case: Case) -> Iterator[Problem]:
    """问卷份数不够。

    The rubric's sample rule asks for more forms than came back (`share` of a denominator, up to `at_most`). The
    survey then carries no points; hold it again with enough people.
    """
    for name, answer in case.assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        if isinstance(indicator, Survey) and isinstance(answer, SurveyAnswer) and not answer.blank:
            short = indicator.sample_short(answer, case.facts(indicator, {}))
            if short:
                yield Problem(("answers", name, "responses"), tr("样本不足：{short}", short=short), name)
