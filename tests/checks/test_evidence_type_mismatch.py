import pytest

from build import found, indicator, rubric, said
from facts_of import file

RULE = "evidence-type-mismatch"
BY = rubric(
    indicator("checklist", evidence={"types": ["plan", "notice"]}), indicator("count", evidence={"types": ["photo"]})
)
LEDGER = "evidence:\n  E1: {path: x, type: plan}\n  E2: {path: y, type: photo}\n"


def test_a_piece_of_a_type_not_asked_for_is_found_where_it_is_cited() -> None:
    (finding,) = findings = found(RULE, BY, f"{LEDGER}answers:\n  checklist: {{met: [plan], evidence: [E1, E2]}}\n")
    assert said(findings) == ["5:43 warning E2 的类型是 照片 photo，checklist一项要的是 方案 plan、文件通知 notice"]
    assert (finding.indicator, finding.evidence) == ("checklist", "E2")


def test_a_piece_in_the_map_of_clauses_is_looked_at_too() -> None:
    assert len(found(RULE, BY, f"{LEDGER}answers: {{checklist: {{met: {{plan: [E2]}}}}}}\n")) == 1


def test_an_activity_none_of_whose_pieces_fits_is_found() -> None:
    text = f"{LEDGER}activities:\n  A1: {{title: 清扫, date: 2025-03-05, serves: [count], evidence: [E1]}}\n"
    (finding,) = found(RULE, BY, text)
    assert (finding.line, finding.indicator, finding.activity) == (5, "count", "A1")


def test_an_activity_may_have_other_pieces_beside_one_that_fits() -> None:
    held = "A1: {title: 清扫, date: 2025-03-05, serves: [count, checklist], evidence: [E1, E2]}"
    assert not found(RULE, BY, f"{LEDGER}activities: {{{held}}}")


def test_evidence_that_the_ledger_lacks_is_left_to_another_check() -> None:
    assert not found(RULE, BY, f"{LEDGER}answers: {{checklist: {{evidence: [E1, E404]}}, other: {{evidence: [E2]}}}}\n")


FILED = """\
evidence:
  E1: {path: 现场.jpg, type: photo, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


@pytest.mark.parametrize(
    ("path", "declared", "actual", "said_of_it"),
    [
        ("现场.jpg", "photo", "docx", "现场.jpg 名为图片，内容其实是文档"),
        ("方案.pdf", "plan", "jpeg", "方案.pdf 名为文档，内容其实是图片"),
        ("方案.pdf", "plan", "exe", "方案.pdf 是程序，不能作材料"),
        ("现场", "photo", "mp4", "现场 登记为照片，内容其实是录像"),
        ("现场.jpg", "video", "jpeg", "现场.jpg 登记为录像，内容其实是图片"),
    ],
)
def test_a_file_that_is_not_what_it_is_called_does_not_carry(
    path: str, declared: str, actual: str, said_of_it: str
) -> None:
    by = rubric(indicator("checklist", evidence={"types": ["photo", "plan", "video"]}))
    text = FILED.replace("现场.jpg", path).replace("photo", declared)
    (finding,) = found(RULE, by, text, files={"E1": file("a", actual)})
    assert (finding.message, finding.refuses) == (said_of_it, True)


@pytest.mark.parametrize(
    ("path", "declared", "actual"),
    [
        ("现场.jpg", "photo", "png"),  # a messenger's ending
        ("现场.docx", "photo", "docx"),  # photos pasted into a paper
        ("现场.mp4", "audio", "mp4"),
        ("录音.mp4", "audio", "m4a"),
        ("签到.jpg", "plan", "jpeg"),  # a paper photographed
        ("统计.xls", "plan", "html"),  # what many systems export
        ("现场.jpg", "photo", ""),  # of no known type: for evidence-unreadable
        ("现场.jpg", "photo", "text"),
    ],
)
def test_ordinary_ways_of_naming_files_are_no_mismatch(path: str, declared: str, actual: str) -> None:
    by = rubric(indicator("checklist", evidence={"types": ["photo", "plan", "audio"]}))
    text = FILED.replace("现场.jpg", path).replace("photo", declared)
    assert not found(RULE, by, text, files={"E1": file("a", actual)})
