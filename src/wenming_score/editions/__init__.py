"""What one edition of a rubric changes in another: what comes, goes, is renamed, moved, reworded or worth more."""

from wenming_score.editions.compare import difference
from wenming_score.editions.shape import Alteration, Counts, Difference, Edition, EditionDiff, Plain, Side, Status

__all__ = ["Alteration", "Counts", "Difference", "Edition", "EditionDiff", "Plain", "Side", "Status", "difference"]
