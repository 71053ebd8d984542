"""What is done with a unit file for its report: it adds up, is the same in every form, and in every format."""

import re
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from judging import OUT, BrokenPromiseError, Room
from office import DAY
from report_sums import Json, faults, loaded
from wenming_score.source import read
from wenming_score.source.writing import entry

WORDED = ("json", "sarif", "gitlab", "junit", "github", "csv", "markdown", "html", "badge", "shields")
_KEEPING = re.compile(rb"[|>][-+0-9]*\+")
"""A block of text that keeps its last blank lines: a line at the end of the file may belong to it."""
_OWN_SUM = re.compile(r'"sha256": "[0-9a-f]{64}"')


def scored(room: Room) -> None:
    """Assess it: a report adds up."""
    report = room.reckon()
    if report is not None:
        for promise, seen in faults(loaded(report.encode()), room.folder / "unit.yaml"):
            raise BrokenPromiseError(promise, seen)


def checked(room: Room) -> None:
    """Check it by the command line: the same bytes, and the exit code is the gate's."""
    report = room.reckon()
    done = room.run("check", "unit.yaml", DAY, "-f", f"json:{OUT}/r.json", "-f", "table")
    if (done.code in {0, 1}) != (report is not None):
        raise BrokenPromiseError("what is refused is refused by every way", f"{done.code}")
    if report is not None:
        if room.made("r.json") != report.encode():
            raise BrokenPromiseError("the same input gives the same bytes")
        if loaded(report.encode())["gate"]["passed"] != (done.code == 0):
            raise BrokenPromiseError("the exit code is the gate's", done.code)


def formed(room: Room) -> None:
    """Write it with other line ends, a mark at the start, a remark at the end: the report is the same."""
    content = (room.folder / "unit.yaml").read_bytes()
    first = room.reckon()
    if first is None or b"\r" in content or content.startswith(b"\xef\xbb\xbf") or _KEEPING.search(content):
        return
    ended = content if content.endswith(b"\n") else content + b"\n"
    forms = {
        "CRLF": content.replace(b"\n", b"\r\n"),
        "a mark": b"\xef\xbb\xbf" + content,
        "a remark": ended + "# 完\n".encode(),
    }
    for form, written in forms.items():
        room.write("unit.yaml", written)
        other = room.reckon()
        if other is None or _but_sum(other) != _but_sum(first):
            raise BrokenPromiseError(f"form does not matter ({form})")


def _but_sum(report: str) -> str:
    """Leave out the digest of the unit file, which stands before that of the rubric."""
    return _OWN_SUM.sub("", report, count=1)


def rewritten(room: Room) -> None:
    """Write the same values another way, the last section first: points, verdict and gate are the same."""
    first, data = room.reckon(), None
    if first is not None:
        data = read(room.folder / "unit.yaml", "unit.yaml").data
    if first is None or not isinstance(data, dict):
        return
    room.write("unit.yaml", "".join(f"{entry(key, part)}\n" for key, part in reversed(data.items())).encode())
    other = room.reckon()
    if other is None or _points(loaded(other.encode())) != _points(loaded(first.encode())):
        raise BrokenPromiseError("form does not matter (other words for the same values)")


def _points(report: Json) -> Json:
    items = [(item["id"], [item[key] for key in ("full", "claimed", "supported", "gap")]) for item in report["items"]]
    found = sorted((one["rule"], one["message"]) for one in report["findings"])
    return {"items": items, "found": found, **{key: report[key] for key in ("score", "verdict", "gate", "gaps")}}


def laid_out(room: Room) -> None:
    """Lay it out in every format: each reads as what it is, and is the same when made of the JSON."""
    forms = [part for form in WORDED for part in ("-f", f"{form}:{OUT}/{form}")]
    if room.run("check", "unit.yaml", DAY, *forms).code not in {0, 1}:
        return
    made = {form: room.made(form) for form in WORDED}
    for form in ("json", "sarif", "gitlab", "shields"):
        loaded(made[form])
    for form in ("junit", "badge"):
        try:
            fromstring(made[form])
        except ParseError as error:
            raise BrokenPromiseError(f"{form} is XML", error) from None
    room.write(f"{OUT}/again.json", made["json"])
    room.run("report", f"{OUT}/again.json", *forms)
    for form, content in made.items():
        if room.made(form) != content:
            raise BrokenPromiseError(f"{form} is the same when made of the JSON")


def in_office(room: Room) -> None:
    """Lay it out for Excel and Word: whole files, twice the same."""
    forms = ("-f", f"xlsx:{OUT}/x.xlsx", "-f", f"docx:{OUT}/d.docx")
    if room.run("check", "unit.yaml", DAY, *forms).code not in {0, 1}:
        return
    made = [room.made(name) for name in ("x.xlsx", "d.docx")]
    for content in made:
        with ZipFile(BytesIO(content)) as package:
            if package.testzip():
                raise BrokenPromiseError("an office file is whole")
    room.run("check", "unit.yaml", DAY, *forms)
    if made != [room.made(name) for name in ("x.xlsx", "d.docx")]:
        raise BrokenPromiseError("an office file is twice the same")


def locked(room: Room) -> None:
    """Lock what was found: the report by the lock is the report without it."""
    free = room.reckon()
    if free is not None and room.run("evidence", "lock", "unit.yaml").code == 0:
        if room.reckon() != free:
            raise BrokenPromiseError("a fresh lock changes nothing")
        if room.run("evidence", "lock", "unit.yaml", "--check").code != 0:
            raise BrokenPromiseError("a fresh lock holds")
