"""Evidence without a date."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note", refuses="where_doubted")
def evidence_date_unknown(case: Case) -> Iterator[Problem]:
    """佐证材料没有写日期。

    有日期要求的测评内容引用了这份材料，材料却没有写 `date`，也没有拍摄、录制日期或文件名里的日期。没有
    日期是不清楚，不是不合格：照片经聊天软件转发，往往会丢掉日期。材料照样有效（测评体系写了
    `doubtful_evidence: refused` 的除外），但测评组会问：请写上文件落款的日期，或照片拍摄的日期。
    """
    for name, entry in case.assessment.evidence.items():
        if entry.date is not None or case.day(name) is not None:
            continue
        citing = case.assessment.citing.get(name, ())
        dated = [indicator for indicator in citing if _asks_for_days(case, indicator)]
        said_once = len(dated) > 1 and len(dated) == len(citing)
        for indicator in [None] if said_once else dated:
            yield Problem(("evidence", name), tr("{name} 没有写日期 date", name=name), indicator, name)


def _asks_for_days(case: Case, indicator: str) -> bool:
    asked = case.rubric.indicators.get(indicator)
    return asked is not None and asked.evidence.window != "any"
