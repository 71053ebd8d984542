"""What `baseline write` does."""

from collections.abc import Sequence
from pathlib import Path

from wenming_score.assess import Job
from wenming_score.baseline import new_findings
from wenming_score.cli import codes
from wenming_score.cli.looking import look_at, others
from wenming_score.cli.output import complain, write_files
from wenming_score.cli.units import shown
from wenming_score.finding import InputError
from wenming_score.render import render
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.layout import points
from wenming_score.report import Report
from wenming_score.reread import read_scored
from wenming_score.text import tr


def write_baseline(arguments: Sequence[str], job: Job, path: Path, *, against: Sequence[str]) -> int:
    """Score the units and write what they are; where one of them cannot be scored, nothing is written."""
    round_ = look_at(arguments, job, [path])
    reports = tuple(round_.reports(others(against, job)))
    if round_.outcomes or not reports:
        return codes.worst(round_.outcomes)
    before = _before(path)
    write_files({path: render("json", reports, Enclosures())})
    complain(tr("基线写好了：{file}", file=shown(path)), *(_moved(report, before) for report in reports))
    return codes.PASSED


def _before(path: Path) -> tuple[Report, ...]:
    """Read the baseline that is replaced; one that cannot be read is replaced all the same."""
    try:
        return read_scored(path, shown(path)) if path.exists() else ()
    except InputError:
        return ()


def _moved(report: Report, baseline: tuple[Report, ...]) -> str:
    """Say where a unit stands now, and what the new baseline forgives that the old one did not."""
    now = tr("  {unit}：支撑 {now}", unit=report.unit.name, now=points(report.score.supported))
    before = next((one for one in baseline if one.unit.file == report.unit.file), None)
    if before is None:
        return now + tr("，{n} 个问题", n=len(report.findings))
    return now + tr(
        "（原来 {before}），新认下 {new} 个问题，少了 {gone} 个",
        before=points(before.score.supported),
        new=len(new_findings(report, before)), gone=len(new_findings(before, report)),
    )  # fmt: skip
