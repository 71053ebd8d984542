"""C12: evidence that changes, vanishes or turns into something else while it is read is a finding, never a crash."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from door import here
from office import DAY, PAPER, lay
from pace import within
from wenming_score.evidence import reading
from wenming_score.evidence.places import Place
from wenming_score.files import FileFact

ROSTER = Path("名册.xlsx")


def link() -> None:
    ROSTER.unlink()
    ROSTER.symlink_to("/etc/passwd")


def pipe() -> None:
    ROSTER.unlink()
    os.mkfifo(ROSTER)


def folder() -> None:
    ROSTER.unlink()
    ROSTER.mkdir()


def shrunk() -> None:
    os.truncate(ROSTER, 20)


CHANGES: dict[str, tuple[Callable[[], object], str]] = {
    "deleted": (ROSTER.unlink, "evidence-missing"),
    "a link": (link, "evidence-missing"),
    "a pipe": (pipe, "evidence-missing"),
    "a folder": (folder, "evidence-missing"),
    "another file": (lambda: ROSTER.write_bytes(b"\x7fELF" + PAPER), "evidence-"),
    "emptied": (lambda: ROSTER.write_bytes(b""), "evidence-"),
    "cut short": (shrunk, "evidence-"),
}


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are made otherwise here")
@pytest.mark.parametrize("moment", ["before it is hashed", "after it is hashed"])
@pytest.mark.parametrize("change", CHANGES)
def test_what_happens_to_a_file_while_it_is_read_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, change: str, moment: str
) -> None:
    lay(Path())
    happen, rule = CHANGES[change]
    real = reading.hashed

    def hashed(place: Place) -> FileFact:
        if moment.startswith("before"):
            happened(place)
            return real(place)
        fact = real(place)
        happened(place)
        return fact

    def happened(place: Place) -> None:
        if place.size == size:
            happen()

    size = ROSTER.stat().st_size
    monkeypatch.setattr(reading, "hashed", hashed)
    with within(2):
        done = here("check", "unit.yaml", DAY, "--show", "all")

    assert done.code == (1 if moment.startswith("after") or rule == "evidence-missing" or change == "emptied" else 0)
    assert f"unit.yaml:10:14 {'错误' if done.code else '提示'} {rule}" in done.out


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are made otherwise here")
@pytest.mark.parametrize("there", ["pipe", "device", "folder"])
def test_a_lock_that_is_no_file_is_refused_at_once(there: str) -> None:
    lay(Path())
    lock = Path("evidence.lock")
    if there == "device":
        lock.symlink_to("/dev/zero")
    else:
        {"pipe": os.mkfifo, "folder": os.mkdir}[there](lock)

    with within(1):
        done = here("check", "unit.yaml", DAY)

    assert done.code == 2
    assert done.err.startswith("evidence.lock: 这")


def test_a_file_that_grows_as_it_is_read_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    monkeypatch.setattr("wenming_score.evidence.limits.HASHED", 1 << 20)
    real, small = reading.hashed, ROSTER.stat().st_size

    def hashed(place: Place) -> FileFact:
        if place.size == small:
            os.truncate(ROSTER, 8 << 30)
        return real(place)

    monkeypatch.setattr(reading, "hashed", hashed)
    with within(1):
        done = here("check", "unit.yaml", DAY, "--show", "all")

    assert "evidence-unreadable" in done.out
