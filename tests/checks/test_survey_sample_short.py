import pytest

from build import found, indicator, rubric, said

RULE = "survey-sample-short"
BY = rubric(indicator("survey", sample={"share": 0.6, "at_most": 50}))


def test_too_few_forms_are_found_where_they_are_counted() -> None:
    (finding,) = findings = found(RULE, BY, "answers:\n  survey: {responses: {优: 20}, blank: 3}\n")
    assert said(findings) == ["2:12 warning 样本不足：收回 23 份，至少要 24 份"]
    assert finding.indicator == "survey"


@pytest.mark.parametrize(
    "answer", ["{responses: {优: 24}}", "{responses: {优: 20}, blank: 2, void: 1, disagree: 1}", "{responses: {}}", ""]
)
def test_enough_forms_of_any_sort_and_no_survey_at_all_are_left_alone(answer: str) -> None:
    assert not found(RULE, BY, f"answers: {{survey: {answer}}}")


def test_fifty_forms_are_enough_in_a_large_unit() -> None:
    large = "unit: {name: 某局, type: other, staff: 860}\n"
    assert not found(RULE, BY, f"{large}answers: {{survey: {{responses: {{优: 50}}}}}}")
    assert found(RULE, BY, f"{large}answers: {{survey: {{responses: {{优: 49}}}}}}")


def test_without_a_sample_rule_nothing_is_short() -> None:
    assert not found(RULE, rubric(indicator("survey")), "answers: {survey: {responses: {优: 1}}}")


def test_a_sample_that_nobody_can_reckon_is_short() -> None:
    unknown = "unit: {name: 某局, type: other, staff: 待填}\n"
    (one,) = found(RULE, BY, f"{unknown}answers: {{survey: {{responses: {{优: 1}}}}}}")
    assert one.message == "样本不足：缺基数 staff，算不出样本要求"


def test_a_survey_that_does_not_apply_needs_no_sample() -> None:
    spared = "{responses: {优: 1}, not_applicable: 本单位没有服务窗口}"
    assert not found(RULE, BY, f"answers: {{survey: {spared}}}")
