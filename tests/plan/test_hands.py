"""Who answers for a task, and what time there is for it."""

import sys
from decimal import Decimal

import pytest
from planned import ids, planned, remedy, unit

from build import Raw, Section, indicator, item, rubric
from wenming_score.facts import Case
from wenming_score.plan import Plan
from wenming_score.plan.solver import SolverMissingError

OWNERS: Section = {
    "work": {"department": "宣教科", "person": "小王"},
    "ratio": {"person": "小赵"},
    "宣教科": {"leader": "周副局长", "person": "李科长"},
}


def test_the_nearest_word_says_who_answers_for_a_task() -> None:
    by = rubric(item("work", indicator("checklist"), indicator("ratio")), item("rest", indicator("grade")))
    plan = planned(unit(by, responsibilities=OWNERS), 12)

    assert {(one.id, one.leader, one.department, one.person) for one in plan.tasks} == {
        ("checklist/plan", "周副局长", "宣教科", "小王"),
        ("checklist/person", "周副局长", "宣教科", "小王"),
        ("ratio/figure", "周副局长", "宣教科", "小赵"),
        ("grade/grade", "", "", ""),
    }


def test_what_a_department_is_to_take_part_in_is_its_own() -> None:
    by = rubric(item("work", indicator("coverage", expected="departments")))
    office: Section = {"name": "某局", "type": "government_office", "staff": 40, "departments": ["宣教科", "财务科"]}
    plan = planned(unit(by, unit=office, responsibilities=OWNERS), 4)

    assert {(one.department, one.leader, one.serves[0].departments) for one in plan.tasks} == {
        ("宣教科", "周副局长", ("宣教科",)),
        ("财务科", "", ("财务科",)),
    }


def test_the_unit_s_own_estimates_stand_before_those_of_the_rubric() -> None:
    by = rubric(indicator("ratio"), indicator("grade"))
    plan = planned(unit(by, remedies={"ratio": {"person_days": 6}, "grade": {"lead_days": 60}}), 8)

    assert {one.id: (one.person_days, one.lead_days) for one in plan.tasks} == {
        "ratio/figure": (6, 7),
        "grade/grade": (2, 60),
    }


def test_estimates_are_said_to_be_no_official_figures_unless_they_are_the_unit_s_own() -> None:
    by = rubric(indicator("ratio"))

    assert any("不是官方数字" in line for line in planned(unit(by), 4).said)
    assert planned(unit(by, remedies={"ratio": {"person_days": 0}}), 4).said == ()


def test_an_estimate_of_nothing_is_taken_at_its_word() -> None:
    (only,) = planned(unit(rubric(indicator("ratio")), remedies={"ratio": {"person_days": 0, "lead_days": 0}}), 4).tasks

    assert (only.person_days, only.lead_days, only.start) == (0, 0, only.due)


def busy(capacity: Raw) -> Case:
    """Put a case together in which one department answers for 4 person-days of papers and 2 of a ratio."""
    indicators = indicator("checklist", remedy=remedy()), indicator("ratio", remedy=remedy(person_days=2))
    by = rubric(item("work", *indicators))
    return unit(by, responsibilities={"work": {"department": "甲科"}}, capacity={"甲科": capacity})


def by_month(plan: Plan) -> dict[str, tuple[Decimal, Decimal | None]]:
    return {one.month: (one.person_days, one.capacity) for one in plan.loads}


def test_a_department_is_given_no_more_than_it_has_in_a_month() -> None:
    plan = planned(busy(2), 8)

    assert plan.reached
    assert by_month(plan) == {"2025-03": (2, 2), "2025-04": (2, 2), "2025-05": (2, 2)}


def test_a_month_may_have_its_own_figure() -> None:
    plan = planned(busy({"monthly": 0, "months": {"2025-04": 4, "2025-06": 2}}), 8)

    assert by_month(plan) == {"2025-04": (4, 4), "2025-06": (2, 2)}


def test_without_time_nothing_is_planned_and_the_department_is_named() -> None:
    plan = planned(busy(0), 4)

    assert (plan.tasks, plan.reached, plan.proved, plan.score.best) == ((), False, True, 0)
    assert {one.reason for one in plan.closed} == {"甲科的人天不够"}


def test_where_time_is_short_the_most_points_are_earned() -> None:
    plan = planned(busy({"monthly": 0, "months": {"2025-04": 3}}), 8)

    assert (plan.reached, plan.proved, ids(plan), plan.score.planned) == (False, True, ["ratio/figure"], 4)


def test_a_department_that_is_not_named_has_no_bounds() -> None:
    by = rubric(indicator("ratio", remedy=remedy(person_days=90)))

    assert planned(unit(by, capacity={"甲科": 0}), 4).reached
    assert planned(unit(by, capacity={"甲科": 0}, responsibilities={"item": {"department": "乙科"}}), 4).reached


def test_long_work_is_spread_over_its_months() -> None:
    by = rubric(item("work", indicator("ratio", remedy=remedy(person_days=6, lead_days=65))))
    of = unit(by, responsibilities={"work": {"department": "甲科"}}, capacity={"甲科": 2})

    assert set(by_month(planned(of, 4)).values()) == {(2, 2)}
    assert len(planned(of, 4).loads) == 3


def test_time_that_decides_takes_a_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)

    assert planned(busy(9), 8).reached
    with pytest.raises(SolverMissingError):
        planned(busy({"monthly": 0, "months": {"2025-04": 3}}), 8)


def test_loads_and_lots_add_up_to_the_tasks() -> None:
    by = rubric(
        item("work", indicator("count", remedy=remedy(lead_days=65, person_days=12)), indicator("ratio")),
        item("rest", indicator("checklist")),
    )
    owners: Section = {"work": {"department": "甲科", "leader": "周副局长"}}
    plan = planned(unit(by, responsibilities=owners), 12)

    whole = sum(one.person_days for one in plan.tasks)
    assert sum(one.person_days for one in plan.loads) == sum(one.person_days for one in plan.lots) == whole == 16
    assert plan.person_days == whole
    assert [(one.department, one.leaders, one.tasks, one.points) for one in plan.lots] == [
        ("甲科", ("周副局长",), 5, 8),
        ("", (), 2, 4),
    ]
    assert [one.department for one in plan.loads] == sorted((one.department for one in plan.loads), reverse=True)
