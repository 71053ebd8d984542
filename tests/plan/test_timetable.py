"""When the chosen tasks fall due, and how long each can wait."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from planned import ANNOUNCED, MONDAY, YEAR_END, ask, due, planned, remedy, task, timetable, unit

from build import HOUSE, Raw, Section, indicator, item, rubric
from wenming_score.plan.timetable import Place, Timetable, shares
from wenming_score.workdays import Workdays

SEASON: Section = {"days_before": 15, "days_after": 7, **HOUSE}
OWNERS: Section = {"papers": {"department": "办公室"}, "work": {"department": "宣教科"}}
BY = rubric(
    item(
        "papers",
        indicator("checklist"),
        indicator("deduction", remedy=remedy(lead_days=3)),
        indicator("ratio", remedy=remedy(after=["checklist"], lead_days=25)),
    ),
    item(
        "work",
        indicator("count", remedy=remedy(apart_days=30, after=["checklist"], together=["coverage"])),
        indicator("coverage"),
        indicator("average", remedy=remedy(lead_days=65)),
    ),
    plausible={"festivals": SEASON},
)
"""Chains, festivals, papers and figures, of two departments."""
BOUNDS: Section = {"capacity": {"办公室": 2, "宣教科": {"monthly": 3, "months": {"2025-08": 0}}}}
ESTIMATES: Section = {"remedies": {"count": {"lead_days": 40}, "checklist": {"lead_days": 0}}}


def table(target: int, **sections: Raw) -> Timetable:
    """Make the timetable of a plan that has tasks."""
    made = timetable(unit(BY, responsibilities=OWNERS, **sections), target)
    assert made.works
    return made


TABLES = pytest.mark.parametrize(
    ("target", "sections"),
    [(target, sections) for sections in ({}, BOUNDS, ESTIMATES) for target in (8, 16, 23)],
)


def fits(made: Timetable, load: Counter[Place]) -> bool:
    """Tell whether every department has the person-days that it is given."""
    bounds = {place: made.posing.capacity(*place) for place in load}
    return all(bound is None or load[place] <= bound for place, bound in bounds.items())


@TABLES
def test_tasks_fall_due_on_working_days_within_their_windows(target: int, sections: Section) -> None:
    made = table(target, **sections)

    for name, work in made.works.items():
        day = made.day(made.due[name])
        assert ANNOUNCED.open(day)
        assert work.window.start <= day <= work.window.end


@TABLES
def test_tasks_fall_due_after_what_they_wait_for_with_the_days_between(target: int, sections: Section) -> None:
    made = table(target, **sections)

    links = [(first, days, name) for name, some in made.before.items() for first, days in some]
    assert all(made.due[first] + days <= made.due[name] for first, days, name in links)
    assert {days for first, days, name in links if first[:5] == name[:5] == "count"} <= {30}


@TABLES
def test_departments_are_given_no_more_than_they_have(target: int, sections: Section) -> None:
    made = table(target, **sections)

    assert fits(made, Counter(made.load))
    assert sum(made.load.values()) == sum(work.person_days for work in made.works.values())


@TABLES
def test_each_can_wait_until_its_latest_day_while_the_others_stay(target: int, sections: Section) -> None:
    made = table(target, **sections)

    for name, work in made.works.items():
        last = made.put_off(name)
        assert made.due[name] <= last
        assert ANNOUNCED.open(made.day(last))
        assert made.day(last) <= work.window.end
        assert all(last + days <= made.due[later] for later, days in made.following[name])
        load = Counter(made.load)
        load.subtract(shares(work, made.month(made.due[name])))
        load.update(shares(work, made.month(last)))
        assert fits(made, load)


@TABLES
def test_no_day_after_the_latest_would_do(target: int, sections: Section) -> None:
    made = table(target, **sections)

    opens = made.posing.open_days
    for name, work in made.works.items():
        last = made.put_off(name)
        then = next((day for day in range(last + 1, len(opens)) if opens[day] == day), len(opens))
        too_late = then == len(opens) or made.day(then) > work.window.end
        holds_up = any(then + days > made.due[later] for later, days in made.following[name])
        assert too_late or holds_up or made.month(then) > made.month(last)
        assert too_late or holds_up or "capacity" in sections


def test_work_goes_where_its_department_has_the_least_to_do() -> None:
    by = rubric(
        *(item(name, indicator("grade", id=f"{name}-{n}")) for name in ("papers", "work") for n in (1,)),
        item("more", indicator("grade"), indicator("survey")),
    )
    owners: Section = {**OWNERS, "more": {"department": "办公室"}}
    plan = planned(unit(by, responsibilities=owners), 16)

    assert [(one.department, one.due.month) for one in plan.tasks] == [
        ("办公室", 3), ("宣教科", 3), ("办公室", 4), ("办公室", 5),
    ]  # fmt: skip


def test_large_work_makes_others_wait_longer() -> None:
    by = rubric(
        indicator("grade", remedy=remedy(person_days=9)),
        indicator("survey", remedy=remedy(person_days=1)),
        indicator("ratio", remedy=remedy(person_days=1, lead_days=200)),
        indicator("average", remedy=remedy(person_days=1)),
    )
    plan = planned(unit(by), 16)

    assert task(plan, "ratio/figure").due > date(2025, 9, 1)
    assert len({one.due.month for one in plan.tasks}) == 4


def test_papers_of_one_indicator_fall_due_together() -> None:
    clauses: list[Raw] = [{"id": f"c{number}", "title": f"第{number}点"} for number in range(5)]
    plan = planned(unit(rubric(indicator("checklist", clauses=clauses), indicator("ratio"))), 8)

    days = due(plan)
    assert len({days[f"checklist/c{number}"] for number in range(5)}) == 1
    assert days["ratio/figure"] != days["checklist/c0"]


def test_a_task_falls_due_on_the_last_working_day_of_its_month_and_can_wait_to_the_end() -> None:
    (only,) = planned(unit(rubric(indicator("ratio"))), 4).tasks

    assert (only.due, only.latest) == (date(2025, 3, 31), YEAR_END)


def test_a_task_can_wait_only_until_the_day_that_was_asked_for() -> None:
    (only,) = planned(unit(rubric(indicator("ratio"))), ask(4, date(2025, 4, 20))).tasks

    assert (only.due, only.latest) == (date(2025, 3, 31), date(2025, 4, 18))


def test_a_task_can_wait_until_what_waits_for_it_needs_it() -> None:
    by = rubric(indicator("checklist"), indicator("ratio", remedy=remedy(after=["checklist"], lead_days=20)))
    plan = planned(unit(by), 8)
    then = task(plan, "ratio/figure")

    assert {one.latest for one in plan.tasks if one is not then} == {then.due - timedelta(days=20)}


def test_a_task_does_not_wait_into_a_month_without_time() -> None:
    capacity: Section = {"办公室": {"monthly": 4, "months": {"2025-05": 0, "2025-06": 9}}}
    by = rubric(indicator("ratio"))
    (only,) = planned(unit(by, capacity=capacity, responsibilities={"item": {"department": "办公室"}}), 4).tasks

    assert (only.due, only.latest) == (date(2025, 3, 31), date(2025, 4, 30))


def test_nothing_falls_due_on_days_that_a_calendar_file_takes_off() -> None:
    off = {date(2025, 3, 31) - timedelta(days=number): False for number in range(5)}
    (only,) = planned(unit(rubric(indicator("ratio"))), 4, Workdays(said=off)).tasks

    assert only.due == date(2025, 3, 26)


def test_a_day_that_was_shifted_is_as_good_as_any() -> None:
    by = rubric(indicator("ratio", remedy=remedy(lead_days=0)))
    sunday = date(2025, 9, 28)
    (only,) = planned(unit(by, sunday), ask(4, sunday)).tasks

    assert only.due == sunday


def test_a_chain_of_hundreds_has_its_dates() -> None:
    made = timetable(unit(rubric(indicator("count", target=400))), 4)

    assert len(made.due) == 400
    assert made.day(made.due["count/400"]) >= MONDAY + timedelta(days=7)
    assert sum(made.load.values()) == Fraction(2)
