"""Where reports go: the table to the screen, every other format as its file makes it, all the files or none."""

import os
from collections.abc import Sequence
from pathlib import Path

from wenming_score.assessment import Evidence
from wenming_score.choices import Color, Format, Show
from wenming_score.cli.options import Target
from wenming_score.cli.output import (
    append,
    colored,
    plain_text,
    print_lines,
    put,
    put_bytes,
    terminal_width,
    write_files,
)
from wenming_score.cli.units import shown
from wenming_score.records import record
from wenming_score.render import render as lay_out
from wenming_score.render.cells import Line
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.table import brief, render
from wenming_score.report import Report
from wenming_score.source import load

_TEMPLATE = 64 << 20
"""Bytes of a Word file that is filled in."""
SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file whose Markdown GitHub shows on the page of a run."""


@record
class View:
    """How the table is shown; none of it reaches the gate."""

    show: Show
    quiet: bool
    verbose: bool
    color: Color


@record
class Publication:
    """Which formats go where, and what goes into them beside the reports."""

    targets: Sequence[Target[Format]]
    view: View
    template: Path | None = None
    thumbnails: bool = False

    @property
    def outputs(self) -> list[Path]:
        """List the files that are written."""
        return [target.path for target in self.targets if target.path]


def publish(reports: tuple[Report, ...], publication: Publication, evidence_root: Path | None = None) -> None:
    """Write every format: all the files or none, then the screen, then what GitHub shows of a run."""
    targets, view = publication.targets, publication.view
    enclosed = _enclosures(reports, publication, evidence_root)
    write_files({target.path: _made(target, reports, view, enclosed) for target in targets if target.path})
    for target in targets:
        if target.path is None and target.format == "table":
            print_lines(_tables(reports, view), color=colored(view.color))
        elif target.path is None:
            made = _made(target, reports, view, enclosed)
            put_bytes(made) if isinstance(made, bytes) else put(made)
    summary = os.environ.get(SUMMARY)
    if summary and any(target.format == "github" for target in targets):
        from wenming_score.render.markdown import summary as summed_up  # noqa: PLC0415 - only GitHub needs it

        append(Path(summary), summed_up(reports))


def _enclosures(reports: tuple[Report, ...], publication: Publication, evidence_root: Path | None) -> Enclosures:
    pictures = {
        report.unit.file: _thumbnails(report, evidence_root or Path(report.unit.file).parent)
        for report in reports
        if publication.thumbnails
    }
    template = publication.template
    if template is None:
        return Enclosures(pictures)
    return Enclosures(pictures, load(template, shown(template), _TEMPLATE), shown(template))


def _thumbnails(report: Report, root: Path) -> dict[str, bytes]:
    from wenming_score.evidence.thumbnails import thumbnails  # noqa: PLC0415 - decoders are slow to import

    files = (one for one in report.ledger if one.size)
    return thumbnails({one.id: Evidence.model_construct(path=one.path, type=one.type) for one in files}, root)


def _made(target: Target[Format], reports: tuple[Report, ...], view: View, enclosed: Enclosures) -> str | bytes:
    if target.format == "table":
        return plain_text(_tables(reports, view))
    return lay_out(target.format, reports, enclosed)


def _tables(reports: tuple[Report, ...], view: View) -> list[Line]:
    lines: list[Line] = []
    for report in reports:
        if lines and not view.quiet:
            lines += [[], []]
        lines += brief(report) if view.quiet else render(report, terminal_width(), view.show, verbose=view.verbose)
    return lines
