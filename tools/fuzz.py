"""Fuzz `check` and what reads the same files: branches lead, grammars change, promises judge; see docs/fuzzing.md."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

import atheris

ROOT = Path(__file__).resolve().parents[1]
LED_BY = ["wenming_score", "pypdf", "olefile", "tinytag"]
"""Packages whose branches lead the search."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
"""Where folders are quick."""


def main() -> None:
    """Fuzz for so many seconds, or pick from what was grown what belongs in the corpus."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--work", type=Path, default=ROOT / "dist" / "fuzz", help="what is grown and what is found")
    options.add_argument("--only", help="this target alone")
    options.add_argument("--pick", type=int, help="pick so many samples of what was grown, and stop")
    given = options.parse_args()
    sys.path.append(str(ROOT / "tests"))
    _instrument()
    from fuzzing.picking import pick  # noqa: PLC0415 - what is imported before has no branches to follow
    from fuzzing.run import fuzz  # noqa: PLC0415 - as above

    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        if given.pick:
            pick(given.work, Path(scratch), given.pick)
        else:
            fuzz(given.work, Path(scratch), only=given.only, seconds=given.seconds, seed=given.seed)


def _instrument() -> None:
    """Import the whole program so that its branches can be followed."""
    with atheris.instrument_imports(include=LED_BY, enable_loader_override=False):
        program = import_module("wenming_score")
        for module in walk_packages(program.__path__, "wenming_score."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


if __name__ == "__main__":
    main()
