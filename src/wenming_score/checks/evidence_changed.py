"""A file that is no longer what was locked."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("error")
def evidence_changed(case: Case) -> Iterator[Problem]:
    """文件和锁定时不一样了。

    `evidence lock` 把每份材料的大小和 SHA-256 记进 evidence.lock。登记锁定以后，文件的内容变了，就报出
    来：可能是换了新版，也可能是拷贝坏了，或者被人改过。确实是换新版的，核对无误后重新运行
    `wenming-score evidence lock`；不是的，请找回原来的文件。

        E001: {path: 01-学雷锋/2025年方案.pdf, type: plan}    # 锁定时 48,120 字节, 现在 51,002 字节
    """
    for name, entry in case.assessment.evidence.items():
        locked, fact = case.lock.get(entry.path or ""), case.files.get(name)
        if not locked or not fact or not fact.sha256 or fact.sha256 == locked.sha256:
            continue
        if fact.size == locked.size:
            change = tr("大小没变（{size} 字节），内容变了", size=fact.size)
        else:
            change = tr("锁定时 {before} 字节，现在 {now} 字节", before=locked.size, now=fact.size)
        message = tr("文件 {path} 和锁定时不一样：{change}", path=entry.path, change=change)
        yield Problem(("evidence", name, "path"), message, evidence=name)
