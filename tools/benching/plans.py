"""Plans of 100 works × 12 months with 8 departments, and a cold `plan` of the example."""

import sys
from collections.abc import Iterator, Sequence
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
    taken: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    pace = slowness()
    for problem in problems():
        start = process_time()
        choice = solve(problem)
        taken[choice.reached].append(((process_time() - start) / pace, choice.proved))
    within = goals("plan of 100 actions × 12 months, bounded time", taken[True])
    beyond = goals("the same, where no plan reaches the target: the most that can be earned", taken[False])
    times = sorted(time for some in taken.values() for time, _ in some)
    most = times[len(times) * 9 // 10]
    spread = f"The middle plan took {median(times):.2f} s, nine of ten at most {most:.2f} s, {paced(pace)}."
    return Part("Plans", [*within, *beyond], [spread, "", COLUMNS, *said(race(commands(folder), runs))])


def goals(what: str, taken: Sequence[tuple[float, bool]]) -> Iterator[Goal]:
    """Judge the time that the longest took, and whether all were proved."""
    count, proved = len(taken), sum(proved for _, proved in taken)
    yield at_most(f"{what}: the longest of {count}", max(time for time, _ in taken), 1.0, "s")
    yield Goal(f"{what}: proved", f"{proved} of {count}", f"{count}", proved == count)


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
