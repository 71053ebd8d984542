"""`check`: the options; the work is in `checking`, so that help and completion load no models."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.choices import FORMATS, FailOn, Show
from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("给自评文件打分，列出差距和问题，按门禁给出退出码。"))(check)


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
    fail_on: Annotated[FailOn, typer.Option(help=tr("有这一级或更重的问题就不通过"))] = "error",
    strict: Annotated[bool, typer.Option("--strict", help=tr("等于 --fail-on warning"))] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help=tr("门禁不通过也退出 0（只看报告）"))] = False,
    against: options.Against = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=tr("输出格式 {names}；可写 json:报告.json，可重复", names="、".join(FORMATS)),
            metavar="FMT[:PATH]",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=tr("写到文件，不写到屏幕"), metavar="PATH")
    ] = None,
    show: Annotated[
        Show, typer.Option(help=tr("表里列什么：all 每项内容，gaps 差距，failing 只看不行的；与门禁无关"))
    ] = "gaps",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=tr("每个单位只说一行"))] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help=tr("另列每一项怎么算的"))] = False,
    color: options.Colors = "auto",
    lang: options.Lang = None,
) -> int:
    """Score unit files."""
    del lang
    from wenming_score.cli.checking import View, run  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above
    from wenming_score.gate import Limits  # noqa: PLC0415 - as above

    limits = Limits(
        options.limit(fail_under),
        None if fail_item_under is None else options.number("--fail-item-under", fail_item_under),
        options.fail_on(fail_on, strict=strict),
    )
    targets = options.targets(formats or ["table"], output)
    job = make_job(as_of, rubric, evidence_root, limits)
    return run(paths, job, targets, View(show, quiet, verbose, color), against=against or (), exit_zero=exit_zero)
