"""A goal, what was measured of it, and the page that shows them all."""

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = """\
# Benchmarks

Written by `make bench`. The programs run in turn, as whole processes with byte code compiled; a ratio is one of CPU
times unless it says by the clock, the median over the rounds. Absolute times are those of one machine on one day.
"""
UNITS = ("s", "MB")
COLUMNS = "| | CPU ms | wall ms | largest MB |\n|---|--:|--:|--:|"


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the table."""

    what: str
    measured: str
    goal: str
    reached: bool

    def row(self) -> str:
        """Write it as a row."""
        return f"| {self.what} | {self.measured} | {self.goal} | {'yes' if self.reached else '**no**'} |"


def at_most(what: str, value: float, most: float, of: str) -> Goal:
    """Judge a value that should be small: a ratio to something, or a number of its own."""
    digits = 3 if most < 0.2 else 2
    return Goal(what, f"{value:.{digits}f}{_times(of)}", f"≤ {most:.2f}{_times(of)}", value <= most)


def at_least(what: str, value: float, least: float, of: str) -> Goal:
    """Judge a ratio that should be large."""
    return Goal(what, f"{value:.2f}{_times(of)}", f"≥ {least:.2f}{_times(of)}", value >= least)


def _times(of: str) -> str:
    """Write what a value is of: a unit, or something that it is a ratio to."""
    return f" {of}" if of in UNITS else f" × {of}"


@dataclass(frozen=True, slots=True)
class Part:
    """Some goals that were measured together, and the figures behind them."""

    title: str
    goals: Sequence[Goal]
    details: Sequence[str]


def page(parts: Sequence[Part], machine: Sequence[str]) -> str:
    """Write the page of all that was measured."""
    lines = [
        HEAD,
        *(f"- {line}" for line in machine),
        "",
        "| | measured | goal | reached |",
        "|---|---|---|---|",
        *(goal.row() for part in parts for goal in part.goals),
    ]
    for part in parts:
        lines += ["", f"## {part.title}", "", *part.details]
    return "\n".join(lines) + "\n"
