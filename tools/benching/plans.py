"""Plans of 100 works × 12 months with 8 departments, and a cold `plan` of the example."""

import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import process_time

from benching.goals import COLUMNS, Goal, Part, at_most
from benching.machine import paced, slowness
from benching.race import OURS, ROOT, Program, race, said
from wenming_score.plan.solver import Problem, solve

UNIT = ROOT / "examples/county-office-2025/unit.yaml"
CAPACITIES = ([2], [1, 2, 3], [3, 4], [0, 4])
"""Person-days that departments have in their months: about as much as all the works take, and more."""
SHARES = ("1/2", "7/10", "17/20")
"""Of all the points there are."""
SEEDS = range(4)


def measure(folder: Path, runs: int) -> Part:
    """Solve the problems one after the other, then plan for the example in a process of its own."""
    times: list[float] = []
    proved, pace = 0, slowness()
    for problem in problems():
        start = process_time()
        proved += solve(problem).proved
        times.append((process_time() - start) / pace)
    times.sort()
    what = "plan of 100 actions × 12 months, bounded time"
    goals = [
        at_most(f"{what}: the longest of {len(times)}", times[-1], 1.0, "s"),
        Goal(f"{what}: proved", f"{proved} of {len(times)}", f"{len(times)}", proved == len(times)),
    ]
    most = times[len(times) * 9 // 10]
    spread = f"The middle plan took {median(times):.2f} s, nine of ten at most {most:.2f} s, {paced(pace)}."
    return Part("Plans", goals, [spread, "", COLUMNS, *said(race(commands(folder), runs))])


def commands(folder: Path) -> dict[str, Program]:
    """Plan for the example, to the screen and in every format."""
    command = [OURS, "plan", str(UNIT), "--as-of", "2025-10-10", "--target", "95"]
    every = [f"-f{form}:{folder}/plan.{form}" for form in ("json", "markdown", "html", "xlsx")]
    return {
        "wenming-score plan": Program(command),
        "the same in every format": Program([*command, *every, "--ics", f"{folder}/plan.ics"]),
    }


def problems() -> Iterator[Problem]:
    """Make problems of several tightnesses and targets."""
    sys.path.insert(0, str(ROOT / "tests/plan"))
    from problems import large  # noqa: PLC0415 - the tests' own, found by the path above

    for monthly in CAPACITIES:
        for share in SHARES:
            yield from (large(seed, monthly, Fraction(share)) for seed in SEEDS)
