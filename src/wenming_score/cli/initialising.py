"""What `init` does: write what is not there yet."""

import os
from pathlib import Path

from typer.exceptions import TyperException

from wenming_score import catalogue, scaffold
from wenming_score.cli import codes
from wenming_score.cli.output import complain, write_files, writing
from wenming_score.finding import Location
from wenming_score.load import load_rubric, scorable
from wenming_score.text import inert, tr


def run(folder: Path, rubric: str | None, unit_name: str, year: int) -> int:
    """Write the files that are missing; never touch one that is there."""
    if inert(unit_name) != unit_name:
        raise TyperException(tr("单位名称里有看不见的字符：{name}", name=unit_name))
    named = rubric or catalogue.DEFAULT
    loaded = scorable(load_rubric(named, Path(), Location("--rubric")))
    if (folder / scaffold.UNIT_FILE).exists():
        raise TyperException(tr("{file} 已经有了，不会覆盖", file=folder / scaffold.UNIT_FILE))
    if named not in catalogue.bundled():
        named = os.path.relpath(named, folder).replace(os.sep, "/")
    planned = {folder / path: text for path, text in scaffold.files(loaded.rubric, named, unit_name, year).items()}
    kept = [path for path in planned if path.exists()]
    for place in [*(folder / name for name in scaffold.folders(loaded.rubric)), *(path.parent for path in planned)]:
        with writing(str(place)):
            place.mkdir(parents=True, exist_ok=True)
    write_files({path: text for path, text in planned.items() if path not in kept})
    for path in planned:
        complain(tr("已有，没有改动：{file}", file=path) if path in kept else tr("写好：{file}", file=path))
    complain(tr("下一步：填 {file}，再运行 wenming-score check {file}", file=folder / scaffold.UNIT_FILE))
    return codes.PASSED
