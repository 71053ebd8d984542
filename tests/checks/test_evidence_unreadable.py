import pytest

from build import at, found, indicator, rubric, said
from facts_of import file
from wenming_score.files import FileFact

RULE = "evidence-unreadable"
BY = rubric(indicator("checklist"))
TEXT = """\
evidence:
  E1: {path: 现场.jpg, type: photo, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


def test_a_damaged_file_is_found() -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files={"E1": file("a", "jpeg", None, "图片不完整")})
    assert said(findings) == [f"{at(TEXT, '现场.jpg')} warning 现场.jpg 看不到里面：图片不完整，请打开核对"]
    assert not finding.refuses


def test_a_strict_rubric_refuses_what_nobody_can_see() -> None:
    by = rubric(indicator("checklist"), doubtful_evidence="refused")
    (finding,) = found(RULE, by, TEXT, files={"E1": file("a", "jpeg", None, "图片不完整")})
    assert finding.refuses


def test_a_sound_picture_is_not_found() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("a", "jpeg", 1)})


@pytest.mark.parametrize("state", [FileFact("missing"), FileFact("empty"), FileFact("present", 1)])
def test_a_file_that_was_not_read_is_for_other_rules(state: FileFact) -> None:
    assert not found(RULE, BY, TEXT, files={"E1": state})
