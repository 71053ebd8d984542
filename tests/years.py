"""Years of one unit, made of the rich report: a test says only what matters to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import reports
from wenming_score.report import Exact, ItemScore, Period, Report
from wenming_score.values import FOUR_PLACES

FULL = Decimal(100)


def year(number: int, supported: str = "60", *, weights: Sequence[int] | None = None, full: Decimal = FULL) -> Report:
    """Give the report of a year with these points, by a rubric that weighs years so (None: it says nothing)."""
    report = reports.rich()
    points = Decimal(supported)
    return replace(
        report,
        unit=replace(report.unit, file=f"{number}/unit.yaml"),
        period=Period(date(number, 1, 1), date(number, 12, 31)),
        score=replace(report.score, supported=points, full=full, share=(points / full).quantize(FOUR_PLACES)),
        rubric=replace(
            report.rubric, term_weights=None if weights is None else tuple(map(Decimal, weights)), pass_mark=Decimal(85)
        ),
        items=(),
    )


def term(report: Report, first: int, last: int) -> Report:
    """Give the report another term."""
    return replace(report, term=Period(date(first, 1, 1), date(last, 12, 31)))


def exactly(report: Report, points: str) -> Report:
    """Give the report points that are known exactly."""
    item = item_of(reports.rich(), 0)
    one = replace(item.indicators[0], exact=Exact("100", points, points))
    return replace(report, items=(replace(item, indicators=(one,)),))


def item_of(report: Report, place: int) -> ItemScore:
    """Give an item of a report."""
    return report.items[place]


def several(lang: reports.Lang = "zh") -> tuple[Report, ...]:
    """Give three years of the rich report: the first without an item, the second with another rubric's points."""
    last = reports.rich(lang)
    rubric = replace(last.rubric, term_weights=())
    kept = last.items[1:]
    grown = (replace(last.items[0], full=Decimal(12), supported=Decimal(3), share=Decimal("0.25")), *last.items[1:])
    return (
        _earlier(last, 2023, "58.25", kept),
        replace(_earlier(last, 2024, "71.5", grown), rubric=replace(last.rubric, edition="2018")),
        replace(last, rubric=rubric),
    )


def _earlier(report: Report, number: int, supported: str, items: tuple[ItemScore, ...]) -> Report:
    points = Decimal(supported)
    return replace(
        report,
        unit=replace(report.unit, file=f"{number}/unit.yaml"),
        period=Period(date(number, 1, 1), date(number, 12, 31)),
        score=replace(report.score, self_score=None, claimed=points + 3, supported=points, share=points / 100),
        items=items,
    )
