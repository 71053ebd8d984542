"""`evidence add`: the options; the work is in `adding`, so that help and completion load no models."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add(  # noqa: PLR0913 - each is an option of the command line
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=tr("材料文件，已经放在材料目录里"))],
    *,
    to: Annotated[list[str], typer.Option("--to", help=tr("用于哪条测评内容或哪次活动的编号；可重复"), metavar="ID")],
    type_: Annotated[
        str | None, typer.Option("--type", help=tr("材料类型，如 plan、photo；必填"), metavar="TYPE")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(help=tr("材料的日期，如 2025-03-05、2025-03、2025-Q1、2025-03-05~2025-03-07"), metavar="DATE"),
    ] = None,
    title: Annotated[str, typer.Option(help=tr("题名"), metavar="TEXT")] = "",
    number: Annotated[str, typer.Option(help=tr("文号"), metavar="TEXT")] = "",
    owner: Annotated[str, typer.Option(help=tr("责任者"), metavar="TEXT")] = "",
    category: Annotated[str, typer.Option(help=tr("归档类目"), metavar="TEXT")] = "",
    id_: Annotated[str | None, typer.Option("--id", help=tr("台账编号（默认接着排）"), metavar="ID")] = None,
    unit: Annotated[
        Path | None,
        typer.Option("--unit", "-u", help=tr("自评文件（默认是材料所在文件夹或上层的 unit.yaml）"), metavar="UNIT"),
    ] = None,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=tr("只列出要改的行，不写文件"))] = False,
    lang: options.Lang = None,
) -> int:
    """Enter files in the ledger and cite them."""
    del lang
    from wenming_score.adding import Request  # noqa: PLC0415 - see the module's docstring
    from wenming_score.cli.adding import run  # noqa: PLC0415 - as above
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above

    more = {"title": title, "number": number, "owner": owner, "category": category}
    said = {name: text for name, text in more.items() if text.strip()}
    request = Request(tuple(files), tuple(to), type_, date, id_, said)
    return run(request, unit, make_job(None, rubric, evidence_root), dry_run=dry_run)
