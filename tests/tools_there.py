"""What some tests want beside Python: schemas that `tools/validators.py` fetches, programs of the system."""

import os
import shutil
import sys
from pathlib import Path

import pytest

VALIDATORS = Path(sys.prefix) / "validators"
_AROUND = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
"""Where programs are: those of this Python first."""


def needed(thing: str | Path) -> Path:
    """Give a file, or a program by its name; without it the test skips, and in CI, where all must be, it fails."""
    found = shutil.which(thing, path=_AROUND) if isinstance(thing, str) else thing
    if found and Path(found).exists():
        return Path(found)
    text = f"{thing} is not there: `make test` installs what tests want"
    if os.environ.get("CI"):
        pytest.fail(text)
    pytest.skip(text)
