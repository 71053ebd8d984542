"""`trend`: the options; the work is in `trending`, so that help and completion load no models."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.choices import TREND_FORMATS
from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("把一个单位的几个年度放在一起看：走势、届内合分、往后的日期。"))(trend)


def trend(  # noqa: PLR0913 - each is an option of the command line
    units: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="UNIT",
            help=tr(
                "各年度的自评文件、JSON 报告、文件夹或通配符，先后不论；"
                "写成 A..B 和一个路径，就看两个 git 版本之间的变化"
            ),
        ),
    ] = None,
    *,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=tr("输出格式 {names}；可写 html:走势.html，可重复", names=" ".join(TREND_FORMATS)),
            metavar="FMT[:PATH]",
        ),
    ] = None,
    output: options.Output = None,
    ics: Annotated[Path | None, typer.Option("--ics", help=tr("把往后的日期写成日历文件"), metavar="FILE.ics")] = None,
    color: options.Colors = "auto",
    config: options.Config = None,
    lang: options.Lang = None,
) -> int:
    """Put years side by side."""
    del config
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.sinks import Sink  # noqa: PLC0415 - as above
    from wenming_score.cli.trending import run  # noqa: PLC0415 - as above

    day = None if as_of is None else options.day(as_of)
    sink = Sink(options.targets(formats or ["table"], output, TREND_FORMATS), ics, color)
    return run(options.some(units), make_job(as_of, rubric, evidence_root), sink, as_of=day, speaking=lang)
