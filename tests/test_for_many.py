"""What a run over many units rests on: a unit is gone when it is done, without looking for cycles."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build import AS_OF, LEDGER, activity, assessment, case, indicator, report, rubric
from door import ROOT, SOURCE, surroundings
from wenming_score.assess import Job, assess, for_many
from wenming_score.kinds.base import Answer, Award, Facts
from wenming_score.kinds.checklist import Checklist

UNIT = ROOT / "examples/county-office-2025/unit.yaml"


def assessed(path: Path) -> None:
    assess(path, "unit.yaml", Job(AS_OF))


def test_a_unit_that_was_assessed_leaves_no_cycle_behind() -> None:
    """Count in a process in which nothing else has been done, nor is."""
    counting = """
import gc, sys
from pathlib import Path
from test_for_many import assessed
assessed(Path(sys.argv[1]))
gc.collect()
gc.disable()
before = len(gc.get_objects())
assessed(Path(sys.argv[1]))
cycles = gc.collect()
print(cycles, len(gc.get_objects()) - before)
"""
    done = subprocess.run(
        [sys.executable, "-c", counting, UNIT],
        env=surroundings(PYTHONPATH=os.pathsep.join(map(str, (SOURCE, Path(__file__).parent)))),
        capture_output=True, check=True,
    )  # fmt: skip
    cycles, more = map(int, done.stdout.split())
    assert cycles == 0
    assert more <= 100


def test_many_units_are_assessed_without_looking_for_cycles() -> None:
    assessed(UNIT)
    gc.collect()
    for_many()
    assert gc.isenabled()
    before = gc.get_stats()
    for _ in range(5):
        assessed(UNIT)
    assert gc.get_stats() == before


@pytest.mark.parametrize(("cited", "times"), [("plan", 1), ("late", 2)])
def test_an_indicator_is_reckoned_once_and_again_only_where_evidence_is_refused(
    cited: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    award, awarded = Checklist.award, list[Award]()

    def counted(one: Checklist, answer: Answer, facts: Facts) -> Award:
        awarded.append(award(one, answer, facts))
        return awarded[-1]

    by = rubric(indicator("checklist"), indicator("count"))
    late = {"path": "late.pdf", "type": "plan", "date": "2020-06-01"}
    answers = {"checklist": {"met": ["plan", "person"], "evidence": [cited]}}
    claimed = assessment(by, evidence={**LEDGER, "late": late}, answers=answers, activities={"A1": activity("count")})
    monkeypatch.setattr(Checklist, "award", counted)
    shown = report(case(by, claimed)).items[0].indicators[0]
    assert len(awarded) == times
    assert (shown.claimed, shown.supported) == (4, 4 if times == 1 else 0)
