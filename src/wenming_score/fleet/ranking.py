"""What a store holds to the ranking that people read."""

from array import array
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from wenming_score import __version__
from wenming_score.choices import RankBy
from wenming_score.fleet import packing
from wenming_score.fleet.measure import Order
from wenming_score.fleet.store import FAILED, Store
from wenming_score.rank import (
    Failure,
    League,
    Named,
    PartLeague,
    Placed,
    PlacedPart,
    Quota,
    Ranking,
    Reuse,
    Row,
    Spread,
)
from wenming_score.rank.document import Place
from wenming_score.rank.order import ranks, shortlist, spread
from wenming_score.records import record
from wenming_score.report import Period, RubricInfo, Tool
from wenming_score.values import CENT, FOUR_PLACES, shown

T = TypeVar("T")
_APART = ("vetoed", "ineligible", "undetermined")
_IN_ORDER = "ORDER BY cents DESC, shown, path"
_PARTS = """
SELECT units.type, parts.cents, parts.whole FROM parts JOIN units ON units.id = parts.unit
WHERE parts.kind = ? AND parts.part = ? AND units.rubric = ? AND units.standing = 'ranked' AND parts.whole > 0
ORDER BY parts.cents
"""
_BY_PART = """
SELECT units.shown, units.name, parts.cents, parts.whole, parts.share
FROM parts JOIN units ON units.id = parts.unit
WHERE parts.kind = ? AND parts.part = ? AND units.rubric = ? AND units.standing = 'ranked' AND parts.whole > 0
ORDER BY parts.cents DESC, units.shown, units.path
"""
_REUSED = """
SELECT units.shown, units.name, photos.evidence, theirs.shown, other.evidence, other.day
FROM pairs JOIN photos ON photos.id = pairs.photo JOIN units ON units.id = photos.unit
JOIN photos AS other ON other.id = pairs.other JOIN units AS theirs ON theirs.id = other.unit
ORDER BY units.shown, units.path, photos.evidence
"""


@record
class Wish:
    """What a ranking is to show beside the order."""

    by: RankBy = "total"
    titles: int | None = None
    """How many titles there are to be given."""


class Again(Generic[T]):
    """Something long, gone through from its beginning as often as anyone asks."""

    def __init__(self, begin: Callable[[], Iterator[T]]) -> None:
        """Take what begins it."""
        self._begin = begin

    def __iter__(self) -> Iterator[T]:
        """Begin."""
        return self._begin()


def ranking(store: Store, wish: Wish, order: Order) -> Ranking:
    """Rank what has been measured; it is read from the store as anybody goes through it."""
    return Ranking(
        tool=Tool("wenming-score", __version__),
        as_of=order.job.as_of,
        by=wish.by,
        units=store.count(),
        leagues=tuple(_league(store, number, wish) for number in _rubrics(store)),
        failures=Again(lambda: _failures(store)),
        reused=Again(lambda: _reused(store)),
        lang=order.lang,
    )


def _rubrics(store: Store) -> list[int]:
    infos = store.db.execute("SELECT id, info FROM rubrics WHERE id IN (SELECT rubric FROM units)")
    known = ((number, packing.rubric(info)) for number, info in infos)
    return [number for number, _ in sorted(known, key=lambda one: (one[1].id, one[1].edition, one[1].sha256))]


def _league(store: Store, number: int, wish: Wish) -> League:
    info = packing.rubric(store.db.execute("SELECT info FROM rubrics WHERE id = ?", (number,)).fetchone()[0])
    units = int(store.db.execute("SELECT count(*) FROM units WHERE rubric = ?", (number,)).fetchone()[0])
    order = _Order(store, number, info, wish.titles)
    items, standards = _names(store, number)
    parts = items if wish.by == "item" else standards if wish.by == "standard" else ()
    return League(
        rubric=info,
        units=units,
        ranked=len(order.ids),
        items=items,
        standards=standards,
        periods=tuple(_periods(store, number)),
        namesakes=dict(_namesakes(store, number)),
        quota=order.quota,
        placed=Again(order.placed),
        apart=Again(lambda: _apart(store, number)),
        spreads=tuple(_spreads(store, number, info, items, standards)),
        parts=tuple(_part_league(store, number, wish.by, part) for part in parts),
    )


class _Order:
    """The ranked units of a rubric by their numbers in the store, and which of them the titles are for."""

    def __init__(self, store: Store, rubric: int, info: RubricInfo, titles: int | None) -> None:
        self._store = store
        self._mark = None if info.pass_mark is None else packing.cents(info.pass_mark)
        self.ids, self._cents = array("q"), array("q")
        where = "WHERE rubric = ? AND standing = 'ranked'"
        for unit, cents in store.db.execute(f"SELECT id, cents FROM units {where} {_IN_ORDER}", (rubric,)):  # noqa: S608 - constants of this file
            self.ids.append(unit)
            self._cents.append(cents)
        self._titles = titles
        self._enough = sum(cents >= (self._mark or 0) for cents in self._cents)
        self.quota = None if titles is None else Quota(titles, shortlist(titles), self._within(shortlist(titles)))

    def _within(self, places: int) -> int:
        """Count the units with enough points that share one of so many places."""
        if not places or self._enough <= places:
            return min(places, self._enough)
        last = self._cents[places - 1]
        return sum(cents >= last for cents in self._cents[: self._enough])

    def placed(self) -> Iterator[Placed]:
        """Yield the units in their order."""
        others = len(self.ids) - 1
        for unit, cents, (rank, less) in zip(self.ids, self._cents, ranks(self._cents), strict=True):
            found = self._store.db.execute("SELECT outcome FROM units WHERE id = ?", (unit,)).fetchone()
            percentile = shown(Fraction(less, others), FOUR_PLACES) if others else None
            yield Placed(rank, percentile, self._place(cents, others - less), packing.row(found[0]))

    def _place(self, cents: int, ahead: int) -> Place:
        """Tell whether a unit has a title for certain or is on the shortlist; so many have as many points or more."""
        if self.quota is None:
            return ""
        if self._mark is not None and cents < self._mark:
            return "below_mark"
        if ahead < self.quota.titles:
            return "quota"
        return "shortlist" if self.quota.listed and cents >= self._cents[self.quota.listed - 1] else ""


def _periods(store: Store, rubric: int) -> Iterator[Period]:
    found = store.db.execute(
        "SELECT DISTINCT period FROM units WHERE rubric = ? AND standing = 'ranked' ORDER BY period", (rubric,)
    )
    for (period,) in found:
        yield Period(*map(date.fromisoformat, period.split("/")))


def _namesakes(store: Store, rubric: int) -> Iterator[tuple[str, int]]:
    return store.db.execute(
        "SELECT name, count(*) FROM units WHERE rubric = ? GROUP BY name HAVING count(*) > 1 ORDER BY name", (rubric,)
    )


def _apart(store: Store, rubric: int) -> Iterator[Row]:
    for standing in _APART:
        found = store.db.execute(
            "SELECT outcome FROM units WHERE rubric = ? AND standing = ? ORDER BY shown, path", (rubric, standing)
        )
        yield from (packing.row(outcome) for (outcome,) in found)


def _failures(store: Store) -> Iterator[Failure]:
    found = store.db.execute("SELECT outcome FROM units WHERE standing = ? ORDER BY shown, path", (FAILED,))
    return (packing.failure(outcome) for (outcome,) in found)


def _reused(store: Store) -> Iterator[Reuse]:
    for file, name, evidence, other_file, other, day in store.db.execute(_REUSED):
        yield Reuse(file, name, evidence, other_file, other, date.fromisoformat(day) if day else None)


def _names(store: Store, rubric: int) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """List the items and the standards by the rubric, as any of its units has them."""
    found = store.db.execute("SELECT outcome FROM units WHERE rubric = ? LIMIT 1", (rubric,)).fetchone()
    row = packing.row(found[0])
    items, standards = (tuple(Named(part.id, part.title) for part in parts) for parts in (row.items, row.standards))
    return items, standards


def _part_league(store: Store, rubric: int, kind: RankBy, part: Named) -> PartLeague:
    return PartLeague(part.id, part.title, Again(lambda: _by_part(store, rubric, kind, part)))


def _by_part(store: Store, rubric: int, kind: RankBy, part: Named) -> Iterator[PlacedPart]:
    cents = array("q", (row[2] for row in store.db.execute(_BY_PART, (kind, part.id, rubric))))
    found = store.db.execute(_BY_PART, (kind, part.id, rubric))
    for (file, unit, *of), (rank, _) in zip(found, ranks(cents), strict=True):
        yield PlacedPart(rank, file, unit, packing.part(part.id, part.title, *of))


def _spreads(
    store: Store, rubric: int, info: RubricInfo, items: tuple[Named, ...], standards: tuple[Named, ...]
) -> Iterator[Spread]:
    """Reckon the spread of the total, of each item and each standard: of all types, then of each where several are."""
    whole = packing.cents(info.full_points)
    total = store.db.execute(
        "SELECT type, cents, ? FROM units WHERE rubric = ? AND standing = 'ranked' ORDER BY cents", (whole, rubric)
    )
    yield from _by_type("total", Named("", ""), total)
    kinds: tuple[tuple[RankBy, tuple[Named, ...]], ...] = (("item", items), ("standard", standards))
    for kind, parts in kinds:
        for part in parts:
            yield from _by_type(kind, part, store.db.execute(_PARTS, (kind, part.id, rubric)))


def _by_type(kind: RankBy, part: Named, figures: Iterator[tuple[str, int, int]]) -> Iterator[Spread]:
    every, full = array("q"), 0
    types: dict[str, array[int]] = {}
    for type_, cents, whole in figures:
        every.append(cents)
        types.setdefault(type_, array("q")).append(cents)
        full = max(full, whole)
    if every:
        yield _spread(kind, part, "", every, full)
    for type_ in sorted(types) if len(types) > 1 else ():
        yield _spread(kind, part, type_, types[type_], full)


def _spread(kind: RankBy, part: Named, type_: str, cents: "array[int]", full: int) -> Spread:
    five = spread(cents)
    points = (five.mean, five.least, five.lower, five.median, five.upper, five.most)
    return Spread(kind, part.id, part.title, type_, len(cents), full * CENT, *map(shown, points))
