import pytest

from build import found, indicator, rubric, said

RULE = "claim-without-evidence"
ALL = rubric(*(indicator(kind) for kind in ("checklist", "count", "ratio", "grade", "survey", "deduction")))


@pytest.mark.parametrize(
    "answer",
    [
        "checklist: {met: [plan]}",
        "count: {count: 3}",
        "ratio: {count: 0}",
        "grade: {grade: A}",
        "survey: {responses: {优: 1}}",
    ],
)
def test_a_claim_that_cites_nothing_is_found(answer: str) -> None:
    name = answer.partition(":")[0]
    findings = found(RULE, ALL, f"answers:\n  {answer}\n")
    assert said(findings) == [f"2:3 warning {name}一项填了内容，但没有佐证材料，不得分"]
    assert (findings[0].indicator, findings[0].item) == (name, "item")


def test_evidence_in_the_map_of_clauses_will_do() -> None:
    assert not found(RULE, ALL, "answers: {checklist: {met: {plan: [E1]}}}")


def test_evidence_of_an_activity_that_serves_it_will_do() -> None:
    held = "activities: {A1: {title: 慰问, date: 2025-08-01, serves: [count], evidence: [E1]}}\n"
    assert not found(RULE, ALL, f"{held}answers: {{count: {{count: 3}}}}")


@pytest.mark.parametrize(
    "answer",
    [
        "grade: {grade: A, graded_by: reviewer}",
        "deduction: {lacks: []}",
        "deduction: {lacks: [no-minutes]}",
        "count: {not_applicable: 本单位没有此项任务}",
        "count: {not_held: 单位搬迁}",
        "count: {count: 待填}",
        "checklist: {met: []}",
        "checklist: {self_score: 4}",
        "checklist:",
        "counts: {count: 3}",
    ],
)
def test_what_claims_nothing_or_needs_no_proof_is_left_alone(answer: str) -> None:
    assert not found(RULE, ALL, f"answers:\n  {answer}\n")
