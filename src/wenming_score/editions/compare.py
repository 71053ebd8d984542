"""Two rubrics put side by side."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import starmap
from typing import TypeVar

from wenming_score.editions.fields import changes, top_changes
from wenming_score.editions.shape import Counts, Difference, Edition, EditionDiff, Side, Status
from wenming_score.kinds.base import Indicator, Titled
from wenming_score.kinds.checklist import Checklist
from wenming_score.kinds.deduction import Deduction
from wenming_score.renames import Names, Renames, paired, renames
from wenming_score.rubric import Item, Rubric

T = TypeVar("T", bound=Titled)
Pair = tuple[T | None, T | None]


def difference(old: Rubric, new: Rubric) -> EditionDiff:
    """Find all that differs between two rubrics."""
    by = renames(old, new)
    items = tuple(_Items(by).compare())
    return EditionDiff(
        schema_version=1,
        before=_edition(old),
        after=_edition(new),
        indicators=_counts([part.status for item in items for part in item.parts]),
        changes=tuple(top_changes(old, new, by.indicators)),
        standards=_things(old.standards, new.standards, by.standards),
        red_lines=_things(old.red_lines, new.red_lines, by.red_lines),
        eligibility=_things(old.eligibility, new.eligibility, by.eligibility),
        bonus=_things(_awards(old), _awards(new), by.awards),
        penalties=_things(_entries(old), _entries(new), by.penalties),
        items=items,
    )


def _edition(one: Rubric) -> Edition:
    mark = one.pass_mark.points if one.pass_mark else None
    return Edition(one.name, one.label, one.edition, one.full_points, mark, len(one.indicators))


def _awards(one: Rubric) -> tuple[Titled, ...]:
    return one.bonus.awards if one.bonus else ()


def _entries(one: Rubric) -> tuple[Titled, ...]:
    return one.penalties.entries if one.penalties else ()


def _counts(fates: list[Status]) -> Counts:
    return Counts(fates.count("kept"), fates.count("changed"), fates.count("added"), fates.count("removed"))


class _Items:
    """The items of two rubrics, with every indicator at the item where it is now, or was before it went."""

    def __init__(self, by: Renames) -> None:
        self._by = by
        self._pairs = list(_pairs(by.old.indicators.values(), by.new.indicators.values(), by.indicators))

    def compare(self) -> Iterator[Difference]:
        for old, new in _pairs(self._by.old.items, self._by.new.items, self._by.items):
            parts = tuple(starmap(self._indicator, (pair for pair in self._pairs if self._stands(pair, old, new))))
            lost = any(self._moved(pair) and self._home(pair[0]) == (old and old.id) for pair in self._pairs)
            yield _difference(old, new, parts, lost=lost)

    def _indicator(self, old: Indicator | None, new: Indicator | None) -> Difference:
        parts: tuple[Difference, ...] = ()
        match old, new:
            case (Checklist(), Checklist()):
                parts = _things(old.clauses, new.clauses, paired(old.clauses, new.clauses))
            case (Deduction(), Deduction()):
                parts = _things(old.lacks, new.lacks, paired(old.lacks, new.lacks))
            case _:
                pass
        homes = self._home(old), self._home(new, new=True)
        return _difference(old, new, parts, homes, self._by.standards, moved=self._moved((old, new)))

    def _stands(self, pair: Pair[Indicator], old: Item | None, new: Item | None) -> bool:
        if pair[1]:
            return self._home(pair[1], new=True) == (new and new.id)
        return self._home(pair[0]) == (old and old.id)

    def _moved(self, pair: Pair[Indicator]) -> bool:
        old, new = pair
        return bool(old and new) and self._by.items.get(self._home(old) or "") != self._home(new, new=True)

    def _home(self, one: Indicator | None, *, new: bool = False) -> str | None:
        rubric = self._by.new if new else self._by.old
        return rubric.item_of[one.id].id if one else None


def _pairs(old: Iterable[T], new: Iterable[T], names: Names) -> Iterator[Pair[T]]:
    """Pair things one by one: those of the later edition in its order, then those that went."""
    before = {one.id: one for one in old}
    was = {after: name for name, after in reversed([*names.items()])}
    for one in new:
        yield before.get(was.get(one.id, "")), one
    taken = {*was.values()}
    yield from ((one, None) for name, one in before.items() if name not in taken)


def _things(old: Iterable[Titled], new: Iterable[Titled], names: Names) -> tuple[Difference, ...]:
    return tuple(_difference(*pair) for pair in _pairs(old, new, names))


def _difference(  # noqa: PLR0913 - what a thing has beside itself
    old: Titled | None,
    new: Titled | None,
    parts: tuple[Difference, ...] = (),
    homes: tuple[str | None, str | None] = (None, None),
    standards: Names | None = None,
    *,
    moved: bool = False,
    lost: bool = False,
) -> Difference:
    """Compare two things whose parts have been compared; `lost` where a part has moved away."""
    before, after = _side(old, homes[0]), _side(new, homes[1])
    if not (old and new and before and after):
        return Difference("removed" if before else "added", before, after, parts=parts)
    altered = tuple(changes(old, new, standards or {}))
    same = (before.id, before.points) == (after.id, after.points) and all(part.status == "kept" for part in parts)
    status: Status = "kept" if same and not (altered or moved or lost) else "changed"
    return Difference(status, before, after, moved, altered, parts)


def _side(one: Titled | None, item: str | None) -> Side | None:
    points = getattr(one, "points", None)
    return Side(one.id, one.label, points if isinstance(points, Decimal) else None, item) if one else None
