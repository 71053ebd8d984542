"""A ledger entry that nothing uses."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("note")
def evidence_uncited(case: Case) -> Iterator[Problem]:
    """台账里的材料没有用到。

    材料登记了，却没有一条自评、一次活动、一条红线或申报条件引用它，也就不起作用。该用的，把编号写进对应
    的 `evidence`；不该用的，从台账里去掉，免得测评组翻找。归档用的材料写了 `category` 的不报。
    """
    cited = {name for _, name in case.assessment.references}
    for name, entry in case.assessment.evidence.items():
        if name not in cited and entry.category is None:
            title = entry.title or entry.path or entry.url
            yield Problem(("evidence", name), tr("{name}（{title}）没有用到", name=name, title=title), evidence=name)
