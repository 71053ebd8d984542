"""C13: whichever step of writing fails, in whichever command, every file is the old one or the whole new one."""

import errno
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

import pytest
from typing_extensions import Buffer

from door import here
from office import DAY, PAPER, RUBRIC, THREE_OF_SEVEN, changed, lay

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
OLD = ("甲.json", "乙.html", "丙.xlsx", "丁.docx", "戊.ics", "baseline.json")
"""What was there before, where a command writes over it."""
COMMANDS = {
    "check": ["check", "unit.yaml", DAY, "-f", "json:甲.json", "-f", "html:乙.html", "-f", "xlsx:新/丙.xlsx"],
    "report": ["report", "../以前.json", "-f", "docx:丁.docx", "-f", "markdown:新.md"],
    "plan": ["plan", "unit.yaml", "--as-of=2025-03-03", "-f", "xlsx:丙.xlsx", "--ics", "戊.ics"],
    "trend": ["trend", "unit.yaml", "明年.yaml", "-f", "json:甲.json", "--ics", "戊.ics"],
    "lock": ["evidence", "lock", "unit.yaml"],
    "add": ["evidence", "add", "新.pdf", "--to", "plan", "--type", "plan", "--date", "2025-03-05"],
    "list": ["evidence", "list", "unit.yaml", DAY, "-f", "xlsx", "-o", "丙.xlsx"],
    "baseline": ["baseline", "write", "unit.yaml", DAY],
    "migrate": ["rubric", "migrate", "unit.yaml", "--to", "newer.yaml", "--in-place"],
    "editions": ["rubric", "diff", "tiny.yaml", "newer.yaml", "-f", "json", "-o", "甲.json"],
    "template": ["template", "-o", "新.docx"],
    "init": ["init", "新的"],
}  # fmt: skip
Held = dict[str, bytes]
Given = ParamSpec("Given")
Made = TypeVar("Made")


class Steps:
    """Counts the steps by which files are written, and fails at one of them."""

    def __init__(self, at: int = 0, number: int = 0) -> None:
        self.taken, self.at, self.number = 0, at, number

    def take(self) -> None:
        self.taken += 1
        if self.taken == self.at:
            raise OSError(self.number, os.strerror(self.number))

    def before(self, real: Callable[Given, Made]) -> Callable[Given, Made]:
        """Make a step that is counted before it is done."""

        def step(*arguments: Given.args, **options: Given.kwargs) -> Made:
            self.take()
            return real(*arguments, **options)

        return step

    def opened(self, handle: int, mode: str) -> BinaryIO:
        """Open a file that may have room for no more than half of what is written."""
        assert mode == "wb"
        return io.BufferedWriter(Full(handle, self))


class Full(io.FileIO):
    """A file whose every writing is a step; the one that fails is done by half."""

    def __init__(self, handle: int, steps: Steps) -> None:
        super().__init__(handle, "wb")
        self._steps = steps

    def write(self, content: Buffer, /) -> int:
        try:
            self._steps.take()
        except OSError:
            super().write(memoryview(content)[: memoryview(content).nbytes // 2])
            raise
        return super().write(content) or 0


@contextmanager
def broken(steps: Steps) -> Generator[None]:
    """Let every step by which a file is made, filled, settled and put in its place be counted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "mkstemp", steps.before(tempfile.mkstemp))
        patch.setattr(os, "fdopen", steps.opened)
        patch.setattr(os, "fsync", steps.before(os.fsync))
        patch.setattr(Path, "chmod", steps.before(Path.chmod))
        patch.setattr(Path, "replace", steps.before(Path.replace))
        patch.setattr(Path, "mkdir", steps.before(Path.mkdir))
        yield


def held() -> Held:
    """Give every file here and what it holds, hidden ones too."""
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def restore(files: Held) -> None:
    """Bring back the files as they were, and nothing else."""
    shutil.rmtree("新的", ignore_errors=True)
    for name in held().keys() - files.keys():
        Path(name).unlink()
    for name, content in files.items():
        Path(name).write_bytes(content)


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Held:
    folder = tmp_path / "局"
    lay(folder, THREE_OF_SEVEN)
    monkeypatch.chdir(folder)
    here("check", "unit.yaml", DAY, "-f", "json:../以前.json")
    Path("新.pdf").write_bytes(PAPER + b"%")
    Path("newer.yaml").write_text(changed(RUBRIC, ("id: tiny", "id: newer"), ("id: cleaning", "id: sweeping")), "utf-8")
    Path("明年.yaml").write_text(Path("unit.yaml").read_text("utf-8").replace("2025", "2024"), "utf-8")
    Path("新").mkdir()
    for name in OLD:
        Path(name).write_bytes("旧的".encode())
    return held()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_whichever_step_fails_every_file_is_old_or_new(office: Held, command: list[str]) -> None:
    counted = Steps()
    with broken(counted):
        assert here(*command).code == 0
    whole = held()
    touched = {name for name in whole if office.get(name) != whole[name]}

    for at, number in zip(range(1, counted.taken + 1), cycle(ERRORS), strict=False):
        restore(office)
        with broken(Steps(at, number)):
            done = here(*command)
        after = held()

        assert done.code == 74, (at, done)
        assert done.err.count("\n") == 1
        assert after.keys() <= whole.keys(), (at, done)
        assert office.keys() <= after.keys()
        assert {name for name in after if after[name] not in (office.get(name), whole[name])} == set()
    assert counted.taken >= 5 * len(touched)
