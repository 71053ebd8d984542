import pytest

from build import HOUSE, at, found, indicator, rubric, said

RULE = "note-too-long"
BY = rubric(indicator("checklist"), indicator("coverage"))
LONG = "长" * 501


def test_a_note_over_five_hundred_characters_is_found_with_what_to_cut() -> None:
    text = f"answers:\n  checklist: {{met: [plan], note: {'长' * 530}}}\n"
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == [f"{at(text, '长' * 530)} warning 说明共 530 字，最多 500 字，要删去 30 字"]
    assert finding.indicator == "checklist"


def test_the_reasons_of_an_answer_count_with_its_note() -> None:
    reasons = f"note: {'长' * 300}, not_held: {{清明: {'雨' * 150}, 端午: {'雨' * 60}}}"
    (finding,) = found(RULE, BY, f"answers:\n  coverage: {{{reasons}}}\n")
    assert finding.message == "说明共 510 字，最多 500 字，要删去 10 字"
    (spared,) = found(RULE, BY, f"answers:\n  coverage: {{not_applicable: {LONG}}}\n")
    assert (spared.line, spared.column) == (2, 30)


@pytest.mark.parametrize(
    ("text", "evidence", "activity"),
    [
        (f"evidence: {{E1: {{path: 甲.pdf, type: plan, note: {LONG}}}}}", "E1", None),
        (f"activities: {{A1: {{title: 清扫, date: 2025-03-05, serves: [], note: {LONG}}}}}", None, "A1"),
        (f"titles: [{{level: county, name: 文明单位, awarded: 2020, note: {LONG}}}]", None, None),
        (f"red_lines: {{crime: {{status: clear, note: {LONG}}}}}", None, None),
        (f"eligibility: {{term: {{status: met, note: {LONG}}}}}", None, None),
        (f"bonus: [{{award: prize, project: 某奖, note: {LONG}}}]", None, None),
        (f"penalties: [{{penalty: late, self_reported: true, note: {LONG}}}]", None, None),
    ],
)
def test_every_other_note_is_measured_by_itself(text: str, evidence: str | None, activity: str | None) -> None:
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == [f"{at(text, LONG)} warning 说明共 501 字，最多 500 字，要删去 1 字"]
    assert (finding.evidence, finding.activity, finding.indicator) == (evidence, activity, None)


def test_blanks_and_line_breaks_do_not_count() -> None:
    lines = "".join(f"      {'长' * 99} 。\n" for _ in range(5))
    assert not found(RULE, BY, f"answers:\n  checklist:\n    note: |\n{lines}")


def test_two_answers_are_not_added_up_nor_two_notes_elsewhere() -> None:
    answers = f"checklist: {{note: {'长' * 400}}}, coverage: {{note: {'长' * 400}}}"
    ledger = (
        f"E1: {{path: 甲.pdf, type: plan, note: {'长' * 400}}}, E2: {{path: 乙.pdf, type: plan, note: {'长' * 400}}}"
    )
    assert not found(RULE, BY, f"answers: {{{answers}}}\nevidence: {{{ledger}}}\n")


def test_a_rubric_says_how_long_a_note_may_be() -> None:
    strict = rubric(indicator("checklist"), note_at_most=300, figures={"full_points": HOUSE, "note_at_most": HOUSE})
    (finding,) = found(RULE, strict, f"answers: {{checklist: {{note: {'长' * 301}}}}}")
    assert finding.message == "说明共 301 字，最多 300 字，要删去 1 字"
