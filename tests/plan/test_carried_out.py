"""What a plan promises is scored when it is done: its tasks carried out in a copy of an example, with real files."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from carrying import carried_out

from wenming_score.assess import Job, Looked, assess_looked, case_of, look
from wenming_score.load import load_unit
from wenming_score.plan import Ask, Plan, follow, make
from wenming_score.plan.floors import holds
from wenming_score.report import Report
from wenming_score.workdays import Workdays

EXAMPLES = Path(__file__).parents[2] / "examples"
LAST = date(2025, 12, 31)
REFUSED = frozenset({"evidence-missing", "evidence-type-mismatch", "evidence-outside-period", "photo-reused"})


def looked(unit: Path) -> Looked:
    return look(load_unit(unit, "unit.yaml"), unit, Job(LAST))


def planned(name: str, as_of: date, target: int, share: Fraction | None = None) -> Plan:
    found, job = looked(EXAMPLES / name / "unit.yaml"), Job(as_of)
    ask = Ask(Fraction(target), LAST, "days", share, share)
    return make(case_of(found, job), assess_looked(found, job), ask, Workdays())


def scored(unit: Path) -> Report:
    return assess_looked(looked(unit), Job(LAST))


@pytest.mark.parametrize(
    ("name", "as_of", "target"),
    [
        ("county-office-2025", date(2025, 10, 10), 90),
        ("county-office-2025", date(2025, 11, 20), 95),
        ("county-office-2025", date(2025, 5, 6), 98),
        ("small-unit", date(2025, 2, 10), 85),
        ("small-unit", date(2025, 6, 30), 70),
    ],
)
def test_a_plan_that_is_carried_out_reaches_its_target(name: str, as_of: date, target: int, tmp_path: Path) -> None:
    plan = planned(name, as_of, target)
    report = scored(carried_out(plan, EXAMPLES / name, tmp_path / name))

    assert plan.reached
    assert plan.score.now < target <= report.score.supported
    assert report.score.supported >= plan.score.planned
    new = {finding.rule for finding in report.findings if (finding.evidence or "").startswith("T")}
    assert not new & REFUSED


def test_every_task_that_is_carried_out_is_done(tmp_path: Path) -> None:
    plan = planned("county-office-2025", date(2025, 10, 10), 95)
    unit = carried_out(plan, EXAMPLES / "county-office-2025", tmp_path / "unit")
    progress = follow(plan, case_of(looked(unit), Job(LAST)), scored(unit))

    assert progress.reached
    assert {one.state for one in progress.tasks} == {"done"}


def test_the_least_share_of_every_item_is_reached_too(tmp_path: Path) -> None:
    plan = planned("small-unit", date(2025, 2, 10), 60, Fraction(1, 2))
    report = scored(carried_out(plan, EXAMPLES / "small-unit", tmp_path / "unit"))

    assert plan.reached
    assert len(plan.floors) == len(report.items) + len(report.standards)
    assert [floor.id for floor in plan.floors if not holds(floor, report)] == []
