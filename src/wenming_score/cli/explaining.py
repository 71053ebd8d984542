"""What `explain` does: find what the id names, and print its page."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from typer.exceptions import TyperException

from wenming_score import catalogue
from wenming_score.assess import Job, assess_looked, look
from wenming_score.checks import CHECKS
from wenming_score.choices import Color
from wenming_score.cli import codes, units
from wenming_score.cli.output import colored, print_lines, terminal_width
from wenming_score.cli.progress import Progress
from wenming_score.finding import Location, severity_word
from wenming_score.kinds import KINDS
from wenming_score.load import load_rubric, load_unit
from wenming_score.render import manual
from wenming_score.render.cells import Line, hang
from wenming_score.render.layout import SIGNS, TONES, cited, points
from wenming_score.report import IndicatorScore, ItemScore, Report
from wenming_score.rubric import Rubric
from wenming_score.text import nearest, tr

Page = Callable[[], Iterable[Line]]


def run(name: str, unit: Path | None, job: Job, color: Color) -> int:
    """Print the page of an id, and what became of it in a unit file."""
    path = _one_unit(unit)
    loaded = load_unit(path, units.shown(path), job.rubric) if path else None
    by = loaded.by if loaded else load_rubric(job.rubric or catalogue.DEFAULT, Path(), Location("--rubric"))
    pages = {**_rule_pages(), **_rubric_pages(by.rubric, terminal_width())}
    if name not in pages:
        raise TyperException(tr("没有 {name} 这个编号{hint}", name=name, hint=nearest(name, pages)))
    lines = list(pages[name]())
    if path and loaded and loaded.assessment.blank:
        lines += hang([], tr("这份自评文件还没有填写，没有可算的"), "unsure", terminal_width())
    elif path and loaded:
        lines += _in_unit(name, assess_looked(look(loaded, path, job, Progress()), job), terminal_width())
    print_lines(lines, color=colored(color))
    return codes.PASSED


def _one_unit(unit: Path | None) -> Path | None:
    """Take a folder for the unit file in it."""
    return next(iter(units.find(str(unit))), unit) if unit else None


def _rule_pages() -> dict[str, Page]:
    return {
        **{check.id: lambda check=check: manual.rule_page(check) for check in CHECKS},
        **{name: lambda name=name, kind=kind: manual.kind_page(name, kind) for name, kind in KINDS.items()},
    }


def _rubric_pages(rubric: Rubric, cells: int) -> dict[str, Page]:
    """Name the page of everything in a rubric that has an id; an item's own id wins over an indicator's."""
    pages: dict[str, Page] = {}
    for standard in rubric.standards:
        pages[standard.id] = lambda one=standard: manual.standard_page(rubric, one, cells)
    for condition in rubric.eligibility:
        pages[condition.id] = lambda one=condition: manual.eligibility_page(rubric, one, cells)
    for line in rubric.red_lines:
        pages[line.id] = lambda one=line: manual.red_line_page(rubric, one, cells)
    for indicator in rubric.indicators.values():
        pages[indicator.id] = lambda one=indicator: manual.indicator_page(rubric, one, cells)
    for item in rubric.items:
        pages[item.id] = lambda one=item: manual.item_page(rubric, one, cells)
    return pages


def _in_unit(name: str, report: Report, cells: int) -> Iterator[Line]:
    yield []
    yield [(tr("■ {unit}，截至 {as_of}", unit=report.unit.name, as_of=report.as_of), "strong")]
    for item in report.items:
        if item.id == name:
            yield from _item(item, cells)
        yield from (line for one in item.indicators if one.id == name for line in _indicator(one, cells))
    for bar in (*report.red_lines, *report.eligibility):
        if bar.id == name:
            yield from hang([(f"  {SIGNS[bar.status]} ", TONES[bar.status])], bar.reason, "plain", cells)
    for finding in report.findings:
        if name in (finding.rule, finding.indicator, finding.item):
            place = f"  {finding.file}:{finding.line}:{finding.column} {severity_word(finding.severity)} "
            yield [(place, TONES[finding.severity]), (finding.rule, "faint")]
            yield from hang([("      ", "plain")], finding.message, "plain", cells)


def _item(item: ItemScore, cells: int) -> Iterator[Line]:
    yield [(tr("  支撑 {points}，满分 {full}", points=points(item.supported), full=points(item.full)), "strong")]
    for one in item.indicators:
        yield []
        yield from _indicator(one, cells)


def _indicator(one: IndicatorScore, cells: int) -> Iterator[Line]:
    yield [(f"  {SIGNS[one.outcome]} {one.id} ", TONES[one.outcome]), (one.title, "plain")]
    for step in one.arithmetic:
        yield from hang([("    ", "plain")], step, "plain", cells)
    scores = tr(
        "自评 {self}，申报 {claimed}，支撑 {supported}，满分 {full}",
        self=points(one.self_score), claimed=points(one.claimed),
        supported=points(one.supported), full=points(one.full),
    )  # fmt: skip
    yield [("    ", "plain"), (scores, "strong")]
    if one.reason:
        yield from hang([("    ", "plain")], one.reason, "plain", cells)
    for piece in one.evidence:
        carried = piece.state == "carried"
        head: Line = [("    √ " if carried else "    × ", "good" if carried else "bad")]
        yield from hang(head, cited(piece), "faint", cells)
