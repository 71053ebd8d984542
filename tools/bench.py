"""Every goal of speed against named peers in one run; `--write FILE` makes a page of it.

The peers live in an environment of their own, as their users install them; `make bench` makes it.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benching import evidence, formats, machine, many, plans, start, years
from benching.goals import Part, page
from benching.race import ROOT

SIZES = (100, 1000, 10_000)
EVIDENCE = 300
"""Papers; a third as many photos."""


def main() -> int:
    """Measure what the command line names, or all of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--peers", type=Path, required=True, help="the folder of the peers' commands")
    options.add_argument("--runs", type=int, default=11)
    options.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    options.add_argument("--sizes", type=int, nargs=3, default=SIZES, help="of the fleets")
    options.add_argument("--evidence", type=int, default=EVIDENCE, help="files")
    options.add_argument("--write", type=Path, metavar="FILE")
    given = options.parse_args()
    machine.compiled(ROOT / "src")
    known, parts = machine.told(given.peers), list[Part]()
    for name in given.only:
        with tempfile.TemporaryDirectory() as folder:
            parts.append(PARTS[name](given, Path(folder)))
        print(*(f"{goal.what}: {goal.measured} ({goal.goal})" for goal in parts[-1].goals), sep="\n", flush=True)
        if given.write:
            given.write.write_text(page(parts, known), encoding="utf-8")
    return 0


PARTS: dict[str, Callable[[argparse.Namespace, Path], Part]] = {
    "start": lambda given, folder: start.measure(given.peers, folder, given.runs),
    "many": lambda given, folder: many.measure(given.peers, folder, max(1, given.runs // 3), given.sizes),
    "evidence": lambda given, folder: evidence.measure(folder, max(2, given.runs // 2), given.evidence),
    "plans": lambda given, folder: plans.measure(folder, max(2, given.runs // 2)),
    "formats": lambda given, folder: formats.measure(folder, max(2, given.runs // 2)),
    "years": lambda _, folder: years.measure(folder),
}


if __name__ == "__main__":
    sys.exit(main())
