"""What `rank` does: find the unit files, have them measured, rank them, write the ranking out."""

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from wenming_score.assess import Job, NothingAssessedError, for_many, inputs, load
from wenming_score.catalogue import bundled
from wenming_score.choices import Color, RankFormat
from wenming_score.cli import codes, units
from wenming_score.cli.looking import keep, real
from wenming_score.cli.options import Target
from wenming_score.cli.output import (
    Content,
    Made,
    colored,
    complain,
    plain_text,
    print_lines,
    put_bytes,
    put_made,
    put_pieces,
    terminal_width,
    write_files,
    writing,
)
from wenming_score.cli.surveying import Work, measured
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.fleet import Order, Wish, ranking
from wenming_score.load import load_rubric, scorable
from wenming_score.rank import Bad, Ranking
from wenming_score.records import record
from wenming_score.render.ranks import FILES, TEXTS, lines
from wenming_score.text import spoken, tr

_INSTALL = 'pip install "wenming-score[fleet]"'
_BATCH = 500
"""Lines that are printed at a time."""
_CODES: Mapping[Bad, int] = {
    "unreadable": codes.CANNOT_RUN, "blank": codes.NOTHING_ASSESSED, "lost": codes.OUR_FAULT,
}  # fmt: skip


@record
class Request:
    """What to rank, by what, and where to."""

    arguments: Sequence[str]
    job: Job
    wish: Wish
    work: Work
    targets: Sequence[Target[RankFormat]]
    color: Color
    verbose: bool


def run(request: Request) -> int:
    """Rank the units that the arguments name; give the exit code."""
    job, work = request.job, request.work
    if job.rubric:
        scorable(load_rubric(job.rubric, Path(), Location("--rubric")))
    paths, outcomes = _found(request.arguments)
    if not paths:
        return codes.worst(outcomes)
    _ready(request.targets)
    outputs = [target.path for target in request.targets if target.path]
    kept = [work.resume] if work.resume else []
    keep(kept, outputs)
    _spare(paths, job, [*outputs, *kept])
    for_many()
    order = Order(_anywhere(job), spoken())
    with measured(paths, request.arguments, work, order) as store:
        made = ranking(store, request.wish, order)
        _publish(made, request)
        return codes.worst([*outcomes, *_complained(made)])


def _found(arguments: Sequence[str]) -> tuple[list[Path], list[int]]:
    """List the unit files, each once by whatever names it goes."""
    found = {argument: units.find(argument) for argument in arguments}
    missing = [argument for argument, paths in found.items() if not paths]
    for argument in missing:
        complain(tr("没有找到自评文件：{paths}", paths=argument))
    once: dict[str, Path] = {}
    for path in (path for some in found.values() for path in some):
        once.setdefault(real(path), path)
    return [*once.values()], [codes.NOTHING_ASSESSED] * len(missing) or [codes.PASSED]


def _ready(targets: Sequence[Target[RankFormat]]) -> None:
    """Refuse what could not be written out when long work is done."""
    for target in targets:
        if target.format == "parquet" and find_spec("duckdb") is None:
            said = tr("没有装 {name}；请运行 {command}", name="duckdb", command=_INSTALL)
            raise InputError([Mistake(Location("-f parquet"), said)])
        if target.path is None and target.format in FILES:
            put_bytes(b"")
        if target.path is not None and not target.path.parent.exists():
            with writing(str(target.path)):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


def _spare(paths: Sequence[Path], job: Job, outputs: Sequence[Path]) -> None:
    """Refuse to write over a unit file, or over what one of the units around an output reads."""
    keep([*paths, *([Path(job.rubric)] if job.rubric else [])], outputs)
    for output in outputs:
        if output.exists():
            for path in _around(output, paths, job):
                with suppress(InputError, NothingAssessedError):
                    keep(inputs(load(path, units.shown(path), job.rubric), path, job), [output])


def _around(output: Path, paths: Sequence[Path], job: Job) -> Iterator[Path]:
    """Yield the units that may read a file: their evidence lies below them, their rubric anywhere."""
    folders = {str(folder) for folder in Path(real(output)).parents}
    anyhow = output.suffix in (".yaml", ".yml") or (job.evidence_root and real(job.evidence_root) in folders)
    yield from (path for path in paths if anyhow or real(path.parent) in folders)


def _anywhere(job: Job) -> Job:
    """Give a job that means the same in another process or on another machine."""
    rubric = job.rubric
    if rubric is not None and rubric not in bundled():
        rubric = os.path.abspath(rubric)  # noqa: PTH100 - resolve() asks the file system
    return replace(job, rubric=rubric, evidence_root=job.evidence_root and job.evidence_root.absolute())


def _publish(made: Ranking, request: Request) -> None:
    """Write all the files or none, then the screen."""
    width = terminal_width()
    write_files({target.path: _content(made, target, width) for target in request.targets if target.path})
    for target in request.targets:
        if target.path is not None:
            continue
        if target.format == "table":
            rows = lines(made, width, verbose=request.verbose)
            while batch := list(islice(rows, _BATCH)):
                print_lines(batch, color=colored(request.color))
        elif target.format in TEXTS:
            put_pieces(TEXTS[target.format](made))
        else:
            put_made(partial(FILES[target.format], made))


def _content(made: Ranking, target: Target[RankFormat], width: int) -> Content:
    if target.format in FILES:
        return partial(FILES[target.format], made)
    if target.format == "table":
        return _encoded(plain_text([line]) for line in lines(made, width, verbose=True))
    return _encoded(TEXTS[target.format](made))


def _encoded(pieces: Iterator[str]) -> Made:
    return lambda file: file.writelines(piece.encode() for piece in pieces)


def _complained(made: Ranking) -> Iterator[int]:
    """Say what came to no row, and yield the exit code of each."""
    for failure in made.failures:
        complain(*failure.reasons)
        yield _CODES[failure.bad]
