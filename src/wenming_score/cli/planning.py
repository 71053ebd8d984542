"""What `plan` does: assess, find the cheapest way to the mark, write it out."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal

from typer.exceptions import TyperException

from wenming_score.assess import Job, assess_looked, case_of
from wenming_score.choices import Minimise
from wenming_score.cli import codes
from wenming_score.cli.looking import look_at_one
from wenming_score.cli.output import complain
from wenming_score.cli.progress import patience
from wenming_score.cli.sinks import Press, Sink
from wenming_score.cli.units import shown
from wenming_score.plan import Ask, Plan, follow, make, parse_plan
from wenming_score.plan.solver import SolverMissingError
from wenming_score.records import record
from wenming_score.render import plans, progress
from wenming_score.report import Report
from wenming_score.reread import BYTES
from wenming_score.source import load
from wenming_score.text import tr
from wenming_score.values import plain
from wenming_score.workdays import load_calendar

_PLANS = Press(plans.lines, plans.MAKERS, plans.ics)
_PROGRESS = Press(progress.lines, progress.MAKERS, progress.ics)
FARTHEST = timedelta(days=3 * 366)
"""How far ahead a plan may look."""
WHOLE = 100


@record
class Wish:
    """What the command line asks of a plan."""

    target: Decimal | Literal["mark"] | None
    by: date | None
    minimise: Minimise
    item_share: Decimal | None
    standard_share: Decimal | None


def run(unit: str, job: Job, wish: Wish, calendar: Path | None, sink: Sink) -> int:
    """Plan for one unit; give the exit code."""
    workdays = load_calendar(calendar, "" if calendar is None else shown(calendar))
    looked = look_at_one(unit, job, sink.outputs, kept=(calendar,) if calendar else ())
    if isinstance(looked, int):
        return looked
    report = assess_looked(looked, job)
    asked = _ask(report, wish)
    try:
        with patience(tr("正在排计划……")):
            plan = make(case_of(looked, job), report, asked, workdays)
    except SolverMissingError:
        complain(tr("要装求解器才能排：科室的人天有限（capacity），或者要求太多。请 pip install 'wenming-score[plan]'"))
        return codes.CANNOT_RUN
    _PLANS.publish(plan, sink)
    return _judged(plan)


def follow_up(unit: str, job: Job, old: Path, sink: Sink) -> int:
    """Hold an earlier plan against today; give the exit code."""
    plan = parse_plan(load(old, shown(old), BYTES), shown(old))
    looked = look_at_one(unit, job, sink.outputs, kept=(old,))
    if isinstance(looked, int):
        return looked
    followed = follow(plan, case_of(looked, job), assess_looked(looked, job))
    _PROGRESS.publish(followed, sink)
    late = [one for one in followed.tasks if one.state in ("late", "missed")]
    if late:
        complain(tr("{n} 项任务误期或错过", n=len(late)))
    return codes.GATE_FAILED if late else codes.PASSED


def _ask(report: Report, wish: Wish) -> Ask:
    """Turn what was asked for into exact numbers; refuse what no plan can bring."""
    end = report.period.end
    by = wish.by or max(end, report.as_of)
    if by < report.as_of:
        raise TyperException(tr("--by {by} 已经过了：今天按 {as_of} 算", by=by, as_of=report.as_of))
    if by - report.as_of > FARTHEST:
        raise TyperException(tr("--by {by} 太远，最多排三年", by=by))
    if wish.by is None and end < report.as_of:
        raise TyperException(tr("测评年度到 {end} 已经结束；改用新年度的自评文件，或者写明 --by", end=end))
    shares = map(_share, (wish.item_share, wish.standard_share))
    return Ask(_target(report, wish.target), by, wish.minimise, *shares)


def _target(report: Report, asked: Decimal | Literal["mark"] | None) -> Fraction:
    mark = report.rubric.pass_mark
    if asked == "mark" and mark is None:
        raise TyperException(tr("这个测评体系没有合格线，请用 --target 写明分数"))
    target = mark if asked == "mark" or asked is None else asked
    most = report.score.full + report.score.bonus
    if target is None or target > most:
        raise TyperException(tr("--target {n} 高于满分 {full}", n=plain(Fraction(target or 0)), full=plain(most)))
    return Fraction(target)


def _share(percent: Decimal | None) -> Fraction | None:
    if percent is not None and percent > WHOLE:
        raise TyperException(tr("百分之几最多是 100，现在是 {n}", n=plain(percent)))
    return None if percent is None else Fraction(percent) / WHOLE


def _judged(plan: Plan) -> int:
    """Fail where the mark cannot be reached, or where reaching it would not do."""
    barred = [one for one in plan.obstacles if one.status in ("breached", "unmet")]
    if not plan.reached:
        complain(tr("目标 {n} 达不到：最多到 {best}", n=plain(plan.score.target), best=plain(plan.score.best)))
    for one in barred:
        complain(tr("分数补不了：{title}：{reason}", title=one.title, reason=one.reason))
    return codes.GATE_FAILED if barred or not plan.reached else codes.PASSED
