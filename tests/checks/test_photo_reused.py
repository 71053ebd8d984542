from datetime import date

from build import assessment, at, case, found, indicator, paper, report, rubric, said, sections
from facts_of import file, photo
from wenming_score.facts import Elsewhere, OtherPiece
from wenming_score.gallery import Gallery

RULE = "photo-reused"
BY = rubric(indicator("count"), indicator("checklist"), indicator("grade"), indicator("coverage"))
TEXT = """\
evidence:
  E1: {path: 六月.jpg, type: photo, date: 2025-06-20}
  E2: {path: 三月.jpg, type: photo, date: 2025-03-05}
activities:
  A1: {title: 交通劝导, date: 2025-06-20, serves: [count], evidence: [E1]}
  A2: {title: 社区清扫, date: 2025-03-05, serves: [count, checklist], evidence: [E2]}
answers: {}
"""
BITS = 0x0F0F_1234_5678_9ABC
COPIES = {"E1": photo("a", BITS), "E2": photo("b", BITS ^ 0b101)}


def test_a_near_copy_under_another_activity_is_found_and_names_both_places() -> None:
    (finding,) = findings = found(RULE, BY, TEXT, files=COPIES)
    assert said(findings) == [f"{at(TEXT, '六月.jpg')} warning {finding.message}"]
    assert finding.message == (
        "E1（六月.jpg，用于 A1）和 E2（三月.jpg，用于 A2）是同一张照片（另存、缩放、裁边或旋转过），只算 E2 的"
    )
    assert (finding.evidence, finding.refuses) == ("E1", True)


def test_a_reused_photo_carries_once_for_the_first_by_date() -> None:
    document = paper(TEXT)
    made = report(case(BY, assessment(BY, **sections(document)), files=COPIES), document=document)
    (count,) = (one for one in made.items[0].indicators if one.id == "count")
    assert {piece.id: piece.state for piece in count.evidence} == {"E1": "refused", "E2": "carried"}
    assert (count.claimed, count.supported) == (2, 1)


def test_the_very_same_file_is_called_so() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": photo("a"), "E2": photo("a")})
    assert "是同一个文件" in finding.message


def test_one_entry_under_two_activities_proves_the_first_by_date() -> None:
    text = TEXT.replace("evidence: [E1]", "evidence: [E2]")
    (finding,) = found(RULE, BY, text, files=COPIES)
    assert (finding.activity, finding.evidence, finding.refuses) == ("A1", "E2", True)
    assert finding.message == "照片 E2 已经用于活动 A2“社区清扫”，不能再证明 A1"
    document = paper(text)
    made = report(case(BY, assessment(BY, **sections(document)), files=COPIES), document=document)
    assert [one.supported for one in made.items[0].indicators if one.id == "count"] == [1]


def test_two_photos_of_one_activity_may_be_alike() -> None:
    text = TEXT.replace("evidence: [E1]", "evidence: [E1, E2]").replace("  A2", "  # A2")
    assert not found(RULE, BY, text, files=COPIES)


def test_an_answer_may_cite_the_photo_of_an_activity_that_serves_it() -> None:
    text = TEXT.replace("serves: [count], evidence: [E1]", "serves: [grade], evidence: []")
    text = text.replace("answers: {}", "answers: {checklist: {met: [plan], evidence: [E1]}}")
    assert not found(RULE, BY, text, files=COPIES)


def test_one_photo_may_serve_two_answers_but_not_three() -> None:
    text = TEXT.replace("  A1", "  # A1").replace("  A2", "  # A2").replace("activities:", "activities: {}")
    two = "answers:\n  checklist: {met: [plan], evidence: [E1]}\n  grade: {grade: A, evidence: [E1]}\n"
    assert not found(RULE, BY, text.replace("answers: {}\n", two), files=COPIES)
    three = two + "  coverage: {covered: [春节], evidence: [E1]}\n"
    (finding,) = found(RULE, BY, text.replace("answers: {}\n", three), files=COPIES)
    assert not finding.refuses


def test_different_pictures_are_not_found() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": photo("a", BITS), "E2": photo("b", BITS ^ 0xFFFF_0000_FFFF_0000)})


def test_what_is_no_photo_may_look_alike() -> None:
    text = TEXT.replace("type: photo", "type: sign_in")
    assert not found(RULE, BY, text, files=COPIES)


def test_a_picture_without_contrast_is_like_nothing() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": photo("a", None), "E2": photo("b", None)})


def test_a_photo_that_nothing_uses_takes_nothing_away() -> None:
    text = TEXT.replace("evidence: [E2]", "evidence: []")
    assert not found(RULE, BY, text, files=COPIES)


def elsewhere(day: date | None, home: str = "old") -> Elsewhere:
    photos = Gallery[OtherPiece]()
    photos.add(BITS, OtherPiece(home, "2024/unit.yaml", "E9", day))
    return Elsewhere(photos)


def test_last_years_photo_is_found_and_does_not_carry_again() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": COPIES["E1"]}, elsewhere=elsewhere(date(2024, 6, 1)))
    assert finding.message == "E1（六月.jpg）和 2024/unit.yaml 的 E9 是同一张照片"
    assert finding.refuses


def test_a_photo_shared_by_two_units_on_one_day_carries_both() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": COPIES["E1"]}, elsewhere=elsewhere(date(2025, 6, 20)))
    assert not finding.refuses


def test_a_copy_of_no_known_day_is_only_named() -> None:
    (finding,) = found(RULE, BY, TEXT, files={"E1": COPIES["E1"]}, elsewhere=elsewhere(None))
    assert not finding.refuses


def test_a_unit_is_not_compared_with_itself() -> None:
    assert not found(RULE, BY, TEXT, files={"E1": COPIES["E1"]}, elsewhere=elsewhere(date(2024, 6, 1), home=""))


def test_a_broken_picture_is_the_same_only_byte_by_byte() -> None:
    broken = {"E1": file("a", "jpeg", None, "图片不完整"), "E2": file("b", "jpeg", None, "图片不完整")}
    assert not found(RULE, BY, TEXT, files=broken)
