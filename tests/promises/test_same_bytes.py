"""C4, C15 and C16: the same files and day give the same bytes in every format, wherever, whenever and by whatever."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

import pytest
from stage import lay

import door

HERE = Path(__file__).parent
PLACES: dict[str, dict[str, str | None]] = {
    "usual": {"PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    "elsewhere": {
        "PYTHONHASHSEED": "4294967295", "TZ": "America/Los_Angeles", "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii", "COLUMNS": "100",
    },
    "bare": {
        "PYTHONHASHSEED": "7", "TZ": "No/Such:Zone", "LC_ALL": "tr_TR.UTF-8", "PYTHONIOENCODING": "gbk", "HOME": None,
        "TMPDIR": "/nowhere", "PYTHONOPTIMIZE": "2", "TERM": "dumb", "LINES": "x",
    },
}  # fmt: skip
"""Hash seeds, zones, locales and consoles as far apart as they can be."""
NO_CHINESE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": None}
"""A locale in which a Chinese name of a file is no text."""
FORMS = {"json", "sarif", "html", "xlsx", "docx"}


class Told(TypedDict):
    """What `made` tells."""

    codes: list[int]
    files: dict[str, str]


def told(folder: Path, variables: Mapping[str, str | None], python: str = sys.executable) -> Told:
    """Lay the office out in a folder and make every document of it."""
    lay(folder, "某县示范局 ß İ ı é")
    paths = os.pathsep.join([str(door.SOURCE), str(door.ROOT / "tests"), str(HERE)])
    done = subprocess.run(
        [python, HERE / "made.py"], cwd=folder, env=door.surroundings(**{**variables, "PYTHONPATH": paths}),
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(tmp_path_factory.mktemp("a"), PLACES["usual"])


def differing(one: Told, other: Told) -> list[str]:
    """Name the documents that are not the same."""
    assert one["files"].keys() == other["files"].keys()
    return [name for name, digest in one["files"].items() if digest != other["files"][name]]


@pytest.mark.parametrize("place", ["elsewhere", "bare"])
def test_every_document_is_the_same_by_any_seed_zone_locale_console_and_folder(
    usual: Told, tmp_path: Path, place: str
) -> None:
    other = told(tmp_path / "乙 局" / "深", PLACES[place])

    assert len(usual["files"]) > 70
    assert set(usual["codes"]) == {0, 1}
    assert differing(usual, other) == []
    assert other["codes"] == usual["codes"]


def pythons() -> list[str]:
    """List the other Pythons that can run the program: those of the path that have all that it needs."""
    versions = [f"python3.{minor}" for minor in range(11, 15) if minor != sys.version_info.minor]
    named = [*os.environ.get("OTHER_PYTHONS", "").split(os.pathsep), *map(shutil.which, versions)]
    return [python for python in named if python and _able(python)]


def _able(python: str) -> bool:
    needed = "import pydantic, rich, typer, ruamel.yaml, docxtpl, xlsxwriter, icalendar, pypdf, pytest, markdown_it"
    return subprocess.run([python, "-c", needed], capture_output=True, timeout=60, check=False).returncode == 0


def test_every_document_is_the_same_by_any_python(usual: Told, tmp_path: Path) -> None:
    others = pythons()
    if not others:
        pytest.skip("no other Python has what the program needs; OTHER_PYTHONS may name some")
    for number, python in enumerate(others):
        other = told(tmp_path / str(number), PLACES["elsewhere"], python)
        assert (python, differing(usual, other), other["codes"]) == (python, [], usual["codes"])


def test_a_report_of_real_evidence_is_the_same_anywhere(tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    for number, variables in enumerate([PLACES["usual"], PLACES["bare"], NO_CHINESE]):
        folder = tmp_path / str(number)
        shutil.copytree(door.ROOT / "examples/county-office-2025", folder / "单位")
        order = [
            "check",
            "单位",
            "--as-of=2025-12-31",
            *(f"-f{form}:{form}" for form in FORMS),
        ]
        done = door.there(*order, cwd=folder, env=door.surroundings(**variables))
        assert done.returncode == 1, done.stderr
        made.append({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})

    assert [name for name in made[0] if len({one[name] for one in made}) > 1] == []
    assert made[0].keys() == FORMS
    assert str(tmp_path).encode() not in b"".join(made[0].values())
