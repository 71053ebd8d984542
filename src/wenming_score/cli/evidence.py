"""`evidence list|audit|lock|add`: the ledger, its faults, its lock, a new entry."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.choices import SHEET_FORMATS, FailOn, SheetFormat
from wenming_score.cli import options
from wenming_score.cli.add import add
from wenming_score.text import tr

Units = Annotated[list[str], typer.Argument(metavar="UNIT", help=tr("自评文件、文件夹或通配符"))]
SheetFormats = Annotated[
    SheetFormat, typer.Option("--format", "-f", help=tr("输出格式：{names}", names=" ".join(SHEET_FORMATS)))
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help=tr("写到文件，不写到屏幕"), metavar="PATH")]


def add_to(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help=tr("佐证材料：列目录、查毛病、锁定、登记。"), rich_markup_mode=None)
    group.callback()(_group)
    group.command("list", help=tr("列出台账，按归档目录排序编号，标明每份材料的状态。"))(list_)
    group.command(help=tr("只查材料的毛病；有错误就退出 1。"))(audit)
    group.command(help=tr("把每份材料的大小和 SHA-256 写进 evidence.lock；以后变了会报出来。"))(lock)
    group.command(help=tr("登记材料：写进台账，编号接着排，再引用到测评内容或活动；别的行不动。"))(add)
    app.add_typer(group, name="evidence")


def _group(*, lang: options.Lang = None) -> None:
    del lang


def list_(  # noqa: PLR0913 - each is an option of the command line
    units: Units,
    *,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    form: SheetFormats = "table",
    output: Output = None,
    color: options.Colors = "auto",
    lang: options.Lang = None,
) -> int:
    """List the ledger."""
    del lang
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - help and completion need no models
    from wenming_score.cli.ledgers import Sink, list_units  # noqa: PLC0415 - as above

    return list_units(units, make_job(as_of, rubric, evidence_root), Sink(form, output, color))


def audit(  # noqa: PLR0913 - as above
    units: Units,
    *,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    against: options.Against = None,
    fail_on: Annotated[FailOn, typer.Option(help=tr("有这一级或更重的问题就不通过"))] = "error",
    strict: Annotated[bool, typer.Option("--strict", help=tr("等于 --fail-on warning"))] = False,
    form: SheetFormats = "table",
    output: Output = None,
    color: options.Colors = "auto",
    lang: options.Lang = None,
) -> int:
    """List the faults of the evidence."""
    del lang
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above
    from wenming_score.cli.ledgers import Sink, audit_units  # noqa: PLC0415 - as above

    job = make_job(as_of, rubric, evidence_root)
    bar = options.fail_on(fail_on, strict=strict)
    return audit_units(units, job, against or (), bar, Sink(form, output, color))


def lock(
    units: Units,
    *,
    evidence_root: options.Root = None,
    check: Annotated[bool, typer.Option("--check", help=tr("只核对，不写；不一致就退出 1"))] = False,
    lang: options.Lang = None,
) -> int:
    """Write the lock, or compare with it."""
    del lang
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above
    from wenming_score.cli.locking import check_locks, write_locks  # noqa: PLC0415 - as above

    job = make_job(None, None, evidence_root)
    return (check_locks if check else write_locks)(units, job)
