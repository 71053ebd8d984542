from build import at, found, indicator, rubric, said
from facts_of import file
from wenming_score.files import FileFact

RULE = "evidence-changed"
BY = rubric(indicator("checklist"))
TEXT = """\
evidence:
  E1: {path: 方案.pdf, type: plan, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


def test_a_file_whose_bytes_changed_since_the_lock_is_found() -> None:
    lock = {"方案.pdf": FileFact("present", 90, "", "old", "pdf")}
    (finding,) = found(RULE, BY, TEXT, files={"E1": file("new", "pdf")}, lock=lock)
    assert said([finding]) == [
        f"{at(TEXT, '方案.pdf')} error 文件 方案.pdf 和锁定时不一样：锁定时 90 字节，现在 100 字节"
    ]
    assert (finding.evidence, finding.refuses) == ("E1", False)


def test_a_change_that_keeps_the_size_is_found() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": file("new", "pdf")}, lock={"方案.pdf": file("old", "pdf")})
    assert finding.message.endswith("大小没变（100 字节），内容变了")


def test_the_same_bytes_are_no_change() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("old", "pdf")}, lock={"方案.pdf": file("old", "pdf")})


def test_what_was_never_locked_did_not_change() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("new", "pdf")}, lock={"别的.pdf": file("old", "pdf")})


def test_a_file_that_is_gone_is_missing_not_changed() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": FileFact("missing")}, lock={"方案.pdf": file("old", "pdf")})
