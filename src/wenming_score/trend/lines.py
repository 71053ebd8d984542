"""Items and standards, followed through the years."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from wenming_score.records import record
from wenming_score.report import GroupScore, ItemScore
from wenming_score.values import FOUR_PLACES, Points, Share, shown

_Part = ItemScore | GroupScore
_Year = Mapping[str, Sequence[_Part]]
"""The parts of a year by the id that their line has; several where a later rubric has put them together."""


@record
class Point:
    """What a year has of a line; `share` is None where there is nothing to earn."""

    full: Points
    supported: Points
    share: Share | None


@record
class Line:
    """An item or a standard, a point a year; None where the rubric of that year does not have it."""

    id: str
    title: str
    points: tuple[Point | None, ...]


def lines(years: Sequence[Sequence[_Part]], names: Mapping[str, str]) -> tuple[Line, ...]:
    """Follow each part through the years: those of the latest year in its order, then those that ended before."""
    gathered = [_gathered(parts, names) for parts in years]
    ids = dict.fromkeys(name for year in reversed(gathered) for name in year)
    return tuple(_line(name, gathered) for name in ids)


def _gathered(parts: Sequence[_Part], names: Mapping[str, str]) -> _Year:
    year: dict[str, list[_Part]] = {}
    for part in parts:
        year.setdefault(_latest(part.id, names), []).append(part)
    return year


def _latest(name: str, names: Mapping[str, str]) -> str:
    """Go from name to name to the last; names that lead in a circle lead nowhere."""
    seen = {name}
    while (after := names.get(name)) is not None and after not in seen:
        seen.add(after)
        name = after
    return name


def _line(name: str, years: Sequence[_Year]) -> Line:
    title = next(year[name][0].title for year in reversed(years) if name in year)
    return Line(name, title, tuple(_point(year.get(name, ())) for year in years))


def _point(parts: Sequence[_Part]) -> Point | None:
    if not parts:
        return None
    full = sum((part.full for part in parts), Decimal(0))
    supported = sum((part.supported for part in parts), Decimal(0))
    if not full:
        return Point(full, supported, None)
    alone = len(parts) == 1  # its share was reckoned before its points were rounded
    share = parts[0].share if alone else shown(Fraction(supported) / Fraction(full), FOUR_PLACES)
    return Point(full, supported, share)
