"""Where the lines of the charts run."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import cos, pi, sin
from typing import Literal

from wenming_score.records import record
from wenming_score.render.cells import wrap
from wenming_score.report import ItemScore
from wenming_score.values import percent

RADIUS = 155
_RINGS = (0.25, 0.5, 0.75, 1.0)
_FEWEST, _NAMED = 3, 16
"""Of fewer items a radar shows nothing; of more their names would stand on each other."""
_CELLS = 16
"""Cells in a line of a name, of which there are two."""
_BESIDE, _LINE = 16, 17


@record
class Axis:
    """An item on the radar: its spoke, its number, its name in two lines."""

    number: int
    end: str
    x: str
    y: str
    first: str
    anchor: Literal["start", "middle", "end"]
    lines: tuple[str, str]


@record
class Radar:
    """Shares of the full points around a middle, each shape as the points of a polygon."""

    rings: tuple[str, ...]
    claimed: str
    supported: str
    dots: tuple[tuple[str, str], ...]
    axes: tuple[Axis, ...]
    named: bool
    """Whether there is room for names; where there is not, numbers stand for them."""
    said: tuple[str, ...]
    """The same in words."""


@record
class Loss:
    """The points that an item loses, as parts of a bar: its indicators by title, points and percent of the bar."""

    number: int
    title: str
    points: Decimal
    parts: tuple[tuple[str, Decimal, str], ...]


def radar(items: Sequence[ItemScore]) -> Radar | None:
    """Draw what share of its full points each item has."""
    if len(items) < _FEWEST:
        return None
    claimed = [float(item.claimed / item.full) if item.full else 0 for item in items]
    supported = [float(item.share) for item in items]
    return Radar(
        tuple(_shape([ring] * len(items)) for ring in _RINGS),
        _shape(claimed),
        _shape(supported),
        tuple(_at(number, len(items), share) for number, share in enumerate(supported)),
        tuple(_axis(number, len(items), item.title) for number, item in enumerate(items)),
        len(items) <= _NAMED,
        tuple(f"{item.title} {percent(Fraction(item.share))}" for item in items),
    )


def losses(items: Sequence[ItemScore]) -> tuple[Loss, ...]:
    """Draw what each item loses, the most first; the longest bar is the largest loss."""
    most = max((item.gap for item in items), default=Decimal(0))
    bars = (_loss(number, item, most) for number, item in enumerate(items, 1))
    return tuple(sorted(bars, key=lambda bar: -bar.points))


def _loss(number: int, item: ItemScore, most: Decimal) -> Loss:
    lost = tuple((one.title, one.gap, filled(one.gap, most)) for one in item.indicators if one.gap)
    return Loss(number, item.title, item.gap, lost)


def filled(part: Decimal, whole: Decimal) -> str:
    """Say how much of a bar is filled, as CSS has it."""
    return f"{min(100, float(100 * part / whole)):.2f}%" if whole > 0 and part > 0 else "0%"


def _shape(shares: Sequence[float]) -> str:
    return " ".join(",".join(_at(number, len(shares), share)) for number, share in enumerate(shares))


def _at(number: int, count: int, share: float, beyond: float = 0) -> tuple[str, str]:
    """Say where a share lies on a spoke, clockwise from the top."""
    angle = 2 * pi * number / count
    far = RADIUS * min(share, 1) + beyond
    return _length(far * sin(angle)), _length(-far * cos(angle))


def _length(number: float) -> str:
    return f"{round(number, 1) + 0:.1f}"


def _axis(number: int, count: int, title: str) -> Axis:
    angle = 2 * pi * number / count
    x, y = _at(number, count, 1, _BESIDE)
    lines = _two_lines(title)
    half = _LINE / 2 if lines[1] else 0
    first = float(y) + _LINE * 0.3 - half - half * cos(angle)  # two lines stand beside their spoke, or clear of it
    across = sin(angle)
    anchor = "middle" if abs(across) < 0.1 else "start" if across > 0 else "end"  # noqa: PLR2004 - next to upright
    return Axis(number + 1, " ".join(_at(number, count, 1)), x, y, _length(first), anchor, lines)


def _two_lines(title: str) -> tuple[str, str]:
    first, *rest = wrap(title, _CELLS)
    if len(rest) > 1:
        return first, f"{rest[0][:-1]}…"
    return first, rest[0] if rest else ""
