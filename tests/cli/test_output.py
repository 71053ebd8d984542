"""Any console, any locale, any reader: the same verdict, and nothing that a terminal would obey."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import door
from door import here, surroundings, there
from office import BREACHED, DAY, THREE_OF_SEVEN, lay

COLOUR = "\x1b["
EXAMPLES = sorted(door.ROOT.glob("examples/*/unit.yaml"))


def test_a_pipe_gets_no_colours_unless_it_asks_for_them() -> None:
    lay(Path())

    assert COLOUR not in here("check", ".", DAY).out
    assert COLOUR not in here("check", ".", DAY, "--color", "never").out
    assert COLOUR in here("check", ".", DAY, "--color", "always").out


@pytest.mark.parametrize("command", [["check", "."], ["check", ".", "-q"], ["explain", "plan", "--unit", "unit.yaml"]])
def test_colours_change_no_word(command: list[str]) -> None:
    lay(Path(), THREE_OF_SEVEN)

    bright = here(*command, DAY, "--color", "always").out

    assert re.sub(r"\x1b\[[0-9;]*m", "", bright) == here(*command, DAY).out


@pytest.mark.parametrize(
    ("env", "option", "coloured"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"TERM": "dumb"}, "auto", False),
        ({"GITHUB_ACTIONS": "true", "NO_COLOR": "1"}, "auto", False),
        ({}, "never", False),
    ],
)
def test_a_terminal_gets_colours_as_it_and_the_option_say(env: dict[str, str], option: str, *, coloured: bool) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    lay(Path())
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wenming_score", "check", ".", DAY, "-q", "--color", option]
    with subprocess.Popen(command, stdout=theirs, env=surroundings(**{"TERM": "xterm-256color", **env})) as running:
        assert running.wait(60) == 0
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)

    assert "某县示范局" in shown
    assert (COLOUR in shown) is coloured


def test_github_does_not_colour_what_stands_in_a_pipe() -> None:
    env = surroundings(GITHUB_ACTIONS="true", NO_COLOR="1", TERM="xterm-256color")

    for arguments in (["--help"], ["check", "--nonsense"], ["check", "--help"]):
        done = there(*arguments, env=env)
        assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("columns", ["1", "0", "-5", "x", "", "40", "80", "120", "99999999999"])
def test_any_width_gives_the_same_verdict_in_lines_of_60_to_120(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    lay(Path(), BREACHED)
    with monkeypatch.context() as wide:  # pytest, too, would fill its lines to this width
        wide.setenv("COLUMNS", columns)
        done = here("check", ".", DAY, "--show", "all", "-v")
        others = [here("explain", "cleaning", "--unit", "unit.yaml", DAY), here("rubric", "show", "luoyang-2019")]

    assert done.code == 1
    assert "【一票否决】" in done.out
    assert [one.code for one in others] == [0, 0]


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": None},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": None},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "big5:strict"},
        {"PYTHONIOENCODING": "latin-1"},
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"},
        {"TZ": "America/Los_Angeles", "PYTHONOPTIMIZE": "2", "HOME": None, "TMPDIR": "/nowhere"},
        {"COLUMNS": "x", "TERM": "dumb", "LINES": "x"},
    ],
    ids=str,
)
def test_any_console_and_locale_gets_the_whole_report_and_the_same_bytes_in_files(
    tmp_path: Path, env: dict[str, str | None]
) -> None:
    lay(tmp_path, BREACHED)
    usual = here("check", "unit.yaml", DAY, "-f", "json").out

    done = there("check", "unit.yaml", DAY, "-f", "json:r.json", "-f", "table", cwd=tmp_path, env=surroundings(**env))

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 2
    assert (tmp_path / "r.json").read_bytes() == usual.encode()
    assert done.stdout.count(b"\n") == here("check", "unit.yaml", DAY).out.count("\n")


def test_a_gbk_console_reads_chinese() -> None:
    lay(Path(), BREACHED)

    done = there("check", "unit.yaml", DAY, "-q", cwd=Path(), env=surroundings(PYTHONIOENCODING="gbk"))

    assert done.stdout.decode("gbk") == here("check", "unit.yaml", DAY, "-q").out
    assert "门禁未通过：unit.yaml：触碰红线：严重违纪" in done.stderr.decode("gbk")


@pytest.mark.parametrize("unit", EXAMPLES, ids=lambda unit: unit.parent.name)
@pytest.mark.parametrize("width", [80, 120])
def test_every_sign_of_the_table_is_in_gbk(monkeypatch: pytest.MonkeyPatch, unit: Path, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = here("check", unit, DAY, "--show", "all", "-v").out

    assert {sign for sign in shown if sign.encode("gbk", "replace") == b"?" != sign.encode()} == set()


def test_a_closed_output_is_no_fault_of_ours() -> None:
    lay(Path())
    closed = [
        sys.executable,
        "-c",
        "import os; os.close(1); import sys; sys.stdout = None; import wenming_score.__main__",
    ]
    done = subprocess.run(
        [*closed, "check", ".", DAY], env=surroundings(), stderr=subprocess.PIPE, timeout=60, check=False
    )

    assert b"Traceback" not in done.stderr
    assert done.returncode in door.CODES


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_inputs_give_the_same_bytes_from_anywhere(tmp_path: Path, seed: str) -> None:
    lay(tmp_path / "甲", BREACHED)
    usual = here("check", "甲", DAY, "-f", "json").out

    done = there("check", "甲", DAY, "-f", "json", cwd=tmp_path, env=surroundings(PYTHONHASHSEED=seed))

    assert done.stdout.decode() == usual
    assert json.loads(usual)["unit"]["file"] == "甲/unit.yaml"
