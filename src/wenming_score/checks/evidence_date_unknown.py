"""Evidence without a date."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note")
def evidence_date_unknown(case: Case) -> Iterator[Problem]:
    """佐证材料没有写日期。

    An entry that an indicator with a window cites has no `date`. No date means unknown, not wrong: messengers
    strip the date from photos. The evidence carries, but a reviewer will ask; write the date that the paper
    bears or the day on which the photo was taken.
    """
    for name, entry in case.assessment.evidence.items():
        dated = [
            indicator
            for indicator in case.assessment.citing.get(name, ())
            if indicator in case.rubric.indicators and case.rubric.indicators[indicator].evidence.window != "any"
        ]
        if entry.date is None and dated:
            indicator = dated[0] if len(dated) == 1 else None
            yield Problem(("evidence", name), tr("{name} 没有写日期 date", name=name), indicator, name)
