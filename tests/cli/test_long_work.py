"""Long work shows how far it has come, and can be stopped with nothing half-written."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
from PIL import Image

from door import surroundings
from pace import within
from scenery import resized
from terminals import looked_on, piped

COMMAND = [sys.executable, "-m", "wenming_score", "evidence", "lock", "unit.yaml"]
STOP = signal.SIGTERM if signal.getsignal(signal.SIGINT) is signal.SIG_IGN else signal.SIGINT
"""A shell's background jobs ignore SIGINT, and so do the programs that they start."""
HEAD = """\
schema_version: 1
rubric: luoyang-2019
unit: {name: 某局, type: other, staff: 9}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: 2025-01-01, end: 2025-12-31}
evidence:
"""


def lay_out(folder: Path, size: tuple[int, int]) -> None:
    """Lay out thirty pictures of a size."""
    picture = resized(Image.linear_gradient("L"), size).convert("RGB")
    picture.save(folder / "0.png", compress_level=1)
    content = (folder / "0.png").read_bytes()
    for number in range(30):
        (folder / f"{number}.png").write_bytes(content + bytes([number]))
    lines = [f"  E{number}: {{path: {number}.png, type: photo}}\n" for number in range(30)]
    (folder / "unit.yaml").write_text(HEAD + "".join(lines), encoding="utf-8")


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """Lay out pictures that are small on disk and slow to decode."""
    lay_out(tmp_path, (6000, 4000))
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="signals and terminals work otherwise here")
def test_an_interrupt_stops_soon_and_leaves_nothing(slow: Path) -> None:
    before = sorted(path.name for path in slow.iterdir())
    with subprocess.Popen(COMMAND, cwd=slow, env=surroundings(), stderr=subprocess.PIPE) as process:
        sleep(0.8)
        process.send_signal(STOP)
        with within(5):  # what is being decoded is finished first
            _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert sorted(path.name for path in slow.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="terminals work otherwise here")
def test_a_terminal_is_told_how_far_the_work_has_come_and_a_pipe_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path, (100, 60))

    said = looked_on("evidence", "lock", "unit.yaml")

    assert "正在核对材料" in said
    assert said.split("\r\x1b[K")[-1].startswith("写好 evidence.lock")
    assert piped("evidence", "lock", "unit.yaml").startswith("写好 evidence.lock：30 个文件")
