"""A number that was never filled in."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.checks.places import indicator_at, quantities
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def quantity_placeholder(case: Case) -> Iterator[Problem]:
    """数量没有填，或者是占位的字。

    空着的，写成 `x`、`待填`、`约公里` 的，是没有填，不是 0，这个数不计入。请用阿拉伯数字写（写 42，
    不写四十二）；不是准数的，可以写成 ">=42"、"42余" 或 "约42"。
    """
    for place, quantity in quantities(case.assessment):
        if quantity.value is None:
            given = tr("“{text}”不是数量", text=quantity.text) if quantity.text else tr("数量是空的")
            yield Problem(place, tr("{given}，按没有填处理", given=given), indicator_at(place))
