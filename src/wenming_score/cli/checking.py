"""What `check` does: assess every unit, write every format, say why the gate is shut."""

from collections.abc import Sequence
from dataclasses import dataclass

from wenming_score.assess import Job
from wenming_score.choices import Color, Format, Show
from wenming_score.cli import codes
from wenming_score.cli.looking import look_at, others
from wenming_score.cli.options import Target
from wenming_score.cli.output import colored, complain, plain_text, print_lines, put, terminal_width, write_files
from wenming_score.render import RENDER
from wenming_score.render.cells import Line
from wenming_score.render.table import brief, render
from wenming_score.report import Report
from wenming_score.text import tr


@dataclass(frozen=True, slots=True)
class View:
    """How the table is shown; none of it reaches the gate."""

    show: Show
    quiet: bool
    verbose: bool
    color: Color


def run(
    arguments: Sequence[str],
    job: Job,
    targets: Sequence[Target],
    view: View,
    *,
    against: Sequence[str] = (),
    exit_zero: bool,
) -> int:
    """Check the units that the arguments name; give the exit code."""
    before = others(against, job)
    round_ = look_at(arguments, job, [target.path for target in targets if target.path])
    reports = round_.reports(before)
    if reports:
        _write(tuple(reports), targets, view)
    for report in reports:
        for reason in report.gate.reasons:
            complain(tr("门禁未通过：{file}：{reason}", file=report.unit.file, reason=reason))
    judged = [codes.PASSED if report.gate.passed else codes.GATE_FAILED for report in reports]
    code = codes.worst([*round_.outcomes, *judged])
    return codes.PASSED if exit_zero and code == codes.GATE_FAILED else code


def _write(reports: tuple[Report, ...], targets: Sequence[Target], view: View) -> None:
    """Write every format: all the files or none, then the screen."""
    files = {target.path: _text(target.format, reports, view) for target in targets if target.path}
    write_files(files)
    for target in targets:
        if target.path is None and target.format == "table":
            print_lines(_tables(reports, view), color=colored(view.color))
        elif target.path is None:
            put(_text(target.format, reports, view))


def _text(name: Format, reports: tuple[Report, ...], view: View) -> str:
    return plain_text(_tables(reports, view)) if name == "table" else RENDER[name](reports)


def _tables(reports: tuple[Report, ...], view: View) -> list[Line]:
    lines: list[Line] = []
    for report in reports:
        if lines and not view.quiet:
            lines += [[], []]
        lines += brief(report) if view.quiet else render(report, terminal_width(), view.show, verbose=view.verbose)
    return lines
