"""What becomes of the points of indicators that do not apply."""

from collections.abc import Mapping
from fractions import Fraction

from wenming_score.facts import Case
from wenming_score.values import added_up


def factors(case: Case) -> Mapping[str, Fraction]:
    """Give for each indicator what its points are multiplied by; 0 where it is out of the reckoning.

    Under `redistribute` the points of what does not apply go to the rest of its item in proportion, and those of
    an item nothing of which applies to all other items; the other policies leave every figure as it is.
    """
    rubric = case.rubric
    spared = {name for name in rubric.indicators if case.spared(name)}
    if not spared or rubric.not_applicable != "redistribute":
        return dict.fromkeys(rubric.indicators, Fraction(1))
    left = {item.id: added_up(one.worth for one in item.indicators if one.id not in spared) for item in rubric.items}
    kept = sum((Fraction(item.points or 0) for item in rubric.items if left[item.id]), Fraction(0))
    spread = Fraction(rubric.full_points) / kept if kept else Fraction(1)
    stretch = {item.id: spread * Fraction(item.points or 0) / left[item.id] for item in rubric.items if left[item.id]}
    return {
        one.id: Fraction(0) if one.id in spared else stretch.get(item.id, Fraction(0))
        for item in rubric.items
        for one in item.indicators
    }
