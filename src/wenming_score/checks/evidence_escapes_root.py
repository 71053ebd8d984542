"""A ledger entry that leaves the evidence root."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error", refuses="everywhere")
def evidence_escapes_root(case: Case) -> Iterator[Problem]:
    """佐证材料的路径跑出了材料目录。

    路径是绝对路径，或者带有 `..`、盘符，或者途中有符号链接。程序不打开这样的文件，材料无效。请把文
    件放进材料目录，从材料目录开始写路径，这样整个文件夹才能完整移交。

        E003: {path: ../别的单位/方案.pdf, type: plan}
    """
    for name, fact in case.files.items():
        if fact.state == "escapes":
            path = case.assessment.evidence[name].path
            message = tr("{path}：{detail}，请把文件放进材料目录再登记", path=path, detail=fact.detail)
            yield Problem(("evidence", name, "path"), message, evidence=name)
