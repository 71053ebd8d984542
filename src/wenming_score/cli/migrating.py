"""What `rubric migrate` does: rename what has another name, comment out what has none, list what is to be answered."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from typer.exceptions import TyperException

from wenming_score import catalogue
from wenming_score.assess import Job, inputs
from wenming_score.cli import codes, units
from wenming_score.cli.looking import keep
from wenming_score.cli.output import complain, put, put_bytes, write_files
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.finding import Path as Place
from wenming_score.load import LoadedRubric, LoadedUnit, load_rubric, load_unit, scorable
from wenming_score.renames import Renames, anew, edits, renames
from wenming_score.source import Value, load
from wenming_score.source.edits import Drop, Edit, Replace
from wenming_score.source.rewriting import rewrite
from wenming_score.text import inert, tr


def run(unit: Path, to: str, output: Path | None, *, in_place: bool) -> int:
    """Put a unit file under another rubric; the new file goes where it is told to, the list to standard error."""
    if in_place and output:
        raise TyperException(tr("--in-place 和 -o 不能一起用"))
    path = unit / units.UNIT_FILE if unit.is_dir() else unit
    loaded, new = _load(path, to)
    target = output or path
    keep([Path(to), *inputs(loaded, path, Job(loaded.assessment.period.end))], [output] if output else [])
    by = renames(loaded.by.rubric, new.rubric)
    made = [*_edits(loaded, by, _named(to, target))]
    content = rewrite(load(path, units.shown(path)), units.shown(path), made)
    if output or in_place:
        write_files({target: content})
    else:
        _print(content)
    complain(*_said(loaded, by, made, units.shown(target)))
    if target.parent.resolve() != path.parent.resolve():
        complain(tr("新文件不在原来的文件夹里；材料的路径没有改，请把材料一并移来，或用 --evidence-root 指明"))
    complain(tr("请逐条看过，改好后再打分：{command}", command=f"wenming-score check {units.shown(target)}"))
    return codes.PASSED


def _load(path: Path, to: str) -> tuple[LoadedUnit, LoadedRubric]:
    """Load the unit file by its own rubric, and the new rubric; say what is wrong with either."""
    wrong: list[Mistake] = []
    loaded: LoadedUnit | None = None
    try:
        loaded = load_unit(path, units.shown(path))
    except InputError as error:
        wrong += error.mistakes
    try:
        new = scorable(load_rubric(to, Path(), Location("--to")))
    except InputError as error:
        raise InputError(sorted({*wrong, *error.mistakes})) from None
    if loaded is None:
        raise InputError(wrong)
    return loaded, new


def _named(to: str, target: Path) -> str:
    """Name the new rubric as the new file must: a bundled one by its name, any other by its path from there."""
    if to in catalogue.bundled():
        return to
    name = Path(os.path.relpath(to, target.parent)).as_posix()
    return name if name.endswith((".yaml", ".yml")) else f"./{name}"


def _edits(loaded: LoadedUnit, by: Renames, name: str) -> Iterator[Edit]:
    if isinstance(loaded.document.data, dict):
        yield from edits(loaded.document.data, by)
    if name != loaded.assessment.rubric:
        yield Replace(("rubric",), name)


def _print(content: bytes) -> None:
    """Give a pipe the bytes; spare a terminal what it would obey or hide."""
    if sys.stdout.isatty():
        put("".join(f"{inert(line)}\n" for line in content.decode("utf-8-sig").splitlines()))
    else:
        put_bytes(content)


def _said(loaded: LoadedUnit, by: Renames, made: list[Edit], shown: str) -> Iterator[str]:
    """Say what was done and what is left to do, by the lines of the file, which are the same in the new one."""
    document = loaded.document
    gone = [edit for edit in made if isinstance(edit, Drop)]
    yield tr(
        "{file}：转到 {name}，改名 {renamed} 处，改为注释 {gone} 处",
        file=shown, name=by.new.name, renamed=len(made) - len(gone), gone=len(gone),
    )  # fmt: skip
    dropped = (
        (edit.path, tr("{name} 改为注释：{why}", name=_called(document.data, edit.path), why=edit.why)) for edit in gone
    )
    listed = [(document.at_key(place), said) for place, said in (*dropped, *anew(loaded.assessment, by))]
    for at, said in sorted(listed, key=lambda one: one[0]):
        yield f"{Location(shown, at.line, at.column)}: {said}"


def _called(data: Value, place: Place) -> str:
    """Name what was taken away: by its key, or by what it says."""
    last = place[-1]
    if isinstance(last, str):
        return last
    for step in place:
        data = data[str(step)] if isinstance(data, dict) else data[int(step)] if isinstance(data, tuple) else data
    named = (data.get("award") or data.get("penalty")) if isinstance(data, dict) else data
    return str(named)
