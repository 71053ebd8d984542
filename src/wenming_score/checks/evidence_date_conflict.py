"""A declared date that the file itself contradicts."""

from collections.abc import Iterator
from datetime import date, timedelta

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.files import FileFact, Origin, origin_words
from wenming_score.finding import Problem
from wenming_score.text import tr
from wenming_score.values import Span

_EXACT: tuple[Origin, ...] = ("taken", "recorded", "name")
_BEFORE = timedelta(days=31)
_AFTER = timedelta(days=92)
_TYPED = {"docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt"}


@check("warning", refuses="where_doubted")
def evidence_date_conflict(case: Case) -> Iterator[Problem]:
    """登记的日期和文件自己的日期对不上。

    照片的拍摄日期、录音录像的录制日期、文件名里写的日期，和台账登记的不是同一天，就报出来。文档的日期要
    宽得多，因为先起草后印发、过后扫描都正常：只有最后一次保存早于登记日期一个月以上（多半是拿旧文件改了
    日期），或者 Word、Excel 等文档在登记日期一个季度以后才新建（多半是事后补造），才报。微信等软件转存
    的文件名不算日期，修改时间从来不看。材料照样有效，请核对：登记错了的改 `date`；相机钟不准的在 `note`
    里写明。

        E002: {path: 01-学雷锋/现场1.jpg, type: photo, date: 2025-03-05}    # 照片自己说拍于 2024-03-05
    """
    words = origin_words()
    dated = {name: fact for name, fact in case.files.items() if fact.inside.dates}
    for name, fact in dated.items():
        entry = case.assessment.evidence[name]
        declared = entry.date.span if entry.date else None
        if declared is None:
            continue
        for origin, day in _against(fact, declared):
            message = tr(
                "{name} 登记的日期是 {date}，{origin}是 {day}",
                name=name, date=entry.date, origin=words[origin], day=day,
            )  # fmt: skip
            yield Problem(("evidence", name, "date"), message, evidence=name)


def _against(fact: FileFact, declared: Span) -> Iterator[tuple[Origin, date]]:
    """Yield the first of the file's own dates that cannot go with the declared one."""
    for origin in _EXACT:
        day = fact.dated(origin)
        if day is not None:
            if Span(day, day) not in declared:
                yield origin, day
            return
    created, modified = fact.dated("created"), fact.dated("modified")
    last = max((day for day in (created, modified) if day), default=None)
    if last and last < declared.start - _BEFORE:
        yield "modified" if last == modified else "created", last
    elif created and fact.type in _TYPED and created > declared.end + _AFTER:
        yield "created", created
