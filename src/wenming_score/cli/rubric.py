"""`rubric list|show|validate|diff|migrate`."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.choices import EDITION_FORMATS, EditionFormat
from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(
        help=tr("测评体系：列出、查看、校验、比较两版、把自评文件转到新版。"),
        no_args_is_help=False,
        rich_markup_mode=None,
    )
    group.callback()(_group)
    group.command("list", help=tr("列出自带的测评体系。"))(list_)
    group.command(help=tr("查看一个测评体系：标准、红线、每项内容的分值和依据。"))(show)
    group.command(help=tr("校验测评体系文件：结构、编号、分值合计、每个数字的依据。"))(validate)
    group.command(help=tr("比较两个测评体系：新增、取消、改名、移动了什么，分值、门槛、说法有什么变化。"))(diff)
    group.command(help=tr("把自评文件转到另一个测评体系：能对上的改名，对不上的注释掉，再列出要重新填写的。"))(migrate)
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


def diff(
    before: Annotated[str, typer.Argument(metavar="OLD", help=tr("原来的：自带的名称，或 YAML 文件的路径"))],
    after: Annotated[str, typer.Argument(metavar="NEW", help=tr("新的：自带的名称，或 YAML 文件的路径"))],
    *,
    form: Annotated[
        EditionFormat, typer.Option("--format", "-f", help=tr("输出格式：{names}", names=" ".join(EDITION_FORMATS)))
    ] = "table",
    output: options.Output = None,
    color: options.Colors = "auto",
    lang: options.Lang = None,
) -> int:
    """Compare two rubrics."""
    del lang
    from wenming_score.cli.rubric_diffs import compare  # noqa: PLC0415 - help and completion need no models

    return compare((before, after), form, output, color)


def migrate(
    unit: Annotated[Path, typer.Argument(metavar="UNIT", help=tr("自评文件，或它所在的文件夹"))],
    *,
    to: Annotated[
        str, typer.Option("--to", metavar="NAME|PATH", help=tr("转到哪个测评体系：自带的名称，或 YAML 文件的路径"))
    ],
    output: options.Output = None,
    in_place: Annotated[bool, typer.Option("--in-place", help=tr("直接改这份自评文件"))] = False,
    lang: options.Lang = None,
) -> int:
    """Migrate a unit file to another rubric."""
    del lang
    from wenming_score.cli.migrating import run  # noqa: PLC0415 - as above

    return run(unit, to, output, in_place=in_place)
