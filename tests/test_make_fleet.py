import subprocess
import sys
from pathlib import Path

import pytest

from door import ROOT, here

UNITS = 400
CHECK = ("check", "--as-of", "2025-12-31", "--exit-zero", "-q")


def made(folder: Path, seed: int, units: int = UNITS) -> list[tuple[str, str]]:
    """Make a fleet, and give the broken units with what is wrong."""
    command = [sys.executable, "-X", "utf8", "tools/make_fleet.py", folder, str(units), "--seed", str(seed), "--broken"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()
    return [(path, wrong) for path, _, wrong in (line.partition("\t") for line in lines)]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str]]]:
    """Make one fleet for several tests."""
    folder = tmp_path_factory.mktemp("fleet")
    return folder, made(folder, 1)


def test_one_unit_in_a_hundred_is_broken_each_in_its_own_way(fleet: tuple[Path, list[tuple[str, str]]]) -> None:
    folder, broken = fleet
    assert len(list(folder.glob("*/unit.yaml"))) == UNITS
    assert len({wrong for _, wrong in broken}) == len(broken) == UNITS // 100
    for path, wrong in broken:
        assert here(*CHECK, folder / path).code == (3 if wrong == "blank" else 2), wrong


def test_all_others_can_be_assessed_and_differ(fleet: tuple[Path, list[tuple[str, str]]]) -> None:
    folder, broken = fleet
    whole = sorted({*folder.glob("*/unit.yaml")} - {folder / path for path, _ in broken})[::40]
    said = [here(*CHECK, path) for path in whole]
    assert {one.code for one in said} == {0}
    assert len({one.out.split("支撑")[1] for one in said}) > len(said) // 2


def test_files_are_as_long_as_real_ones_and_some_have_papers(fleet: tuple[Path, list[tuple[str, str]]]) -> None:
    folder, broken = fleet
    names = {path for path, _ in broken}
    sizes = [
        path.read_text(encoding="utf-8").count("\n")
        for path in folder.glob("*/unit.yaml")
        if path.relative_to(folder).as_posix() not in names
    ]
    assert 800 <= min(sizes) < 900
    assert 1900 < max(sizes) <= 2000
    assert len(list(folder.glob("*/plan.pdf"))) == UNITS // 10


def test_a_seed_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    def content(seed: int, name: str) -> dict[str, bytes]:
        made(tmp_path / name, seed, 40)
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        return {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files}

    first = content(7, "first")
    assert content(7, "again") == first
    assert content(8, "other") != first
