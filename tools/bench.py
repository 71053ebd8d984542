"""Speed against named peers on the same file in one run, as ratios; prints, never judges.

Every program runs as a whole process, in turn, with byte code compiled. The peers live in an environment of their
own, as their users install them; `make bench` makes it.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent
HERE = Path(sys.executable).parent
LINES = 2000
GOALS = {"yamllint": 0.60, "check-jsonschema": 0.45}
HELP_GOALS = {"check-jsonschema": 0.40}


def main() -> int:
    """Time `check` and `--help` against the peers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--peers", type=Path, required=True, help="the folder of the peers' commands")
    options.add_argument("--runs", type=int, default=11)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder) / "unit.yaml"
        unit.write_text("\n".join(unit_file()) + "\n", encoding="utf-8")
        lines = len(unit.read_text(encoding="utf-8").splitlines())
        print(f"check of a unit file of {lines} lines, cold, median of {given.runs} interleaved runs")
        ours = [str(HERE / "wenming-score"), "check", str(unit), "--as-of", "2025-12-31"]
        schema = str(ROOT / "schema/unit.schema.json")
        compare(
            ours,
            {
                "yamllint": [
                    str(given.peers / "yamllint"),
                    "-d",
                    "{extends: default, rules: {line-length: disable}}",
                    str(unit),
                ],
                "check-jsonschema": [str(given.peers / "check-jsonschema"), "--schemafile", schema, str(unit)],
            },
            GOALS,
            given.runs,
        )
    print("--help")
    compare(
        [str(HERE / "wenming-score"), "--help"],
        {"check-jsonschema": [str(given.peers / "check-jsonschema"), "--help"]},
        HELP_GOALS,
        given.runs,
    )
    return 0


def compare(ours: list[str], peers: dict[str, list[str]], goals: dict[str, float], runs: int) -> None:
    """Run ours and the peers in turn, and print medians and ratios."""
    commands = {"wenming-score": ours, **peers}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            timed = measure(command)
            if number:
                times[name].append(timed)
    wall = {name: statistics.median(one[0] for one in rows) for name, rows in times.items()}
    cpu = {name: statistics.median(one[1] for one in rows) for name, rows in times.items()}
    for name in commands:
        line = f"  {name:17} wall {wall[name] * 1000:5.0f} ms   CPU {cpu[name] * 1000:5.0f} ms"
        if name in goals:
            ratio, processor = wall["wenming-score"] / wall[name], cpu["wenming-score"] / cpu[name]
            line += f"   ours / it: wall {ratio:.2f}, CPU {processor:.2f} (goal {goals[name]:.2f})"
        print(line)


def measure(command: list[str]) -> tuple[float, float]:
    """Run a command and give its wall and CPU seconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - commands of this file
    wall, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} exited {done.returncode}: {done.stderr.decode()[-500:]}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def unit_file() -> Iterator[str]:
    """Write a unit file of 2,000 lines like the examples': a long ledger, many activities, every item answered."""
    example = (ROOT / "examples/county-office-2025/unit.yaml").read_text(encoding="utf-8").splitlines()
    at = {name: example.index(f"{name}:") for name in ("evidence", "activities", "answers")}
    more = LINES - len(example)
    yield from example[: at["evidence"] + 1]
    entries = more // 5
    for number in range(entries):
        yield f"  B{number:04}:"
        yield f"    url: https://example.org/wenming/2025/{number:04}.html"
        yield "    type: web_page"
        yield f"    date: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    yield from example[at["evidence"] + 1 : at["activities"] + 1]
    for number in range(more - entries * 4):
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        serves = "leifeng-activities, volunteering-activities"
        more = f"serves: [{serves}], hours: 8, evidence: [B{number:04}]"
        yield f"  B{number:04}: {{title: 社区义务清扫第{number + 1}次, date: {day}, {more}}}"
    yield from example[at["activities"] + 1 :]


if __name__ == "__main__":
    sys.exit(main())
