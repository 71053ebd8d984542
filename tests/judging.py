"""What holds whatever bytes a file is made of, for every command and for the way of `check` without a command line."""

import re
import resource
import signal
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import FrameType

from door import Outcome
from formats import live
from samples import Sample
from wenming_score.assess import Job, NothingAssessedError, assess
from wenming_score.cli.app import run
from wenming_score.finding import InputError
from wenming_score.render.json import write
from wenming_score.text import speak

SECONDS, MEGABYTES = 10, 300
"""For one command, of the processor's time and of memory beyond what was there."""
PLAIN, UNWRITABLE = {0, 1, 2, 3}, 74
"""The exit codes that a sample may bring about; the last only where the sample says what is written where."""
FREE = {"arguments", "settings"}
"""Targets that say what is to be done, and so what is printed."""
OUT = "../out"
"""Where reports go: nothing there is taken for evidence."""
LAST_DAY = date(2025, 12, 31)

_BLAMED = re.compile(r"抱歉，程序自己出了错（(\w+)，(\S+:\d+)）|\((\w+), (\S+:\d+)\)")
_PLACED = re.compile(r"(.+?):(\d+):(\d+): ")


class BrokenPromiseError(AssertionError):
    """A promise that was not kept: which, and what was seen."""

    def __init__(self, promise: str, seen: object = "") -> None:
        """Take the promise as a few words that are the same for the same fault."""
        super().__init__(f"{promise}: {seen}")
        self.promise = promise


class TooSlowError(BaseException):
    """Raised inside the work that takes too long; nothing in the program may catch it."""


@dataclass(frozen=True, slots=True)
class Room:
    """A sample, laid out in the folder where commands run."""

    sample: Sample
    folder: Path

    def run(self, *arguments: str) -> Outcome:
        """Run a command; whatever it is, it keeps what every command promises."""
        with _bounded(arguments):
            done = _run(arguments)
        for promise, seen in _unkept(self, arguments, done):
            raise BrokenPromiseError(promise, f"{arguments}: {seen}")
        return done

    def reckon(self) -> str | None:
        """Assess the unit without a command line: the report in JSON, or None where it is refused at its place."""
        speak("zh")
        try:
            with _bounded("assess"):
                return write(assess(Path("unit.yaml"), "unit.yaml", Job(LAST_DAY)))
        except InputError as refused:
            said = "\n".join(map(str, refused.mistakes))
            for promise, seen in _unplaced(self, (), said):
                raise BrokenPromiseError(promise, seen) from None
        except NothingAssessedError:
            pass
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
            raise BrokenPromiseError(f"no fault is ours ({place})", error) from error
        return None

    def write(self, name: str, content: bytes) -> None:
        """Put other bytes into a file of the office."""
        (self.folder / name).write_bytes(content)

    def made(self, name: str) -> bytes:
        """Give what a command wrote."""
        return (self.folder / OUT / name).read_bytes()


Habit = Callable[[Room], None]
"""What is done with a sample, and the promises that belong to it."""


def probe(sample: Sample, folder: Path, habit: Habit) -> None:
    """Lay a sample out in an empty folder, stand in its office and do one thing with it."""
    office = folder / "office"
    office.mkdir(parents=True)
    (folder / "out").mkdir()
    sample.lay_out(office)
    with chdir(office):
        habit(Room(sample, office))


def _run(arguments: Sequence[str]) -> Outcome:
    """Run in this process, with streams that take bytes too, as a terminal's do."""
    said = BytesIO(), BytesIO()
    out, err = (TextIOWrapper(buffer, "utf-8", write_through=True) for buffer in said)
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    return Outcome(code, *(buffer.getvalue().decode(errors="replace") for buffer in said))


def peak() -> int:
    """Tell the most memory that this process ever held, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooSlowError


@contextmanager
def _bounded(what: object) -> Generator[None]:
    """Stop work when it has had its seconds of the processor, and see how much memory it took."""
    most, before = peak(), signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    except TooSlowError:
        raise BrokenPromiseError(f"it ends in {SECONDS} seconds", what) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if peak() - most > MEGABYTES << 10:
        raise BrokenPromiseError(f"it takes less than {MEGABYTES} MB", what)


def _unkept(room: Room, arguments: Sequence[str], done: Outcome) -> Iterator[tuple[str, str]]:
    """Yield what every command promises and this one did not keep."""
    free = room.sample.target in FREE
    if blamed := _BLAMED.search(done.err):
        yield f"no fault is ours ({blamed[1] or blamed[3]} at {blamed[2] or blamed[4]})", done.err
    if done.code not in PLAIN | ({UNWRITABLE} if free else set[int]()):
        yield f"the exit code is of the contract, not {done.code}", done.err
    if seen := live(done.err) or (live(done.out) if not free else []):
        yield "nothing that is shown is live", repr(seen[0])
    if done.code in {2, 3}:
        if done.out and not free:
            yield "nothing is printed where nothing was assessed", done.out[:80]
        yield from _unplaced(room, arguments, done.err)
    if left := [path.name for path in room.folder.rglob(".*.*") if room.sample.target != "arguments"]:
        yield "nothing half-written is left", str(left)


def _unplaced(room: Room, arguments: Sequence[str], said: str) -> Iterator[tuple[str, str]]:
    """Yield refusals that name neither a file nor what was asked, or a place that is not in the file."""
    names = [*arguments[1:], *(path.name for path in room.folder.iterdir())]
    if not said.strip() or not (room.sample.target in FREE or any(name in said for name in names)):
        yield "a refusal names its file", repr(said)
    for placed in filter(None, map(_PLACED.match, said.splitlines())):
        yield from _off(room, placed[1], int(placed[2]), int(placed[3]))


def _off(room: Room, name: str, line: int, column: int) -> Iterator[tuple[str, str]]:
    file = room.folder / name
    if not file.is_file():
        return
    content = file.read_bytes()
    lines = content.count(b"\n") + content.count(b"\r") + 2
    if not (0 < line <= lines and 0 < column <= len(content) + 2):
        yield "a place is in the file", f"{name}:{line}:{column}"
