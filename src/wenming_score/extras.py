"""Bonus points and penalties, beside the items."""

from collections.abc import Iterable
from fractions import Fraction

from wenming_score.assessment import BonusClaim
from wenming_score.facts import Case, Refusals


def bonuses(case: Case, refusals: Refusals) -> tuple[Fraction, Fraction]:
    """Reckon the bonus claimed and the bonus that evidence carries, each under the cap."""
    ledger = case.assessment.evidence
    claims = case.assessment.bonus
    carried = [
        claim for claim in claims if any(name in ledger and name not in refusals.everywhere for name in claim.evidence)
    ]
    return _bonus(case, claims), _bonus(case, carried)


def _bonus(case: Case, claims: Iterable[BonusClaim]) -> Fraction:
    """Take only the highest award of each project, and no more than the cap."""
    if case.rubric.bonus is None:
        return Fraction(0)
    worth = {award.id: Fraction(award.points) for award in case.rubric.bonus.awards}
    highest: dict[str, Fraction] = {}
    for claim in claims:
        highest[claim.project] = max(highest.get(claim.project, Fraction(0)), worth.get(claim.award, Fraction(0)))
    return min(Fraction(case.rubric.bonus.cap), sum(highest.values(), Fraction(0)))


def penalties(case: Case) -> Fraction:
    """Add up the negative list; what was not self-reported counts by the rubric's factor."""
    listed = case.rubric.penalties
    if listed is None:
        return Fraction(0)
    worth = {entry.id: Fraction(entry.points) for entry in listed.entries}
    return sum(
        (
            worth.get(report.penalty, Fraction(0)) * (1 if report.self_reported else listed.undeclared_factor)
            for report in case.assessment.penalties
        ),
        Fraction(0),
    )
