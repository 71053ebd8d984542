"""`plan`: the options; the work is in `planning`, so that help and completion load no models."""

from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from wenming_score.choices import PLAN_FORMATS, Minimise
from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("倒排工期：达到目标分数最省的办法，谁、几号以前、做什么、留什么材料。"))(plan)


def plan(  # noqa: PLR0913 - each is an option of the command line
    unit: Annotated[str | None, typer.Argument(metavar="UNIT", help=tr("自评文件，或它所在的文件夹"))] = None,
    *,
    target: Annotated[
        str | None, typer.Option(help=tr("目标分数；mark 是测评体系的合格线（默认）"), metavar="N|mark")
    ] = None,
    by: Annotated[
        str | None, typer.Option(help=tr("哪一天以前完成（默认是测评年度的最后一天）"), metavar="DATE")
    ] = None,
    minimise: Annotated[
        Minimise | None,
        typer.Option(help=tr("什么最少：days 人天（默认），tasks 任务数，risk 风险（别人评定、过期不能补、时间紧）")),
    ] = None,
    item_at_least: Annotated[str | None, typer.Option(help=tr("每个测评项目至少得百分之几"), metavar="PERCENT")] = None,
    standard_at_least: Annotated[str | None, typer.Option(help=tr("每条标准至少得百分之几"), metavar="PERCENT")] = None,
    calendar: Annotated[
        Path | None, typer.Option(help=tr("日历文件：还没有公布的放假安排，和本单位不上班的日子"), metavar="FILE")
    ] = None,
    status: Annotated[
        Path | None,
        typer.Option(
            help=tr("拿以前的计划（-f json 写出的）对照今天：完成了什么，误期了什么"), metavar="OLD_PLAN.json"
        ),
    ] = None,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=tr("输出格式 {names}；可写 xlsx:任务分解表.xlsx，可重复", names=" ".join(PLAN_FORMATS)),
            metavar="FMT[:PATH]",
        ),
    ] = None,
    output: options.Output = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", help=tr("把任务写成日历文件，一项一条"), metavar="FILE.ics")
    ] = None,
    color: options.Colors = "auto",
    config: options.Config = None,
    lang: options.Lang = None,
) -> int:
    """Plan the way to a mark."""
    del config, lang
    from wenming_score.cli import planning  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above
    from wenming_score.cli.sinks import Sink  # noqa: PLC0415 - as above

    sink = Sink(options.targets(formats or ["table"], output, PLAN_FORMATS), ics, color)
    (one,) = options.some([unit] if unit else None)
    job = make_job(as_of, rubric, evidence_root)
    wish = planning.Wish(
        target=options.limit(target, "--target"),
        by=None if by is None else options.day(by, "--by"),
        minimise=minimise or "days",
        item_share=options.percent(item_at_least, "--item-at-least"),
        standard_share=options.percent(standard_at_least, "--standard-at-least"),
    )
    if status is None:
        return planning.run(one, job, wish, calendar, sink)
    if any(given is not None for given in (target, by, minimise, item_at_least, standard_at_least, calendar)):
        told = tr("--status 只对照旧计划，目标、日期和要求都按旧计划；要重新排就不要写 --status")
        raise TyperException(told)
    return planning.follow_up(one, job, status, sink)
