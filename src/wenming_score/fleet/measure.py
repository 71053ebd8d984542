"""One unit file to one row: what every engine runs, wherever it runs it."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wenming_score import __version__
from wenming_score.assess import Job, Looked, NothingAssessedError, evaluate_looked, for_many, load, look, other
from wenming_score.choices import Lang
from wenming_score.elsewhere import photos
from wenming_score.facts import Elsewhere, OtherPiece
from wenming_score.finding import InputError
from wenming_score.gallery import Gallery
from wenming_score.rank import Failure, Outcome, row
from wenming_score.records import record
from wenming_score.report import RubricInfo
from wenming_score.text import speak, tr, why


@record
class Order:
    """By what to measure, the same for all."""

    job: Job
    lang: Lang


@record
class Twin:
    """A photo of another unit."""

    fingerprint: int
    file: str
    evidence: str
    day: date | None


@record
class Named:
    """A unit file: where it is, what people call it, and the photos of others that it is compared with."""

    path: str
    shown: str
    twins: tuple[Twin, ...] = ()


@record
class Photo:
    """A photo of a unit, to compare other units with."""

    fingerprint: int
    evidence: str
    day: date | None


Stamp = tuple[int, int]
"""The size of a file and when it was written, in nanoseconds."""
NO_STAMP: Stamp = (-1, -1)


@record
class Measured:
    """What came of a unit file."""

    unit: Named
    stamp: Stamp
    outcome: Outcome
    rubric: RubricInfo | None = None
    photos: tuple[Photo, ...] = ()


@record
class Batch:
    """What came of some unit files, and which version of the program measured them."""

    version: str
    measured: tuple[Measured, ...]


def measure(units: Sequence[Named], order: Order) -> Batch:
    """Measure some unit files; one that cannot be read, or that the program fails on, is a failure of its own."""
    for_many()
    speak(order.lang)
    return Batch(__version__, tuple(_measured(unit, order) for unit in units))


def _measured(unit: Named, order: Order) -> Measured:
    stamp = stamped(unit.path)
    try:
        path = Path(unit.path)
        looked = look(load(path, unit.shown, order.job.rubric), path, order.job)
        report = evaluate_looked(looked, order.job, _elsewhere(unit))
        return Measured(unit, stamp, row(report), report.rubric, _photos(looked))
    except Exception as error:  # noqa: BLE001 - one unit's trouble is not the others'
        return Measured(unit, stamp, _failure(unit, error))


def stamped(path: str) -> Stamp:
    """Tell one state of a file from another, without reading it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - no Path is made for each of ten thousand
    except OSError:
        return NO_STAMP
    return found.st_size, found.st_mtime_ns


def lost(unit: Named, reason: str) -> Measured:
    """Say of a unit file that no engine could measure it."""
    return Measured(unit, NO_STAMP, Failure(unit.shown, "lost", (reason,)))


def _failure(unit: Named, error: Exception) -> Failure:
    match error:
        case InputError():
            return Failure(unit.shown, "unreadable", tuple(map(str, error.mistakes)))
        case NothingAssessedError():
            return Failure(unit.shown, "blank", (error.said,))
        case OSError():
            said = tr("读不了：{file}：{reason}", file=unit.shown, reason=why(error))
            return Failure(unit.shown, "unreadable", (said,))
        case _:
            said = tr("{file}：程序自己出错了，请报告：{what}", file=unit.shown, what=_where(error))
            return Failure(unit.shown, "lost", (said,))


def _where(error: Exception) -> str:
    """Name an error and the line of the program that it comes from, without where this machine keeps it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    at = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} {at}"


def _elsewhere(unit: Named) -> Elsewhere:
    gallery = Gallery[OtherPiece]()
    for one in unit.twins:
        gallery.add(one.fingerprint, OtherPiece(one.file, one.file, one.evidence, one.day))
    return Elsewhere(gallery)


def _photos(looked: Looked) -> tuple[Photo, ...]:
    return tuple(Photo(bits, piece.id, piece.day) for bits, piece in photos(other(looked)))
