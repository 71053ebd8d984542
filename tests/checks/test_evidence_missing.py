from pathlib import Path

from build import assessment, found, indicator, rubric, said
from wenming_score.evidence import gather

RULE, BY = "evidence-missing", rubric(indicator("checklist"))
TEXT = "evidence:\n  E1: {type: photo, path: 现场.JPG}\n  E2: {type: web_page, url: 'https://example.org/1'}\n"
LEDGER = assessment(
    BY, evidence={"E1": {"path": "现场.JPG", "type": "photo"}, "E2": {"url": "https://e.org", "type": "web_page"}}
).evidence


def test_a_file_that_is_not_there_is_found_at_its_path(tmp_path: Path) -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files=gather(LEDGER, tmp_path).files)
    assert said(findings) == ["2:27 error 找不到文件 现场.JPG"]
    assert finding.evidence == "E1"


def test_upper_and_lower_case_count(tmp_path: Path) -> None:
    (tmp_path / "现场.jpg").write_bytes(b"x")
    assert len(found(RULE, BY, TEXT, files=gather(LEDGER, tmp_path).files)) == 1


def test_a_folder_is_no_evidence(tmp_path: Path) -> None:
    (tmp_path / "现场.JPG").mkdir()
    assert said(found(RULE, BY, TEXT, files=gather(LEDGER, tmp_path).files)) == [
        "2:27 error 不能用的文件 现场.JPG：是文件夹，不是文件"
    ]


def test_a_file_in_its_place_and_a_link_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "现场.JPG").write_bytes(b"x")
    assert not found(RULE, BY, TEXT, files=gather(LEDGER, tmp_path).files)
