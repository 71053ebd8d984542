from datetime import date

from build import assessment, at, case, found, indicator, paper, report, rubric, said, sections
from facts_of import file, photo
from wenming_score.facts import Elsewhere, OtherPiece

RULE = "evidence-reused"
BY = rubric(indicator("checklist"), indicator("grade", evidence={"types": ["rules"], "window": "any"}))
TEXT = """\
evidence:
  E1: {path: 名册.xlsx, type: roster, date: 2025-03-05}
  E2: {path: 名册 副本.xlsx, type: roster, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1, E2]}
"""
TWICE = {"E1": file("a", "xlsx"), "E2": file("a", "xlsx")}


def test_one_file_under_two_entries_is_found() -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files=TWICE)
    assert said(findings) == [f"{at(TEXT, '名册 副本')} warning E2 和 E1（名册.xlsx）是同一份材料，这一项只算一份"]
    assert (finding.indicator, finding.evidence, finding.refuses) == ("checklist", "E2", True)


def test_one_file_does_not_make_two_pieces() -> None:
    by = rubric(indicator("checklist", evidence={"types": ["roster"], "at_least": 2}))
    document = paper(TEXT)
    claimed = assessment(by, **sections(document))
    assert report(case(by, claimed, files=TWICE), document=document).score.supported == 0
    apart = {"E1": file("a", "xlsx"), "E2": file("b", "xlsx")}
    assert report(case(by, claimed, files=apart), document=document).score.supported > 0


def test_one_link_under_two_entries_is_found() -> None:
    link = 'url: "https://example.org/1"'
    (finding,) = found(RULE, BY, TEXT.replace("path: 名册.xlsx", link).replace("path: 名册 副本.xlsx", link))
    assert "https://example.org/1" in finding.message


def test_one_paper_for_two_indicators_carries_both() -> None:
    text = TEXT.replace("[E1, E2]", "[E1]") + "  grade: {grade: A, evidence: [E2]}\n"
    (finding,) = found(RULE, BY, text, files=TWICE)
    assert not finding.refuses


def test_last_years_paper_is_found_and_carries() -> None:
    before = Elsewhere(papers={"a": (OtherPiece("old", "2024/unit.yaml", "E7", date(2024, 3, 5)),)})
    text = TEXT.replace("[E1, E2]", "[E1]")
    (finding,) = found(RULE, BY, text, files={"E1": file("a", "xlsx")}, elsewhere=before)
    assert finding.message == "名册.xlsx 和 2024/unit.yaml 的 E7 是同一个文件"
    assert not finding.refuses


def test_rules_in_force_for_years_may_be_last_years() -> None:
    before = Elsewhere(papers={"a": (OtherPiece("old", "2024/unit.yaml", "E7", None),)})
    text = TEXT.replace("[E1, E2]", "[]") + "  grade: {grade: A, evidence: [E1]}\n"
    assert not found(RULE, BY, text, files={"E1": file("a", "pdf")}, elsewhere=before)


def test_different_files_of_one_size_are_not_found() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": file("a", "xlsx"), "E2": file("b", "xlsx")})


def test_files_that_were_not_read_are_not_the_same() -> None:
    assert not found(RULE, BY, TEXT)


def test_one_photo_in_two_places_is_for_another_rule() -> None:
    text = TEXT.replace("roster", "photo").replace("[E1, E2]", "[E1]") + "  grade: {grade: A, evidence: [E2]}\n"
    assert not found(RULE, BY, text, files={"E1": photo("a", 1), "E2": photo("a", 1)})
