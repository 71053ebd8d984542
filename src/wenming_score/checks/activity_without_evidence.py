"""An activity that nothing proves."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def activity_without_evidence(case: Case) -> Iterator[Problem]:
    """活动没有佐证材料。

    测评年度内的活动，一份佐证材料也没有写：只算申报，不算支撑。请把通知、签到表或照片登记到台账，再
    写进活动的 `evidence`。
    """
    for name, activity in case.counting.items():
        if not activity.evidence:
            message = tr("活动“{title}”没有佐证材料，只算申报，不算支撑", title=activity.title)
            yield Problem(("activities", name), message, activity=name)
