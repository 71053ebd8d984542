import pytest

from build import found, indicator, rubric, said

RULE = "not-applicable-refused"
BY = rubric(indicator("checklist"), indicator("count"), not_applicable_to=["count"])
ANY = rubric(indicator("checklist"))


def test_an_indicator_that_applies_to_every_unit_may_not_be_set_aside() -> None:
    (finding,) = findings = found(RULE, BY, "answers:\n  checklist: {not_applicable: 本单位没有这项任务}\n")
    assert said(findings) == ["2:31 error checklist一项不能按不适用处理：这一项每个单位都适用"]
    assert finding.indicator == "checklist"


@pytest.mark.parametrize("reason", ["无", "''", "'    '", "不适用"])
def test_a_reason_in_words_is_wanted(reason: str) -> None:
    findings = found(RULE, BY, f"answers:\n  count: {{not_applicable: {reason}}}\n")
    assert said(findings) == ["2:27 error count一项不能按不适用处理：要写明不适用的理由"]


@pytest.mark.parametrize("reason", ["本单位无对口帮扶任务", "没有窗口"])
def test_a_reason_for_an_indicator_that_may_not_apply_is_accepted(reason: str) -> None:
    assert not found(RULE, BY, f"answers: {{count: {{not_applicable: {reason}}}}}")


def test_a_rubric_that_names_none_lets_every_indicator_be_set_aside() -> None:
    assert not found(RULE, ANY, "answers: {checklist: {not_applicable: 本单位无对口帮扶任务}}")


def test_an_answer_that_the_rubric_does_not_know_is_left_to_another_check() -> None:
    assert not found(RULE, BY, "answers: {other: {not_applicable: 无}}")
