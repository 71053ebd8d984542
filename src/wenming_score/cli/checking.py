"""What `check` does: assess every unit, write every format, say why the gate is shut."""

import gc
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from typer.exceptions import TyperException

from wenming_score.assess import Job, NothingAssessedError, assess_loaded, inputs, load
from wenming_score.choices import Color, Format, Show
from wenming_score.cli import codes, units
from wenming_score.cli.blame import blame
from wenming_score.cli.options import Target
from wenming_score.cli.output import colored, complain, plain_text, print_lines, put, terminal_width, write_files
from wenming_score.finding import InputError
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


def run(arguments: Sequence[str], job: Job, targets: Sequence[Target], view: View, *, exit_zero: bool) -> int:
    """Check the units that the arguments name; give the exit code."""
    found = {argument: units.find(argument) for argument in arguments}
    outcomes = [_nothing(argument) for argument, paths in found.items() if not paths]
    paths = list(dict.fromkeys(path for some in found.values() for path in some))
    _keep(paths, targets)
    if len(paths) > 1:
        gc.enable()
    reports = [report for path in paths if (report := _assess(path, job, targets, outcomes))]
    if reports:
        _write(tuple(reports), targets, view)
    for report in reports:
        for reason in report.gate.reasons:
            complain(tr("门禁未通过：{file}：{reason}", file=report.unit.file, reason=reason))
    code = codes.worst(outcomes)
    return codes.PASSED if exit_zero and code == codes.GATE_FAILED else code


def _nothing(argument: str) -> int:
    complain(tr("没有找到自评文件：{paths}", paths=argument))
    return codes.NOTHING_ASSESSED


def _assess(path: Path, job: Job, targets: Sequence[Target], outcomes: list[int]) -> Report | None:
    """Assess a file; one that cannot be read does not stop the others."""
    try:
        loaded = load(path, units.shown(path), job)
        _keep(inputs(loaded, path, job), targets)
        report = assess_loaded(loaded, path, job)
    except (InputError, NothingAssessedError) as error:
        code, lines = blame(error)
        complain(*lines)
        outcomes.append(code)
        return None
    outcomes.append(codes.PASSED if report.gate.passed else codes.GATE_FAILED)
    return report


def _keep(read: Iterable[Path], targets: Sequence[Target]) -> None:
    """Refuse to write over what was read."""
    outputs = {_real(target.path) for target in targets if target.path}
    lost = next((path for path in read if outputs and _real(path) in outputs), None)
    if lost is not None:
        raise TyperException(tr("输出会盖掉 {file}，请换一个文件名", file=units.shown(lost)))


def _real(path: Path) -> str:
    """Name a file in one way only, even where the locale cannot spell its name."""
    try:
        return str(path.resolve())
    except UnicodeError:
        return os.path.abspath(path)  # noqa: PTH100 - resolve() asks the file system


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
