"""Every test stands in a repository of its own."""

from pathlib import Path

import pytest

from repositories import Repository, repository, stand


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Repository:
    made = repository(tmp_path / "单位 仓库")
    stand(monkeypatch, made.folder)
    return made
