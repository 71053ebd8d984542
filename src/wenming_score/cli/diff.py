"""`diff`: the options; the work is in `diffing`."""

from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("和上期相比：升降多少，是材料、规则还是适用情况造成的；升降最多的在前。"))(diff)


def diff(  # noqa: PLR0913 - each is an option of the command line
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help=tr("上期：自评文件、JSON 报告、文件夹，或 git 版本（HEAD~1:unit.yaml）")),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help=tr("本期，写法同上；OLD 写成 v2024..v2025 时，这里写路径"))],
    *,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    fail_on_regression: Annotated[
        bool, typer.Option("--fail-on-regression", help=tr("总分、任何项目或标准掉分，或触碰了红线，就不通过"))
    ] = False,
    max_drop: Annotated[
        str | None,
        typer.Option(help=tr("掉分超过几分才算，默认 0；写了它就等于也写了 --fail-on-regression"), metavar="PTS"),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help=tr("门禁不通过也退出 0（只看报告）"))] = False,
    formats: options.Formats = None,
    output: options.Output = None,
    template: options.Template = None,
    thumbnails: options.Thumbnails = False,
    show: options.Shows = "gaps",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    color: options.Colors = "auto",
    config: options.Config = None,
    lang: options.Lang = None,
) -> int:
    """Compare two years."""
    del config
    from wenming_score.cli.diffing import run  # noqa: PLC0415 - help and completion need no models
    from wenming_score.cli.jobs import make_job, make_regression  # noqa: PLC0415 - as above
    from wenming_score.cli.publishing import Publication, View  # noqa: PLC0415 - as above

    job = make_job(as_of, rubric, evidence_root)
    publication = Publication(
        options.report_targets(formats or ["table"], output),
        View(show, quiet, verbose, color),
        template=template,
        thumbnails=thumbnails,
    )
    limit = make_regression(max_drop, asked=fail_on_regression)
    return run((old, new), job, publication, limit=limit, exit_zero=exit_zero, speaking=lang)
