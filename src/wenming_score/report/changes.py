"""What is otherwise than in an earlier report, or than it is now."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from wenming_score.records import record
from wenming_score.report.parts import Period, RubricInfo, Score, UnitInfo, Verdict, VerdictOutcome
from wenming_score.values import Points

SignedRatio = Annotated[str, Field(pattern=r"^-?\d{1,200}(\.\d{1,200}|/[1-9]\d{0,199})?$")]


@record
class Split:
    """Where a difference comes from; the parts as they are shown add up to the difference as it is shown."""

    evidence: Decimal
    """What the unit did and can prove."""
    rules: Decimal
    """What another edition or another rubric makes of the same."""
    status: Decimal
    """What came to apply or no longer applies."""
    apart: Decimal
    """What cannot be compared."""


@record
class ExactSplit:
    """The same before rounding."""

    evidence: SignedRatio
    rules: SignedRatio
    status: SignedRatio
    apart: SignedRatio


@record
class Change:
    """What became of the supported points of the total, an item, a standard or an indicator."""

    id: str
    title: str
    fate: Literal["kept", "renamed", "added", "removed"]
    before: Points | None
    after: Points | None
    difference: Decimal
    split: Split
    exact: ExactSplit
    reason: str


@record
class Shift:
    """A red line, a condition or a title that stands otherwise than before; None where it was or is not there."""

    kind: Literal["red_line", "eligibility", "title"]
    title: str
    before: str | None
    after: str | None


@record
class CarriedOver:
    """What was used before and is used again as it was."""

    what: Literal["file", "photo", "text"]
    id: str
    before: str
    title: str


@record
class Otherwise:
    """What one year would have come to under the rules of the other."""

    evidence: Literal["before", "after"]
    rubric: str
    supported: Points
    full: Points
    outcome: VerdictOutcome


@record
class Earlier:
    """The report that this one is compared with."""

    as_of: date
    unit: UnitInfo
    rubric: RubricInfo
    period: Period
    score: Score
    verdict: Verdict


@record
class Changes:
    """What is otherwise than in an earlier report, or than in that of now, and why."""

    earlier: Earlier
    total: Change
    items: tuple[Change, ...]
    standards: tuple[Change, ...]
    indicators: tuple[Change, ...]
    """Those that changed, the largest fall first, the largest rise last."""
    unrenewed: tuple[str, ...]
    """Indicators that lost points because what proves them is of another year."""
    shifts: tuple[Shift, ...]
    carried_over: tuple[CarriedOver, ...]
    otherwise: tuple[Otherwise, ...]
    apart: str
    """Why points could not be split by cause; empty where they are."""
    supposed: tuple[str, ...] = ()
    """What the report supposes beside what is so: then the earlier one is that of now. Empty between two years."""
