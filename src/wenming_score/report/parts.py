"""What a report is made of."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wenming_score.files import Origin
from wenming_score.kinds.material import EvidenceType
from wenming_score.records import record
from wenming_score.values import Level, Points, Share

Outcome = Literal["full", "partial", "none", "missing", "not_held", "not_applicable"]
RedLineState = Literal["clear", "breached", "undeclared"]
VerdictOutcome = Literal["qualified", "below_mark", "vetoed", "ineligible", "undetermined"]


@record
class Tool:
    """The program that made the report."""

    name: str
    version: str


@record
class UnitInfo:
    """The unit, and the bytes that were scored."""

    name: str
    type: str
    staff: str
    file: str
    sha256: str


@record
class RubricInfo:
    """The rubric, and how far its figures are official."""

    id: str
    edition: str
    title: str
    level: Level
    sha256: str
    full_points: Points
    pass_mark: Points | None
    basis: Mapping[str, Points]
    trial: bool
    """True where the total rests on any house figure: 试算, never 官方."""
    term_years: int | None
    term_weights: tuple[Points, ...] | None
    """What each year of a term weighs; empty where all weigh the same, None where years are not put together."""


@record
class Period:
    """Whole days, both ends included."""

    start: date
    end: date


Ratio = Annotated[str, Field(pattern=r"^\d{1,200}(\.\d{1,200}|/[1-9]\d{0,199})?$")]
"""A decimal, or a fraction such as 8/3."""


@record
class Exact:
    """Points before they are rounded down to be shown."""

    full: Ratio
    claimed: Ratio
    supported: Ratio


@record
class Score:
    """The three numbers that are never mixed, and what stands beside them."""

    self_score: Points | None
    claimed: Points
    supported: Points
    full: Points
    gap: Points
    share: Share
    bonus: Points
    bonus_claimed: Points
    penalty: Points


@record
class Verdict:
    """What the score, the red lines and the eligibility come to."""

    outcome: VerdictOutcome
    reasons: tuple[str, ...]


@record
class CitedEvidence:
    """A piece of evidence that an indicator cites, and what became of it."""

    id: str
    state: Literal["carried", "refused"]
    reason: str


@record
class IndicatorScore:
    """One 测评内容."""

    id: str
    title: str
    kind: str
    full: Points
    self_score: Points | None
    claimed: Points
    supported: Points
    gap: Points
    exact: Exact
    outcome: Outcome
    reason: str
    arithmetic: tuple[str, ...]
    evidence: tuple[CitedEvidence, ...]
    standards: tuple[str, ...]
    methods: tuple[str, ...]
    line: int | None


@record
class ItemScore:
    """One 测评项目."""

    id: str
    title: str
    full: Points
    self_score: Points | None
    claimed: Points
    supported: Points
    gap: Points
    share: Share
    indicators: tuple[IndicatorScore, ...]


@record
class GroupScore:
    """Indicators looked at together: a standard, a method, a group of a view."""

    id: str
    title: str
    full: Points
    claimed: Points
    supported: Points
    share: Share


@record
class ViewScore:
    """Another way to group the same indicators."""

    id: str
    title: str
    groups: tuple[GroupScore, ...]


@record
class RedLineResult:
    """One red line."""

    id: str
    title: str
    status: RedLineState
    reason: str


@record
class EligibilityResult:
    """One condition for applying."""

    id: str
    title: str
    status: Literal["met", "unmet", "unknown"]
    reason: str


@record
class RecheckResult:
    """One year's re-check of a title."""

    year: int
    outcome: Literal["passed", "warned", "failed"]


@record
class TitleInfo:
    """A title that the unit holds or held, as it says."""

    level: Level
    name: str
    awarded: str
    valid_until: str | None
    status: Literal["kept", "warned", "restored", "revoked", "lapsed"]
    rechecks: tuple[RecheckResult, ...]


@record
class Gap:
    """Points lost, and what to do about it."""

    indicator: str
    item: str
    title: str
    points: Points
    reason: str
    action: str
    person_days: Points
    lead_days: Points


PieceState = Literal["carried", "partly", "refused", "uncited"]


@record
class Piece:
    """A piece of evidence as one line of the archive index."""

    number: str
    """By the rubric's catalogue: the entry's number, then the piece's own in it."""
    archive_number: str
    """By DA/T 22-2015; empty where the unit gives no fonds."""
    id: str
    title: str
    type: EvidenceType
    date: str
    origin: Origin | None
    category: str
    indicators: tuple[str, ...]
    used_for: tuple[str, ...]
    """The indicators' titles."""
    owner: str
    document_number: str
    pages: int | None
    size: int | None
    path: str
    state: PieceState
    remark: str


@record
class GateResult:
    """Whether the gate let it pass, and why not."""

    passed: bool
    reasons: tuple[str, ...]
