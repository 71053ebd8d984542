from build import found, indicator, rubric, said
from wenming_score.files import FileFact

RULE, BY = "evidence-empty", rubric(indicator("checklist"))
TEXT = "evidence:\n  E1: {type: plan,\n    path: 方案.pdf}\n"


def test_a_file_without_a_byte_is_found_at_its_path() -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files={"E1": FileFact("empty")})
    assert said(findings) == ["3:11 error 文件 方案.pdf 是空的（0 字节），请重新拷贝"]
    assert finding.evidence == "E1"


def test_a_file_of_one_byte_is_not_empty() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": FileFact("present", 1)})


def test_a_missing_file_and_a_link_are_not_called_empty() -> None:
    for state in ("missing", "link", "unreadable"):
        assert not found(RULE, BY, TEXT, files={"E1": FileFact(state)})
