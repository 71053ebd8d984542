"""`init`: a unit file to start from, the evidence folders, snippets for CI and pre-commit."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("新建自评文件（按测评体系带好注释）、材料文件夹和 CI 配置；已有的文件不动。"))(init)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=tr("建在哪个文件夹（默认是当前的）"))] = Path(),
    *,
    rubric: options.Rubric = None,
    name: Annotated[str | None, typer.Option(help=tr("单位名称"), metavar="NAME")] = None,
    year: Annotated[int | None, typer.Option(help=tr("测评年度（默认今年）"), min=2000, max=2100)] = None,
    lang: options.Lang = None,
) -> int:
    """Set up a folder."""
    del lang
    from wenming_score.cli.initialising import run  # noqa: PLC0415 - help and completion need no models

    return run(folder, rubric, name or tr("请填单位全称"), year or options.day(None).year)
