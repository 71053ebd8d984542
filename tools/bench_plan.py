"""Plans of 100 works × 12 months with 8 departments, and a cold `plan` of the example; prints, never judges."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from time import perf_counter

from bench import measure
from wenming_score.plan.solver import Problem, solve

ROOT = Path(__file__).parent.parent
HERE = Path(sys.executable).parent
UNIT = ROOT / "examples/county-office-2025/unit.yaml"
GOAL = 1.0
"""Seconds."""
CAPACITIES = ([2], [1, 2, 3], [3, 4], [0, 4])
"""Person-days that departments have in their months: about as much as all the works take, and more."""
SHARES = ("1/2", "7/10", "17/20")
"""Of all the points there are."""
SEEDS = range(4)
sys.path.insert(0, str(ROOT / "tests/plan"))


def main() -> int:
    """Solve the problems one after the other, then plan for the example in a process of its own."""
    times: list[float] = []
    proved = 0
    for problem in problems():
        start = perf_counter()
        choice = solve(problem)
        times.append(perf_counter() - start)
        proved += choice.proved
    times.sort()
    print(f"{len(times)} plans of 100 works x 12 months, 8 departments with bounded time (goal {GOAL:.0f} s, proved)")
    spread = f"median {statistics.median(times):.2f} s, nine of ten {times[len(times) * 9 // 10]:.2f} s"
    print(f"  {spread}, longest {times[-1]:.2f} s; proved {proved}")
    command = [str(HERE / "wenming-score"), "plan", str(UNIT), "--as-of", "2025-10-10", "--target", "95"]
    with tempfile.TemporaryDirectory() as folder:
        every = [f"-f{form}:{folder}/plan.{form}" for form in ("json", "markdown", "html", "xlsx")]
        alone, written = (
            statistics.median(measure([*command, *more])[0] for _ in range(5))
            for more in ([], [*every, "--ics", f"{folder}/plan.ics"])
        )
        subprocess.run([*command, *every], check=True, capture_output=True)  # noqa: S603 - our own command
    print(f"plan of {UNIT.parent.name}, cold: {alone:.2f} s to the screen, {written:.2f} s in every format")
    return 0


def problems() -> Iterator[Problem]:
    """Make problems of several tightnesses and targets."""
    from problems import large  # noqa: PLC0415 - the tests' own, found by the path above

    for monthly in CAPACITIES:
        for share in SHARES:
            yield from (large(seed, monthly, Fraction(share)) for seed in SEEDS)


if __name__ == "__main__":
    sys.exit(main())
