import pytest

from build import at, found, indicator, rubric, said
from facts_of import file, photo

RULE = "evidence-date-conflict"
BY = rubric(indicator("checklist"))
TEXT = """\
evidence:
  E1: {path: 现场.jpg, type: photo, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


def test_a_photo_taken_on_another_day_is_found() -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files={"E1": photo("a", taken="2024-03-05")})
    assert said(findings) == [f"{at(TEXT, '2025-03-05')} warning E1 登记的日期是 2025-03-05，拍摄日期是 2024-03-05"]
    assert not finding.refuses


def test_a_strict_rubric_refuses_it() -> None:
    by = rubric(indicator("checklist"), doubtful_evidence="refused")
    (finding,) = found(RULE, by, TEXT, files={"E1": photo("a", taken="2024-03-05")})
    assert finding.refuses


def test_a_file_name_with_another_day_is_found() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": photo("a", name="2025-03-06")})
    assert "文件名是 2025-03-06" in finding.message


def test_an_old_paper_under_a_new_date_is_found() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": file("a", "docx", created="2024-02-01", modified="2024-03-01")})
    assert "文档保存日期是 2024-03-01" in finding.message


def test_a_paper_typed_long_after_its_date_is_found() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": file("a", "docx", created="2025-12-01", modified="2025-12-02")})
    assert "文档创建日期是 2025-12-01" in finding.message


@pytest.mark.parametrize(
    "declared", ["2025-03-05", "2025-03", "2025-Q1", "2025", "{start: 2025-03-01, end: 2025-03-31}"]
)
def test_a_day_within_the_declared_date_agrees(declared: str) -> None:
    text = TEXT.replace("2025-03-05", declared)
    assert not found(RULE, BY, text, files={"E1": photo("a", taken="2025-03-05")})


def test_the_cameras_own_date_goes_before_the_files_name() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": photo("a", taken="2025-03-05", name="2025-12-31")})


@pytest.mark.parametrize(
    "dates",
    [
        {"created": "2023-01-01", "modified": "2025-03-04"},  # made from last year's file
        {"created": "2025-02-20", "modified": "2025-02-20"},  # drafted before it was issued
        {"created": "2025-03-06", "modified": "2025-12-20"},  # opened and saved once more
        {"created": "2025-05-30"},  # typed in the same quarter
        {},
    ],
)
def test_how_papers_are_ordinarily_made_is_no_conflict(dates: dict[str, str]) -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("a", "docx", **dates)})


def test_a_scan_made_at_the_end_of_the_year_is_no_conflict() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("a", "pdf", created="2025-12-20", modified="2025-12-20")})


def test_without_a_declared_date_there_is_nothing_to_contradict() -> None:
    text = TEXT.replace(", date: 2025-03-05", "")
    assert not found(RULE, BY, text, files={"E1": photo("a", taken="2024-03-05")})
