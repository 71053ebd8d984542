"""A file that cannot be looked into."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning", refuses="where_doubted")
def evidence_unreadable(case: Case) -> Iterator[Problem]:
    """文件打不开或者看不全。

    文件在，但是内容损坏、加了密，或者大得不合常理，程序看不到里面。这样的材料先
    按有效算，请人打开核对；测评体系写了 `doubtful_evidence: refused` 的，按无效算。打不开的请换一份好
    的；加密的请去掉密码；太大的照片、压缩包请另存。

        E002: {path: 01-学雷锋/现场1.jpg, type: photo}     # 只拷了一半的照片
    """
    for name, fact in case.files.items():
        entry = case.assessment.evidence[name]
        if fact.state == "present" and fact.inside.fault:
            message = tr("{path} 看不到里面：{fault}，请打开核对", path=entry.path, fault=fact.inside.fault)
            yield Problem(("evidence", name, "path"), message, evidence=name)
