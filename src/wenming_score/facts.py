"""What is known: the evidence files, and what each indicator sees of them. Checks and score both read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wenming_score.assessment import Activity, SelfAssessment
from wenming_score.kinds.base import Award, Event, Facts, Indicator, Piece
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.rubric import Rubric
from wenming_score.text import tr

FileState = Literal["present", "missing", "empty", "escapes", "unreadable", "link"]
Refusals = Mapping[tuple[str, str | None], str]
"""Why evidence does not carry, by (evidence, indicator); None stands for every indicator."""

_LEAST_REASON = 4
"""A reason for 不适用 shorter than this explains nothing."""


@dataclass(frozen=True, slots=True)
class FileFact:
    """What was found at a ledger entry's place; a `link` is not looked up."""

    state: FileState
    size: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One assessment with its rubric, its facts and its day: all that a check may look at."""

    rubric: Rubric
    assessment: SelfAssessment
    as_of: date
    files: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])

    def inside(self, activity: Activity) -> bool:
        """Tell whether an activity counts in this period."""
        return activity.date.inside(self.assessment.period.span) is True

    def spared(self, indicator: str) -> bool:
        """Tell whether the indicator is not applicable, for a reason, and may be."""
        answer = self.assessment.answers.get(indicator)
        reason = answer.not_applicable if answer else None
        return reason is not None and not self.spared_wrongly(indicator, reason)

    def spared_wrongly(self, indicator: str, reason: str) -> str:
        """Say why an indicator may not be declared not applicable; empty where it may."""
        if not self.rubric.may_not_apply(indicator):
            return tr("这一项每个单位都适用")
        return "" if len(reason.strip()) >= _LEAST_REASON else tr("要写明不适用的理由")

    def facts(self, indicator: Indicator, refusals: Refusals, proved: frozenset[str] = frozenset()) -> Facts:
        """Show an indicator what it may know."""
        assessment = self.assessment
        pieces = {
            name: self._piece(name, indicator, refusals)
            for name in assessment.cited(indicator.id)
            if name in assessment.evidence
        }
        valid = {name for name, piece in pieces.items() if piece.refused is None}
        serving = assessment.serving.get(indicator.id, ())
        events = tuple(self._event(name, assessment.activities[name], valid) for name in serving)
        return Facts(assessment.counts, assessment.unit.departments, events, pieces, proved)

    def claims(self, indicator: Indicator) -> Award:
        """Reckon an indicator as if all its evidence held."""
        answer = self.assessment.answers.get(indicator.id) or indicator.reads()
        return indicator.award(answer, self.facts(indicator, {}))

    def _piece(self, name: str, indicator: Indicator, refusals: Refusals) -> Piece:
        kind = self.assessment.evidence[name].type
        refused = refusals.get((name, None)) or refusals.get((name, indicator.id))
        if refused is None and kind not in indicator.evidence.types:
            refused = tr("{name} 是{type}，不是这一项要的材料", name=name, type=tr(EVIDENCE_WORDS[kind]))
        return Piece(kind, refused)

    def _event(self, name: str, activity: Activity, valid: set[str]) -> Event:
        proven = any(piece in valid for piece in activity.evidence)
        return Event(name, self.inside(activity), proven, activity.tags, activity.departments, activity.figures())
