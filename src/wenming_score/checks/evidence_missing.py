"""A ledger entry whose file is not there."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error", refuses="everywhere")
def evidence_missing(case: Case) -> Iterator[Problem]:
    """台账里登记的文件找不到，或者不是能读的普通文件。

    台账里的路径从材料目录算起（默认是自评文件所在的文件夹，可用 `--evidence-root` 另指）。那里没有
    这个文件，或者是文件夹、设备，或者没有读取权限。这样的材料无效，请核对路径。大小写也要一致：现场.JPG
    不是 现场.jpg。

        E002: {path: 01-学雷锋/现场1.jpg, type: photo}    # 文件夹里的是 现场1.JPG
    """
    for name, fact in case.files.items():
        if fact.state not in {"missing", "unreadable"}:
            continue
        path = case.assessment.evidence[name].path
        if fact.state == "missing":
            message = tr("找不到文件 {path}{hint}", path=path, hint=fact.detail)
        else:
            message = tr("不能用的文件 {path}：{detail}", path=path, detail=fact.detail)
        yield Problem(("evidence", name, "path"), message, evidence=name)
