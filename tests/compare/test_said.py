"""Why points rose or fell, in one sentence."""

from decimal import Decimal

from build import LEDGER, Raw, Section, indicator, item, rubric
from comparing import year
from wenming_score.compare import Year, changes
from wenming_score.rubric import Rubric

ALL: Section = {"met": ["plan", "person"], "evidence": ["plan"]}
HALF: Section = {"met": ["plan"], "evidence": ["plan"]}


def asked(name: str, points: float = 4, **fields: Raw) -> Section:
    return indicator("checklist", id=name, title=f"第{name}项", points=points, **fields)


def answered(by: Rubric, **answers: Raw) -> Year:
    return year(by, {"evidence": LEDGER, "answers": answers})


def reasons(before: Year, after: Year, *supposed: str) -> list[str]:
    return [one.reason for one in changes(before, after, supposed).indicators]


def test_what_was_short_stands_before_what_is_short_now() -> None:
    by = rubric(asked("a"))
    assert reasons(answered(by, a=HALF), answered(by, a={"not_held": "单位搬迁"})) == [
        "上期：未达到：有责任人；本期：未开展：单位搬迁"
    ]
    assert reasons(answered(by, a=HALF), answered(by, a=ALL)) == ["上期：未达到：有责任人；本期：满分"]


def test_other_points_are_said_first() -> None:
    old, new = rubric(asked("a"), edition="1"), rubric(asked("a", 2.5), edition="2")
    assert reasons(answered(old, a=ALL), answered(new, a=ALL)) == ["分值 4 → 2.5；上期：满分；本期：满分"]


def test_what_is_new_says_what_it_is_short_of() -> None:
    old, new = rubric(asked("b"), edition="1"), rubric(asked("b"), asked("a"), edition="2")
    assert reasons(answered(old), answered(new, a=HALF)) == ["上期没有这一项；本期：未达到：有责任人"]
    assert reasons(answered(new, a=HALF), answered(old)) == ["本期没有这一项"]


def test_what_is_only_supposed_is_put_beside_what_is_so() -> None:
    by = rubric(asked("a"))
    stale = {**LEDGER, "plan": {"path": "plan.pdf", "type": "plan", "date": "2024-06-01"}}
    before, after = answered(by, a=ALL), year(by, {"evidence": stale, "answers": {"a": HALF}})
    found = changes(before, after, ("a=1",))
    assert found.supposed == ("a=1",)
    assert found.unrenewed == ()
    assert [one.reason.startswith("现在：满分 → 未达到：有责任人") for one in found.indicators] == [True]
    assert changes(before, after).unrenewed == ("a",)


def test_an_item_names_the_three_that_made_the_most_of_it() -> None:
    by = rubric(item("item", *(asked(name, points) for name, points in (("a", 1), ("b", 8), ("c", 4), ("d", 2)))))
    found = changes(answered(by, a=ALL, c=ALL, d=ALL), answered(by, b=ALL))
    assert found.items[0].difference == Decimal(1)
    assert found.items[0].reason == "第b项 +8.00；第c项 -4.00；第d项 -2.00"


def test_the_earlier_report_is_told_as_it_was() -> None:
    by = rubric(asked("a"))
    before, after = answered(by, a=HALF), answered(by, a=ALL)
    earlier, old = changes(before, after).earlier, before.report
    assert (earlier.as_of, earlier.unit, earlier.rubric) == (old.as_of, old.unit, old.rubric)
    assert (earlier.period, earlier.score, earlier.verdict) == (old.period, old.score, old.verdict)
    total = changes(before, after).total
    assert (total.id, total.title, total.fate, total.reason) == ("total", "合计", "kept", "")
    assert (total.before, total.after, total.difference) == (2, 4, 2)
