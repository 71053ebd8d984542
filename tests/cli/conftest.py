"""Every test of the command line runs in a folder of its own, and nothing around it shows."""

from pathlib import Path

import pytest

import door


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in an empty folder, without a variable that changes what is shown."""
    for name in door.OUR_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
