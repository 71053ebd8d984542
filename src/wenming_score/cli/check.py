"""`check`: the options; the work is in `checking`, so that help and completion load no models."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.choices import FailOn
from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    told = tr(
        "常用的选项可以写在 wenming.toml 或 pyproject.toml 的 [tool.wenming-score] 里，"
        "也可以设环境变量，如 WENMING_SCORE_FAIL_UNDER=85；命令行最优先。"
    )
    app.command(help=tr("给自评文件打分，列出差距和问题，按门禁给出退出码。"), epilog=told)(check)


def check(  # noqa: PLR0913 - each is an option of the command line
    context: typer.Context,
    units: options.Units = None,
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
    baseline: Annotated[
        Path | None,
        typer.Option(help=tr("和这份 JSON 报告比：多出问题或掉分就不通过"), metavar="REPORT.json"),
    ] = None,
    max_drop: Annotated[
        str | None, typer.Option(help=tr("和基线比，总分和每个项目最多可以低几分（默认 0）"), metavar="PTS")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help=tr("门禁不通过也退出 0（只看报告）"))] = False,
    against: options.Against = None,
    formats: options.Formats = None,
    output: options.Output = None,
    template: options.Template = None,
    thumbnails: options.Thumbnails = False,
    show: options.Shows = "gaps",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    color: options.Colors = "auto",
    config: options.Config = None,
    show_config: Annotated[
        bool, typer.Option("--show-config", help=tr("列出每个选项的值和它从哪里来，不打分"))
    ] = False,
    lang: options.Lang = None,
) -> int:
    """Score unit files."""
    del config, lang
    if show_config:
        from wenming_score.cli.showing import show_settings  # noqa: PLC0415 - seldom asked for

        return show_settings(context)
    from wenming_score.cli.checking import run  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.jobs import make_job, make_limits  # noqa: PLC0415 - as above
    from wenming_score.cli.publishing import Publication, View  # noqa: PLC0415 - as above

    floors = (options.limit(fail_under), options.percent(fail_item_under))
    limits = make_limits(floors, options.fail_on(fail_on, strict=strict), baseline, max_drop)
    job = make_job(as_of, rubric, evidence_root, limits)
    publication = Publication(
        options.report_targets(formats or ["table"], output),
        View(show, quiet, verbose, color),
        template=template,
        thumbnails=thumbnails,
    )
    kept = tuple(path for path in (baseline, template) if path)
    return run(options.some(units), job, publication, against=against or (), kept=kept, exit_zero=exit_zero)
