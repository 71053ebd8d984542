"""A number that is only about right."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.checks.places import indicator_at, quantities
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note")
def quantity_approximate(case: Case) -> Iterator[Problem]:
    """数量是约数。

    写了“约”“近”“左右”的数量按这个数计算，但复核时会被问到准数。请查实后写准数；只知道下限的写
    ">=42" 或 "42余"，不算约数。

        A003: {title: 健步走, date: 2025-10-28, serves: [...], participants: 约60}     # 签到表上是 57 人
    """
    for place, quantity in quantities(case.assessment):
        if quantity.bound == "about":
            yield Problem(place, tr("“{text}”是约数，请写准数", text=quantity.text), indicator_at(place))
