"""120 revisions of a unit followed by `trend`, beside 120 plain scorings in one process."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import chdir
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from benching.goals import Part, at_most
from benching.race import ROOT
from wenming_score.assess import Job, assess, assess_looked
from wenming_score.history import Store, between, look_at_revision, parse_range
from wenming_score.trend import follow

EXAMPLE = ROOT / "examples/county-office-2025"
REVISIONS, ROUNDS, GOAL = 120, 3, 1.5
JOB = Job(date(2025, 12, 31))


def measure(folder: Path) -> Part:
    """Make a repository of that many revisions and follow it."""
    commit(folder / "repository")
    with chdir(folder / "repository"):
        share = median([timed(followed) / timed(scored) for _ in range(ROUNDS + 1)][1:])
    what = f"`trend` of {REVISIONS} revisions"
    goal = at_most(what, share, GOAL, "as many scorings")
    return Part("Years", [goal], [f"Both in one process, {EXAMPLE.name} with a comment more in each revision."])


def commit(home: Path) -> None:
    """Commit the example, and then a change of its unit file again and again."""
    shutil.copytree(EXAMPLE, home)
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


def timed(work: Callable[[], None]) -> float:
    """Give the CPU seconds of some work."""
    start = process_time()
    work()
    return process_time() - start
