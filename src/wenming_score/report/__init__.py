"""What is found: the one document that carries every number and word that a reader may see."""

from datetime import date
from typing import Literal

from wenming_score.choices import Lang
from wenming_score.finding import Finding
from wenming_score.records import record
from wenming_score.report.changes import CarriedOver, Change, Changes, Earlier, ExactSplit, Otherwise, Shift, Split
from wenming_score.report.parts import (
    CitedEvidence,
    EligibilityResult,
    Exact,
    Gap,
    GateResult,
    GroupScore,
    IndicatorScore,
    ItemScore,
    Outcome,
    Period,
    Piece,
    PieceState,
    Ratio,
    RecheckResult,
    RedLineResult,
    RedLineState,
    RubricInfo,
    Score,
    TitleInfo,
    Tool,
    UnitInfo,
    Verdict,
    VerdictOutcome,
    ViewScore,
)

__all__ = [
    "CarriedOver",
    "Change",
    "Changes",
    "CitedEvidence",
    "Earlier",
    "EligibilityResult",
    "Exact",
    "ExactSplit",
    "Gap",
    "GateResult",
    "GroupScore",
    "IndicatorScore",
    "ItemScore",
    "Otherwise",
    "Outcome",
    "Period",
    "Piece",
    "PieceState",
    "Ratio",
    "RecheckResult",
    "RedLineResult",
    "RedLineState",
    "Report",
    "RubricInfo",
    "Score",
    "Shift",
    "Split",
    "TitleInfo",
    "Tool",
    "UnitInfo",
    "Verdict",
    "VerdictOutcome",
    "ViewScore",
]


@record
class Report:
    """A scored self-assessment."""

    tool: Tool
    as_of: date
    unit: UnitInfo
    rubric: RubricInfo
    term: Period
    period: Period
    score: Score
    verdict: Verdict
    items: tuple[ItemScore, ...]
    standards: tuple[GroupScore, ...]
    methods: tuple[GroupScore, ...]
    views: tuple[ViewScore, ...]
    red_lines: tuple[RedLineResult, ...]
    eligibility: tuple[EligibilityResult, ...]
    titles: tuple[TitleInfo, ...]
    gaps: tuple[Gap, ...]
    ledger: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    gate: GateResult
    lang: Lang
    """The language of every word in it."""
    changes: Changes | None = None
    schema_version: Literal[1] = 1
