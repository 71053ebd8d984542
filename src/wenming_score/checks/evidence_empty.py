"""A ledger entry whose file has nothing in it."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error", refuses="everywhere")
def evidence_empty(case: Case) -> Iterator[Problem]:
    """台账里登记的文件是空的（0 字节）。

    一个字节也没有的文件证明不了什么，多半是拷贝或上传中途断了。这样的材料无效，请重新拷贝。
    """
    for name, fact in case.files.items():
        if fact.state == "empty":
            message = tr("文件 {path} 是空的（0 字节），请重新拷贝", path=case.assessment.evidence[name].path)
            yield Problem(("evidence", name, "path"), message, evidence=name)
