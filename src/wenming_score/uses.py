"""What a piece of evidence is used for."""

from wenming_score.facts import Case
from wenming_score.records import record
from wenming_score.text import tr


@record
class Uses:
    """The activities that a piece proves, and the indicators whose answers cite it."""

    activities: tuple[str, ...]
    indicators: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.activities or self.indicators)

    def __str__(self) -> str:
        return tr("、").join((*self.activities, *self.indicators)) or tr("没有用在哪里")


def uses(case: Case, evidence: str) -> Uses:
    """Find what a piece is used for."""
    assessment = case.assessment
    return Uses(assessment.proving.get(evidence, ()), assessment.answering.get(evidence, ()))


def together(case: Case, one: Uses, other: Uses) -> bool:
    """Tell whether two pieces prove one thing: the same activity, the same indicator, or one and what serves it."""
    activities = case.assessment.activities
    return (
        not {*one.activities}.isdisjoint(other.activities)
        or not {*one.indicators}.isdisjoint(other.indicators)
        or any(not {*activities[name].serves}.isdisjoint(other.indicators) for name in one.activities)
        or any(not {*activities[name].serves}.isdisjoint(one.indicators) for name in other.activities)
    )
