"""Unit files of earlier days: read from git, and never written there."""

from wenming_score.history.looking import between, look_at_revision
from wenming_score.history.spec import Spec, parse, parse_range
from wenming_score.history.store import Store

__all__ = ["Spec", "Store", "between", "look_at_revision", "parse", "parse_range"]
