"""The machine, as far as figures depend on it: no names, no paths."""

import compileall
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

PEERS = ("check-jsonschema", "yamllint", "yamale", "PyYAML", "ruamel.yaml")
OURS = ("pydantic", "pydantic_core", "typer", "ruamel.yaml", "pillow", "highspy")
TURNS, ORDINARY = 1_000_000, 0.06
"""Turns of a loop, and the seconds that they take on an ordinary machine."""
VERSIONS = "import importlib.metadata as m, sys; print(*(f'{n} {m.version(n)}' for n in sys.argv[1:]), sep=', ')"


def told(peers: Path) -> list[str]:
    """Say what ran on what."""
    return [
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}; load when it began: {os.getloadavg()[0]:.1f}",
        f"Python {platform.python_version()}; {_versions(Path(sys.executable), OURS)}",
        f"Peers: {_versions(peers / 'python', PEERS)}",
        f"{datetime.now(UTC).date()}",
    ]


def slowness() -> float:
    """Say how many times as long as on an ordinary machine a loop takes here, now; never less than once."""
    return max(1.0, min(_loop() for _ in range(5)) / ORDINARY)


def paced(pace: float) -> str:
    """Say whose seconds they are."""
    return f"in seconds of an ordinary machine; a plain loop took {pace:.1f} × as long here"


def _loop() -> float:
    start, total = process_time(), 0
    for turn in range(TURNS):
        total += turn
    return process_time() - start


def compiled(folder: Path) -> None:
    """Compile our own byte code; that of the peers was compiled when they were installed."""
    compileall.compile_dir(folder, quiet=1)


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def _versions(python: Path, names: tuple[str, ...]) -> str:
    done = subprocess.run([python, "-c", VERSIONS, *names], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    return done.stdout.strip()
