import pytest

from build import found, indicator, rubric, said

RULE = "quantity-implausible"
BY = rubric(
    indicator("ratio"),
    indicator("ratio", id="turns", unit="人次"),
    indicator("count", unit="人"),
    indicator("count", id="times", unit="场"),
)


def test_more_people_than_there_are_is_found_at_the_number() -> None:
    (finding,) = findings = found(RULE, BY, "answers:\n  ratio: {count: 41}\n")
    assert said(findings) == ["2:18 warning 41 多于基数 40 人：是不是人次？"]
    assert finding.indicator == "ratio"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("ratio: {count: 30人次}", "填的是30人次，这一项数的是人，不能混用"),
        ("turns: {count: 30人}", "填的是30人，这一项数的是人次，不能混用"),
        ("count: {count: 30人次}", "填的是30人次，这一项数的是人，不能混用"),
    ],
)
def test_heads_and_turns_are_not_mixed(answer: str, message: str) -> None:
    assert [finding.message for finding in found(RULE, BY, f"answers: {{{answer}}}")] == [message]


@pytest.mark.parametrize(
    "answer",
    [
        "ratio: {count: 40}",
        "ratio: {count: 40人}",
        "turns: {count: 120人次}",
        "turns: {count: 120}",
        "count: {count: 400}",
        "times: {count: 30人次}",
        "ratio: {count: 待填}",
        "ratio: {}",
    ],
)
def test_a_rate_of_turns_may_pass_the_heads_and_a_plain_number_is_taken_as_asked(answer: str) -> None:
    assert not found(RULE, BY, f"answers: {{{answer}}}")


def test_without_its_denominator_nothing_is_too_many() -> None:
    assert not found(RULE, BY, "unit: {name: 某局, type: other, staff: 待填}\nanswers: {ratio: {count: 4100}}")
