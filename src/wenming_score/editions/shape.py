"""What may differ between two editions of a rubric."""

from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from wenming_score.records import record

Status = Literal["kept", "changed", "added", "removed"]
Plain: TypeAlias = "bool | int | str | Decimal | date | tuple[Plain, ...] | None"


@record
class Alteration:
    """A field that says something else; None is nothing."""

    field: str
    before: Plain
    after: Plain


@record
class Side:
    """A thing as one edition has it."""

    id: str
    title: str
    points: Decimal | None = None
    item: str | None = None
    """The item that an indicator stands in."""


@record
class Difference:
    """What became of an item, an indicator, a clause, a standard or whatever else has an id."""

    status: Status
    before: Side | None
    after: Side | None
    moved: bool = False
    changes: tuple[Alteration, ...] = ()
    parts: tuple["Difference", ...] = ()
    """The indicators of an item, the clauses or lacks of an indicator."""

    @property
    def id(self) -> str:
        """Name it as the later edition does, or else as the earlier."""
        side = self.after or self.before
        return side.id if side else ""

    @property
    def renamed(self) -> bool:
        """Tell whether its id is another."""
        return self.before is not None and self.after is not None and self.before.id != self.after.id


@record
class Edition:
    """One of the two that are compared."""

    name: str
    title: str
    edition: str
    full_points: Decimal
    pass_mark: Decimal | None
    indicators: int


@record
class Counts:
    """How many indicators stay as they are, change, come and go."""

    kept: int
    changed: int
    added: int
    removed: int


@record
class EditionDiff:
    """All that differs between two rubrics."""

    schema_version: int
    before: Edition
    after: Edition
    indicators: Counts
    changes: tuple[Alteration, ...]
    standards: tuple[Difference, ...]
    red_lines: tuple[Difference, ...]
    eligibility: tuple[Difference, ...]
    bonus: tuple[Difference, ...]
    penalties: tuple[Difference, ...]
    items: tuple[Difference, ...]
    """In the later edition's order, those that go last; an indicator that moved stands where it went."""

    @property
    def same(self) -> bool:
        """Tell whether nothing differs."""
        lists = (self.standards, self.red_lines, self.eligibility, self.bonus, self.penalties, self.items)
        return not self.changes and all(one.status == "kept" for things in lists for one in things)
