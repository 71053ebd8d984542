"""`explain`: what an id means, and with a unit file how its points come about."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("解释一个编号：测评项目、测评内容、标准、红线、申报条件、计分方式（kind）或问题（rule）。"))(
        explain
    )


def explain(  # noqa: PLR0913 - each is an option of the command line
    name: Annotated[str, typer.Argument(metavar="ID", help=tr("编号，如 leifeng-plan、checklist、evidence-missing"))],
    *,
    unit: Annotated[
        Path | None, typer.Option("--unit", "-u", help=tr("自评文件：一步步列出这一项怎么算的"), metavar="UNIT")
    ] = None,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    color: options.Colors = "auto",
    lang: options.Lang = None,
) -> int:
    """Explain an id."""
    del lang
    from wenming_score.cli.explaining import run  # noqa: PLC0415 - help and completion need no models
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above

    return run(name, unit, make_job(as_of, rubric, evidence_root), color)
