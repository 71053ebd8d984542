import pytest

from build import at, found, indicator, rubric, said

RULE = "quantity-placeholder"
BY = rubric(indicator("ratio"), indicator("average"), indicator("count"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("x", "“x”不是数量，按没有填处理"),
        ("待填", "“待填”不是数量，按没有填处理"),
        ("四十二", "“四十二”不是数量，按没有填处理"),
        ("约公里", "“约公里”不是数量，按没有填处理"),
        ("''", "数量是空的，按没有填处理"),
    ],
)
def test_a_placeholder_is_found_where_it_stands(written: str, message: str) -> None:
    text = f"activities:\n  A1: {{title: 清扫, date: 2025-03-05, serves: [], participants: {written}}}\n"
    (finding,) = found(RULE, BY, text)
    assert (finding.line, finding.severity, finding.message) == (2, "warning", message)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("unit:\n  {name: 某局, type: other, staff: x}\n", None),
        ("unit: {name: 某局, type: other, staff: 40,\n  counts: {members: x}}\n", None),
        ("activities:\n  A1: {title: 扫, date: 2025-03-05, serves: [], hours: x}\n", None),
        ("answers:\n  ratio: {count: x}\n", "ratio"),
        ("answers:\n  average: {total: x}\n", "average"),
        ("answers:\n  count: {count: x}\n", "count"),
    ],
)
def test_every_place_for_a_quantity_is_looked_at(text: str, name: str | None) -> None:
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == [f"{at(text, 'x')} warning “x”不是数量，按没有填处理"]
    assert finding.indicator == name


def test_nought_a_bound_and_what_is_left_out_are_no_placeholders() -> None:
    answers = "{ratio: {count: 0}, count: {count: '>=42'}, average: {total: 约42小时}}"
    text = f"activities: {{A1: {{title: 清扫, date: 2025-03-05, serves: [], hours: 1,200}}}}\nanswers: {answers}\n"
    assert not found(RULE, BY, text.replace("1,200", "'1,200'"))
    assert not found(RULE, BY, "answers: {ratio: {}, count: , average: {evidence: [E1]}}")
