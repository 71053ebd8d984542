"""`rubric list|show|validate`."""

from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help=tr("测评体系：列出、查看、校验。"), no_args_is_help=False, rich_markup_mode=None)
    group.callback()(_group)
    group.command("list", help=tr("列出自带的测评体系。"))(list_)
    group.command(help=tr("查看一个测评体系：标准、红线、每项内容的分值和依据。"))(show)
    group.command(help=tr("校验测评体系文件：结构、编号、分值合计、每个数字的依据。"))(validate)
    app.add_typer(group, name="rubric")


def _group(*, lang: options.Lang = None) -> None:
    del lang


def list_(*, color: options.Colors = "auto", lang: options.Lang = None) -> int:
    """List the bundled rubrics."""
    del lang
    from wenming_score.cli.rubrics import list_bundled  # noqa: PLC0415 - help and completion need no models

    return list_bundled(color)


def show(
    name: Annotated[str, typer.Argument(metavar="NAME|PATH", help=tr("自带的名称，或 YAML 文件的路径"))],
    *,
    color: options.Colors = "auto",
    lang: options.Lang = None,
) -> int:
    """Show a rubric."""
    del lang
    from wenming_score.cli.rubrics import show_one  # noqa: PLC0415 - as above

    return show_one(name, color)


def validate(
    names: Annotated[list[str], typer.Argument(metavar="NAME|PATH...", help=tr("自带的名称，或 YAML 文件的路径"))],
    *,
    lang: options.Lang = None,
) -> int:
    """Validate rubrics."""
    del lang
    from wenming_score.cli.rubrics import validate_all  # noqa: PLC0415 - as above

    return validate_all(names)
