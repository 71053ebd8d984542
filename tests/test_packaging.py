"""What is installed can do what a checkout can: the rubrics and the translations go along."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

import door
from wenming_score import catalogue

RUBRICS = sorted(path.name for path in (door.ROOT / "rubrics").glob("*.yaml"))
LOCALE = "wenming_score/locale/en/LC_MESSAGES/messages.mo"
PACKAGES = {package.name for package in distributions()}
PARTS = ("src", "rubrics", "pyproject.toml", "README.md", "LICENSE")
"""All that a wheel is made of."""


def builder(source: Path, out: Path) -> list[str]:
    """Find a program that builds wheels."""
    uv = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if "build" in PACKAGES:
        return [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(source)]
    if uv:
        return [uv, "build", "--wheel", "--out-dir", str(out), str(source)]
    if "pip" in PACKAGES:
        return [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(out), str(source)]
    pytest.skip("none of build, uv and pip is installed, so no wheel can be built")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a copy, so that nothing is left in the checkout."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for part in PARTS:
        whole = door.ROOT / part
        if whole.is_dir():
            shutil.copytree(whole, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(whole, source / part)
    done = subprocess.run(builder(source, out), capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own."""
    if "pip" not in PACKAGES:
        pytest.skip("pip is not installed")
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_a_wheel_holds_every_rubric_and_every_module(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        names = set(opened.namelist())

    assert {f"wenming_score/rubrics/{name}" for name in RUBRICS} <= names
    package = door.ROOT / "src/wenming_score"
    files = (path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    modules = {f"wenming_score/{path.relative_to(package).as_posix()}" for path in files}
    assert modules <= names
    assert "wenming_score/py.typed" in names
    assert not [name for name in names if not name.startswith("wenming_score")]


def test_a_wheel_holds_the_translations(wheel: Path) -> None:
    if not (door.ROOT / "src" / LOCALE).exists():
        pytest.skip("the English catalogue is not compiled")
    with ZipFile(wheel) as opened:
        assert LOCALE in opened.namelist()


def test_the_licence_and_the_command_go_along(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        texts = {name.split("/")[-1]: opened.read(name).decode() for name in opened.namelist() if ".dist-info/" in name}

    assert "MIT" in texts["LICENSE"]
    assert "wenming-score = wenming_score.cli:main" in texts["entry_points.txt"]


def test_an_installed_program_finds_its_rubrics_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    env = door.surroundings(PYTHONPATH=str(installed))

    listed = door.there("rubric", "list", cwd=tmp_path, env=env)
    example = door.ROOT / "examples/county-office-2025"
    checked = door.there("check", example, "--as-of=2025-12-31", "-q", cwd=tmp_path, env=env)

    assert listed.returncode == 0
    heads = [line.split()[0] for line in listed.stdout.decode().splitlines() if not line.startswith(" ")]
    assert [f"{name}.yaml" for name in heads] == RUBRICS
    assert checked.stdout == door.there("check", example, "--as-of=2025-12-31", "-q", cwd=tmp_path).stdout
    assert checked.stdout.count(b"\n") == 1


def test_the_modules_of_an_installed_program_are_its_own(installed: Path, tmp_path: Path) -> None:
    code = "import wenming_score.catalogue as c; print(c.__file__); print(c.folder())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=door.surroundings(PYTHONPATH=str(installed)), cwd=tmp_path,
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    assert [Path(line).is_relative_to(installed) for line in done.stdout.splitlines()] == [True, True]


def test_a_checkout_finds_its_rubrics_too() -> None:
    assert [f"{name}.yaml" for name in catalogue.bundled()] == RUBRICS
    assert catalogue.DEFAULT in catalogue.bundled()
