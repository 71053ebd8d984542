"""`rank`: the options; the work is in `ranking`, so that help and completion load no models."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.choices import RANK_FORMATS, Engine, RankBy
from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    told = tr(
        "文件多的时候，本机的核都用上，--jobs 限定用几个进程；--resume 把算好的存进一个文件，断了能接着算；"
        "--engine dask 用一组机器。不管用哪种，结果一个字节也不差。"
    )
    app.command(help=tr("把许多单位放在一起排名：一个单位一行，否决的、不够格的、判不了的另列。"), epilog=told)(rank)


def rank(  # noqa: PLR0913 - each is an option of the command line
    units: options.Units = None,
    *,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    by: Annotated[RankBy, typer.Option("--by", help=tr("另按每个测评项目 item 或每条标准 standard 排一遍"))] = "total",
    quota: Annotated[int | None, typer.Option(min=1, help=tr("有几个名额；按 1:1.5 列出候选单位"), metavar="N")] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help=tr("用几个进程；不写时，单位多就每个核一个"), metavar="N"),
    ] = None,
    engine: Annotated[Engine, typer.Option("--engine", help=tr("local 用本机；dask 用一组机器"))] = "local",
    scheduler: Annotated[
        str | None, typer.Option(help=tr("dask 调度器的地址，如 tcp://10.0.0.5:8786"), metavar="ADDRESS")
    ] = None,
    resume: Annotated[
        Path | None,
        typer.Option(help=tr("算好的单位存在这个文件里；再给同一个文件，就从断的地方接着算"), metavar="FILE"),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=tr("输出格式 {names}；可写 xlsx:排名.xlsx，可重复", names=" ".join(RANK_FORMATS)),
            metavar="FMT[:PATH]",
        ),
    ] = None,
    output: options.Output = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help=tr("另列各类单位的分布，分项排名列全"))] = False,
    color: options.Colors = "auto",
    config: options.Config = None,
    lang: options.Lang = None,
) -> int:
    """Rank unit files."""
    del config, lang
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.ranking import Request, run  # noqa: PLC0415 - as above
    from wenming_score.cli.surveying import Work  # noqa: PLC0415 - as above
    from wenming_score.fleet import Wish  # noqa: PLC0415 - as above

    return run(
        Request(
            arguments=options.some(units),
            job=make_job(as_of, rubric, evidence_root),
            wish=Wish(by, quota),
            work=Work(jobs, engine, scheduler, resume),
            targets=options.targets(formats or ["table"], output, RANK_FORMATS),
            color=color,
            verbose=verbose,
        )
    )
