"""How long each format takes to lay out the example's report, its imports included."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from benching.goals import Part, at_most
from benching.machine import paced, slowness
from benching.race import OURS, ROOT, Program
from wenming_score.choices import FORMATS

UNIT = ROOT / "examples/county-office-2025/unit.yaml"
GOALS = {"html": 0.1, "xlsx": 1.0, "docx": 1.0}
"""Seconds."""
MOST = 0.2
"""Megabytes of a page without thumbnails."""
RENDER = """
import sys, time
from pathlib import Path
from wenming_score.render import render
from wenming_score.render.enclosures import Enclosures
from wenming_score.reread import read_reports
reports = read_reports(Path(sys.argv[1]), "report.json")
start = time.process_time()
made = render(sys.argv[2], reports, Enclosures())
print(time.process_time() - start)
"""


def measure(folder: Path, runs: int) -> Part:
    """Lay a report out in every format but the table; what reading it back takes is not counted."""
    report, made = folder / "report.json", folder / "report.html"
    command = [OURS, "check", str(UNIT), "--as-of", "2025-12-31", "--exit-zero"]
    Program([*command, "-f", f"json:{report}", "-f", f"html:{made}"]).run()
    forms = [form for form in FORMATS if form != "table"]
    pace = slowness()
    rounds = [{form: laid_out(report, form) / pace for form in forms} for _ in range(runs)]
    seconds = {form: median(one[form] for one in rounds) for form in forms}
    goals = [at_most(f"`{form}` of one report", seconds[form], most, "s") for form, most in GOALS.items()]
    size = at_most("the same as a page: size", made.stat().st_size / 1e6, MOST, "MB")
    rows = [f"| {form} | {took * 1000:,.0f} |" for form, took in seconds.items()]
    return Part("Formats", [*goals, size], [f"CPU time, {paced(pace)}.", "", "| | CPU ms |\n|---|--:|", *rows])


def laid_out(report: Path, form: str) -> float:
    """Lay the report out in a new process; give the CPU seconds."""
    command = [sys.executable, "-c", RENDER, report, form]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own code
