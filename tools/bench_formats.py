"""How long each format takes to lay out the example's report, as ratios to a cold `check`; prints, never judges.

Every format is laid out in a process of its own, its imports included, in turn with the others.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import measure
from wenming_score.choices import FORMATS

ROOT = Path(__file__).parent.parent
HERE = Path(sys.executable).parent
UNIT = ROOT / "examples/county-office-2025/unit.yaml"
GOALS = {"html": 0.1, "xlsx": 1.0, "docx": 1.0}
"""Seconds."""
MOST = {"html": 200_000}
"""Bytes, without thumbnails."""
RENDER = """
import sys, time
from pathlib import Path
from wenming_score.render import render
from wenming_score.render.enclosures import Enclosures
from wenming_score.reread import read_reports
reports = read_reports(Path(sys.argv[1]), "report.json")
start = time.perf_counter()
made = render(sys.argv[2], reports, Enclosures())
took = time.perf_counter() - start
print(took, len(made if isinstance(made, bytes) else made.encode()))
"""


def main() -> int:
    """Time `check` and every format but the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    given = options.parse_args()
    command = [str(HERE / "wenming-score"), "check", str(UNIT), "--as-of", "2025-12-31"]
    forms = [form for form in FORMATS if form != "table"]
    walls: list[float] = []
    times: dict[str, list[float]] = {form: [] for form in forms}
    sizes: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        report = str(Path(folder) / "report.json")
        subprocess.run([*command, "-f", "json", "-o", report, "--exit-zero"], check=True, capture_output=True)  # noqa: S603 - our own command
        for number in range(given.runs + 1):
            wall = measure(command)[0]
            laid = {form: render(report, form) for form in forms}
            if number:
                walls.append(wall)
                for form, (seconds, size) in laid.items():
                    times[form].append(seconds)
                    sizes[form] = size
    show(statistics.median(walls), {form: statistics.median(some) for form, some in times.items()}, sizes)
    return 0


def render(report: str, form: str) -> tuple[float, int]:
    """Lay the report out in a new process; give the seconds and the bytes."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", RENDER, report, form], check=True, capture_output=True, text=True
    )
    seconds, size = done.stdout.split()
    return float(seconds), int(size)


def show(check: float, medians: dict[str, float], sizes: dict[str, int]) -> None:
    """Print the medians as ratios to `check`."""
    print(f"formats, of a report of {UNIT.parent.name}; a cold check of it takes {check * 1000:.0f} ms")
    for form, seconds in medians.items():
        line = f"  {form:9} {seconds * 1000:6.1f} ms   it / check: {seconds / check:.2f}   {sizes[form] / 1000:6.1f} KB"
        goals = [f"{GOALS[form] * 1000:.0f} ms"] if form in GOALS else []
        goals += [f"{MOST[form] / 1000:.0f} KB"] if form in MOST else []
        print(line + (f"   (goal {', '.join(goals)})" if goals else ""))


if __name__ == "__main__":
    sys.exit(main())
