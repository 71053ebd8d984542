"""A ledger entry that leaves the evidence root."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error", refuses=True)
def evidence_escapes_root(case: Case) -> Iterator[Problem]:
    """佐证材料的路径跑出了材料目录。

    An absolute path, a `..`, a drive letter or a symbolic link on the way. The file is not opened. Put the file
    inside the evidence root and write its path from there, so that the folder can be handed over whole.

        E003: {path: ../别的单位/方案.pdf, type: plan}
    """
    for name, fact in case.files.items():
        if fact.state == "escapes":
            path = case.assessment.evidence[name].path
            message = tr("{path}：{detail}，请把文件放进材料目录再登记", path=path, detail=fact.detail)
            yield Problem(("evidence", name, "path"), message, evidence=name)
