"""`check`: score, gap report, gate."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.exceptions import Exit, TyperException

from wenming_score.cli import codes, options, units
from wenming_score.cli.output import Color, colored, print_lines, terminal_width, write_file
from wenming_score.finding import InputError
from wenming_score.render import FORMATS, RENDER
from wenming_score.render.table import Show, brief
from wenming_score.render.table import render as table
from wenming_score.report import Report
from wenming_score.text import inert, tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("给自评文件打分，列出差距和问题，按门禁给出退出码。"))(check)


@dataclass(frozen=True, slots=True)
class _View:
    """How the table is shown; none of it reaches the gate."""

    show: Show
    quiet: bool
    verbose: bool
    color: bool


def check(  # noqa: PLR0913 - each is an option of the command line
    paths: Annotated[list[str], typer.Argument(metavar="UNIT...", help=tr("自评文件、文件夹或通配符"))],
    *,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    fail_under: Annotated[
        str | None, typer.Option(help=tr("支撑得分低于它就不通过；mark 表示体系的合格线"), metavar="N|mark")
    ] = None,
    fail_item_under: Annotated[
        str | None, typer.Option(help=tr("任何一个测评项目低于满分的这个百分比就不通过"), metavar="PERCENT")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "note", "never"], typer.Option(help=tr("有这一级或更重的问题就不通过"))
    ] = "error",
    strict: Annotated[bool, typer.Option("--strict", help=tr("等于 --fail-on warning"))] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help=tr("门禁不通过也退出 0（只看报告）"))] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=tr("输出格式 {names}，可写 json:报告.json，可重复", names="|".join(FORMATS)),
            metavar="FMT[:PATH]",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=tr("写到文件，不写到屏幕"), metavar="PATH")
    ] = None,
    show: Annotated[Show, typer.Option(help=tr("表里列什么：all 每项内容，gaps 差距，failing 只看不行的"))] = "gaps",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=tr("每个单位只说一行"))] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help=tr("另列每一项怎么算的"))] = False,
    color: Annotated[Color, typer.Option(help=tr("颜色"))] = "auto",
    lang: options.Lang = None,
) -> int:
    """Score unit files."""
    del lang
    from wenming_score.assess import Job  # noqa: PLC0415 - help and completion need no models
    from wenming_score.gate import Limits  # noqa: PLC0415 - as above

    limits = Limits(
        options.limit(fail_under),
        None if fail_item_under is None else options.number("--fail-item-under", fail_item_under),
        "warning" if strict and fail_on == "error" else fail_on,
    )
    targets = _targets(formats or ["table"], output)
    job = Job(options.day(as_of), rubric, options.existing_folder(evidence_root), limits)
    found = units.find(paths)
    if not found:
        print(tr("没有找到自评文件：{paths}", paths=" ".join(paths)), file=sys.stderr)
        raise Exit(codes.NOTHING_ASSESSED)
    reports, gates = _assess(found, job)
    view = _View(show, quiet, verbose, colored(color))
    if reports:
        _write(targets, tuple(reports), view)
    _say_why(reports)
    code = codes.worst(gates)
    return codes.PASSED if exit_zero and code == codes.GATE_FAILED else code


def _assess(found: Sequence[Path], job: "Job") -> tuple[list[Report], list[int]]:
    """Assess each file; one that cannot be read does not stop the others."""
    from wenming_score.assess import NothingAssessedError, assess  # noqa: PLC0415 - as above

    reports: list[Report] = []
    gates: list[int] = []
    for path in found:
        shown = units.shown(path)
        try:
            report = assess(path, shown, job)
        except InputError as error:
            print("\n".join(inert(str(mistake)) for mistake in error.mistakes), file=sys.stderr)
            gates.append(codes.CANNOT_RUN)
        except NothingAssessedError:
            print(
                tr("{file}：没有一条自评（answers）和活动（activities），无从打分", file=inert(shown)), file=sys.stderr
            )
            gates.append(codes.NOTHING_ASSESSED)
        else:
            reports.append(report)
            gates.append(codes.PASSED if report.gate.passed else codes.GATE_FAILED)
    return reports, gates


def _targets(formats: list[str], output: Path | None) -> list[tuple[str, Path | None]]:
    """Read FMT[:PATH]; `--output` is the path of the one format that has none."""
    targets: list[tuple[str, Path | None]] = []
    for given in formats:
        name, _, path = given.partition(":")
        if name not in FORMATS:
            raise TyperException(tr("没有 {name} 这种格式；有 {names}", name=name, names="、".join(FORMATS)))
        targets.append((name, Path(path) if path else None))
    bare = [position for position, (_, path) in enumerate(targets) if path is None]
    if len(bare) > 1 or (output and not bare):
        raise TyperException(tr("只能有一种格式不写路径；其余请写成 json:报告.json"))
    if output:
        targets[bare[0]] = (targets[bare[0]][0], output)
    return targets


def _write(targets: list[tuple[str, Path | None]], reports: tuple[Report, ...], view: _View) -> None:
    """Write every format: files first, so that a screen that closes loses none of them."""
    for name, path in sorted(targets, key=lambda target: target[1] is None):
        if path is None and name == "table":
            _print_tables(reports, view)
        else:
            text = "".join(_table_text(reports, view)) if name == "table" else RENDER[name](reports)
            if path is None:
                sys.stdout.write(text)
            else:
                write_file(path, text)


def _print_tables(reports: tuple[Report, ...], view: _View) -> None:
    for position, report in enumerate(reports):
        if position and not view.quiet:
            print()
        lines = brief(report) if view.quiet else table(report, terminal_width(), view.show, verbose=view.verbose)
        print_lines(lines, color=view.color)


def _table_text(reports: tuple[Report, ...], view: _View) -> Iterator[str]:
    for report in reports:
        lines = brief(report) if view.quiet else table(report, terminal_width(), view.show, verbose=view.verbose)
        yield "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _say_why(reports: Sequence[Report]) -> None:
    """Say last why the gate did not let something pass."""
    for report in reports:
        for reason in report.gate.reasons:
            print(
                tr("门禁未通过：{file}：{reason}", file=inert(report.unit.file), reason=inert(reason)), file=sys.stderr
            )
