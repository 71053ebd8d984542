"""Many units: `rank` over fleets of several sizes, and what one more file costs the peers."""

import os
from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path
from statistics import median

from benching.goals import COLUMNS, Goal, Part, at_most
from benching.race import BAD_UNITS, FINE, OURS, ROOT, Cost, Program, Race, race, said
from make_fleet import make_fleet

FEW, PEERS_MOST = 10, 60
FLAT = 1.10
"""How much more the last of many may cost than the first."""
GROWTH = 4.0
"""Kilobytes that a unit may leave behind: its row."""
YAMALE = """
import sys, yamale
schema = yamale.make_schema(sys.argv[1])
for path in sys.argv[2:]:
    try:
        yamale.validate(schema, yamale.make_data(path))
    except yamale.YamaleError:
        pass
"""


def measure(peers: Path, folder: Path, runs: int, sizes: Sequence[int]) -> Part:
    """Rank fleets in turn with the peers; the largest once, since it takes minutes, and between two rankings of few."""
    units = {size: fleet(folder / str(size), size) for size in (FEW, *sizes)}
    shared = {shared_ranking(size): ranked(folder, size, CORES) for size in sizes[:2]}
    alone = {ranking(size): ranked(folder, size, 1) for size in units}
    small, middle, large = (ranking(size) for size in sizes)
    largest = alone.pop(large)
    run = race({**alone, **shared, **others(peers, units[sizes[0]])}, runs)
    around = {name: [alone[name].run()] for name in (ranking(FEW), small)}
    run[large] = [largest.run()]
    for name, costs in around.items():
        costs.append(alone[name].run())
    one = more(run, ranking(FEW), middle, sizes[1] - FEW)
    first = more(around, ranking(FEW), small, sizes[0] - FEW)
    last = (run[large][0].cpu - median(cost.cpu for cost in around[small])) / (sizes[2] - sizes[0])
    ends = {name: (f"{name}, {FEW} files", f"{name}, {PEERS_MOST} files") for name in PEERS}
    costs = {name: more(run, *both, PEERS_MOST - FEW) for name, both in ends.items()}
    size = [max(cost.size for cost in run[name]) for name in (middle, large)]
    left = (size[1] - size[0]) * 1000 / (sizes[2] - sizes[1])
    waited = more(run, shared_ranking(sizes[0]), shared_ranking(sizes[1]), sizes[1] - sizes[0], WALL)
    waits = {name: more(run, *both, PEERS_MOST - FEW, WALL) for name, both in ends.items()}
    what = f"`rank` over {sizes[1]:,} units, a file"
    goals = [
        *(at_most(f"{what}, one process", one / costs[name], most, name) for name, most in PEERS.items()),
        *(at_most(f"{what}, by the clock", waited / waits[name], most, name) for name, most in PEERS.items()),
        at_most(f"a file more among {sizes[2]:,} than among {sizes[0]:,}", last / first, FLAT, "as long"),
        Goal(f"memory, {sizes[1]:,} to {sizes[2]:,}", f"{left:.1f} KB a unit", f"≤ {GROWTH} KB", left <= GROWTH),
    ]
    each = [f"| {name} | {seconds * 1000:.1f} |" for name, seconds in {"wenming-score rank": one, **costs}.items()]
    by_clock = f"By the clock, with a process on each of {CORES} cores: {waited * 1000:.1f} ms."
    return Part(
        "Many units", goals, [COLUMNS, *said(run), "", "| a file more | CPU ms |\n|---|--:|", *each, "", by_clock]
    )


PEERS = {"check-jsonschema": 0.05, "yamale": 0.50}
"""How much of the time of each a file may take."""
CORES = os.cpu_count() or 1
CPU, WALL = attrgetter("cpu"), attrgetter("wall")


def more(run: Race, few: str, many: str, files: int, clock: Callable[[Cost], float] = CPU) -> float:
    """Say what each of so many further files cost."""
    return median((clock(after) - clock(before)) / files for before, after in zip(run[few], run[many], strict=True))


def ranking(size: int) -> str:
    """Name the ranking of a fleet."""
    return f"wenming-score rank, {size:,} units"


def shared_ranking(size: int) -> str:
    """Name the ranking of a fleet by a process on each core."""
    return f"{ranking(size)}, --jobs {CORES}"


def ranked(folder: Path, size: int, jobs: int) -> Program:
    """Rank a fleet; the broken units in it make the exit code."""
    options = ["--as-of", "2025-12-31", "-f", f"csv:{folder}/{size}.csv", "--jobs", str(jobs)]
    said = [OURS, "rank", str(folder / str(size)), *options]
    return Program(said, fine=(*FINE, *BAD_UNITS))


def others(peers: Path, units: list[str]) -> dict[str, Program]:
    """Hold the same files against a schema with each peer, few and many."""
    schema = ["--schemafile", str(ROOT / "schema/unit.schema.json")]
    yamale = ["-c", YAMALE, str(ROOT / "tools/unit.yamale")]
    return {
        f"{name}, {count} files": Program([*command, *units[:count]])
        for count in (FEW, PEERS_MOST)
        for name, command in {
            "check-jsonschema": [str(peers / "check-jsonschema"), *schema],
            "yamale": [str(peers / "python"), *yamale],
        }.items()
    }


def fleet(folder: Path, size: int) -> list[str]:
    """Make a fleet, and list the units that are whole."""
    return [str(path) for path, wrong in make_fleet(folder, size) if not wrong]
