"""A ledger entry whose file has nothing in it."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error", refuses=True)
def evidence_empty(case: Case) -> Iterator[Problem]:
    """台账里登记的文件是空的（0 字节）。

    A file without a single byte proves nothing: most often a copy or an upload that broke off. Copy it again.
    Such evidence carries nothing.
    """
    for name, fact in case.files.items():
        if fact.state == "empty":
            message = tr("文件 {path} 是空的（0 字节），请重新拷贝", path=case.assessment.evidence[name].path)
            yield Problem(("evidence", name, "path"), message, evidence=name)
