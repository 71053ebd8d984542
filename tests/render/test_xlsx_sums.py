"""The workbook's figures: those of the report, reckoned, and reckoned again when somebody fills in others."""

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

import door
from build import Raw, Section, activity
from documents import converted
from formats import other
from reports import bare, revised, rich
from sheets import GAPS, SCORES, built, figures, find, opened, recalculated, rows, stale, written
from wenming_score.assess import Job, assess
from wenming_score.report import Report

MET: Section = {
    "checklist": {"met": ["plan"], "evidence": ["plan"], "self_score": 3.5},
    "count": {"self_score": 1.25},
}
FULL: Section = {
    "checklist": {"met": ["plan", "person"], "evidence": ["plan"]},
    "grade": {"grade": "A", "graded_by": "reviewer"},
}
PRIZE: list[Raw] = [{"award": "prize", "project": "创文", "evidence": ["certificate"]}]
LATE: list[Raw] = [{"penalty": "late", "self_reported": True}]


def held(times: int) -> Section:
    return {f"A{number}": activity("count", date=f"2025-05-0{number}") for number in range(1, times + 1)}


def example(name: str) -> Report:
    unit = door.ROOT / "examples" / name / "unit.yaml"
    return assess(unit, unit.relative_to(door.ROOT).as_posix(), Job(date(2025, 12, 31)))


REPORTS: dict[str, Callable[[], Report]] = {
    "gaps": rich,
    "compared with the year before": revised,
    "the year before": lambda: example("county-office-2024"),
    "fractions, nothing self-scored": lambda: example("small-unit"),
    "nothing": bare,
    "thirds, bonus, penalty": lambda: built(answers=MET, activities=held(1), bonus=PRIZE, penalties=LATE),
    "bonus beyond the full points": lambda: built(answers=FULL, activities=held(3), bonus=PRIZE),
    "penalty beyond the points": lambda: built(penalties=LATE * 4),
    "self-scored by item": lambda: built(self_scores={"a": 6.5}, answers={"grade": {"self_score": 2}}),
    "self-scored both ways": lambda: built(self_scores={"a": 6.5}, answers=MET),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_figure_is_that_of_the_report(report: Callable[[], Report]) -> None:
    made = report()
    table = rows(opened(written(made), values=True)[SCORES])

    assert [title for title, _ in table] == [title for title, _ in figures(made)]
    for (_, shown), (title, said) in zip(table, figures(made), strict=True):
        assert {key: shown[key] or 0 for key in said} == {key: number or 0 for key, number in said.items()}, title


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_what_is_stored_is_what_the_formulas_come_to(report: Callable[[], Report], tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(written(report(), other()))

    assert stale(file) == ""


def test_points_are_reckoned_from_exact_ones() -> None:
    page = opened(written(example("small-unit")))[SCORES]
    item, _ = find(page, "学雷锋活动")

    assert page.cell(item + 1, 13).value == "=100/23"
    assert [page.cell(item + 1, column).value for column in (2, 6)] == [
        f"=ROUNDDOWN(M{item + 1}+1E-9,2)",
        f"=ROUNDDOWN(M{item + 1}-O{item + 1}+1E-9,2)",
    ]
    assert page.cell(item, 5).value == f"=ROUNDDOWN(SUM(O{item + 1}:O{item + 4})+1E-9,2)"
    assert {page.cell(row, column).data_type for row in range(item, item + 56) for column in (2, 4, 5, 6)} == {"f"}


def test_a_self_score_that_is_changed_changes_the_item_the_total_and_the_overview(tmp_path: Path) -> None:
    book = opened(written(rich(), other()))
    page = book["1 " + SCORES]
    row, _ = find(page, "岗位规范和考核")
    assert page.cell(row, 3).value == 2.5
    page.cell(row, 3, 4)

    made = recalculated(book, tmp_path)
    table = dict(rows(made["1 " + SCORES]))

    assert (table["学雷锋活动"]["self_score"], table["合计"]["self_score"]) == (14, 91)
    assert [made.worksheets[0].cell(row, 5).value for row in (3, 4)] == [91, 89.5]


def test_what_reviewers_give_is_added_up(tmp_path: Path) -> None:
    book = opened(written(rich()))
    page = book[SCORES]
    heading, review = find(page, "评审得分")
    for number, points in ((2, 3.5), (3, 2.25), (7, 1)):
        page.cell(heading + number, review, points)

    made = recalculated(book, tmp_path)[SCORES]
    total, _ = find(made, "合计")

    assert [made.cell(row, review).value for row in (heading + 1, heading + 6, total)] == [5.75, 1, 6.75]


def test_the_work_list_adds_up_to_the_gap_and_is_there_to_be_filled_in() -> None:
    page = opened(written(rich()), values=True)[GAPS]
    lines = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    *work, total = lines[1:]

    assert lines[0][8:12] == ["责任科室", "责任人", "完成时限", "完成情况"]
    assert [line[1] for line in work] == [float(gap.points) for gap in rich().gaps]
    assert total[:2] == ["合计", float(rich().score.gap)]
    (choice,) = page.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"未开始,进行中,已完成"', f"L4:L{3 + len(work)}")
    assert page.auto_filter.ref == f"A3:M{3 + len(work)}"


def test_libreoffice_reckons_the_same_and_prints_it(tmp_path: Path) -> None:
    report = example("small-unit")
    bare_file, whole_file = tmp_path / "bare.xlsx", tmp_path / "whole.xlsx"
    # What openpyxl saves has no values beside its formulas, so LibreOffice must reckon them itself.
    opened(written(report)).save(bare_file)
    whole_file.write_bytes(written(report))

    lines = csv.reader(converted(bare_file, "csv").read_text("latin-1").splitlines())
    printed = "".join(page.extract_text() for page in PdfReader(converted(whole_file, "pdf")).pages)

    table = [[_number(cell) for cell in line[1:7]] for line in lines if line[1].replace(".", "").isdigit()]
    said = [[number or 0 for number in figures_.values()] for _, figures_ in figures(report)]
    assert [line[: len(numbers)] for line, numbers in zip(table, said, strict=True)] == said
    assert "自评打分表" in printed


def _number(cell: str) -> Decimal:
    return Decimal(cell[:-1]) / 100 if cell.endswith("%") else Decimal(cell or 0)
