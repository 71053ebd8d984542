"""Edges of scoring that random rubrics do not reach."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from build import HOUSE, LEDGER, Section, assessment, case, indicator, item, report, rubric
from wenming_score.consistency import faults
from wenming_score.report import Report
from wenming_score.rubric import Rubric

SPARED: Section = {"not_applicable": "本单位没有这项任务"}
SHARED: Section = {"not_applicable": "redistribute", "figures": {"full_points": HOUSE, "not_applicable": HOUSE}}
ELSEWHERE: Section = {"E1": {"path": "x.pdf", "type": "record", "date": "2024-05-01"}}
"""Of another year: it carries nothing of this period."""


def made(by: Rubric, **sections: Section) -> Report:
    return report(case(by, assessment(by, **sections)))


def cited_by(*names: str) -> Section:
    return {name: {"evidence": ["E1"]} for name in names}


def test_what_is_left_of_an_item_may_be_worth_nothing() -> None:
    by = rubric(indicator("checklist"), indicator("count", points=0), **SHARED)
    assert not list(faults(by))
    assert made(by, answers={"checklist": SPARED}).score.supported == 0


def test_an_item_may_be_worth_nothing() -> None:
    by = rubric(item("a", indicator("checklist")), item("b", indicator("count", points=0)), **SHARED)
    answer: Section = {"met": ["plan"], "evidence": ["plan"]}
    made_of_it = made(by, evidence=LEDGER, answers={"checklist": answer})
    assert [one.supported for one in made_of_it.items] == [2, 0]


@pytest.mark.parametrize("none_at", [0.5, 0.9])
@pytest.mark.parametrize("kind", ["ratio", "average", "survey"])
def test_a_rubric_whose_none_at_is_not_below_full_at_is_refused(kind: str, none_at: float) -> None:
    with pytest.raises(ValidationError, match="none_at"):
        rubric(indicator(kind, full_at=0.5, none_at=none_at))


def test_a_rubric_whose_lower_step_earns_more_than_a_higher_one_is_refused() -> None:
    steps = [{"at": 1, "points": 9}, {"at": 4, "points": 4}]
    with pytest.raises(ValidationError, match="steps"):
        rubric(indicator("count", target=None, steps=steps))


def test_a_bonus_does_not_hang_on_how_many_indicators_cite_its_proof() -> None:
    award: Section = {"id": "b", "title": "表彰", "points": 2, **HOUSE}
    by = rubric(indicator("checklist"), indicator("count"), bonus={"cap": 2, "awards": [award], **HOUSE})
    claimed = [{"award": "b", "project": "甲", "evidence": ["E1"]}]
    cited = [cited_by(), cited_by("count"), cited_by("count", "checklist")]
    units = [assessment(by, evidence=ELSEWHERE, bonus=claimed, answers=answers) for answers in cited]
    assert [report(case(by, unit)).score.bonus for unit in units] == [2, 2, 2]


def test_a_condition_does_not_hang_on_how_many_indicators_cite_its_proof() -> None:
    condition: Section = {"id": "c", "title": "成效", "rule": {"kind": "results_since", "since": "2018-01-01"}, **HOUSE}
    by = rubric(indicator("checklist"), indicator("count"), eligibility=[condition])
    met: Section = {"c": {"status": "met", "evidence": ["E1"]}}
    cited = [cited_by(), cited_by("count"), cited_by("count", "checklist")]
    reports = [made(by, evidence=ELSEWHERE, eligibility=met, answers=answers) for answers in cited]
    assert [of.eligibility[0].status for of in reports] == ["met", "met", "met"]


def test_a_rubric_that_expects_the_same_thing_twice_is_refused() -> None:
    twice = rubric(indicator("coverage", expected=["春节", "清明", "春节"]))
    assert list(faults(twice)) == [
        (("items", 0, "indicators", 0, "expected", 2), "春节 用了两次"),
    ]


@pytest.mark.parametrize("names", [("checklist", "grade"), ("grade", "checklist")])
def test_an_indicator_names_its_own_window_whatever_the_order_of_answers(names: tuple[str, str]) -> None:
    by = rubric(indicator("checklist", evidence={"types": ["record"], "window": "term"}), indicator("grade"))
    ledger: Section = {"E1": {"path": "x.pdf", "type": "record", "date": "2020-01-01"}}
    scores = made(by, evidence=ledger, answers=cited_by(*names)).items[0].indicators
    said = [score.evidence[0].reason for score in scores]
    assert ["2023-01-01~" in reason for reason in said] == [True, False]


def test_the_self_score_is_the_sum_of_exact_values() -> None:
    by = rubric(item("a", indicator("checklist")), item("b", indicator("count")))
    self_scores: Section = {"a": 1.005, "b": 1.005}
    scored = made(by, self_scores=self_scores)
    assert [one.self_score for one in scored.items] == [1, 1]
    assert scored.score.self_score == Decimal("2.01")


@pytest.mark.parametrize("given", [1, 40, "待填"])
def test_a_count_named_staff_is_refused(given: int | str) -> None:
    unit: Section = {"name": "某局", "type": "other", "staff": 40, "counts": {"staff": given}}
    with pytest.raises(ValidationError, match=r"unit\.staff"):
        assessment(rubric(indicator("ratio")), unit=unit)
