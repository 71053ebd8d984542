"""What stands beside the tasks: what no points mend, what is too late, the hands there are, the days to come."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from wenming_score.facts import Case
from wenming_score.plan.document import Closed, Load, Lot, Milestone, Obstacle
from wenming_score.plan.owners import owner
from wenming_score.plan.posing import Doable, Posing
from wenming_score.plan.timetable import Place, Timetable
from wenming_score.plan.todo import Loss
from wenming_score.report import Report
from wenming_score.text import tr
from wenming_score.trend.dates import dates_ahead
from wenming_score.values import Span, shown


def obstacles(report: Report) -> tuple[Obstacle, ...]:
    """List the red lines and conditions that stand in the way whatever the points."""
    lines = (
        Obstacle("red_line", line.id, line.title, line.status, line.reason)
        for line in report.red_lines
        if line.status != "clear"
    )
    conditions = (
        Obstacle("eligibility", one.id, one.title, one.status, one.reason)
        for one in report.eligibility
        if one.status != "met"
    )
    return (*lines, *conditions)


def closed(table: Timetable, *, reached: bool) -> tuple[Closed, ...]:
    """List the points that the plan cannot bring, the most first; where it is reached, not those it does without."""
    posing = table.posing
    chosen = {todo.id for work in table.works.values() for todo in work.todos}
    found = [one for loss in posing.losses for one in _closed(posing, loss, chosen, reached=reached)]
    return tuple(sorted(found, key=lambda one: -one.points))


def _closed(posing: Posing, loss: Loss, chosen: set[str], *, reached: bool) -> Iterator[Closed]:
    indicator, item = loss.indicator, posing.case.rubric.item_of[loss.indicator.id].label
    for todo in loss.todos:
        reason = posing.closed.get(todo.id, "")
        if not (reason or reached or todo.id in chosen):
            named = owner(posing.case, indicator.id, todo.portion.departments).department
            reason = tr("{department}的人天不够", department=named)
        if reason and todo.gain:
            yield Closed(indicator.id, indicator.label, item, todo.portion.what, shown(todo.gain), reason)
    left = loss.lost - sum(todo.gain for todo in loss.todos)
    if left > 0:
        yield Closed(indicator.id, indicator.label, item, "", shown(left), loss.reason)


def lots(table: Timetable) -> tuple[Lot, ...]:
    """Add up what each department is given to do."""
    of: dict[str, list[Doable]] = {}
    for work in table.works.values():
        of.setdefault(work.owner.department, []).append(work)
    return tuple(_lot(department, of[department]) for department in sorted(of, key=_nobody_last))


def _lot(department: str, works: Sequence[Doable]) -> Lot:
    leaders = sorted({work.owner.leader for work in works} - {""})
    gains = (todo.gain for work in works for todo in work.todos)
    days = sum((work.person_days for work in works), Fraction(0))
    return Lot(department, tuple(leaders), len(works), shown(sum(gains, Fraction(0))), shown(days))


def _nobody_last(department: str) -> tuple[bool, str]:
    return not department, department


def loads(table: Timetable) -> tuple[Load, ...]:
    """Add up what each department is given to do in each month."""
    return tuple(_load(table.posing, *place, days) for place, days in sorted(table.load.items(), key=_place))


def _place(load: tuple[Place, Fraction]) -> tuple[bool, str, int]:
    (department, month), _ = load
    return *_nobody_last(department), month


def _load(posing: Posing, department: str, month: int, days: Fraction) -> Load:
    capacity = posing.capacity(department, month)
    return Load(department, posing.month(month), shown(days), None if capacity is None else shown(capacity))


def milestones(case: Case, report: Report) -> tuple[Milestone, ...]:
    """List the days to work towards: those of the unit file, the re-checks, the ends of titles and of the term."""
    own = [
        Milestone(span.end, one.title, assumed=span.days > 1)
        for one in case.assessment.milestones
        if (span := one.date.span) and span.end >= case.as_of
    ]
    known = [Milestone(one.day, one.label, one.assumed) for one in dates_ahead(report, case.as_of)]
    return tuple(sorted((*own, *known), key=lambda one: (one.day, one.title)))


def said(table: Timetable) -> tuple[str, ...]:
    """Say what the plan takes for granted."""
    return tuple(_said(table))


def _said(table: Timetable) -> Iterator[str]:
    posing = table.posing
    end, works = posing.case.assessment.period.end, table.works.values()
    for year in posing.workdays.assumed(Span(posing.case.as_of, _last(table))):
        yield tr(
            "{year} 年的放假安排还没有公布，先按周末和法定假日推算，没有算调休；公布后写进日历文件（--calendar）再排",
            year=year,
        )
    yield from _before_milestones(table)
    if aside := [_label(posing, name) for name in dict.fromkeys(_set_aside(table))]:
        yield tr(
            "{titles}写了不适用，测评体系不接受；做完要把 not_applicable 删掉，才算分", titles=tr("、").join(aside)
        )
    if posing.by > end:
        yield tr("测评年度到 {end} 为止，之后留下的材料大多不算，任务都排在这之前", end=end)
    if any(todo.indicator.id not in posing.case.assessment.remedies for work in works for todo in work.todos):
        yield tr("人天和提前天数是测评体系的估计，不是官方数字；和本单位不合的，写在自评文件的 remedies 里再排")
    if any("judged" in work.risks for work in works):
        yield tr("要由别人评定的（问卷、等次），按拿满分算，结果不在自己手里，最好多排几分")


def _set_aside(table: Timetable) -> Iterator[str]:
    """Name the indicators of the tasks that the unit file declares not applicable, though they are."""
    answers = table.posing.case.assessment.answers
    for work in table.works.values():
        for todo in work.todos:
            answer = answers.get(todo.indicator.id)
            if answer is not None and answer.not_applicable is not None:
                yield todo.indicator.id


def _label(posing: Posing, indicator: str) -> str:
    return posing.case.rubric.indicators[indicator].label


def _before_milestones(table: Timetable) -> Iterator[str]:
    """Say how many tasks fall due only after a day that the unit itself works towards."""
    due = [table.day(day) for day in table.due.values()]
    for one in table.posing.case.assessment.milestones:
        span, later = one.date.span, 0
        if span and table.posing.case.as_of <= span.end:
            later = sum(day > span.end for day in due)
        if span and later:
            yield tr(
                "有 {n} 项任务排在“{title}”（{day}）之后；要赶在它前面，写 --by {day} 再排",
                n=later, title=one.title, day=span.end,
            )  # fmt: skip


def _last(table: Timetable) -> date:
    return max((table.day(day) for day in table.due.values()), default=table.posing.case.as_of)
