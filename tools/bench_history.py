"""120 revisions of a unit followed by `trend`, beside 120 plain scorings in one process; prints, never judges."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from wenming_score.assess import Job, assess, assess_looked
from wenming_score.history import Store, between, look_at_revision, parse_range
from wenming_score.trend import follow

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/county-office-2025"
REVISIONS, ROUNDS, GOAL = 120, 3, 1.5
JOB = Job(date(2025, 12, 31))


def main() -> int:
    """Make a repository of that many revisions and follow it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        commit(home)
        os.chdir(home)
        pairs = [(timed(followed), timed(scored)) for _ in range(ROUNDS + 1)][1:]
    wall = median(one[0] / other[0] for one, other in pairs)
    processor = median(one[1] / other[1] for one, other in pairs)
    print(f"{REVISIONS} revisions of {EXAMPLE.name} in a trend, beside as many plain scorings in one process")
    print(f"  wall {wall:.2f}, CPU {processor:.2f} of them (goal {GOAL})")
    return 0


def commit(home: Path) -> None:
    """Commit the example, and then a change of its unit file again and again."""
    shutil.copytree(EXAMPLE, home, dirs_exist_ok=True)
    git = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "core.hooksPath=/dev/null"]
    subprocess.run(["git", "init", "--quiet"], cwd=home, check=True)  # noqa: S607 - whichever git there is
    for number in range(REVISIONS):
        with (home / "unit.yaml").open("a", encoding="utf-8") as file:
            file.write(f"# {number}\n")
        subprocess.run([*git, "add", "."], cwd=home, check=True)  # noqa: S603 - as above
        subprocess.run([*git, "commit", "--quiet", "-m", str(number)], cwd=home, check=True)  # noqa: S603 - as above


def followed() -> None:
    """Follow every revision."""
    ends = parse_range(f"HEAD~{REVISIONS - 1}..HEAD", "unit.yaml")
    assert ends
    with Store() as store:
        specs = between(*ends, store)
        reports = [assess_looked(look_at_revision(spec, JOB, store), JOB) for spec in specs]
    assert len(follow(reports, labels=[spec.revision for spec in specs]).years) == REVISIONS


def scored() -> None:
    """Score the unit file as often."""
    for _ in range(REVISIONS):
        assess(Path("unit.yaml"), "unit.yaml", JOB)


def timed(work: object) -> tuple[float, float]:
    """Give the wall and CPU seconds of some work."""
    assert callable(work)
    wall, processor = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - processor


if __name__ == "__main__":
    sys.exit(main())
