"""What could still be done about lost points: each part of a remedy, what it earns, and when it can be done."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from wenming_score.checks import proved, refusals
from wenming_score.facts import Case
from wenming_score.finding import Finding
from wenming_score.kinds.base import Answer, Facts, Indicator
from wenming_score.kinds.mending import mended
from wenming_score.kinds.portion import Portion
from wenming_score.records import record
from wenming_score.shares import factors
from wenming_score.text import tr
from wenming_score.values import Span
from wenming_score.values.festivals import festival, festival_near

_SEASON = 15
"""Days before its day on which a festival is kept, where the rubric does not say."""


@record
class Todo:
    """A part of an indicator's remedy."""

    id: str
    indicator: Indicator
    portion: Portion
    gain: Fraction
    person_days: Fraction
    lead: int
    window: Span
    """The days on which it can be finished; it is closed where they end before they begin."""
    festival: str
    gone: str
    """Why its time has passed; empty where it has not."""
    closed: str
    """Why it can no longer be done when nothing has been begun: its time has passed, or is too short."""


@record
class Loss:
    """What an indicator loses, and what could be done about it."""

    indicator: Indicator
    lost: Fraction
    todos: tuple[Todo, ...]
    reason: str
    """Why points are lost, as the report says."""


def losses(case: Case, findings: tuple[Finding, ...], by: date) -> tuple[Loss, ...]:
    """Gather what every indicator loses, in the rubric's order."""
    scale, refused, against = factors(case), refusals(findings, case), proved(findings, case)
    made: list[Loss] = []
    for name, indicator in case.rubric.indicators.items():
        facts = case.facts(indicator, refused, against.get(name, frozenset()))
        answer = case.assessment.answers.get(name)
        if answer is None or answer.not_applicable is not None:
            answer = indicator.reads()
        award = indicator.award(answer, facts)
        lost = (indicator.worth - award.supported) * scale[name]
        if lost > 0 and not case.spared(name):
            todos = tuple(_todos(case, indicator, answer, facts, (scale[name], by)))
            made.append(Loss(indicator, lost, todos, award.reason))
    return tuple(made)


def _todos(
    case: Case, indicator: Indicator, answer: Answer, facts: Facts, frame: tuple[Fraction, date]
) -> Iterator[Todo]:
    scale, by = frame
    portions = tuple(indicator.portions(answer, facts))
    needed = {portion.after for portion in portions}
    states = {"": (answer, facts)}
    for portion in portions:
        before = states[portion.after]
        states[portion.id] = after = mended(*before, [portion])
        gain = indicator.award(*after).supported - indicator.award(*before).supported
        if gain > 0 or portion.id in needed:
            yield _todo(case, indicator, portion, gain * scale, by)


def _todo(case: Case, indicator: Indicator, portion: Portion, gain: Fraction, by: date) -> Todo:
    estimate = case.assessment.remedies.get(indicator.id)
    whole = estimate.person_days if estimate and estimate.person_days is not None else indicator.remedy.person_days
    ahead = estimate.lead_days if estimate and estimate.lead_days is not None else indicator.remedy.lead_days
    lead = ceil(ahead)
    window, feast = _window(case, indicator, portion)
    first = max(window.start, case.as_of + timedelta(days=lead))
    open_window = Span(first, min(window.end, by))
    return Todo(
        id=f"{indicator.id}/{portion.id}",
        indicator=indicator,
        portion=portion,
        gain=gain,
        person_days=Fraction(whole) * portion.share,
        lead=lead,
        window=open_window,
        festival=feast,
        gone=(gone := _gone(case, window, feast)),
        closed=gone or _short(open_window, lead),
    )


def _window(case: Case, indicator: Indicator, portion: Portion) -> tuple[Span, str]:
    """Give the days on which evidence counts, and the festival, if it is tied to one."""
    assessment = case.assessment
    span = assessment.period.span if portion.held else assessment.window(indicator.evidence.window)
    span = span or Span(case.as_of, date.max)
    for name in filter(None, map(festival, portion.tags)):
        season, day = case.rubric.plausible.season(name), festival_near(name, assessment.period.span)
        if day is not None:
            before = season.days_before if season else _SEASON
            return Span(max(span.start, day - timedelta(days=before)), min(span.end, day)), name
    return span, ""


def _gone(case: Case, window: Span, feast: str) -> str:
    if window.end >= case.as_of:
        return ""
    if feast:
        return tr("{festival}（{day}）已经过了，不能补办", festival=feast, day=window.end)
    return tr("只认 {end} 以前的材料，已经过了", end=window.end)


def _short(left: Span, lead: int) -> str:
    if left.end >= left.start:
        return ""
    return tr("至少要提前 {n} 天准备，{end} 以前来不及", n=lead, end=left.end)
