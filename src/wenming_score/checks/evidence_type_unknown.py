"""A file whose content is not what its name promises, nor anything known."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.filetypes import Family, ending, family, promised
from wenming_score.finding import Problem
from wenming_score.text import tr

_OPENED: frozenset[Family | None] = frozenset({"picture", "document", "audio", "video"})


@check("note", refuses="where_doubted")
def evidence_type_unknown(case: Case) -> Iterator[Problem]:
    """文件的内容认不出是什么格式。

    文件名说是图片、文档、录音或录像，内容却认不出来，或者只是普通文字：可能是占位的空文件、下载出错的网
    页、少见的格式。这样的材料先按有效算，请人打开核对；打不开的请换一份。测评体系写了
    `doubtful_evidence: refused` 的，按无效算。

        E001: {path: 01-学雷锋/方案.pdf, type: plan}      # 里面只有“待补”两个字
    """
    for name, fact in case.files.items():
        path = case.assessment.evidence[name].path or ""
        if fact.sha256 and family(fact.type) in {None, "text"} and promised(path) in _OPENED:
            message = tr("{path} 的内容不是 {ending} 格式，请打开核对", path=path, ending=ending(path))
            yield Problem(("evidence", name, "path"), message, evidence=name)
