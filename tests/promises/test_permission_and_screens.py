"""C12 to C14: what may not be read or written, and screens that take nothing more, are said by their codes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO, TextIOWrapper
from pathlib import Path

import pytest
from stage import DAY as LAST
from stage import NOW, SCREEN, THEN
from stage import lay as lay_years

from door import surroundings
from office import DAY, lay
from wenming_score.cli.app import run

PRINTED = [
    ["check", NOW, LAST],
    ["check", NOW, LAST, "-f", "json"],
    ["check", NOW, LAST, "-f", "xlsx"],
    ["check", NOW, LAST, "--color", "always"],
    ["diff", THEN, NOW, LAST],
    ["trend", THEN, NOW, LAST],
    ["trend", THEN, NOW, LAST, "-f", "html"],
    ["plan", NOW, "--as-of=2025-03-03"],
    ["plan", NOW, "--as-of=2025-03-03", "-f", "json"],
    ["whatif", NOW, LAST, "--drop", "E2"],
    ["evidence", "list", NOW, LAST],
    ["evidence", "audit", NOW, LAST, "-f", "csv"],
    ["rubric", "list"],
    ["rubric", "diff", "tiny.yaml", "newer.yaml"],
    ["rubric", "migrate", NOW, "--to", "newer.yaml"],
    *(command for command in SCREEN if "lock" not in command and "validate" not in command and "-o" not in command),
]
"""Every way in which something is printed."""
posix = pytest.mark.skipif(os.name != "posix", reason="permissions and pipes work otherwise here")


def printed(screen: TextIOWrapper, command: list[str]) -> tuple[int, str]:
    """Run a command with this for its screen; give its code and what it said beside."""
    said = StringIO()
    with redirect_stdout(screen), redirect_stderr(said):
        code = run(command)
    return code, said.getvalue()


@pytest.fixture
def full() -> Iterator[TextIOWrapper]:
    """Open a device that never has room."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    screen = TextIOWrapper(open(os.open("/dev/full", os.O_WRONLY), "wb", buffering=8192), encoding="utf-8")  # noqa: PTH123, SIM115 - no name is opened
    yield screen
    with suppress(OSError):
        screen.close()


@posix
@pytest.mark.parametrize("command", PRINTED, ids=" ".join)
def test_a_screen_without_room_is_74_and_one_line(full: TextIOWrapper, command: list[str]) -> None:
    lay_years(Path(), "某县示范局")

    code, said = printed(full, command)

    assert code == 74
    assert [line for line in said.splitlines() if line.startswith("写不出去：屏幕：")] == said.splitlines()[-1:]


@posix
@pytest.mark.parametrize("command", PRINTED, ids=" ".join)
def test_a_reader_that_has_gone_is_141_and_silence(command: list[str]) -> None:
    lay_years(Path(), "某县示范局")
    reader, writer = os.pipe()
    os.close(reader)
    screen = TextIOWrapper(open(writer, "wb"), encoding="utf-8")  # noqa: PTH123, SIM115 - no name is opened

    code, said = printed(screen, command)
    with suppress(BrokenPipeError):
        screen.close()

    assert (code, said) == (141, "")


def powerless(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as somebody whom permissions bind; root is made to lay down its power to pass them over."""
    command = [sys.executable, "-m", "wenming_score", *arguments]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root passes over every permission, and there is no setpriv to lay that power down")
        command = [setpriv, "--bounding-set", "-dac_override,-dac_read_search", *command]
    return subprocess.run(command, env=surroundings(), capture_output=True, timeout=60, check=False)


@posix
@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("unit.yaml", 2, "unit.yaml: 没有读这个文件的权限；请让文件的主人放开读取权限"),
        ("tiny.yaml", 2, "tiny.yaml: 没有读这个文件的权限；请让文件的主人放开读取权限"),
        ("名册.xlsx", 1, "有 1 个错误级问题"),
        ("01-计划", 1, "有 1 个错误级问题"),
        ("wenming.toml", 2, "wenming.toml: 没有读这个文件的权限；请让文件的主人放开读取权限"),
        ("以前.json", 2, "--baseline 的 以前.json 没有权限读；请让文件的主人放开读取权限"),
    ],
)
def test_what_may_not_be_read_is_said_by_its_name(name: str, code: int, said: str) -> None:
    lay(Path())
    assert run(["check", "unit.yaml", DAY, "-f", "json:以前.json"]) == 0
    Path("wenming.toml").write_text('baseline = "以前.json"\n', encoding="utf-8")
    Path(name).chmod(0)

    done = powerless("check", "unit.yaml", DAY)
    Path(name).chmod(0o755)

    assert done.returncode == code, done
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@posix
def test_a_folder_that_may_not_be_written_keeps_its_old_report() -> None:
    lay(Path())
    folder = Path("报告")
    folder.mkdir()
    (folder / "甲.json").write_text("旧的", encoding="utf-8")
    folder.chmod(0o555)

    done = powerless("check", "unit.yaml", DAY, "-f", "json:报告/甲.json", "-f", "html:报告/乙.html")
    left = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    folder.chmod(0o755)

    assert (done.returncode, done.stdout, left) == (74, b"", {"甲.json": "旧的"})
    assert "写不出去：报告/甲.json：没有权限" in done.stderr.decode()
