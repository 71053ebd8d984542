"""A period that leaves its term."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error")
def period_outside_term(case: Case) -> Iterator[Problem]:
    """测评年度不在届期之内。

    测评年度的开始和结束都要在届期之内，否则这一年的得分不属于任何一届。请核对 `term` 和 `period`。

        term: {start: 2023-01-01, end: 2025-12-31}
        period: {start: 2026-01-01, end: 2026-12-31}
    """
    period, term = case.assessment.period.span, case.assessment.term.span
    if period not in term:
        yield Problem(("period",), tr("测评年度 {period} 不在届期 {term} 之内", period=period, term=term))
