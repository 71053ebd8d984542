"""What everything in one rubric is called in another, by `was:`, and a unit file's values in the other's names."""

from wenming_score.renames.anew import anew
from wenming_score.renames.names import Names, Renames, paired, renames
from wenming_score.renames.translation import edits, translate

__all__ = ["Names", "Renames", "anew", "edits", "paired", "renames", "translate"]
