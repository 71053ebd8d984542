"""`template`: our Word template, for an office to make its own of."""

from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from wenming_score.cli import options
from wenming_score.text import spoken, tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("写出自带的自查报告 Word 模板；改成本单位的样子，再用 check -f docx --template 填写。"))(
        template
    )


def template(
    output: Annotated[Path, typer.Option("--output", "-o", help=tr("写到哪里"), metavar="FILE.docx")] = Path(
        "自查报告模板.docx"
    ),
    *,
    lang: options.Lang = None,
) -> int:
    """Write the template; one that is there may be the office's own work, and is kept."""
    del lang
    from wenming_score.cli.output import complain, write_files  # noqa: PLC0415 - help and completion need none of it
    from wenming_score.render.docx import bundled  # noqa: PLC0415 - as above

    if output.exists():
        raise TyperException(tr("{file} 已经有了，没有覆盖；请换一个文件名", file=output))
    write_files({output: bundled(spoken())})
    complain(tr("写好了：{file}", file=output))
    return 0
