"""Programs that run in turn, each as a whole process with byte code compiled, and what each of them costs."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
HERE = Path(sys.executable).parent
OURS = str(HERE / "wenming-score")
FINE = (0, 1)
"""Exit codes of programs that ran; 1 is a finding."""
BAD_UNITS = (2, 3)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and megabytes of one run."""

    wall: float
    cpu: float
    size: float


@dataclass(frozen=True, slots=True)
class Program:
    """A command line and the variables around it."""

    command: Sequence[str]
    around: Mapping[str, str] = field(default_factory=dict[str, str])
    fine: tuple[int, ...] = FINE

    def run(self) -> Cost:
        """Run it once."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        timed = [sys.executable, "-S", "-E", str(Path(__file__).parent / "timed.py"), *self.command]
        done = subprocess.run(timed, env={**kept, **self.around}, capture_output=True, check=True)  # noqa: S603 - commands of these files
        wall, cpu, size, code = done.stdout.split()
        if int(code) not in self.fine:
            raise SystemExit(f"{self.command[0]} exited {code.decode()}: {done.stderr.decode()[-500:]}")
        return Cost(float(wall), float(cpu), float(size))


Race = dict[str, list[Cost]]


def race(programs: Mapping[str, Program], runs: int) -> Race:
    """Run every program in turn, that often; a first round only warms up."""
    rounds = [{name: program.run() for name, program in programs.items()} for _ in range(runs + 1)]
    return {name: [one[name] for one in rounds[1:]] for name in programs}


def ratio(run: Race, ours: str, its: str) -> float:
    """Say how much of the CPU time of one program another takes: the median of the rounds, each compared in itself."""
    return median(one.cpu / other.cpu for one, other in zip(run[ours], run[its], strict=True))


def said(run: Race) -> list[str]:
    """Write what each program took, as rows of a table."""
    return [
        f"| {name} | {median(one.cpu for one in costs) * 1000:,.0f} | {median(one.wall for one in costs) * 1000:,.0f} "
        f"| {max(one.size for one in costs):,.0f} |"
        for name, costs in run.items()
    ]


def python(code: str, *arguments: object) -> Program:
    """Make a program of a piece of Python."""
    return Program([sys.executable, "-c", code, *map(str, arguments)])
