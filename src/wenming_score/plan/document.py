"""What is to be done, by whom and by when, to reach a mark."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from wenming_score.choices import Lang, Minimise
from wenming_score.kinds.material import EvidenceType
from wenming_score.kinds.portion import Filled
from wenming_score.records import record
from wenming_score.report import Period, Ratio, RubricInfo, Tool, UnitInfo
from wenming_score.values import Points

Risk = Literal["judged", "one_day", "tight"]
"""Others decide what comes of it; there is one day for it; it has less than two weeks to spare."""


@record
class Material:
    """Evidence that a task must leave: so many pieces of any of these types."""

    types: tuple[EvidenceType, ...]
    pieces: int


@record
class Served:
    """An indicator that a task serves, and what then stands in the unit file."""

    indicator: str
    title: str
    item: str
    item_title: str
    standards: tuple[str, ...]
    """Their titles."""
    asks: tuple[str, ...]
    """What earns how many points."""
    methods: tuple[str, ...]
    """Their titles."""
    portion: str
    what: str
    points: Points
    exact: Ratio
    material: Material
    fill: Mapping[str, Filled]
    """What is to be written into the answer: lists are added to what is there, anything else replaces it."""
    clause: str
    """The clause that cites the evidence; empty where the answer or the activity does."""
    tags: tuple[str, ...]
    departments: tuple[str, ...]
    covers: tuple[str, ...]
    """Other parts that it stands for, by their names."""


@record
class Task:
    """A piece of work that one department can take."""

    id: str
    title: str
    action: str
    held: bool
    """Whether it is an activity, to be entered as one."""
    serves: tuple[Served, ...]
    points: Points
    person_days: Points
    lead_days: int
    start: date
    due: date
    latest: date
    """Until when it may be put off, the other tasks staying where they are."""
    leader: str
    department: str
    person: str
    after: tuple[str, ...]
    """The tasks that must be done before."""
    risks: tuple[Risk, ...]


@record
class Obstacle:
    """Something that no points mend: a red line, a condition."""

    kind: Literal["red_line", "eligibility"]
    id: str
    title: str
    status: Literal["breached", "undeclared", "unmet", "unknown"]
    reason: str


@record
class Closed:
    """Points that can no longer be earned by the day, and why."""

    indicator: str
    title: str
    item: str
    what: str
    points: Points
    reason: str


@record
class Floor:
    """A least share of an item or a standard that was asked for."""

    kind: Literal["item", "standard"]
    id: str
    title: str
    full: Points
    wanted: Points
    exact: Ratio
    """What is wanted, before it is rounded: up where it is not met, so that it never seems to be."""
    now: Points
    planned: Points
    met: bool


@record
class Lot:
    """What a department is given to do in all; empty is nobody's."""

    department: str
    leaders: tuple[str, ...]
    tasks: int
    points: Points
    person_days: Points


@record
class Load:
    """What a department is given to do in a month."""

    department: str
    month: str
    person_days: Points
    capacity: Points | None


@record
class Milestone:
    """A day to work towards; `assumed` where only its month or year is known and the last day stands for it."""

    day: date
    title: str
    assumed: bool


@record
class Aim:
    """The supported score: today, when the plan is done, and what is aimed at."""

    now: Points
    planned: Points
    target: Points
    full: Points
    best: Points
    """The most that could be reached by the day with no regard to cost."""


@record
class Plan:
    """The cheapest way to a mark."""

    tool: Tool
    as_of: date
    by: date
    unit: UnitInfo
    rubric: RubricInfo
    period: Period
    minimise: Minimise
    score: Aim
    reached: bool
    proved: bool
    """Whether nothing does as much with less of what is kept small; else the search for it ended at its limit."""
    least: Points
    """Of what is kept small above all: nothing does as much with less than this."""
    person_days: Points
    tasks: tuple[Task, ...]
    """In the order of their due days."""
    obstacles: tuple[Obstacle, ...]
    floors: tuple[Floor, ...]
    closed: tuple[Closed, ...]
    """The most points first."""
    lots: tuple[Lot, ...]
    loads: tuple[Load, ...]
    """By department, what is nobody's last; then by month."""
    milestones: tuple[Milestone, ...]
    said: tuple[str, ...]
    """What the plan takes for granted."""
    lang: Lang
    schema_version: Literal[1] = 1
