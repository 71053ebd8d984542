"""`schema`: JSON Schema for editors."""

from typing import Annotated, Literal

import typer

from wenming_score.cli import options
from wenming_score.text import inert_json, tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("打印自评文件、测评体系、报告、计划或排名的 JSON Schema，供编辑器提示和校验。"))(schema)


def schema(
    document: Annotated[
        Literal["unit", "rubric", "report", "plan", "rank"],
        typer.Argument(metavar="unit|rubric|report|plan|rank", help=tr("哪一种文件")),
    ],
    *,
    rubric: options.Rubric = None,
    lang: options.Lang = None,
) -> int:
    """Print a schema."""
    del lang
    import json  # noqa: PLC0415 - help and completion need no models
    from pathlib import Path  # noqa: PLC0415 - as above

    from wenming_score import schemas  # noqa: PLC0415 - as above
    from wenming_score.cli.output import put  # noqa: PLC0415 - as above
    from wenming_score.finding import Location  # noqa: PLC0415 - as above
    from wenming_score.load import load_rubric  # noqa: PLC0415 - as above

    by = load_rubric(rubric, Path(), Location("--rubric")).rubric if rubric else None
    put(inert_json(json.dumps(schemas.schema(document, by), ensure_ascii=False, indent=2)) + "\n")
    return 0
