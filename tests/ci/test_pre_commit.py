"""The hooks, run by pre-commit itself, which clones this tree and installs it as it does for anyone."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

import door
from office import MISSING, RUBRIC, UNIT, changed, lay, place
from tools_there import needed

PARTS = (".pre-commit-hooks.yaml", "src", "rubrics", "pyproject.toml", "README.md", "LICENSE")
"""All that the hooks are made of."""
AUTHOR = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@dataclass(frozen=True, slots=True)
class Repository:
    """A unit's repository, in which nothing of this machine's git and pre-commit shows."""

    folder: Path
    env: dict[str, str]

    def git(self, *arguments: str) -> None:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=.")

    def hook(self, name: str, *arguments: str) -> tuple[int, str]:
        """Stage everything and run a hook on it, as a commit does."""
        self.git("add", "--all")
        done = subprocess.run(
            [needed("pre-commit"), "run", "--color=never", *arguments, name],
            cwd=self.folder, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout.decode()


def surroundings(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"} or name.startswith("PIP_")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C.UTF-8"}
    return {**kept, **AUTHOR, **quiet, "PRE_COMMIT_HOME": str(home)}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Commit this tree as it stands to a repository that pre-commit can clone."""
    git = needed("git")
    if not (door.ROOT / ".git").exists():
        pytest.skip("this is no checkout: git cannot say which files belong to it")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *PARTS],
        cwd=door.ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    clone = Repository(tmp_path_factory.mktemp("hooks"), surroundings(tmp_path_factory.mktemp("home")))
    for name in filter(None, listed.stdout.split("\0")):
        if (door.ROOT / name).exists():
            (clone.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(door.ROOT / name, clone.folder / name)
    clone.git("init", "--quiet")
    clone.commit()
    clone.git("tag", "v0.1.0")
    return clone


@pytest.fixture
def repository(hooks: Repository, tmp_path: Path) -> Repository:
    """Make a repository that uses the hooks, on a fixed day."""
    made = Repository(tmp_path, {**hooks.env, "WENMING_SCORE_AS_OF": "2025-12-31"})
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"""\
repos:
  - repo: {hooks.folder}
    rev: v0.1.0
    hooks: [{{id: wenming-score}}, {{id: wenming-score-all}}, {{id: wenming-score-rubric}}]
""",
        encoding="utf-8",
    )
    made.git("init", "--quiet")
    return made


def test_a_good_unit_passes(repository: Repository) -> None:
    lay(repository.folder / "某 局")

    code, said = repository.hook("wenming-score", "--verbose")

    assert code == 0, said
    assert "某县示范局：支撑 10.00/10" in said


def test_an_invalid_unit_file_fails_with_its_line(repository: Repository) -> None:
    lay(repository.folder / "甲")
    lay(repository.folder / "乙 局", ("staff: 40", "staf: 40"))

    code, said = repository.hook("wenming-score")

    assert (code, "- exit code: 2\n" in said) == (1, True)
    assert f"乙 局/unit.yaml:{place(UNIT, 'staff')}: " in said
    assert "某县示范局：支撑 10.00/10" in said


def test_a_gate_that_is_shut_stops_the_commit_and_says_why(repository: Repository) -> None:
    lay(repository.folder, MISSING)

    code, said = repository.hook("wenming-score")

    assert code == 1
    assert "- exit code: 1\n" in said
    assert "门禁未通过：unit.yaml：有 1 个错误级问题" in said


def test_evidence_alone_wakes_only_the_hook_for_all_units(repository: Repository) -> None:
    lay(repository.folder)
    repository.commit()
    (repository.folder / "名册.xlsx").unlink()

    quick, quick_said = repository.hook("wenming-score")
    every, every_said = repository.hook("wenming-score-all")

    assert (quick, every) == (0, 1)
    assert "no files to check" in quick_said
    assert "门禁未通过：unit.yaml：有 1 个错误级问题" in every_said


def test_a_rubric_that_does_not_add_up_fails_with_its_line(repository: Repository) -> None:
    rubrics = repository.folder / "体系/rubrics"
    rubrics.mkdir(parents=True)
    (rubrics / "tiny-1.yaml").write_text(RUBRIC, encoding="utf-8")
    assert repository.hook("wenming-score-rubric")[0] == 0
    items = changed(RUBRIC, ("    points: 6\n    basis: house\n", "    points: 5\n    basis: house\n"))
    (rubrics / "tiny-1.yaml").write_text(items, encoding="utf-8")

    code, said = repository.hook("wenming-score-rubric")

    assert code == 1
    assert f"体系/rubrics/tiny-1.yaml:{place(items, '5' + chr(10) + '    basis')}: " in said


def test_rubrics_that_are_no_files_of_a_rubrics_folder_are_left_alone(repository: Repository) -> None:
    (repository.folder / "rubrics-old.yaml").write_text("not: a rubric", encoding="utf-8")

    assert "no files to check" in repository.hook("wenming-score-rubric")[1]


def test_pre_commit_finds_nothing_wrong_with_the_manifest() -> None:
    subprocess.run(
        [needed("pre-commit"), "validate-manifest", door.ROOT / ".pre-commit-hooks.yaml"], timeout=60, check=True
    )


def test_what_init_writes_checks_the_unit_file_with_the_command_that_is_installed(tmp_path: Path) -> None:
    command = needed("wenming-score")
    env = surroundings(tmp_path / "home")
    made = Repository(tmp_path / "局", {**env, "PATH": f"{Path(command).parent}{os.pathsep}{env['PATH']}"})
    door.here("init", made.folder)
    made.git("init", "--quiet")

    code, said = made.hook("wenming-score")

    assert (code, "- exit code: 3\n" in said) == (1, True)
    assert "WARNING" not in said
