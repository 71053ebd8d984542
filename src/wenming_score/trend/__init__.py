"""Years of one unit side by side, and where the term leads."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from wenming_score.choices import Lang
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.records import record
from wenming_score.report import Period, Report, VerdictOutcome
from wenming_score.text import spoken, tr
from wenming_score.trend.dates import Ahead, dates_ahead
from wenming_score.trend.lines import Line, lines
from wenming_score.trend.term import Term, term, year_of
from wenming_score.values import Points, Share

FEWEST = 2
"""Of fewer years there is no trend."""


@record
class Year:
    """One year's report in short."""

    label: str
    period: Period
    file: str
    rubric: str
    """As unit files name it: id-edition."""
    rubric_title: str
    self_score: Points | None
    claimed: Points
    supported: Points
    full: Points
    share: Share
    pass_mark: Points | None
    outcome: VerdictOutcome
    trial: bool


@record
class Trend:
    """Several years of one unit, the earliest first; every line has a point, or None, for each of them."""

    unit: str
    as_of: date
    years: tuple[Year, ...]
    items: tuple[Line, ...]
    standards: tuple[Line, ...]
    term: Term
    ahead: tuple[Ahead, ...]
    lang: Lang
    of: Literal["years", "revisions"] = "years"
    """What the labels name: years, or states of the work."""
    schema_version: Literal[1] = 1


def follow(
    reports: Sequence[Report],
    as_of: date | None = None,
    names: Mapping[str, str] | None = None,
    labels: Sequence[str] | None = None,
) -> Trend:
    """Put the reports of one unit in a row, in any order; raise InputError where they are no row of years.

    Items are matched by id; `names` leads from the ids of earlier rubrics to those of later ones. Without `as_of` it is
    the day of the latest assessment. Reports with `labels` are states of the work, in their order, and may be of one
    year; the term then rests on the last state of each year.
    """
    ordered = sorted(reports, key=lambda report: (report.period.end, report.period.start, report.unit.file))
    years = list(reports) if labels else ordered
    twice = [] if labels else _twice(years)
    wrong = [*_others(years), *twice, *([] if len(years) >= FEWEST else _few(years))]
    if wrong:
        raise InputError(sorted(wrong))
    day = as_of or max(report.as_of for report in years)
    return Trend(
        unit=years[-1].unit.name,
        as_of=day,
        years=tuple(map(_year, years, labels or [str(year_of(report)) for report in years])),
        items=lines([report.items for report in years], names or {}),
        standards=lines([report.standards for report in years], {}),
        term=term(list({year_of(report): report for report in years}.values()), day),
        ahead=dates_ahead(years[-1], day),
        lang=spoken(),
        of="revisions" if labels else "years",
    )


def _year(report: Report, label: str) -> Year:
    score, rubric = report.score, report.rubric
    return Year(
        label=label,
        period=report.period,
        file=report.unit.file,
        rubric=f"{rubric.id}-{rubric.edition}",
        rubric_title=rubric.title,
        self_score=score.self_score,
        claimed=score.claimed,
        supported=score.supported,
        full=score.full,
        share=score.share,
        pass_mark=rubric.pass_mark,
        outcome=report.verdict.outcome,
        trial=rubric.trial,
    )


def _others(years: Sequence[Report]) -> list[Mistake]:
    """Name the reports of another unit than the latest one's."""
    return [
        Mistake(
            Location(report.unit.file),
            tr("这是“{name}”，不是“{unit}”；一次只看一个单位", name=report.unit.name, unit=years[-1].unit.name),
        )
        for report in years
        if report.unit.name != years[-1].unit.name
    ]


def _twice(years: Sequence[Report]) -> list[Mistake]:
    """Name the reports of a year that has one already."""
    first: dict[int, Report] = {}
    return [
        Mistake(
            Location(report.unit.file),
            tr("{year} 年已经有一份报告（{file}），一年只能有一份", year=year_of(report), file=earlier.unit.file),
        )
        for report in years
        if (earlier := first.setdefault(year_of(report), report)) is not report
    ]


def _few(years: Sequence[Report]) -> list[Mistake]:
    return [Mistake(Location(report.unit.file), tr("只有这一个年度，看趋势至少要两个")) for report in years]
