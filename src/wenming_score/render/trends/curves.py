"""Where the lines of the charts run: shares of the full points, so that years with other full points compare."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from wenming_score.records import record
from wenming_score.render import layout
from wenming_score.render.trends import words
from wenming_score.text import tr
from wenming_score.trend import Trend, Year
from wenming_score.trend.lines import Line, Point
from wenming_score.values import percent

_LABELS = 8
"""Years that are written under a chart; of more, every second or third."""


@record
class Frame:
    """The size of a chart, and what is left free around its lines."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    def at(self, number: int, count: int, share: Decimal) -> tuple[str, str]:
        """Say where the share of a year lies."""
        across = (self.width - self.left - self.right) * (number / (count - 1) if count > 1 else 0.5)
        down = (self.height - self.top - self.bottom) * float(1 - min(share, Decimal(1)))
        return f"{self.left + across:.1f}", f"{self.top + down:.1f}"


WHOLE = Frame(720, 300, 100, 44, 16, 52)
RULED = 56
"""Where the rules of the whole chart begin; its lines begin further in, clear of what the rules are called."""
SMALL = Frame(220, 64, 5, 5, 5, 5)


@record
class Curve:
    """A line as the points of its unbroken parts, its dots, and the same in words."""

    parts: tuple[str, ...]
    dots: tuple[tuple[str, str], ...]
    said: tuple[str, ...]


@record
class Chart:
    """The total over the years, what was claimed, and the pass mark; labels stand at their places."""

    supported: Curve
    claimed: Curve
    mark: Curve
    rings: tuple[tuple[str, str], ...]
    """Heights with their shares."""
    years: tuple[tuple[str, str], ...]
    points: tuple[tuple[str, str, str], ...]


@record
class Small:
    """The chart of one line, and what its last year came to."""

    title: str
    named: str
    curve: Curve
    last: str


def chart(trend: Trend) -> Chart:
    """Draw the total."""
    years, total = trend.years, words.total(trend)
    supported = _curve([point and point.share for point in total.points], years, WHOLE)
    places = [WHOLE.at(number, len(years), year.share) for number, year in enumerate(years)]
    written = list(_written(len(years)))
    return Chart(
        supported,
        _curve([_share(year.claimed, year.full) for year in years], years, WHOLE),
        _curve([_share(year.pass_mark, year.full) for year in years], years, WHOLE),
        tuple((WHOLE.at(0, 1, Decimal(ring) / 100)[1], f"{ring}%") for ring in (0, 25, 50, 75, 100)),
        tuple((places[number][0], years[number].label) for number in written),
        tuple((*_beside(places[number]), layout.points(years[number].supported)) for number in written),
    )


def smalls(trend: Trend, lines: Sequence[Line]) -> Iterator[Small]:
    """Draw each line by itself."""
    for line in lines:
        curve = _curve([point and point.share for point in line.points], trend.years, SMALL)
        yield Small(line.title, tr("{title}的得分率", title=line.title), curve, _last(line.points[-1]))


def _curve(shares: Sequence[Decimal | None], years: Sequence[Year], frame: Frame) -> Curve:
    """Join what is there year after year; a year without a share breaks the line."""
    places = [None if share is None else frame.at(place, len(shares), share) for place, share in enumerate(shares)]
    parts: list[list[str]] = [[]]
    for place in places:
        if place is None:
            parts.append([])
        else:
            parts[-1].append(",".join(place))
    said = (f"{year.label} {_said(share)}" for year, share in zip(years, shares, strict=True))
    return Curve(
        tuple(" ".join(part) for part in parts if len(part) > 1), tuple(one for one in places if one), tuple(said)
    )


def _said(share: Decimal | None) -> str:
    return tr("没有") if share is None else percent(Fraction(share))


def _last(point: Point | None) -> str:
    return "-" if point is None else f"{layout.points(point.supported)} / {layout.full(point.full)}"


def _share(points: Decimal | None, full: Decimal) -> Decimal | None:
    return None if points is None or not full else min(points / full, Decimal(1))


def _beside(place: tuple[str, str]) -> tuple[str, str]:
    """Put a number under its dot, since what is claimed runs above; at the foot of the chart there is no room."""
    down = float(place[1])
    return place[0], f"{down + (24 if down < WHOLE.height - WHOLE.bottom - 30 else -12):.1f}"


def _written(count: int) -> Iterator[int]:
    """Yield the years that are written out, the last one among them."""
    step = -(-count // _LABELS)
    return (number for number in range(count) if (count - 1 - number) % step == 0)
