"""What a plan is asked for."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from wenming_score.choices import Minimise


@dataclass(frozen=True, slots=True)
class Ask:
    """A mark, a day, and what is to be kept small; shares are the least that every item or standard must have."""

    target: Fraction
    by: date
    minimise: Minimise = "days"
    item_share: Fraction | None = None
    standard_share: Fraction | None = None
