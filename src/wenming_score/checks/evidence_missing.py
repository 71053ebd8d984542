"""A ledger entry whose file is not there."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error", refuses=True)
def evidence_missing(case: Case) -> Iterator[Problem]:
    """台账里登记的文件找不到，或者不是能读的普通文件。

    The path of a ledger entry, taken from the evidence root (the unit file's folder unless `--evidence-root`),
    leads to no file, to a folder, to a device, or to a file that may not be read. Such evidence carries nothing.
    Upper and lower case count: 现场.JPG is not 现场.jpg.

        E002: {path: 01-学雷锋/现场1.jpg, type: photo}    # the folder has 现场1.JPG
    """
    for name, fact in case.files.items():
        path = case.assessment.evidence[name].path
        if fact.state == "missing":
            yield Problem(("evidence", name, "path"), tr("找不到文件 {path}", path=path), evidence=name)
        elif fact.state == "unreadable":
            message = tr("不能用的文件 {path}：{detail}", path=path, detail=fact.detail)
            yield Problem(("evidence", name, "path"), message, evidence=name)
