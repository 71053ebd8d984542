"""What is wrong: with a file (`Mistake`) or with an assessment (`Problem`, `Finding`)."""

from collections.abc import Sequence
from dataclasses import dataclass

from wenming_score.records import record
from wenming_score.text import tr
from wenming_score.values import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first."""

Path = tuple[str | int, ...]
"""A place in a YAML document: the keys and indices from the top, e.g. ("evidence", "E001", "date")."""


RULES = (
    "evidence-missing",
    "evidence-empty",
    "evidence-escapes-root",
    "evidence-type-mismatch",
    "evidence-outside-period",
    "evidence-date-unknown",
    "evidence-date-conflict",
    "evidence-reused",
    "photo-reused",
    "evidence-unreadable",
    "evidence-type-unknown",
    "evidence-excessive",
    "evidence-unlisted",
    "evidence-uncited",
    "evidence-changed",
    "activity-outside-period",
    "activity-without-evidence",
    "activity-counted-twice",
    "text-reused",
    "note-too-long",
    "date-range-mismatch",
    "date-unreadable",
    "festival-date-mismatch",
    "quantity-placeholder",
    "quantity-approximate",
    "quantity-implausible",
    "denominator-missing",
    "self-score-overclaims",
    "self-score-missing",
    "claim-without-evidence",
    "red-line-undeclared",
    "red-line-breached",
    "title-lapsed",
    "period-outside-term",
    "not-applicable-refused",
    "department-uncovered",
    "survey-sample-short",
    "unknown-id",
)
"""The names of finding rules that a rubric may speak of; a check stands for most of them, later ones for the rest."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1, 0 where there is none."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One reason why a file cannot be used."""

    at: Location
    message: str

    def __str__(self) -> str:
        return f"{self.at}: {self.message}"


class InputError(Exception):
    """A file cannot be used; carries every mistake that was found in it."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Gather the mistakes of one file, or of several."""
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


@record
class Problem:
    """What a check yields: a place in the unit file and what is wrong there."""

    where: Path
    message: str
    indicator: str | None = None
    evidence: str | None = None
    activity: str | None = None
    spares: bool = False
    """True where the evidence carries although the rule refuses what it names."""


@record
class Finding:
    """A problem with its rule, its severity and its line."""

    rule: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    item: str | None = None
    indicator: str | None = None
    evidence: str | None = None
    activity: str | None = None
    refuses: bool = False
    """True where the evidence does not carry because of this."""
    usual: Severity | None = None
    """The default severity, where the rubric raised or lowered it."""


def severity_word(severity: Severity) -> str:
    """Name a severity."""
    return {"error": tr("错误"), "warning": tr("警告"), "note": tr("提示")}[severity]
