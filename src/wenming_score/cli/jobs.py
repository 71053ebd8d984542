"""From options to a job; imports the models, so commands import it when they run."""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from typer.exceptions import TyperException

from wenming_score.assess import Job
from wenming_score.choices import FailOn
from wenming_score.cli.options import day, number
from wenming_score.cli.units import shown
from wenming_score.gate import Limits
from wenming_score.report import Report
from wenming_score.text import tr

NO_LIMITS = Limits()
Floors = tuple[Decimal | Literal["mark"] | None, Decimal | None]


def make_limits(floors: Floors, fail_on: FailOn, baseline: Path | None, max_drop: str | None) -> Limits:
    """Put together what a report is judged by; `floors` are those of the total and of every item."""
    if max_drop is not None and baseline is None:
        raise TyperException(tr("--max-drop 要和 --baseline 一起用"))
    before = None if baseline is None else _read(baseline)
    return Limits(*floors, fail_on, before, Decimal(0) if max_drop is None else number("--max-drop", max_drop))


def _read(baseline: Path) -> tuple[Report, ...]:
    from wenming_score.reread import read_scored  # noqa: PLC0415 - most runs look back at nothing

    return read_scored(baseline, shown(baseline))


def make_job(as_of: str | None, rubric: str | None, evidence_root: Path | None, limits: Limits = NO_LIMITS) -> Job:
    """Put together what to assess and by what."""
    if evidence_root is not None and not evidence_root.is_dir():
        raise TyperException(tr("--evidence-root 不是文件夹：{folder}", folder=evidence_root))
    return Job(day(as_of), rubric, evidence_root, limits)


def make_regression(max_drop: str | None, *, asked: bool) -> Decimal | None:
    """Read how many points may be lost; None where nobody asks."""
    if max_drop is not None:
        return number("--max-drop", max_drop)
    return Decimal(0) if asked else None
