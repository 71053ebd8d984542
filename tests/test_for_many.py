"""What a run over many units rests on: a unit is gone when it is done, without looking for cycles."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from build import AS_OF
from door import ROOT
from wenming_score.assess import Job, assess, for_many

UNIT = ROOT / "examples/county-office-2025/unit.yaml"


@pytest.fixture(autouse=True)
def usual_collection() -> Iterator[None]:
    was, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    (gc.enable if was else gc.disable)()


def assessed(path: Path) -> None:
    assess(path, "unit.yaml", Job(AS_OF))


def test_a_unit_that_was_assessed_leaves_no_cycle_behind() -> None:
    assessed(UNIT)
    gc.collect()
    gc.disable()
    before = len(gc.get_objects())
    assessed(UNIT)
    assert gc.collect() == 0
    assert len(gc.get_objects()) <= before + 100


def test_many_units_are_assessed_without_looking_for_cycles() -> None:
    assessed(UNIT)
    gc.collect()
    for_many()
    assert gc.isenabled()
    before = gc.get_stats()
    for _ in range(5):
        assessed(UNIT)
    assert gc.get_stats() == before
