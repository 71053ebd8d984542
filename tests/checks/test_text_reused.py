import pytest

from build import at, found, indicator, rubric, said
from wenming_score.facts import Elsewhere
from wenming_score.finding import Finding

RULE = "text-reused"
BY = rubric(indicator("checklist"), indicator("coverage"))
OLD = "节前走访慰问困难户9户、离退休老干部2人。"
WHERE = "../2024/unit.yaml 的 coverage"


def reused(text: str, old: str = OLD) -> tuple[Finding, ...]:
    return found(RULE, BY, text, elsewhere=Elsewhere(texts={old: WHERE}))


def test_a_note_of_last_year_is_found_with_where_it_stood() -> None:
    text = f"answers:\n  coverage: {{note: {OLD}}}\n"
    (finding,) = findings = reused(text)
    assert said(findings) == [
        f"{at(text, OLD)} warning 这段文字和 ../2024/unit.yaml 的 coverage 里的一样，请按本年度的实际重写"
    ]
    assert finding.indicator == "coverage"


@pytest.mark.parametrize(
    "given",
    [
        "节前走访慰问困难户9户，离退休老干部2人",
        "节前走访慰问困难户９户、离退休老干部２人……",
        "  节前走访慰问  困难户 9 户、离退休老干部 2 人！",
        "『节前走访慰问』困难户9户；离退休老干部2人",
    ],
)
@pytest.mark.parametrize("both", [False, True])
def test_blanks_punctuation_and_full_width_make_no_other_text(given: str, both: bool) -> None:  # noqa: FBT001 - a table
    text = f"answers: {{checklist: {{note: '{given}'}}}}"
    assert len(reused(text, given if both else OLD)) == 1


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"answers: {{coverage: {{not_held: {OLD}}}}}", None),
        (f"answers: {{coverage: {{not_held: {{清明: {OLD}}}}}}}", None),
        (f"answers: {{checklist: {{not_applicable: {OLD}}}}}", None),
        (f"activities: {{A1: {{title: 走访, date: 2025-01-20, serves: [], note: {OLD}}}}}", "A1"),
    ],
)
def test_reasons_and_the_notes_of_activities_are_compared_too(text: str, activity: str | None) -> None:
    (finding,) = reused(text)
    assert (finding.activity, f"{finding.line}:{finding.column}") == (activity, at(text, OLD))


@pytest.mark.parametrize("text", ["疫情防控", "疫情防控、停办。。。", "（本年未办）"])
def test_a_short_reason_is_the_same_by_chance(text: str) -> None:
    assert not reused(f"answers: {{coverage: {{not_held: {{清明: {text}}}}}}}", text)


def test_another_number_makes_another_text() -> None:
    assert not reused("answers: {coverage: {note: 节前走访慰问困难户11户、离退休老干部2人。}}")


def test_the_notes_of_the_ledger_may_stay_as_they_are() -> None:
    assert not reused(f"evidence: {{E1: {{path: 甲.pdf, type: plan, note: {OLD}}}}}")


def test_with_nothing_to_compare_with_nothing_is_reused() -> None:
    assert not found(RULE, BY, f"answers: {{checklist: {{note: {OLD}}}, coverage: {{note: {OLD}}}}}")
