"""`baseline write`: the only thing that moves a baseline."""

from pathlib import Path
from typing import Annotated

import typer

from wenming_score.cli import options
from wenming_score.text import tr

FILE = Path("baseline.json")


def add_to(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help=tr("基线：记下现在的分数和问题，以后只有变差才不通过。"), rich_markup_mode=None)
    group.callback()(_group)
    group.command(help=tr("打分并写成基线，交给 check --baseline 用；只有这个命令会改动基线。"))(write)
    app.add_typer(group, name="baseline")


def _group(*, lang: options.Lang = None) -> None:
    del lang


def write(  # noqa: PLR0913 - each is an option of the command line
    units: options.Units = None,
    *,
    baseline: Annotated[Path, typer.Option("--output", "-o", help=tr("写到哪里"), metavar="REPORT.json")] = FILE,
    rubric: options.Rubric = None,
    evidence_root: options.Root = None,
    as_of: options.AsOf = None,
    against: options.Against = None,
    config: options.Config = None,
    lang: options.Lang = None,
) -> int:
    """Write the baseline."""
    del config, lang
    from wenming_score.cli.basing import write_baseline  # noqa: PLC0415 - help and completion need no models
    from wenming_score.cli.jobs import make_job  # noqa: PLC0415 - as above

    job = make_job(as_of, rubric, evidence_root)
    return write_baseline(options.some(units), job, baseline, against=against or ())
