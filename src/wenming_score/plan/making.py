"""A plan from a report and the case that it is of."""

from fractions import Fraction

from wenming_score.checks import refusals
from wenming_score.extras import bonuses, penalties
from wenming_score.facts import Case
from wenming_score.plan import beside
from wenming_score.plan.asking import Ask
from wenming_score.plan.document import Aim, Plan
from wenming_score.plan.floors import floors, reached
from wenming_score.plan.posing import Posing
from wenming_score.plan.solver import most, solve
from wenming_score.plan.tasks import tasks
from wenming_score.plan.timetable import Timetable
from wenming_score.plan.todo import losses
from wenming_score.report import Report
from wenming_score.values import shown
from wenming_score.workdays import Workdays


def make(case: Case, report: Report, ask: Ask, workdays: Workdays) -> Plan:
    """Find the cheapest way to the mark; raise SolverMissingError where it takes a solver that is not installed."""
    posing = Posing(case, losses(case, report.findings, ask.by), ask.by, workdays, ask.minimise)
    now, bounds = _supported(case, report), floors(report, ask)
    problem = posing.problem(ask.target - now if ask.target else Fraction(0), {one.key: one.short for one in bounds})
    choice = solve(problem)
    best = most(problem) if choice.reached else choice.gain
    table = Timetable(posing, choice.finished)
    planned, highest = (shown(max(Fraction(0), now + gain)) for gain in (choice.gain, best))
    return Plan(
        tool=report.tool,
        as_of=case.as_of,
        by=ask.by,
        unit=report.unit,
        rubric=report.rubric,
        period=report.period,
        minimise=ask.minimise,
        score=Aim(report.score.supported, planned, shown(ask.target), report.score.full, highest),
        reached=choice.reached,
        proved=choice.proved,
        least=shown(choice.least),
        person_days=shown(sum((work.person_days for work in table.works.values()), Fraction(0))),
        tasks=tasks(table),
        obstacles=beside.obstacles(report),
        floors=reached(bounds, table),
        closed=beside.closed(table, reached=choice.reached),
        lots=beside.lots(table),
        loads=beside.loads(table),
        milestones=beside.milestones(case, report),
        said=beside.said(table),
        lang=report.lang,
    )


def _supported(case: Case, report: Report) -> Fraction:
    """Give the supported total as it is before it is rounded down; penalties may take it below 0."""
    indicators = (one for item in report.items for one in item.indicators)
    points = sum((Fraction(one.exact.supported) for one in indicators), Fraction(0))
    return points + bonuses(case, refusals(report.findings, case))[1] - penalties(case)
