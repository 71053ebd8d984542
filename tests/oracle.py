"""The points reckoned a second time, from the contract and in fractions; shares no line with `score` or `shares`."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from wenming_score import checks
from wenming_score.assessment import Days
from wenming_score.facts import Case
from wenming_score.kinds.base import Award, Indicator
from wenming_score.source import Document
from wenming_score.values import When

NOTHING = Fraction(0)


@dataclass(frozen=True)
class Exact:
    """Points before they are rounded down."""

    full: Fraction
    claimed: Fraction
    supported: Fraction


def down(points: Fraction) -> Decimal:
    """Round down to two places."""
    return Decimal(floor(points * 100)) / 100


def added(parts: list[Exact]) -> Exact:
    """Add points up."""
    return Exact(*(sum((getattr(part, name) for part in parts), NOTHING) for name in ("full", "claimed", "supported")))


def exact(of: Case, unit: Document) -> dict[str, Exact]:
    """Reckon every indicator."""
    findings = checks.run(of, unit)
    refusals, proved = checks.refusals(findings, of), checks.proved(findings, of)
    fulls = _fulls(of)
    points: dict[str, Exact] = {}
    for name, indicator in of.rubric.indicators.items():
        answer = of.assessment.answers.get(name) or indicator.reads.model_validate({})
        award = indicator.award(answer, of.facts(indicator, refusals, proved.get(name, frozenset())))
        if answer.not_applicable is not None:
            given = indicator.worth if _spared(of, name) and of.rubric.not_applicable == "full" else NOTHING
            award = Award(given, given)
        scale = fulls[name] / indicator.worth
        points[name] = Exact(fulls[name], award.claimed * scale, award.supported * scale)
    return points


def _spared(of: Case, name: str) -> bool:
    answer, may = of.assessment.answers.get(name), of.rubric.not_applicable_to
    reason = answer.not_applicable if answer else None
    return reason is not None and len(reason.strip()) > 3 and (may is None or name in may)


def _fulls(of: Case) -> dict[str, Fraction]:
    """Share out the points of what does not apply: inside its item, and those of a whole item among the others."""
    rubric = of.rubric
    if rubric.not_applicable != "redistribute":
        return {name: indicator.worth for name, indicator in rubric.indicators.items()}
    fulls = dict.fromkeys(rubric.indicators, NOTHING)
    applying = [
        (Fraction(item.points or 0), rest)
        for item in rubric.items
        if (rest := [one for one in item.indicators if not _spared(of, one.id)])
    ]
    whole = sum((points for points, _ in applying), NOTHING)
    for points, rest in applying:
        share = Fraction(rubric.full_points) * points / whole
        worth = sum((one.worth for one in rest), NOTHING)
        fulls |= {one.id: share * one.worth / worth for one in rest}
    return fulls


def extras(of: Case) -> tuple[Fraction, Fraction, Fraction]:
    """Reckon the bonus claimed, the bonus that evidence carries, and the penalty."""
    return _bonus(of, proven=False), _bonus(of, proven=True), _penalty(of)


def _bonus(of: Case, *, proven: bool) -> Fraction:
    if of.rubric.bonus is None:
        return NOTHING
    worth = {award.id: Fraction(award.points) for award in of.rubric.bonus.awards}
    best: dict[str, Fraction] = {}
    for claim in of.assessment.bonus:
        if not proven or any(_there(of, name) for name in claim.evidence):
            best[claim.project] = max(worth[claim.award], best.get(claim.project, NOTHING))
    return min(Fraction(of.rubric.bonus.cap), sum(best.values(), NOTHING))


def _penalty(of: Case) -> Fraction:
    if of.rubric.penalties is None:
        return NOTHING
    worth = {entry.id: Fraction(entry.points) for entry in of.rubric.penalties.entries}
    times = of.rubric.penalties.undeclared_factor
    parts = (worth[one.penalty] * (1 if one.self_reported else times) for one in of.assessment.penalties)
    return sum(parts, NOTHING)


def _there(of: Case, name: str) -> bool:
    return name in of.assessment.evidence and of.files[name].state in {"present", "link"}


def carries(of: Case, name: str, indicator: Indicator) -> bool:
    """Tell whether a piece of evidence is there, of a type that is asked for, and not dated outside the window."""
    if not _there(of, name):
        return False
    entry, wanted = of.assessment.evidence[name], indicator.evidence
    days = {"period": of.assessment.period, "term": of.assessment.term, "any": None}[wanted.window]
    in_time = days is None or entry.date is None or entry.date.span is None or inside(entry.date, days)
    return entry.type in wanted.types and in_time


def inside(when: When, days: Days) -> bool:
    """Tell whether a date that can be read lies inside the days with all of itself."""
    return when.span is not None and days.start <= when.span.start and when.span.end <= days.end
