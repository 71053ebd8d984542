"""`report`: reports in JSON, laid out in any format without scoring again."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=tr("把 check -f json 写出的报告改成别的格式，不再打分。"))(report)


def report(  # noqa: PLR0913 - each is an option of the command line
    results: Annotated[list[Path], typer.Argument(metavar="RESULT.json", help=tr("check -f json 写出的报告"))],
    *,
    formats: options.Formats = None,
    output: options.Output = None,
    template: options.Template = None,
    thumbnails: options.Thumbnails = False,
    evidence_root: options.Root = None,
    show: options.Shows = "gaps",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    color: options.Colors = "auto",
    config: options.Config = None,
    lang: options.Lang = None,
) -> int:
    """Lay reports out."""
    del config
    from wenming_score.cli.publishing import Publication, View  # noqa: PLC0415 - help and completion need no models
    from wenming_score.cli.reporting import rebuild  # noqa: PLC0415 - as above

    publication = Publication(
        options.report_targets(formats or ["table"], output),
        View(show, quiet, verbose, color),
        template=template,
        thumbnails=thumbnails,
    )
    return rebuild(results, publication, evidence_root, speaking=lang)
