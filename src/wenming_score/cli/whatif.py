"""`whatif`: the options; the work is in `supposing`, so that help and completion load no models."""

from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("假设：某几项得了分，或者少了某几份材料，总分和结论会怎样。"))(whatif)


def whatif(  # noqa: PLR0913 - each is an option of the command line
    unit: Annotated[str | None, typer.Argument(metavar="UNIT", help=tr("自评文件，或它所在的文件夹"))] = None,
    *,
    sets: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            help=tr("假设这项测评内容得满分（full）、不得分（none）或得这么多分，按测评体系的分值写；可重复"),
            metavar="INDICATOR=full|none|POINTS",
        ),
    ] = None,
    drops: Annotated[
        list[str] | None,
        typer.Option("--drop", help=tr("假设没有台账里的这份材料；可重复"), metavar="EVIDENCE"),
    ] = None,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    fail_under: Annotated[
        str | None,
        typer.Option(
            help=tr("假设以后的支撑得分低于它，或者触碰红线、不符合条件，就退出 1；mark 表示体系的合格线"),
            metavar="N|mark",
        ),
    ] = None,
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
    """Score a unit as if something were otherwise."""
    del config, lang
    from wenming_score.cli.jobs import make_job, make_limits  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.publishing import Publication, View  # noqa: PLC0415 - as above
    from wenming_score.cli.supposing import run  # noqa: PLC0415 - as above

    limits = make_limits((options.limit(fail_under), None), "never", None, None)
    job = make_job(as_of, rubric, evidence_root, limits)
    publication = Publication(
        options.report_targets(formats or ["table"], output),
        View(show, quiet, verbose, color),
        template=template,
        thumbnails=thumbnails,
    )
    return run(options.some([unit] if unit else None)[0], job, publication, sets=sets or (), drops=drops or ())
