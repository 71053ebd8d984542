"""An activity that nothing proves."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr


@check("warning")
def activity_without_evidence(case: Case) -> Iterator[Problem]:
    """活动没有佐证材料。

    An activity inside the period that cites no evidence at all counts as claimed, never as supported. Add the
    notice, the sign-in sheet or a photo to its `evidence`.
    """
    for name, activity in case.assessment.activities.items():
        if case.inside(activity) and not activity.evidence:
            message = tr("活动“{title}”没有佐证材料，只算申报，不算支撑", title=activity.title)
            yield Problem(("activities", name), message, activity=name)
