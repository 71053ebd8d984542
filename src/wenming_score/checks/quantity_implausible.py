"""A number that cannot be right."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.count import Count, CountAnswer
from wenming_score.kinds.ratio import Ratio, RatioAnswer
from wenming_score.kinds.scale import mistaken_unit
from wenming_score.text import tr
from wenming_score.values import Quantity, plain


@check("warning")
def quantity_implausible(case: Case) -> Iterator[Problem]:
    """数量不合常理。

    数的是人，填的却比总人数还多；或者要填人，填的却是人次。人和人次是两种单位，人次除以人数可以超过
    100%，但得分不会超过满分。请核对数量和单位。

        volunteering-registered: {count: 120, evidence: [E010]}     # staff: 86
    """
    for name, answer in case.assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        if isinstance(indicator, Ratio) and isinstance(answer, RatioAnswer) and answer.count:
            base = case.assessment.counts.get(indicator.denominator)
            if indicator.unit == "人" and base and (answer.count.value or 0) > base:
                message = tr("{count} 多于基数 {base} 人：是不是人次？", count=answer.count, base=plain(base))
                yield Problem(("answers", name, "count"), message, name)
        if isinstance(indicator, (Ratio, Count)) and isinstance(answer, (RatioAnswer, CountAnswer)):
            yield from _unit(name, answer.count, indicator.unit)


def _unit(name: str, count: Quantity | None, unit: str) -> Iterator[Problem]:
    if mistaken_unit(count, unit):
        message = tr("填的是{given}，这一项数的是{unit}，不能混用", given=count, unit=unit)
        yield Problem(("answers", name, "count"), message, name)
