import pytest

from build import found, indicator, item, rubric, said

RULE = "self-score-overclaims"
BY = rubric(indicator("checklist"), indicator("count", target=3))


def test_a_self_score_above_the_answer_is_found_at_the_score() -> None:
    (finding,) = findings = found(RULE, BY, "answers:\n  checklist: {met: [plan], self_score: 2.5}\n")
    assert said(findings) == ["2:40 warning 自评 2.5 分，按所填内容最多 2.00 分"]
    assert finding.indicator == "checklist"


def test_a_self_score_of_an_item_above_its_answers_is_found() -> None:
    text = "answers: {checklist: {met: [plan]}}\nself_scores:\n  item: 2.5\n"
    assert said(found(RULE, BY, text)) == ["3:9 warning item项目：自评 2.5 分，按所填内容最多 2.00 分"]


@pytest.mark.parametrize(
    "text",
    [
        "answers: {checklist: {met: [plan], self_score: 2}}",
        "answers: {checklist: {met: [plan, person], self_score: 4, evidence: [E404]}}",
        "answers: {count: {count: 2, self_score: 2.66}}",
        "answers: {checklist: {self_score: 0}}",
        "answers: {checklist: {not_applicable: 本单位没有这项任务, self_score: 4}}",
        "answers: {other: {self_score: 99}}",
        "answers: {checklist: {met: [plan]}}\nself_scores: {item: 2}",
        "self_scores: {other: 8}",
    ],
)
def test_a_score_that_the_answer_would_earn_if_it_held_is_left_alone(text: str) -> None:
    assert not found(RULE, BY, text)


def test_points_that_others_left_over_may_be_claimed() -> None:
    by = rubric(item("one", indicator("checklist"), indicator("count")), not_applicable="redistribute")
    aside = "count: {not_applicable: 本单位没有这项任务}"
    assert not found(RULE, by, f"answers: {{checklist: {{met: [plan], self_score: 4}}, {aside}}}")
    assert found(RULE, by, f"answers: {{checklist: {{met: [plan], self_score: 4.1}}, {aside}}}")
