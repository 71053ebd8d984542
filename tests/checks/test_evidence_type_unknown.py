import pytest

from build import at, found, indicator, rubric, said
from facts_of import file

RULE = "evidence-type-unknown"
BY = rubric(indicator("checklist"))
TEXT = """\
evidence:
  E1: {path: 现场.jpg, type: photo, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


@pytest.mark.parametrize("kind", ["", "text", "zip"])
def test_what_is_not_what_its_name_promises_is_found(kind: str) -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files={"E1": file("a", kind)})
    assert said(findings) == [f"{at(TEXT, '现场.jpg')} note 现场.jpg 的内容不是 jpg 格式，请打开核对"]
    assert not finding.refuses


def test_a_strict_rubric_refuses_it() -> None:
    (finding,) = found(
        RULE, rubric(indicator("checklist"), doubtful_evidence="refused"), TEXT, files={"E1": file("a", "")}
    )
    assert finding.refuses


def test_a_picture_is_known() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("a", "png")})


@pytest.mark.parametrize("path", ["说明.txt", "数据.csv", "归档", "现场.raw"])
def test_a_name_that_promises_nothing_is_not_held_to_it(path: str) -> None:
    assert not found(RULE, BY, TEXT.replace("现场.jpg", path), files={"E1": file("a", "")})


def test_a_page_saved_as_a_table_is_known() -> None:
    assert not found(RULE, BY, TEXT.replace("现场.jpg", "统计.xls"), files={"E1": file("a", "html")})
