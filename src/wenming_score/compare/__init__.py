"""Two years side by side: what changed, and whether the unit, the rules or its standing made the difference."""

from wenming_score.compare.changes import changes
from wenming_score.compare.year import Made, Year

__all__ = ["Made", "Year", "changes"]
