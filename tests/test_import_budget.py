"""What a run loads: modules are counted, not milliseconds, and those that came in new are named.

`UPDATE_GOLDEN=1 pytest tests/test_import_budget.py` takes what is loaded now for the budget.
"""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from door import ROOT, surroundings

LOCKED = ("check", "examples/county-office-2025/unit.yaml", "--as-of", "2025-12-31")
"""A unit with a lock: none of its files is decoded."""
JSON = (*LOCKED, "-f", "json")
RUN = """
import atexit, sys
before = set(sys.modules)
atexit.register(lambda: print("\\n".join(sorted(set(sys.modules) - before)), file=sys.stderr))
from wenming_score.cli import main
main()
"""
MODELS = {"pydantic", "pydantic_core", "ruamel"}
OFFICE = {"docx", "docxtpl", "lxml", "openpyxl", "xlsxwriter", "icalendar"}
PAGES = {"jinja2", "markupsafe"}
EVIDENCE = {"PIL", "defusedxml", "olefile", "pillow_heif", "pypdf", "tinytag"}
FAR = {"numpy", "highspy", "duckdb", "distributed", "multiprocessing"}
HEAD_ROOM = 1.04
BUDGETS = ROOT / "tests/golden/imports"


@cache
def loaded(*arguments: str, cwd: Path = ROOT, completing: str = "") -> frozenset[str]:
    """Run the program, or ask it as bash does how a line may go on, and name the modules that came in."""
    words = {"COMP_WORDS": completing, "COMP_CWORD": str(completing.count(" "))}
    asked = {"_WENMING_SCORE_COMPLETE": "complete_bash", **words} if completing else {}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=cwd, env=surroundings(**asked), capture_output=True, check=False
    )
    said = done.stderr.decode().splitlines()
    assert done.returncode in (0, 1), said
    names = frozenset(line for line in said if all(map(str.isidentifier, line.split("."))))
    assert "wenming_score.cli.app" in names
    return names


def packages(modules: frozenset[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("plan", "-h"), ("rubric", "show", "--help")])
def test_help_loads_no_models_and_nothing_that_lays_out(arguments: tuple[str, ...]) -> None:
    assert packages(loaded(*arguments)).isdisjoint(MODELS | OFFICE | PAGES | EVIDENCE | FAR | {"rich"})


@pytest.mark.parametrize("words", ["wenming-score ", "wenming-score check --f", "wenming-score check --color "])
def test_completion_loads_no_models_and_nothing_that_lays_out(words: str) -> None:
    assert packages(loaded(completing=words)).isdisjoint(MODELS | OFFICE | PAGES | EVIDENCE | FAR | {"rich"})


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "gitlab", "csv", "markdown", "shields"])
def test_what_programs_read_is_made_without_what_people_look_at(form: str) -> None:
    came = packages(loaded(*LOCKED, "-f", form))
    assert came.isdisjoint(OFFICE | PAGES | EVIDENCE | FAR | {"rich"})


def test_a_table_without_a_terminal_takes_no_more_of_rich_than_how_wide_a_sign_is() -> None:
    came = loaded(*LOCKED)
    assert packages(came).isdisjoint(OFFICE | PAGES | EVIDENCE | FAR)
    assert "rich.cells" in came
    assert {"rich.console", "rich.text", "rich.table"}.isdisjoint(came)


def test_a_page_is_made_without_office_or_picture_libraries() -> None:
    assert packages(loaded(*LOCKED, "-f", "html")).isdisjoint(OFFICE | EVIDENCE | FAR)


@pytest.mark.parametrize(("name", "arguments"), [("help", ("--help",)), ("check-json", JSON)])
def test_no_more_modules_come_in_than_the_budget_allows(name: str, arguments: tuple[str, ...]) -> None:
    file, came = BUDGETS / f"{name}.txt", loaded(*arguments)
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(sorted(came)) + "\n", encoding="utf-8")
    known = frozenset(file.read_text(encoding="utf-8").split())
    ours = {one for one in came if one.startswith("wenming_score")}
    new = f"new: {', '.join(sorted(came - known))}; UPDATE_GOLDEN=1 takes them in"
    assert len(ours) <= HEAD_ROOM * len({one for one in known if one.startswith("wenming_score")}), new
    assert len(came) <= HEAD_ROOM * len(known), new


def test_no_other_package_is_asked_in_as_a_plugin_of_pydantic(tmp_path: Path) -> None:
    (tmp_path / "uninvited.py").write_text("raise SystemExit('here I am')", encoding="utf-8")
    facts = tmp_path / "uninvited-1.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: uninvited\nVersion: 1\n", encoding="utf-8")
    (facts / "entry_points.txt").write_text("[pydantic]\nuninvited = uninvited:plugin\n", encoding="utf-8")
    script = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{RUN}"
    command = [sys.executable, "-c", script, *JSON]
    done = subprocess.run(command, cwd=ROOT, env=surroundings(), capture_output=True, check=False)
    assert done.returncode == 1
    assert b"here I am" not in done.stderr
    assert b"\npydantic.main\n" in done.stderr
