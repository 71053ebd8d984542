"""Every exit code of the contract, by every cause."""

import errno
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import door
from door import here
from office import (
    BREACHED,
    DAY,
    INELIGIBLE,
    MISSING,
    NO_SELF_SCORE,
    NOTHING_SAID,
    OVERCLAIMED,
    THREE_OF_SEVEN,
    UNDECLARED,
    lay,
)

EXAMPLES = [door.ROOT / "examples" / name for name in ("county-office-2025", "county-office-2024", "small-unit")]
AS_IF_TYPED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import wenming_score.__main__"
"""A shell may have told its background jobs to ignore Ctrl-C."""

Change = tuple[str, str]


def test_a_unit_that_passes_the_gate_exits_0() -> None:
    lay(Path())

    done = here("check", "unit.yaml", DAY)

    assert (done.code, done.err) == (0, "")
    assert "达到合格线" in done.out


@pytest.mark.parametrize(
    ("change", "options", "reason"),
    [
        (BREACHED, [], "触碰红线：严重违纪"),
        (UNDECLARED, [], "有 1 个错误级问题"),
        (INELIGIBLE, [], "不符合申报条件：届期完整"),
        (MISSING, [], "有 1 个错误级问题"),
        (THREE_OF_SEVEN, ["--fail-under", "7"], "支撑得分 6.57 低于 7"),
        (THREE_OF_SEVEN, ["--fail-under", "mark"], "支撑得分 6.57 低于 8"),
        (THREE_OF_SEVEN, ["--fail-item-under", "50"], "活动只有满分的 42.85%，低于 50%"),
        (OVERCLAIMED, ["--strict"], "有 1 个警告级问题"),
        (OVERCLAIMED, ["--fail-on", "warning"], "有 1 个警告级问题"),
        (NO_SELF_SCORE, ["--fail-on", "note"], "有 1 个提示级问题"),
    ],
)
def test_a_shut_gate_exits_1_and_gives_its_reasons_last(change: Change, options: list[str], reason: str) -> None:
    lay(Path(), change)

    done = here("check", "unit.yaml", DAY, *options)

    assert done.code == 1
    assert f"门禁未通过：unit.yaml：{reason}" in done.err.splitlines()
    assert all(line.startswith("门禁未通过：") for line in done.err.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check"],
        ["check", "unit.yaml", "--nonsense"],
        ["check", "unit.yaml", "--as-of", "2025-02-30"],
        ["check", "unit.yaml", "--as-of", "今天"],
        ["check", "unit.yaml", "--as-of", "20251231"],
        ["check", "unit.yaml", "--fail-under", "很多"],
        ["check", "unit.yaml", "--fail-under", "-1"],
        ["check", "unit.yaml", "--fail-under", "8.125"],
        ["check", "unit.yaml", "--fail-under", "1e3"],
        ["check", "unit.yaml", "--fail-item-under", "nan"],
        ["check", "unit.yaml", "--fail-on", "fatal"],
        ["check", "unit.yaml", "--show", "some"],
        ["check", "unit.yaml", "--color", "red"],
        ["check", "unit.yaml", "--lang", "fr"],
        ["check", "unit.yaml", "-f", "pdf"],
        ["check", "unit.yaml", "-f", "json", "-f", "table"],
        ["check", "unit.yaml", "-f", "json:a.json", "-o", "b.json"],
        ["check", "unit.yaml", "-o"],
        ["check", "unit.yaml", "--evidence-root", "没有"],
        ["check", "unit.yaml", "-r", "nonsense-2000"],
        ["check", "unit.yaml", "-r", "./没有.yaml"],
        ["check", "没有.yaml"],
        ["explain", "nonsense"],
        ["explain", "plan", "--unit", "没有.yaml"],
        ["rubric", "show", "nonsense"],
        ["schema", "nonsense"],
        ["init", ".", "--year", "1234"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_run_exits_2_and_says_why_on_stderr_alone(arguments: list[str]) -> None:
    lay(Path())

    done = here(*arguments)

    assert (done.code, done.out) == (2, "")
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_a_glob_that_matches_nothing_exits_3_and_repeats_it() -> None:
    done = here("check", "没有*/unit.yaml")

    assert (done.code, done.out, done.err) == (3, "", "没有找到自评文件：没有*/unit.yaml\n")


def test_a_folder_without_unit_files_exits_3() -> None:
    Path("空").mkdir()

    assert here("check", "空").code == 3


def test_a_file_with_nothing_said_in_it_exits_3() -> None:
    lay(Path(), NOTHING_SAID, ("count: 7, evidence: [E2], self_score: 6", "count: "))

    done = here("check", "unit.yaml", "-o", "报告.txt")

    assert (done.code, done.out) == (3, "")
    assert "没有一条自评（answers），也没有活动（activities）" in done.err
    assert not Path("报告.txt").exists()


@pytest.mark.parametrize("place", ["没有/报告.json", "tiny.yaml/报告.json", "01-计划"])
def test_a_place_that_cannot_be_written_exits_74_and_is_named(place: str) -> None:
    lay(Path())
    before = sorted(Path().rglob("*"))

    done = here("check", "unit.yaml", DAY, "-f", f"json:{place}")

    assert (done.code, done.out) == (74, "")
    assert place in done.err
    assert sorted(Path().rglob("*")) == before


def test_a_full_disk_exits_74_and_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    old = Path("报告.json")
    old.write_text("旧报告", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = here("check", "unit.yaml", DAY, "-f", "json:报告.json")

    assert (done.code, old.read_text(encoding="utf-8")) == (74, "旧报告")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("options", [["-q"], ["--show", "all"], ["-f", "json"], ["--color", "always"]])
def test_a_full_screen_device_exits_74(tmp_path: Path, options: list[str]) -> None:
    lay(tmp_path)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wenming_score", "check", tmp_path, DAY, *options],
            stdout=full, stderr=subprocess.PIPE, env=door.surroundings(), timeout=60, check=False,
        )  # fmt: skip

    assert done.returncode == 74
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_exits_130_and_is_quiet(sent: signal.Signals) -> None:
    command = [sys.executable, "-c", AS_IF_TYPED, "check", *EXAMPLES, DAY, "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=door.surroundings()) as running:
        assert running.stdout is not None
        running.stdout.read(1)  # from here on it waits for a reader
        running.send_signal(sent)
        _, said = running.communicate(timeout=60)

    assert running.returncode == 130
    assert b"Traceback" not in said
    assert len(said.splitlines()) <= 1


@pytest.mark.parametrize(
    "options",
    [
        ["-f", "json"],
        ["--show", "all", "-v"],
        pytest.param(["--color", "always", "--show", "all", "-v"]),
    ],
)
def test_a_reader_that_goes_away_means_141_and_silence(options: list[str]) -> None:
    command = [sys.executable, "-m", "wenming_score", "check", *EXAMPLES, DAY, "--fail-on", "never", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=door.surroundings()) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr is not None
        said = running.stderr.read()
        running.wait(60)

    assert (running.returncode, said) == (141, b"")


@pytest.mark.parametrize(
    ("units", "code"),
    [
        (["good", "shut"], 1),
        (["shut", "bad", "good"], 2),
        (["bad", "bare", "shut"], 2),
        (["bare", "good"], 3),
        (["bare", "shut"], 1),
        (["good", "good"], 0),
    ],
)
def test_with_several_units_the_worst_code_wins(units: list[str], code: int) -> None:
    lay(Path("good"))
    lay(Path("shut"), BREACHED)
    lay(Path("bad"), ("answers:", "answer:"))
    lay(Path("bare"), NOTHING_SAID, ("count: 7, evidence: [E2], self_score: 6", "count: "))

    assert here("check", *units, DAY, "-q").code == code


def test_one_bad_file_does_not_stop_the_others() -> None:
    lay(Path("a"), ("answers:", "answer:"))
    lay(Path("b"), ("某县示范局", "乙局"))
    lay(Path("c"), ("schema_version: 1", "schema_version: 9"))
    lay(Path("d"), ("某县示范局", "丁局"))

    done = here("check", "a", "b", "c", "d", DAY, "-q")

    assert done.code == 2
    assert re.findall("[甲乙丙丁]局", done.out) == ["乙局", "丁局"]
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["a/unit.yaml", "c/unit.yaml"]


def test_an_output_that_fails_is_worse_than_a_bad_file() -> None:
    lay(Path("a"), ("answers:", "answer:"))
    lay(Path("b"))

    assert here("check", "a", "b", DAY, "-f", "json:没有/报告.json").code == 74
