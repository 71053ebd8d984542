"""From options to a job; imports the models, so commands import it when they run."""

from pathlib import Path

from typer.exceptions import TyperException

from wenming_score.assess import Job
from wenming_score.cli.options import day
from wenming_score.gate import Limits
from wenming_score.text import tr

NO_LIMITS = Limits()


def make_job(as_of: str | None, rubric: str | None, evidence_root: Path | None, limits: Limits = NO_LIMITS) -> Job:
    """Put together what to assess and by what."""
    if evidence_root is not None and not evidence_root.is_dir():
        raise TyperException(tr("--evidence-root 不是文件夹：{folder}", folder=evidence_root))
    return Job(day(as_of), rubric, evidence_root, limits)
