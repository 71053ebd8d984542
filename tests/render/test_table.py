"""The table as people see it, compared byte for byte; `UPDATE_GOLDEN=1 pytest tests/render` writes it again."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

import door
from wenming_score.assess import Job, assess
from wenming_score.choices import Show
from wenming_score.cli.output import plain_text
from wenming_score.render.table import brief, render
from wenming_score.report import Report
from wenming_score.text import speak

EXAMPLES = sorted(door.ROOT.glob("examples/*/unit.yaml"))
GOLDEN = Path(__file__).resolve().parents[1] / "golden"
ENGLISH = door.SOURCE / "wenming_score/locale/en/LC_MESSAGES/messages.mo"
UPDATE = "UPDATE_GOLDEN"
WIDTHS = (60, 80, 100, 120)
SHOWS: tuple[Show, ...] = ("all", "gaps", "failing")
COMMAND, PLACE = "wenming-score explain ", "unit.yaml:"
"""What is copied or clicked stays on one line, however long."""


def example(unit: Path) -> Report:
    shown = unit.relative_to(door.ROOT).as_posix()
    return assess(unit, shown, Job(date(2025, 12, 31)))


def table(report: Report, width: int, show: Show = "gaps", *, verbose: bool = False) -> list[str]:
    return plain_text(render(report, width, show, verbose=verbose)).splitlines()


def golden(name: str, lines: list[str]) -> None:
    """Compare with a golden file, or write it."""
    file, text = GOLDEN / name, "\n".join(lines) + "\n"
    if os.environ.get(UPDATE):
        GOLDEN.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text, f"{UPDATE}=1 writes it again"


@pytest.mark.parametrize("width", [100, 60])
@pytest.mark.parametrize("show", ["gaps", "all", "failing"])
def test_the_example_looks_as_it_did(width: int, show: Show) -> None:
    report = example(door.ROOT / "examples/county-office-2025/unit.yaml")

    golden(f"county-office-2025-{show}-{width}.txt", table(report, width, show))


def test_a_small_unit_looks_as_it_did() -> None:
    report = example(door.ROOT / "examples/small-unit/unit.yaml")

    golden("small-unit-verbose-80.txt", table(report, 80, "all", verbose=True))


@pytest.mark.parametrize("width", [100, 60])
def test_the_example_looks_as_it_did_in_english(width: int) -> None:
    if not ENGLISH.exists():
        pytest.skip("the English catalogue is not compiled")
    speak("en")
    report = example(door.ROOT / "examples/county-office-2025/unit.yaml")

    golden(f"county-office-2025-gaps-{width}-en.txt", table(report, width))


def too_wide(unit: Path, *, verbose: bool) -> Iterator[tuple[int, str]]:
    """Give the lines that are wider than the terminal, and by how many cells, whatever is shown."""
    report = example(unit)
    for width in WIDTHS:
        for show in SHOWS:
            for line in table(report, width, show, verbose=verbose):
                if cell_len(line) > width and COMMAND not in line and PLACE not in line:
                    yield width, line


@pytest.mark.parametrize("unit", EXAMPLES, ids=lambda unit: unit.parent.name)
def test_no_line_is_wider_than_the_terminal(unit: Path) -> None:
    assert list(too_wide(unit, verbose=False)) == []


def test_no_line_of_the_arithmetic_is_wider_than_the_terminal() -> None:
    wide = [line for unit in EXAMPLES for _, line in too_wide(unit, verbose=True)]

    assert [line for line in wide if re.match(r"  [a-z-]+  ", line)] == []


@pytest.mark.parametrize(("asked", "given"), [(1, 60), (-5, 60), (40, 60), (10**9, 120)])
def test_a_table_is_60_to_120_wide_whatever_the_terminal(asked: int, given: int) -> None:
    report = example(EXAMPLES[0])

    assert table(report, asked) == table(report, given)


@pytest.mark.parametrize("unit", EXAMPLES, ids=lambda unit: unit.parent.name)
def test_every_column_of_points_stands_straight(unit: Path) -> None:
    lines = table(example(unit), 100)
    head = next(number for number, line in enumerate(lines) if "测评项目" in line) + 1
    rows = lines[head : lines.index("", head)]

    ends = {cell_len(row[: row.rindex("  ")]) for row in rows[1:]}

    assert rows[0].split() == ["自评", "申报", "支撑", "满分"] or rows[0].split() == ["申报", "支撑", "满分"]
    assert rows[-1].startswith("合计")
    assert ends == {cell_len(rows[0])}


@pytest.mark.parametrize("unit", EXAMPLES, ids=lambda unit: unit.parent.name)
def test_no_line_ends_in_a_blank_and_no_two_lines_are_empty(unit: Path) -> None:
    lines = table(example(unit), 80, "all", verbose=True)

    assert [line for line in lines if line != line.rstrip()] == []
    assert ["", ""] not in [lines[at : at + 2] for at in range(len(lines))]


@pytest.mark.parametrize("unit", EXAMPLES, ids=lambda unit: unit.parent.name)
def test_the_table_says_what_the_report_says(unit: Path) -> None:
    report = example(unit)
    text = "\n".join(table(report, 120, "all"))

    assert all(item.title in text for item in report.items)
    assert all(finding.rule in text for finding in report.findings)
    assert all(gap.indicator in text for gap in report.gaps)
    assert str(report.as_of) in text
    assert ("试算" in text) is report.rubric.trial
    assert f"支撑 {report.score.supported}/" in plain_text(brief(report))
