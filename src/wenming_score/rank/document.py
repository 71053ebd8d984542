"""What is found of many units: a row each, and what the rows come to."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from wenming_score.choices import Lang, RankBy
from wenming_score.records import record
from wenming_score.report import Period, RedLineState, RubricInfo, Tool, VerdictOutcome
from wenming_score.values import Points, Share

Standing = Literal["ranked", "vetoed", "ineligible", "undetermined"]
Apart = Literal["vetoed", "ineligible", "undetermined"]
Bad = Literal["unreadable", "blank", "lost"]
"""Not to be read; nothing answered in it; the program itself failed."""
Place = Literal["quota", "shortlist", "below_mark", ""]
"""Within the quota, on the shortlist behind it, kept off by the pass mark, neither."""


@record
class Part:
    """What a unit has of an item or of a standard."""

    id: str
    title: str
    full: Points
    supported: Points
    share: Share


@record
class Named:
    """An item or a standard of a rubric."""

    id: str
    title: str


@record
class Line:
    """A red line that is not clear."""

    id: str
    title: str
    status: RedLineState


@record
class Findings:
    """How many findings of each severity."""

    error: int
    warning: int
    note: int


@record
class Row:
    """One unit."""

    file: str
    name: str
    type: str
    rubric: str
    """As unit files name it: id-edition."""
    period: Period
    standing: Standing
    verdict: VerdictOutcome
    reasons: tuple[str, ...]
    self_score: Points | None
    claimed: Points
    supported: Points
    full: Points
    share: Share
    coverage: Share
    """How many of the indicators that apply have anything written about them."""
    red_lines: tuple[Line, ...]
    worst: Part
    """The item with the least share of those that apply, the first by the rubric of those that have it."""
    findings: Findings
    items: tuple[Part, ...]
    standards: tuple[Part, ...]


@record
class Failure:
    """A unit file that comes to no row, and why."""

    file: str
    bad: Bad
    reasons: tuple[str, ...]


Outcome = Row | Failure


@record
class Placed:
    """A ranked unit."""

    rank: int
    percentile: Share | None
    """How many of the others have less; None where there are no others."""
    place: Place
    row: Row


@record
class PlacedPart:
    """A ranked unit, by one item or standard."""

    rank: int
    file: str
    name: str
    part: Part


@record
class PartLeague:
    """The ranked units by one item or standard, but those to which it does not apply."""

    id: str
    title: str
    placed: Iterable[PlacedPart]


@record
class Spread:
    """How the ranked units of a type, or of all types, stand in the total, or in an item or a standard that applies."""

    part: RankBy
    id: str
    """Empty for the total."""
    title: str
    type: str
    """Empty for all."""
    units: int
    full: Points
    """The most that any of them can have."""
    mean: Points
    least: Points
    lower: Points
    """The quartile below which a quarter lies, as QUARTILE.INC of a spreadsheet reckons it."""
    median: Points
    upper: Points
    most: Points


@record
class Quota:
    """How many titles there are, and how many units are on the shortlist for them."""

    titles: int
    shortlist: int
    """One and a half times as many, rounded up."""
    listed: int
    """Units on it: more where several share the last place, fewer where there are not so many."""


@record
class League:
    """The units of one rubric: only they can be compared."""

    rubric: RubricInfo
    units: int
    ranked: int
    items: tuple[Named, ...]
    standards: tuple[Named, ...]
    periods: tuple[Period, ...]
    """Of the ranked: more than one where units of different years have come together."""
    namesakes: Mapping[str, int]
    """Names that several of these files give, and how many of them."""
    quota: Quota | None
    placed: Iterable[Placed]
    apart: Iterable[Row]
    """Vetoed, ineligible, undetermined, in this order, each by file."""
    spreads: tuple[Spread, ...]
    parts: tuple[PartLeague, ...]


@record
class Reuse:
    """A photo that another unit has, too."""

    file: str
    name: str
    evidence: str
    other_file: str
    other_evidence: str
    """The first of its copies by date."""
    other_day: date | None


@record
class Ranking:
    """Many units side by side; what may be long can be gone through more than once."""

    tool: Tool
    as_of: date
    by: RankBy
    units: int
    """Unit files, whatever became of them."""
    leagues: tuple[League, ...]
    failures: Iterable[Failure]
    reused: Iterable[Reuse]
    lang: Lang
    schema_version: Literal[1] = 1
