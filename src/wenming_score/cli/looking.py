"""From what the command line names to units whose evidence has been looked at."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from typer.exceptions import TyperException

from wenming_score.assess import (
    Job,
    Looked,
    NothingAssessedError,
    assess_looked,
    compare_with,
    for_many,
    inputs,
    load,
    look,
    other,
)
from wenming_score.cli import codes, units
from wenming_score.cli.blame import blame
from wenming_score.cli.output import complain
from wenming_score.cli.progress import Progress
from wenming_score.elsewhere import Other, elsewhere
from wenming_score.finding import InputError
from wenming_score.load import load_unit
from wenming_score.report import Report
from wenming_score.text import tr


@dataclass(slots=True)
class Round:
    """The units of one run, and the exit codes of what went wrong."""

    job: Job
    looked: list[Looked] = field(default_factory=list[Looked])
    outcomes: list[int] = field(default_factory=list[int])

    def reports(self, against: Sequence[Other] = ()) -> list[Report]:
        """Assess the units, comparing their photos with each other's and with what is given."""
        compared = elsewhere(against, map(other, self.looked) if len(self.looked) > 1 else ())
        return [assess_looked(one, self.job, compared) for one in self.looked]


def look_at(
    arguments: Sequence[str],
    job: Job,
    outputs: Sequence[Path] = (),
    *,
    kept: tuple[Path, ...] = (),
    bare: bool = False,
) -> Round:
    """Look at every unit that the arguments name; one that cannot be read does not stop the others.

    No output may be one of the files that are read or to be kept. A unit without answers is passed over unless `bare`.
    """
    made, progress = Round(job), Progress()
    found = {argument: units.find(argument) for argument in arguments}
    for argument, paths in found.items():
        if not paths:
            complain(tr("没有找到自评文件：{paths}", paths=argument))
            made.outcomes.append(codes.NOTHING_ASSESSED)
    paths = list(dict.fromkeys(path for some in found.values() for path in some))
    keep([*kept, *paths], outputs)
    if len(paths) > 1:
        for_many()
    for path in paths:
        try:
            loaded = (load_unit if bare else load)(path, units.shown(path), job.rubric)
            keep(inputs(loaded, path, job), outputs)
            made.looked.append(look(loaded, path, job, progress))
        except (InputError, NothingAssessedError) as error:
            code, lines = blame(error)
            complain(*lines)
            made.outcomes.append(code)
    return made


def look_at_one(argument: str, job: Job, outputs: Sequence[Path], *, kept: tuple[Path, ...] = ()) -> Looked | int:
    """Look at the one unit that an argument names, bare or not; give the exit code where there is none, or several."""
    made = look_at([argument], job, outputs, kept=kept, bare=True)
    if made.outcomes:
        return codes.worst(made.outcomes)
    if len(made.looked) > 1:
        raise TyperException(tr("一次只能给一个单位，这里有 {n} 个", n=len(made.looked)))
    return made.looked[0]


def keep(read: Iterable[Path], outputs: Sequence[Path]) -> None:
    """Refuse to write over what was read."""
    taken = {real(path) for path in outputs}
    lost = next((path for path in read if real(path) in taken), None) if taken else None
    if lost is not None:
        raise TyperException(tr("输出会盖掉 {file}，请换一个文件名", file=units.shown(lost)))


def real(path: Path) -> str:
    """Name a file in one way only, even one that no file can be called or that a link to itself leads to."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return os.path.abspath(path)  # noqa: PTH100 - resolve() asks the file system


def others(against: Sequence[str], job: Job) -> list[Other]:
    """Read what to compare with."""
    progress = Progress()
    return [compare_with(path, units.shown(path), job, progress) for one in against for path in _some(one)]


def _some(argument: str) -> list[Path]:
    found = units.find(argument)
    if not found:
        raise TyperException(tr("没有找到要比对的自评文件或锁定文件：{paths}", paths=argument))
    return found
