"""The examples: scored as by hand, and their evidence files are what the ledger says."""

import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from oracle import Exact, added, down, exact
from wenming_score import checks, evidence
from wenming_score.assess import Job, assess
from wenming_score.assessment import Evidence
from wenming_score.facts import Case
from wenming_score.load import LoadedUnit, load_unit
from wenming_score.report import Report

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ("county-office-2024", "county-office-2025", "small-unit")
BY_HAND = "county-office-2025"
AS_OF = date(2025, 12, 31)
MISSING = {("county-office-2025", "E1206")}
DATED_WRONGLY = {("county-office-2024", "E1105")}
"""The ledger gives another month than the camera."""

_ROW = re.compile(r"\| `?([\w-]+|合计)`? \| ([\d/]+) \| ([\d/]+) \| ([\d/]+) \|")
_TAKEN = re.compile(rb"(\d{4}):(\d\d):(\d\d) \d\d:\d\d:\d\d\0")
_FIRST = {".pdf": b"%PDF-", ".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG\r\n\x1a\n"}
_INSIDE = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_SIX_MEGABYTES = 6_000_000

every_example = pytest.mark.parametrize("name", NAMES)


@cache
def loaded(name: str) -> LoadedUnit:
    return load_unit(EXAMPLES / name / "unit.yaml", "unit.yaml")


@cache
def scored(name: str) -> Report:
    return assess(EXAMPLES / name / "unit.yaml", "unit.yaml", Job(AS_OF))


@cache
def by_hand() -> tuple[dict[str, Exact], dict[str, Exact]]:
    """Read the two tables: the indicators, then the items with the total."""
    text = (EXAMPLES / BY_HAND / "手工核算.md").read_text(encoding="utf-8")
    parts, items = text.split("## 分项合计")
    return _table(parts), _table(items)


def _table(text: str) -> dict[str, Exact]:
    return {row[1]: Exact(Fraction(row[2]), Fraction(row[3]), Fraction(row[4])) for row in _ROW.finditer(text)}


@cache
def by_program() -> dict[str, Exact]:
    unit = loaded(BY_HAND)
    files = evidence.gather(unit.assessment.evidence, EXAMPLES / BY_HAND).files
    return exact(Case(unit.by.rubric, unit.assessment, AS_OF, files), unit.document)


def shown(points: Exact) -> tuple[Decimal, Decimal, Decimal]:
    return down(points.full), down(points.claimed), down(points.supported)


def files() -> list[tuple[str, str, Evidence, Path]]:
    """List every ledger entry with a file: the example, the entry's id, the entry, the file."""
    return [
        (name, number, entry, EXAMPLES / name / entry.path)
        for name in NAMES
        for number, entry in loaded(name).assessment.evidence.items()
        if entry.path is not None
    ]


def test_the_kinds_award_each_indicator_what_was_reckoned_by_hand() -> None:
    assert by_program() == by_hand()[0]


def test_every_indicator_is_shown_as_reckoned_by_hand() -> None:
    report = scored(BY_HAND)
    points = {one.id: (one.full, one.claimed, one.supported) for item in report.items for one in item.indicators}
    assert points == {name: shown(one) for name, one in by_hand()[0].items()}


def test_every_item_and_the_total_are_shown_as_reckoned_by_hand() -> None:
    report, items = scored(BY_HAND), dict(by_hand()[1])
    total = items.pop("合计")
    assert {item.id: (item.full, item.claimed, item.supported) for item in report.items} == {
        name: shown(one) for name, one in items.items()
    }
    assert (report.score.full, report.score.claimed, report.score.supported) == shown(total)
    assert report.score.self_score == Decimal("89.5")


def test_the_reckoning_by_hand_adds_up_itself() -> None:
    points, items = by_hand()
    for item in loaded(BY_HAND).by.rubric.items:
        assert items[item.id] == added([points[one.id] for one in item.indicators]), item.id
    assert items["合计"] == added(list(points.values()))


@pytest.mark.parametrize(
    ("name", "outcome", "code"),
    [
        ("county-office-2024", "below_mark", 0),
        ("county-office-2025", "below_mark", 1),
        ("small-unit", "undetermined", 1),
    ],
)
def test_an_example_has_the_outcome_and_exit_code_that_it_is_there_to_show(name: str, outcome: str, code: int) -> None:
    assert scored(name).verdict.outcome == outcome
    done = subprocess.run(
        [sys.executable, "-m", "wenming_score", "check", name, "--as-of", str(AS_OF), "--quiet"],
        cwd=EXAMPLES, capture_output=True, check=False, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.returncode == code, done.stderr.decode()


def test_the_examples_take_less_than_six_megabytes() -> None:
    assert sum(path.stat().st_size for path in EXAMPLES.rglob("*") if path.is_file()) < _SIX_MEGABYTES


def test_every_file_of_the_ledgers_is_there_but_the_one_that_is_missing_on_purpose() -> None:
    assert {(name, number) for name, number, _, path in files() if not path.is_file()} == MISSING
    found = [(finding.rule, finding.evidence) for finding in scored("county-office-2025").findings]
    assert ("evidence-missing", "E1206") in found


@every_example
def test_every_evidence_file_is_what_its_name_says(name: str) -> None:
    papers = [
        path for path in (EXAMPLES / name).rglob("*") if path.is_file() and path.suffix not in {".yaml", ".md", ".lock"}
    ]
    assert papers
    for path in papers:
        if path.suffix in _INSIDE:
            with ZipFile(path) as packed:
                assert packed.testzip() is None
                assert _INSIDE[path.suffix] in packed.namelist(), path
        else:
            assert path.read_bytes().startswith(_FIRST[path.suffix]), path


def taken(path: Path) -> date | None:
    """Read the day on which a photo was taken: an EXIF time is plain text near the file's beginning."""
    stamp = _TAKEN.search(path.read_bytes()[:4096])
    return date(*(int(part) for part in stamp.groups())) if stamp else None


def test_a_photo_was_taken_when_the_ledger_says_but_the_one_that_differs_on_purpose() -> None:
    photos = [(name, number, entry.date, path) for name, number, entry, path in files() if path.suffix == ".jpg"]
    assert len(photos) > 50
    wrong: set[tuple[str, str]] = set()
    for name, number, when, path in photos:
        day = taken(path)
        assert (day is None) == (when is None), path
        if day and when and when.span and not when.span.start <= day <= when.span.end:
            wrong.add((name, number))
    assert wrong == DATED_WRONGLY


def test_the_examples_show_many_of_the_rules() -> None:
    shown_rules = {finding.rule for name in NAMES for finding in scored(name).findings}
    assert len(shown_rules) >= 10
    assert shown_rules <= {check.id for check in checks.CHECKS}


def test_the_lock_of_the_example_is_what_would_be_locked_today() -> None:
    """`wenming-score evidence lock` writes it; without it every run would decode every photo."""
    unit = loaded(BY_HAND)
    found = evidence.gather(unit.assessment.evidence, EXAMPLES / BY_HAND).files
    files = {entry.path: found[name] for name, entry in unit.assessment.evidence.items() if entry.path}
    lock = (EXAMPLES / BY_HAND / "evidence.lock").read_text(encoding="utf-8")
    assert evidence.write_lock(files) == lock
