import pytest

from build import found, indicator, rubric, said

RULE = "denominator-missing"
BY = rubric(
    indicator("ratio", denominator="members"),
    indicator("average"),
    indicator("survey", sample={"share": 0.5}),
    indicator("coverage", expected="departments"),
)
UNKNOWN = "unit: {name: 某局, type: other, staff: 待填}\n"


@pytest.mark.parametrize(
    ("answer", "said_of_it"),
    [
        ("ratio: {count: 3}", "要用基数 members，unit.counts 里没有填"),
        ("average: {total: 3}", "要用基数 staff，unit 里没有填"),
        ("survey: {responses: {优: 1}}", "要用基数 staff，unit 里没有填"),
        ("coverage: {covered: [办公室]}", "要用基数 departments，unit 里没有填"),
    ],
)
def test_an_answer_without_its_denominator_is_found(answer: str, said_of_it: str) -> None:
    name = answer.partition(":")[0]
    findings = found(RULE, BY, f"{UNKNOWN}answers:\n  {answer}\n")
    assert said(findings) == [f"3:3 warning {name}一项{said_of_it}"]
    assert findings[0].indicator == name


@pytest.mark.parametrize("given", ["全部", "100%"])
def test_all_of_nobody_knows_how_many_is_found(given: str) -> None:
    findings = found(RULE, BY, f"{UNKNOWN}answers:\n  ratio: {{count: {given}}}\n")
    assert said(findings) == ["3:3 warning ratio一项要用基数 members，unit.counts 里没有填"]


def test_activities_that_serve_it_ask_for_the_denominator_too() -> None:
    text = f"{UNKNOWN}activities: {{A1: {{title: 清扫, date: 2025-03-05, serves: [average], hours: 8}}}}\n"
    assert said(found(RULE, BY, text)) == ["1:1 warning average一项要用基数 staff，unit 里没有填"]


def test_a_denominator_that_is_there_is_enough() -> None:
    text = "unit: {name: 某局, type: other, staff: 40, counts: {members: 8余人}, departments: [办公室]}\n"
    answers = "{ratio: {count: 3}, average: {total: 3}, survey: {responses: {优: 1}}, coverage: {covered: [办公室]}}"
    assert not found(RULE, BY, f"{text}answers: {answers}\n")


def test_what_is_not_answered_or_does_not_apply_asks_for_none() -> None:
    answers = (
        "{ratio: {not_applicable: 本单位没有党员}, average: , coverage: {evidence: [E1]}, survey: {responses: {}}}"
    )
    assert not found(RULE, BY, f"{UNKNOWN}answers: {answers}\n")
