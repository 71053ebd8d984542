"""Evidence dated outside the indicator's window."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning", refuses="where_cited")
def evidence_outside_period(case: Case) -> Iterator[Problem]:
    """佐证材料的日期不在规定的时间内。

    材料的日期要在这一项规定的时间内：一般是测评年度；测评体系写了 `window: term` 的，是整个届期；写
    了 `window: any` 的（如长期有效的制度、规范），不限日期。只写到年或季度的日期（2025、2025-Q1）要
    全部落在里面才算。没有登记日期的照片、录音录像，看它自己的拍摄、录制日期或文件名里的日期。日期不合的材料对这一项无效：请换上规定时间内的材料，或更正写错的日期。

        E004: {path: 2024年方案.pdf, type: plan, date: 2024-02-20}     # 测评年度是 2025 年
    """
    windows = {name: case.assessment.window(one.evidence.window) for name, one in case.rubric.indicators.items()}
    widths = {*windows.values()} - {None}
    for name, entry in case.assessment.evidence.items():
        span = case.day(name)
        if span is None or all(span in window for window in widths if window):
            continue
        citing = [one for one in case.assessment.citing.get(name, ()) if one in windows]
        outside = {one: window for one in citing if (window := windows[one]) and span not in window}
        everywhere = len(citing) > 1 and len(outside) == len(citing) and len({*outside.values()}) == 1
        for indicator, window in list(outside.items())[: 1 if everywhere else None]:
            message = tr("{name} 的日期 {date} 不在 {window} 之内", name=name, date=entry.date or span, window=window)
            yield Problem(("evidence", name, "date"), message, None if everywhere else indicator, name)
