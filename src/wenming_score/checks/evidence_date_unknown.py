"""Evidence without a date."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note")
def evidence_date_unknown(case: Case) -> Iterator[Problem]:
    """佐证材料没有写日期。

    有日期要求的测评内容引用了这份材料，材料却没有写 `date`。没有日期是不清楚，不是不合格：照片经聊
    天软件转发，往往会丢掉日期。材料照样有效，但测评组会问：请写上文件落款的日期，或照片拍摄的日期。
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
