"""Every folder in `cases/` is a unit file, what its report must say, and that whole report.

A bug report is a folder: unit.yaml, expected.yaml (with `open: why` until the bug is mended) and, after
`UPDATE_GOLDEN=1 pytest tests/test_cases.py`, report.json.
"""

import os
from collections.abc import Iterator
from contextlib import chdir
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pydantic import Field

from door import Outcome, here
from wenming_score.finding import Finding
from wenming_score.report import IndicatorScore, Report
from wenming_score.reread import parse_reports
from wenming_score.source import Document, read
from wenming_score.values import Frozen, Names, Points, Severity

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/unit.yaml"))
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


class Sought(Frozen):
    """A finding: its rule, where it stands as a path in the unit file, and part of its message."""

    rule: str
    at: tuple[str | int, ...] | None = None
    severity: Severity | None = None
    says: str = ""

    def like(self, finding: Finding, unit: Document) -> bool:
        place = unit.spot(self.at) if self.at is not None else None
        return (
            finding.rule == self.rule
            and (place is None or (finding.line, finding.column) == (place.line, place.column))
            and self.severity in {None, finding.severity}
            and self.says in finding.message
        )


class Wanted(Frozen):
    """An indicator: its points, its outcome, and parts of its reason or arithmetic."""

    claimed: Points
    supported: Points
    outcome: str | None = None
    says: Names = ()

    def unlike(self, score: IndicatorScore) -> Iterator[str]:
        if (score.claimed, score.supported) != (self.claimed, self.supported):
            yield f"{score.id}: {score.claimed}, {score.supported}"
        if self.outcome not in {None, score.outcome}:
            yield f"{score.id}: {score.outcome}"
        said = "\n".join((score.reason, *score.arithmetic))
        yield from (f"{score.id} does not say {words}: {said}" for words in self.says if words not in said)


class Expected(Frozen):
    """What expected.yaml holds; a file that cannot be scored says so on stderr and has no outcome."""

    as_of: date
    exit: int
    outcome: str | None = None
    verdict: Names = ()
    findings: tuple[Sought, ...] = ()
    absent: tuple[Sought, ...] = ()
    indicators: dict[str, Wanted] = Field(default_factory=dict)
    stderr: Names = ()
    open: str | None = None


@cache
def expected(folder: Path) -> Expected:
    return Expected.model_validate(read(folder / "expected.yaml", f"{folder.name}/expected.yaml").data)


def run(folder: Path) -> Outcome:
    with chdir(folder):
        return here("check", "unit.yaml", "--format", "json", "--as-of", str(expected(folder).as_of), "--lang", "zh")


def unmet(want: Expected, report: Report, unit: Document) -> Iterator[str]:
    """Yield what the report ought to say and does not, or says and ought not to."""
    if report.verdict.outcome != want.outcome:
        yield f"outcome: {report.verdict.outcome}"
    reasons = "\n".join(report.verdict.reasons)
    yield from (f"verdict does not say {words}: {reasons}" for words in want.verdict if words not in reasons)
    for sought in want.findings:
        if not any(sought.like(finding, unit) for finding in report.findings):
            yield f"not found: {sought}"
    for unwanted in want.absent:
        yield from (f"not wanted: {finding}" for finding in report.findings if unwanted.like(finding, unit))
    scores = {score.id: score for item in report.items for score in item.indicators}
    for name, wanted in want.indicators.items():
        yield from wanted.unlike(scores[name])


def marked(folder: Path) -> object:
    why = expected(folder).open
    marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
    return pytest.param(folder, id=folder.name, marks=marks)


every_case = pytest.mark.parametrize("folder", list(map(marked, CASES)))
whole_reports = pytest.mark.parametrize(
    "folder",
    [pytest.param(one, id=one.name) for one in CASES if expected(one).outcome and not expected(one).open],
)


@every_case
def test_the_report_says_what_the_case_asks_for(folder: Path) -> None:
    want, came = expected(folder), run(folder)
    assert [words for words in want.stderr if words not in came.err] == []
    assert came.code == want.exit, came.err
    if want.outcome:
        unit = read(folder / "unit.yaml", "unit.yaml")
        assert list(unmet(want, parse_reports(came.out.encode(), "r.json")[0], unit)) == []


@whole_reports
def test_the_whole_report_is_the_one_beside_the_case(folder: Path) -> None:
    golden = folder / "report.json"
    if UPDATE:
        golden.write_text(run(folder).out, encoding="utf-8", newline="")
    assert run(folder).out.encode() == golden.read_bytes(), "UPDATE_GOLDEN=1 pytest tests/test_cases.py writes it again"


def test_every_folder_of_cases_is_complete() -> None:
    folders = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
    assert folders == CASES
    assert [folder.name for folder in CASES if not (folder / "expected.yaml").is_file()] == []
