"""A file that no ledger entry names."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import inert, tr

_NAMED = 5


@check("note")
def evidence_unlisted(case: Case) -> Iterator[Problem]:
    """材料目录里有没登记的文件。

    材料目录里的文件，台账里没有登记：不登记就不算材料。该算的，用 `wenming-score evidence add` 登记；不
    该算的，移到别处，免得把草稿和别人的文件一起交上去。一个文件夹报一条。自评文件旁边的文档（报告、表
    格）只在台账也登记了那里的文件时才看；配置文件、说明（.md）、点号开头的和 `~$` 开头的临时文件不看。
    """
    for folder, paths in groupby(case.unlisted, lambda path: str(PurePosixPath(path).parent)):
        names = [inert(PurePosixPath(path).name) for path in paths]
        listed = tr("、").join(names[:_NAMED]) + (tr("等") if len(names) > _NAMED else "")
        where = tr("材料目录") if folder == "." else inert(folder)
        message = tr("{folder} 里有 {n} 个文件没有登记：{names}", folder=where, n=len(names), names=listed)
        yield Problem(("evidence",), message)
