"""What `check` does: assess every unit, publish the reports, say why the gate is shut."""

from collections.abc import Sequence
from pathlib import Path

from wenming_score.assess import Job
from wenming_score.cli import codes
from wenming_score.cli.looking import look_at, others
from wenming_score.cli.output import complain
from wenming_score.cli.publishing import Publication, publish
from wenming_score.text import tr


def run(
    arguments: Sequence[str],
    job: Job,
    publication: Publication,
    *,
    against: Sequence[str] = (),
    kept: tuple[Path, ...] = (),
    exit_zero: bool,
) -> int:
    """Check the units that the arguments name; give the exit code. What is kept is never written over."""
    before = others(against, job)
    round_ = look_at(arguments, job, publication.outputs, kept=kept)
    reports = tuple(round_.reports(before))
    if reports:
        publish(reports, publication, job.evidence_root)
    for report in reports:
        for reason in report.gate.reasons:
            complain(tr("门禁未通过：{file}：{reason}", file=report.unit.file, reason=reason))
    judged = [codes.PASSED if report.gate.passed else codes.GATE_FAILED for report in reports]
    code = codes.worst([*round_.outcomes, *judged])
    return codes.PASSED if exit_zero and code == codes.GATE_FAILED else code
