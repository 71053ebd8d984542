"""C11, C12 and C18: nothing is read beyond what is named, nothing is run but git, and nobody is called."""

import json
import os
import subprocess
import sys
import sysconfig
import zoneinfo
from pathlib import Path

import pytest
import watched
from stage import MADE, NOW, THEN, lay

import door
from office import PAPER
from pictures import picture
from repositories import Repository, repository

HERE = Path(__file__).parent
HOSTILE = """\
schema_version: 1
rubric: ../tiny.yaml
unit: {name: 某局, type: other, staff: 9}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: 2025-01-01, end: 2025-12-31}
evidence:
  E1: {path: ../../机密.pdf, type: plan, date: 2025-03-05}
  E2: {path: /etc/passwd, type: plan, date: 2025-03-05}
  E3: {path: 链接.pdf, type: plan, date: 2025-03-05}
  E4: {path: 文件夹/机密.pdf, type: plan, date: 2025-03-05}
  E5: {path: 圈.pdf, type: plan, date: 2025-03-05}
  E6: {path: 设备.pdf, type: plan, date: 2025-03-05}
  E7: {path: "\\\\\\\\server\\\\share\\\\a.pdf", type: plan, date: 2025-03-05}
  E8: {url: "http://127.0.0.1:9/a.pdf", type: web_page, date: 2025-03-05}
  E9: {path: 现场.jpg, type: photo, date: 2025-03-05}
answers:
  plan: {met: [person], evidence: [E1, E2, E3, E4, E5, E6, E7, E8, E9]}
"""
SETTLED = [
    *zoneinfo.TZPATH,
    sys.prefix,
    sys.base_prefix,
    sysconfig.get_path("stdlib"),
    str(door.SOURCE),
    str(door.ROOT / "rubrics"),
]
"""Where the program and Python itself lie, and the system's own zones."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Lay out the office in a repository with a past, a hostile unit in it, and a secret beside it."""
    made = repository(tmp_path_factory.mktemp("外") / "仓库")
    lay(made.folder, "某县示范局")
    folder = made.folder / "敌"
    folder.mkdir()
    (made.folder.parent / "机密.pdf").write_bytes(PAPER)
    (folder / "unit.yaml").write_text(HOSTILE, encoding="utf-8")
    (folder / "现场.jpg").write_bytes(picture())
    if os.name == "posix":
        (folder / "链接.pdf").symlink_to(made.folder.parent / "机密.pdf")
        (folder / "文件夹").symlink_to(made.folder.parent)
        (folder / "圈.pdf").symlink_to("圈.pdf")
        (folder / "设备.pdf").symlink_to("/dev/zero")
    for number in range(3):
        with (made.folder / NOW).open("a", encoding="utf-8") as unit:
            unit.write(f"# {number}\n")
        made.commit()
    return made


@pytest.fixture(scope="module")
def reached(office: Repository) -> list[str]:
    """Say what every command reached for."""
    paths = os.pathsep.join([str(door.SOURCE), str(door.ROOT / "tests"), str(HERE)])
    done = subprocess.run(
        [sys.executable, HERE / "watched.py"],
        cwd=office.folder, env=door.surroundings(PYTHONPATH=paths, PYTHONDONTWRITEBYTECODE="1"),
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    assert told["failed"] == []
    return [one.replace(f"{told['here']}{os.sep}", "") for one in told["reached"]]


def beyond(reached: list[str], verb: str) -> list[str]:
    """List what was read or written outside the office and the installation."""
    paths = [one.removeprefix(f"{verb} ") for one in reached if one.startswith(f"{verb} ")]
    settled = [os.path.realpath(place) + os.sep for place in SETTLED]
    return [path for path in paths if Path(path).is_absolute() and not path.startswith(tuple(settled))]


def test_nothing_outside_is_read(reached: list[str]) -> None:
    assert [path for path in beyond(reached, "reads") if path != os.devnull] == []
    assert "reads 2025/01/方案.pdf" in reached
    assert "reads 敌/现场.jpg" in reached


def test_nothing_is_written_but_what_was_asked_for(reached: list[str]) -> None:
    written = {one.removeprefix("writes ") for one in reached if one.startswith("writes ")}
    own = {
        THEN.replace("unit.yaml", ".evidence.lock."),
        NOW.replace("unit.yaml", ".migrated.yaml."),
        f"{MADE}{os.sep}.",
    }

    assert {path for path in written if not path.startswith(tuple(own))} - {os.devnull} == set()
    assert {path for path in written if path.startswith(f"{MADE}{os.sep}.check.docx.")}


def test_nothing_is_run_but_git_and_nobody_is_called(reached: list[str]) -> None:
    others = [one for one in reached if not one.startswith(("reads ", "writes "))]

    assert {Path(one.removeprefix("starts ")).stem for one in others} == {"git"}


def test_the_watch_sees_what_it_is_there_to_see(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(watched, "REACHED", seen)
    for event, arguments in (
        ("open", ("secret", "r", 0)),
        ("open", (b"report", None, os.O_CREAT)),
        ("subprocess.Popen", ("sh", ["sh"], None, None)),
        ("socket.connect", ("it", ("evil.example", 80))),
        ("os.system", (b"rm",)),
    ):
        watched.watch(event, arguments)

    assert [one.split()[0] for one in seen] == ["reads", "writes", "starts", "socket.connect", "os.system"]
    assert beyond(seen, "reads") == [os.path.realpath("secret")]
