"""Rank a province of made-up units by each engine, say what that costs, and see that all three say the same.

Dask has a scheduler and two workers on this machine; what a network costs is not in the figures.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from benching.machine import compiled
from make_fleet import make_fleet

ROOT = Path(__file__).parent.parent
UNITS, WORKERS = 30_000, 2
FORMATS = ("csv", "json", "html", "parquet")


def main() -> int:
    """Make the province, rank it three times, and compare."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--units", type=int, default=UNITS)
    options.add_argument("--folder", type=Path, help="where the province is kept for another time")
    given = options.parse_args()
    compiled(ROOT / "src")
    with tempfile.TemporaryDirectory() as own:
        folder = given.folder or Path(own)
        if not (folder / "各单位").is_dir():
            for _ in make_fleet(folder / "各单位", given.units):
                pass
        said = {name: rank(folder, name, more) for name, more in engines().items()}
    print("the same bytes from all" if len(set(said.values())) == 1 else f"NOT THE SAME: {said}")
    return len(set(said.values())) - 1


def engines() -> Mapping[str, list[str]]:
    """Give the options of each engine; the cluster stays until this program ends."""
    cluster = import_module("distributed").LocalCluster(WORKERS, threads_per_worker=1, dashboard_address=":0")
    return {
        "one process": ["--jobs", "1"],
        f"--jobs {WORKERS}": ["--jobs", str(WORKERS)],
        f"dask, {WORKERS} workers": ["--engine", "dask", "--scheduler", cluster.scheduler_address],
    }


def rank(folder: Path, name: str, more: list[str]) -> str:
    """Rank by one engine in every format, print its cost, and give the SHA-256 of all that it wrote."""
    files = {form: folder / f"out.{form}" for form in FORMATS}
    formats = [part for form, file in files.items() for part in ("-f", f"{form}:{file.name}")]
    program = str(Path(sys.executable).parent / "wenming-score")
    timed = [sys.executable, "-S", "-E", str(ROOT / "tools/benching/timed.py")]
    command = [*timed, program, "rank", "各单位", "--as-of", "2025-12-31", *formats, *more]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    wall, cpu, size, code = done.stdout.split()
    print(
        f"{name:17} wall {float(wall):6.0f} s   CPU {float(cpu):6.0f} s   {float(size):5.0f} MB   exit {code}",
        flush=True,
    )
    digest = hashlib.sha256()
    for file in files.values():
        digest.update(file.read_bytes())
        file.unlink()
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
