"""What to do, by whom and by when, to reach a mark at the least cost, and how far that has come."""

from wenming_score.plan.asking import Ask
from wenming_score.plan.document import Plan
from wenming_score.plan.making import make
from wenming_score.plan.progress import Progress, follow, parse_plan

__all__ = ["Ask", "Plan", "Progress", "follow", "make", "parse_plan"]
