"""A promise that cannot be broken is none: each is broken here once, and that is seen."""

import json
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import judging
import samples
from judging import BrokenPromiseError, Room, probe
from office import UNIT
from report_habits import checked, formed, rewritten, scored
from report_sums import faults, loaded
from samples import Sample
from unit_habits import settled

GOOD = Sample("unit", "yaml", UNIT.encode())
Report = dict[str, Any]
Run = Callable[[Sequence[str]], int]


def broken(folder: Path, sample: Sample = GOOD, habit: judging.Habit = checked) -> str:
    try:
        probe(sample, folder / "room", habit)
    except BrokenPromiseError as error:
        return error.promise
    return ""


def told(folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> str:
    monkeypatch.setattr(judging, "run", run)
    return broken(folder, habit=asked)


def asked(room: Room) -> None:
    room.run("check", "unit.yaml")


def saying(code: int, out: str = "", err: str = "") -> Run:
    def run(_: Sequence[str]) -> int:
        sys.stdout.write(out)
        sys.stderr.write(err)
        return code

    return run


@pytest.mark.parametrize(
    ("run", "promise"),
    [
        (saying(0, "一行\n"), ""),
        (saying(2, err="unit.yaml:1:1: 坏\n"), ""),
        (saying(101, err="抱歉，程序自己出了错（ValueError，x.py:7）。"), "no fault is ours (ValueError at x.py:7)"),
        (saying(74), "the exit code is of the contract, not 74"),
        (saying(0, "\x1b[31m红\n"), "nothing that is shown is live"),
        (saying(1, err="\u202e反\n"), "nothing that is shown is live"),
        (saying(2, "半份", "unit.yaml:1:1: 坏\n"), "nothing is printed where nothing was assessed"),
        (saying(2), "a refusal names its file"),
        (saying(2, err="有个文件坏了\n"), "a refusal names its file"),
        (saying(2, err="unit.yaml:999:1: 坏\n"), "a place is in the file"),
        (saying(2, err="unit.yaml:0:1: 坏\n"), "a place is in the file"),
    ],
)
def test_what_a_command_says_is_held_against_what_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, promise: str
) -> None:
    assert told(tmp_path, monkeypatch, run) == promise


def test_a_file_that_is_left_half_written_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: Sequence[str]) -> int:
        Path(".r.json.x1").touch()
        return 0

    assert told(tmp_path, monkeypatch, run) == "nothing half-written is left"


def test_work_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "SECONDS", 0.05)

    def run(_: Sequence[str]) -> int:
        while True:
            with suppress(Exception):
                sum(range(1000))

    assert told(tmp_path, monkeypatch, run) == "it ends in 0.05 seconds"


def test_much_memory_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "MEGABYTES", 50)
    filled = judging.peak() // 1024 + 200

    def run(_: Sequence[str]) -> int:
        return len(bytearray(filled << 20)) and 0

    assert told(tmp_path, monkeypatch, run) == "it takes less than 50 MB"


def test_an_error_of_ours_is_seen_without_a_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def assess(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(judging, "assess", assess)
    assert re.fullmatch(r"no fault is ours \(KeyError at test_judging.py:\d+\)", broken(tmp_path, habit=scored))


def test_a_report_that_tells_the_form_of_the_file_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = judging.write

    def write(report: Any) -> str:  # noqa: ANN401 - a report
        size = len(Path("unit.yaml").read_bytes())
        return kept(report).replace('"outcome": "qualified"', f'"outcome": "{size}"')

    monkeypatch.setattr(judging, "write", write)
    assert broken(tmp_path / "1", habit=formed) == "form does not matter (CRLF)"
    assert broken(tmp_path / "2", habit=rewritten) == "form does not matter (other words for the same values)"
    assert broken(tmp_path / "3", habit=checked) == "the same input gives the same bytes"


def test_what_keeps_every_promise_breaks_none(tmp_path: Path) -> None:
    for number, habit in enumerate((scored, checked, formed, rewritten)):
        assert broken(tmp_path / str(number), habit=habit) == ""


def test_a_report_that_changes_when_it_is_read_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = iter((b"{}", b"[]"))

    def run(arguments: Sequence[str]) -> int:
        Path(arguments[-1].removeprefix("json:")).write_bytes(next(written))
        return 0

    monkeypatch.setattr(judging, "run", run)
    assert broken(tmp_path, Sample("report", "json", b"{}"), settled) == "a report that was read is written the same"


def spoilt(change: Callable[[Report, Report], object], folder: Path) -> list[str]:
    made: list[str] = []
    probe(GOOD, folder / "room", lambda room: made.append(room.reckon() or ""))
    report = loaded(made[0].encode())
    change(report, report["items"][0]["indicators"][0])
    return [promise for promise, _ in faults(report, folder / "room" / "office" / "unit.yaml")]


def same(report: Report, one: Report) -> bool:
    return one in report.values()


PLACES = [{"file": "unit.yaml", "line": line, "column": 1, "rule": "x"} for line in (9, 8)]
SPOILT: dict[str, Callable[[Report, Report], object]] = {
    "indicators add up to their item": lambda report, _: report["items"][0].update(full=5),
    "items add up to the total": lambda report, _: report["score"].update(supported=9),
    "supported is within claimed within full": lambda _, one: one.update(supported=5),
    "found is what the ledger lists": lambda report, _: report["ledger"].pop(),
    "what is refused says why": lambda _, one: one["evidence"][0].update(reason="x"),
    "found is counted or refused": lambda report, _: report["ledger"][0].update(state="refused"),
    "findings stand in the order of their places": lambda report, _: report["findings"].extend(PLACES),
    "gaps stand by points lost": lambda report, _: report["gaps"].extend([{"points": 1}, {"points": 2}]),
}


@pytest.mark.parametrize("promise", SPOILT)
def test_a_report_that_disagrees_with_itself_is_seen(tmp_path: Path, promise: str) -> None:
    assert spoilt(SPOILT[promise], tmp_path) == [promise]


def test_a_report_that_agrees_with_itself_is_left_in_peace(tmp_path: Path) -> None:
    assert spoilt(same, tmp_path) == []


def test_a_number_that_is_no_json_is_seen() -> None:
    assert json.loads("NaN") != loaded(b"1")
    with pytest.raises(AssertionError, match="NaN is no JSON"):
        loaded(b"NaN")


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\0\n=====\n"])
def test_a_sample_is_packed_and_unpacked(content: bytes) -> None:
    sample = Sample("pair", "yaml", content)
    assert samples.unpacked(sample.packed()) == sample


@pytest.mark.parametrize("content", [b"", b"unit.yaml", b"nothing.yaml\n", b"unit.\n", b"unit.y/l\n"])
def test_what_is_no_sample_is_none(content: bytes) -> None:
    assert samples.unpacked(content) is None


def test_a_sample_takes_the_places_of_its_target(tmp_path: Path) -> None:
    Sample("pair", "yaml", b"old\n=====\nnew").lay_out(tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("before.yaml", "unit.yaml")] == [b"old\n", b"new"]
    Sample("both", "yaml", b"alone").lay_out(tmp_path)
    assert (tmp_path / "unit.yaml").read_bytes() == b"alone"
    assert (tmp_path / "tiny.yaml").read_bytes() != b"alone"
