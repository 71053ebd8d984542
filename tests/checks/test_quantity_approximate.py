from build import at, found, indicator, rubric

RULE = "quantity-approximate"
BY = rubric(indicator("ratio"))


def test_an_approximate_number_is_noted_and_still_counts() -> None:
    text = "answers: {ratio: {count: 约20}}"
    (one,) = found(RULE, BY, text)
    assert (one.severity, one.message, one.indicator) == ("note", "“约20”是约数，请写准数", "ratio")
    assert f"{one.line}:{one.column}" == at(text, "约20")


def test_an_exact_number_is_no_matter() -> None:
    assert not found(RULE, BY, "answers: {ratio: {count: 20}}")


def test_a_lower_bound_is_not_approximate() -> None:
    assert not found(RULE, BY, 'answers: {ratio: {count: ">=20"}}')
    assert not found(RULE, BY, "answers: {ratio: {count: 20余}}")
