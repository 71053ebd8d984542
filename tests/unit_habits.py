"""What is done with a unit file beside its report: asked about, supposed, written to, put under another rubric."""

from itertools import islice

from judging import OUT, BrokenPromiseError, Room
from office import DAY, PAPER
from report_sums import loaded

NEW = "新增.pdf"


def explained(room: Room) -> None:
    """Explain some of what a report has, with the arithmetic."""
    for name in islice(_indicators(room), 2):
        room.run("explain", name, "--unit", "unit.yaml", DAY)


def supposed(room: Room) -> None:
    """Suppose some of it better, some worse, and some evidence away; nothing supposed is nothing changed."""
    names = _indicators(room)
    sets = [
        part for name, points in zip(names, ("full", "none"), strict=False) for part in ("--set", f"{name}={points}")
    ]
    if sets:
        room.run("whatif", "unit.yaml", DAY, *sets, "-f", f"json:{OUT}/w.json", "-f", "table")


def _indicators(room: Room) -> list[str]:
    made = room.reckon()
    items = loaded(made.encode())["items"] if made else ()
    return [one["id"] for item in items for one in item["indicators"] if not one["id"].startswith("-")]


def entered(room: Room) -> None:
    """Enter a new piece in the ledger: the file is read as before, with the piece."""
    before = room.reckon()
    if before is None:
        return
    (room.folder / NEW).write_bytes(PAPER)
    to = [part for name in _indicators(room)[:2] for part in ("--to", name)]
    if to and room.run("evidence", "add", NEW, "--type", "plan", *to, "--unit", "unit.yaml").code == 0:
        after = room.reckon()
        if after is None or NEW not in {piece["path"] for piece in loaded(after.encode())["ledger"]}:
            raise BrokenPromiseError("what is entered is in the ledger")


def migrated(room: Room) -> None:
    """Put it under another rubric: what comes out can be read."""
    if room.run("rubric", "migrate", "unit.yaml", "--to", "good.yaml", "-o", "moved.yaml").code == 0:
        done = room.run("check", "moved.yaml", DAY, "-q")
        if done.code == 2:
            raise BrokenPromiseError("what is migrated can be read", done.err)


def together(room: Room) -> None:
    """Check it beside another: the worst exit code wins, and nobody's report is lost."""
    alone = [room.run("check", name, DAY, "-q").code for name in ("before.yaml", "unit.yaml")]
    done = room.run("check", "before.yaml", "unit.yaml", DAY, "-f", f"json:{OUT}/all.json")
    worst = min(alone, key=(2, 1, 3, 0).index)
    if done.code != worst:
        raise BrokenPromiseError("the worst exit code wins", f"{alone}: {done.code}")
    number = sum(code in {0, 1} for code in alone)
    if number == len(alone) and len(loaded(room.made("all.json"))) != number:
        raise BrokenPromiseError("found is reported", f"{alone}")


def settled(room: Room) -> None:
    """Write a report again and again: from the first time on it is the same."""
    if room.run("report", "report.json", "-f", f"json:{OUT}/1.json").code == 0:
        room.run("report", f"{OUT}/1.json", "-f", f"json:{OUT}/2.json")
        if room.made("1.json") != room.made("2.json"):
            raise BrokenPromiseError("a report that was read is written the same")
