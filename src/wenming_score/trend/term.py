"""The years of a term put together, and what those to come must bring."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from wenming_score.records import record
from wenming_score.report import Period, Ratio, Report
from wenming_score.values import Points, plain, shown

Rule = Literal["mean", "weights", "none", "unfit"]
"""Years count alike, or by weights; the rubric says nothing; its weights do not fit the years of the term."""
Outlook = Literal["reached", "open", "out_of_reach", "missed", "unknown"]


@record
class TermYear:
    """A year of the term: its part of the whole, and its points as a part of the latest rubric's full points."""

    label: str
    state: Literal["there", "missing", "ahead"]
    """Missing is a year that is over and was not given."""
    weight: Ratio | None
    points: Points | None


@record
class Term:
    """The term of the latest year by the rule of its rubric; no rule, no score."""

    period: Period
    rubric: str
    rule: Rule
    weights: tuple[Points, ...]
    """As the rubric writes them; empty where it gives none."""
    years: tuple[TermYear, ...]
    full: Points
    pass_mark: Points | None
    so_far: Points | None
    """Of the years that are there, rounded down."""
    so_far_exact: Ratio | None
    needed: Points | None
    """What every other year must bring to reach the pass mark in the end, rounded up."""
    needed_exact: Ratio | None
    outlook: Outlook
    trial: bool


def year_of(report: Report) -> int:
    """Name a report's year: the one in which its period ends."""
    return report.period.end.year


def term(years: Sequence[Report], as_of: date) -> Term:
    """Put together what is there of the term of the latest year."""
    last = years[-1]
    rubric, span = last.rubric, last.term
    of_term = range(span.start.year, span.end.year + 1)
    there = {year_of(one): one for one in years if span.start <= one.period.start and one.period.end <= span.end}
    points = {year: _share(one) * Fraction(last.score.full) for year, one in there.items()}
    rule, weights = _weights(rubric.term_weights, of_term)
    mark = None if rubric.pass_mark is None else Fraction(rubric.pass_mark)
    outcome = _reckon(points, weights, mark, Fraction(last.score.full))
    return Term(
        period=span,
        rubric=f"{rubric.id}-{rubric.edition}",
        rule=rule,
        weights=rubric.term_weights or (),
        years=tuple(_year(year, points, weights, as_of) for year in of_term),
        full=last.score.full,
        pass_mark=rubric.pass_mark,
        so_far=_down(outcome.so_far),
        so_far_exact=_ratio(outcome.so_far),
        needed=_up(outcome.needed),
        needed_exact=_ratio(outcome.needed),
        outlook=outcome.outlook,
        trial=any(one.rubric.trial for one in (*there.values(), last)),
    )


def _share(report: Report) -> Fraction:
    return _exact(report) / Fraction(report.score.full) if report.score.full else Fraction(0)


def _exact(report: Report) -> Fraction:
    """Give the supported points before they were rounded down, as far as the report still knows them."""
    score = report.score
    parts = (Fraction(one.exact.supported) for item in report.items for one in item.indicators)
    total = max(Fraction(0), sum(parts, Fraction(score.bonus) - Fraction(score.penalty)))
    return total if shown(total) == score.supported else Fraction(score.supported)


def _weights(written: tuple[Points, ...] | None, years: Sequence[int]) -> tuple[Rule, Mapping[int, Fraction]]:
    """Give each year its part of the whole; none where the rubric has no rule or one that does not fit."""
    if written is None:
        return "none", {}
    if not written:
        return "mean", {year: Fraction(1, len(years)) for year in years}
    whole = sum(map(Fraction, written))
    if len(written) != len(years) or not whole:
        return "unfit", {}
    return "weights", {year: Fraction(weight) / whole for year, weight in zip(years, written, strict=True)}


@record
class _Outcome:
    so_far: Fraction | None
    needed: Fraction | None
    outlook: Outlook


def _reckon(
    points: Mapping[int, Fraction], weights: Mapping[int, Fraction], mark: Fraction | None, full: Fraction
) -> _Outcome:
    weighed = sum((weights.get(year, Fraction(0)) for year in points), Fraction(0))
    got = sum((number * weights.get(year, Fraction(0)) for year, number in points.items()), Fraction(0))
    so_far = got / weighed if weighed else None
    if not weights or mark is None:
        return _Outcome(so_far, None, "unknown")
    if got >= mark:
        return _Outcome(so_far, None, "reached")
    if weighed == 1:
        return _Outcome(so_far, None, "missed")
    needed = (mark - got) / (1 - weighed)
    return _Outcome(so_far, needed, "out_of_reach" if needed > full else "open")


def _year(year: int, points: Mapping[int, Fraction], weights: Mapping[int, Fraction], as_of: date) -> TermYear:
    state = "there" if year in points else "missing" if year < as_of.year else "ahead"
    return TermYear(str(year), state, _ratio(weights.get(year)), _down(points.get(year)))


def _down(number: Fraction | None) -> Points | None:
    return None if number is None else shown(number)


def _up(number: Fraction | None) -> Points | None:
    return None if number is None else -shown(-number)


def _ratio(number: Fraction | None) -> Ratio | None:
    return None if number is None else plain(number)
