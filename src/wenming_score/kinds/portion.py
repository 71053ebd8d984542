"""A remedy taken apart: what can be done by itself, and what then stands in the unit file."""

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction

from wenming_score.kinds.material import EvidenceType
from wenming_score.records import record

Filled = int | str | tuple[str, ...] | Mapping[str, int]
"""What is written under a key of the answer: a list is added to what is there, anything else replaces it."""


@record
class Portion:
    """A part of an indicator's remedy that can be done by itself."""

    id: str
    """Tells it from the indicator's other parts, today and when the unit file is looked at again."""
    what: str
    share: Fraction = Fraction(1)
    """Of the remedy's person-days."""
    materials: tuple[EvidenceType, ...] = ()
    """Evidence of any of these types carries it."""
    pieces: int = 1
    fill: Mapping[str, Filled] = field(default_factory=dict[str, Filled])
    held: bool = False
    """Whether it is an activity, which then serves the indicator."""
    tags: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    after: str = ""
    """The part that must be done before."""
    clause: str = ""
    """The clause that cites the evidence, where clauses do so one by one."""
    judged: bool = False
    """Whether others decide what comes of it."""
    covers: tuple[str, ...] = ()
    """The parts that it stands for once they are claimed and nothing proves them yet."""
