"""Measure every unit file once, then again those whose photos another unit has, too."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Literal, TypeAlias

from wenming_score import __version__
from wenming_score.fleet import alike, packing
from wenming_score.fleet.engines import Engine, EngineError, Task
from wenming_score.fleet.measure import Batch, Named, Order, Twin, stamped
from wenming_score.fleet.store import Store
from wenming_score.text import tr

Stage: TypeAlias = Literal["measure", "compare", "again"]
Watch = Callable[[Stage, int, int], None]
"""Is told the stage, how many units are done, and how many there are."""
TASK = 32
"""Unit files in a task: some tenths of a second of work, so that handing it out costs next to nothing."""
_TWINS = """
SELECT units.path, units.shown, units.twins, other.fingerprint, theirs.shown, other.evidence, other.day
FROM pairs JOIN photos ON photos.id = pairs.photo JOIN units ON units.id = photos.unit
JOIN photos AS other ON other.id = pairs.other JOIN units AS theirs ON theirs.id = other.unit
ORDER BY units.shown, units.path, other.fingerprint, theirs.shown, other.evidence
"""
_NO_LONGER = """
SELECT path, shown FROM units
WHERE twins <> '[]' AND id NOT IN (SELECT photos.unit FROM pairs JOIN photos ON photos.id = pairs.photo)
ORDER BY shown, path
"""


def survey(units: Sequence[Named], store: Store, engine: Engine, order: Order, watch: Watch) -> None:
    """Measure what the store does not know yet, and keep it there as it comes.

    Raises EngineError where nobody can measure, StoreFullError where nothing can be kept.
    """
    store.only(units)
    fresh = [unit for unit in units if not store.knows(unit, stamped(unit.path))]
    _measure(fresh, len(units), store, engine, order, lambda done, of: watch("measure", done, of))
    watch("compare", 0, len(units))
    changed = list(_changed(store))
    if changed:
        _measure(changed, len(changed), store, engine, order, lambda done, of: watch("again", done, of))


def _measure(
    units: Sequence[Named], whole: int, store: Store, engine: Engine, order: Order, watch: Callable[[int, int], None]
) -> None:
    done = whole - len(units)
    for batch in engine.run(_tasks(units), order) if units else ():
        store.add(_checked(batch).measured)
        done += len(batch.measured)
        watch(done, whole)


def _tasks(units: Iterable[Named]) -> Iterator[Task]:
    given = iter(units)
    while task := tuple(islice(given, TASK)):
        yield task


def _checked(batch: Batch) -> Batch:
    if batch.version != __version__:
        said = tr(
            "worker 上装的是 wenming-score {theirs}，这里是 {ours}；请装同一个版本",
            theirs=batch.version, ours=__version__,
        )  # fmt: skip
        raise EngineError(said)
    return batch


def _changed(store: Store) -> Iterator[Named]:
    """Yield the units that were not compared with what they are to be compared with."""
    store.pair(alike.pairs(store))
    yield from [Named(os.fsdecode(path), shown) for path, shown in store.db.execute(_NO_LONGER)]
    for (path, shown, before), pairs in groupby(store.db.execute(_TWINS), key=lambda pair: pair[:3]):
        twins = tuple(dict.fromkeys(_twin(*pair[3:]) for pair in pairs))
        if packing.pack(twins) != before:
            yield Named(os.fsdecode(path), shown, twins)


def _twin(bits: int, file: str, evidence: str, day: str | None) -> Twin:
    return Twin(packing.unsigned(bits), file, evidence, date.fromisoformat(day) if day else None)
