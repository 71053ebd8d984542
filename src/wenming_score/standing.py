"""Where the unit stands before any points: its red lines and whether it may apply."""

from collections.abc import Iterator
from datetime import date

from wenming_score.assessment import RedLineStatus, Title
from wenming_score.facts import Case, Refusals
from wenming_score.report import EligibilityResult, RedLineResult, RedLineState
from wenming_score.rubric import Eligibility, Rechecked, RedLine, ResultsSince, TermRule, TitleHeld
from wenming_score.text import tr
from wenming_score.values import Level, Span, months_before

Standing = tuple[bool | None, str]
"""Whether a condition is met (None: not known), and why."""

_LEVELS: tuple[Level, ...] = ("county", "municipal", "provincial", "national")
_LEVEL_WORDS: dict[Level, str] = {"national": "国家级", "provincial": "省级", "municipal": "市级", "county": "县级"}


def red_line(case: Case, line: RedLine) -> RedLineResult:
    """Judge one red line by what is declared and its look-back."""
    declared = case.assessment.red_lines.get(line.id)
    window = Span(months_before(case.as_of, line.look_back_months), case.as_of)
    status, reason = _red_line(declared, window, case.assessment.period.start)
    return RedLineResult(line.id, line.label, status, reason)


def _red_line(declared: RedLineStatus | None, window: Span, since: date) -> tuple[RedLineState, str]:
    if declared is None or declared.status == "undeclared":
        return "undeclared", tr("没有声明")
    if declared.status == "breached":
        when = declared.occurred_on
        if when and when.span and when.span.end < window.start:
            return "clear", tr("发生于 {when}，在回溯期 {window} 之外", when=when, window=window)
        return "breached", tr("已声明触碰，回溯期 {window}", window=window)
    if declared.declared_on and declared.declared_on < since:
        return "undeclared", tr("声明日期 {on} 早于测评年度，要重新声明", on=declared.declared_on)
    by = declared.declared_by or tr("未写声明人")
    on = str(declared.declared_on or tr("未写日期"))
    return "clear", tr("{by} {on} 声明无此情况，回溯期 {window}", by=by, on=on, window=window)


def eligibility(case: Case, condition: Eligibility, refusals: Refusals) -> EligibilityResult:
    """Judge one condition for applying."""
    met, reason = _JUDGES[condition.rule.kind](case, condition, refusals)
    status = "unknown" if met is None else "met" if met else "unmet"
    return EligibilityResult(condition.id, condition.label, status, reason)


def lapsed(title: Title, on: date) -> bool:
    """Tell whether a title had run out on a day though nobody says so."""
    until = title.valid_until
    return title.status not in {"revoked", "lapsed"} and bool(until and until.span and until.span.end < on)


def _held(case: Case, level: Level) -> Iterator[Title]:
    """Yield the titles of the level or a higher one that still stand."""
    for title in case.assessment.titles:
        given = title.awarded.span is None or title.awarded.span.start <= case.as_of
        kept = title.status in {"kept", "warned", "restored"} and not lapsed(title, case.assessment.period.start)
        if given and kept and _LEVELS.index(title.level) >= _LEVELS.index(level):
            yield title


def _title_held(case: Case, condition: Eligibility, refusals: Refusals) -> Standing:
    del refusals
    rule = condition.rule
    assert isinstance(rule, TitleHeld)
    titles = list(_held(case, rule.level))
    if not titles:
        return False, tr("没有有效的{level}称号", level=tr(_LEVEL_WORDS[rule.level]))
    known = [title.awarded.span.end.year for title in titles if title.awarded.span]
    if not known:
        return None, tr("称号的授予时间看不清")
    years = case.as_of.year - min(known)
    reason = tr("{year} 年起连续 {n} 年，要求 {years} 年", year=min(known), n=years, years=rule.years)
    return years >= rule.years, reason


def _results_since(case: Case, condition: Eligibility, refusals: Refusals) -> Standing:
    rule = condition.rule
    assert isinstance(rule, ResultsSince)
    declared = case.assessment.eligibility.get(condition.id)
    if declared is None:
        return None, tr("没有在 eligibility 里说明 {since} 以来的成效", since=rule.since)
    if declared.status == "unmet":
        return False, declared.note or tr("本单位自报不符合")
    ledger = case.assessment.evidence
    proofs = [
        name
        for name in declared.evidence
        if name not in refusals.everywhere
        and (entry := ledger.get(name))
        and (entry.date is None or entry.date.span is None or entry.date.span.end >= rule.since)
    ]
    if not proofs:
        return None, tr("没有 {since} 以来的有效材料", since=rule.since)
    return True, tr("有 {since} 以来的材料：{names}", since=rule.since, names=tr("、").join(proofs))


def _term(case: Case, condition: Eligibility, refusals: Refusals) -> Standing:
    del refusals
    rule = condition.rule
    assert isinstance(rule, TermRule)
    span = case.assessment.term.span
    years = span.end.year - span.start.year + 1
    met = years == rule.years and case.assessment.period.span in span
    return met, tr("届期 {span}，{n} 年一届（要求 {years} 年）", span=span, n=years, years=rule.years)


def _rechecked(case: Case, condition: Eligibility, refusals: Refusals) -> Standing:
    del refusals
    rule = condition.rule
    assert isinstance(rule, Rechecked)
    titles = [title for title in _held(case, rule.level) if title.level == rule.level]
    if not titles:
        return True, tr("未持有{level}称号，不涉及复查", level=tr(_LEVEL_WORDS[rule.level]))
    outcomes = {check.year: check.outcome for title in titles for check in title.rechecks}
    awarded = min((title.awarded.span.end.year for title in titles if title.awarded.span), default=0)
    first = max(awarded + 1, case.assessment.term.start.year)
    wanted = range(first, case.assessment.period.start.year)
    failed = [year for year in wanted if outcomes.get(year) == "failed"]
    unknown = [year for year in wanted if year not in outcomes]
    if failed:
        return False, tr("{years} 年复查不合格", years=tr("、").join(map(str, failed)))
    if unknown:
        return None, tr("没有 {years} 年的复查结果（titles 的 rechecks）", years=tr("、").join(map(str, unknown)))
    return True, tr("届内各年复查都已通过") if wanted else tr("本届尚无应复查的年度")


_JUDGES = {
    "title_held": _title_held,
    "results_since": _results_since,
    "term": _term,
    "rechecked": _rechecked,
}
