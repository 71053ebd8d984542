"""What a plan is asked for."""

from datetime import date
from fractions import Fraction

from wenming_score.choices import Minimise
from wenming_score.records import record


@record
class Ask:
    """A mark, a day, and what is to be kept small; shares are the least that every item or standard must have."""

    target: Fraction
    by: date
    minimise: Minimise = "days"
    item_share: Fraction | None = None
    standard_share: Fraction | None = None
