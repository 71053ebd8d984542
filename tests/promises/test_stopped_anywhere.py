"""C13 and C14: whenever a run is stopped it leaves quietly, and every output is the old file or the new."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from door import surroundings
from office import DAY, lay

OUTPUTS = ("甲.json", "乙.html", "丙.ics")
CHECK = ("check", "unit.yaml", DAY, "-f", "json:甲.json", "-f", "html:乙.html")
PLAN = ("plan", "unit.yaml", DAY, "-f", "json:甲.json", "-f", "html:乙.html", "--ics", "丙.ics")
PROGRAM = """\
import atexit, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sent, event, part, times = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
del sys.argv[1:5]
def look(found, arguments):
    global times
    if found == event and any(part in one for one in map(os.fsdecode, filter(named, arguments))):
        times -= 1
        if not times:
            os.kill(os.getpid(), sent)
def named(argument):
    return isinstance(argument, (str, bytes, os.PathLike))
if event == "exit":
    atexit.register(os.kill, os.getpid(), sent)
else:
    sys.addaudithook(look)
from wenming_score.cli import main
main()
"""
"""The program, sending itself a signal when Python says for the n-th time that it does something with such a name."""
MOMENTS = [
    ("import", "typer", 1, CHECK),
    ("import", "pydantic", 40, CHECK),
    ("open", "tiny.yaml", 1, CHECK),
    ("open", "名册.xlsx", 1, CHECK),
    ("open", ".甲.json.", 1, CHECK),
    ("open", ".乙.html.", 1, CHECK),
    ("os.rename", "甲.json", 1, CHECK),
    ("os.rename", "乙.html", 1, CHECK),
    ("open", ".丙.ics.", 1, PLAN),
    ("os.rename", "丙.ics", 1, PLAN),
]  # fmt: skip
"""From the first import to the last file's taking its place."""


def stopped(
    sent: signal.Signals, event: str, part: str, times: int, *command: str
) -> subprocess.CompletedProcess[bytes]:
    order = [sys.executable, "-c", PROGRAM, str(int(sent)), event, part, str(times), *command]
    return subprocess.run(order, env=surroundings(), capture_output=True, timeout=60, check=False)


def lay_again() -> None:
    """Lay out the office, with a report of each kind from before."""
    lay(Path())
    for name in OUTPUTS:
        Path(name).write_text("旧的", encoding="utf-8")


def held() -> dict[str, bytes]:
    """Give every file here and what it holds, hidden ones too."""
    return {path.name: path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], dict[str, bytes]]:
    """Give what each command leaves when nothing stops it."""
    left: dict[tuple[str, ...], dict[str, bytes]] = {}
    with pytest.MonkeyPatch.context() as patch:
        for command in (CHECK, PLAN):
            patch.chdir(tmp_path_factory.mktemp("whole"))
            lay_again()
            assert stopped(signal.SIGTERM, "never", "", 1, *command).returncode == 0
            left[command] = held()
    return left


@pytest.mark.skipif(sys.platform == "win32", reason="signals are no more than names there")
@pytest.mark.parametrize(("event", "part", "times", "command"), MOMENTS, ids=lambda one: str(one)[:12])
def test_whenever_it_is_stopped_it_is_quiet_and_every_file_is_old_or_new(
    whole: dict[tuple[str, ...], dict[str, bytes]], event: str, part: str, times: int, command: tuple[str, ...]
) -> None:
    lay_again()
    before = held()
    sent = signal.SIGINT if len(part) % 2 else signal.SIGTERM

    done = stopped(sent, event, part, times, *command)
    after = held()

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] not in (before[name], whole[command].get(name))} == set()
    assert event == "os.rename" or after == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals are no more than names there")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_when_the_work_is_done_nothing_changes_how_it_came_out(sent: signal.Signals) -> None:
    lay(Path())

    done = stopped(sent, "exit", "", 1, "check", "unit.yaml", DAY, "-q")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


SWALLOWED = """\
import os, signal, sys
import wenming_score.source.document as document
from wenming_score.cli import main
def turned(*arguments):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except KeyboardInterrupt:
        raise ValueError("a library's own error") from None
document.Document.__init__ = turned
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are no more than names there")
def test_an_interruption_that_a_library_takes_for_an_error_is_still_one() -> None:
    lay(Path())

    done = subprocess.run(
        [sys.executable, "-c", SWALLOWED, "check", "unit.yaml", DAY],
        env=surroundings(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
