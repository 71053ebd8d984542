"""C1: whatever bytes stand in any file that a command reads, it comes to an exit code of the table and no traceback."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from door import CODES, here
from office import DAY, THREE_OF_SEVEN, lay

SPRING = "--as-of=2025-03-03"
READ: Mapping[str, tuple[str, list[list[str]]]] = {
    "a report": ("r.json", [["report", "r.json", "-f", "html", "-o", "r.html"], ["diff", "r.json", "r.json"]]),
    "a baseline": ("r.json", [["check", "unit.yaml", DAY, "--baseline", "r.json"]]),
    "a plan": ("p.json", [["plan", "unit.yaml", SPRING, "--status", "p.json"]]),
    "a calendar": ("c.yaml", [["plan", "unit.yaml", SPRING, "--calendar", "c.yaml"]]),
    "a lock": ("evidence.lock", [["check", "unit.yaml", DAY], ["evidence", "lock", "unit.yaml", "--check"]]),
    "another's lock": ("evidence.lock", [["check", "unit.yaml", DAY, "--against", "evidence.lock"]]),
    "settings": ("wenming.toml", [["check", DAY], ["check", DAY, "--show-config"]]),
    "shared settings": ("pyproject.toml", [["check", "unit.yaml", DAY]]),
    "a template": ("t.docx", [["report", "r.json", "-f", "docx:r.docx", "--template", "t.docx"]]),
    "evidence": ("名册.xlsx", [["check", "unit.yaml", DAY, "-f", "json"]]),
    "a paper": ("01-计划/年度 方案.pdf", [["evidence", "list", "unit.yaml", DAY]]),
}
"""What is read beside unit files and rubrics, and what reads it."""
WRITTEN = {
    "c.yaml": "holidays: {2026-01-01: 元旦}\nworkdays: [2026-01-04]\nclosed: [2025-08-01]\n",
    "wenming.toml": 'units = ["unit.yaml"]\nfail-under = "mark"\nformat = ["table"]\n',
    "pyproject.toml": '[tool.wenming-score]\nfail-on = "never"\n',
}


def good() -> dict[str, bytes]:
    """Make one good file of each kind, in the empty folder where we stand."""
    lay(Path(), THREE_OF_SEVEN)
    for command in (
        ["check", "unit.yaml", DAY, "-f", "json:r.json"],
        ["plan", "unit.yaml", SPRING, "-f", "json:p.json"],
        ["evidence", "lock", "unit.yaml"],
        ["template", "-o", "t.docx"],
    ):
        assert here(*command).code == 0
    for name, text in WRITTEN.items():
        Path(name).write_text(text, encoding="utf-8")
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@st.composite
def spoilt(draw: st.DrawFn, whole: bytes) -> bytes:
    """Draw any bytes, or a good file with some of its bytes changed, lost or put in."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=300))
    at, cut = draw(st.integers(0, len(whole))), draw(st.sampled_from([0, 0, 1, 2, 40, len(whole)]))
    junk = draw(st.binary(max_size=6) | st.sampled_from([b"null", b"1e999", b'"\\ud800"', b"[[[[", b"\xff\xfe", b"\0"]))
    return whole[:at] + junk + whole[at + cut :]


def tried(files: Mapping[str, bytes], name: str, content: bytes, run: Callable[[], None]) -> None:
    """Run something with one file put in the place of the good one, and bring the good one back."""
    Path(name).write_bytes(content)
    run()
    for path in Path().rglob("*"):
        if path.is_file() and path.as_posix() not in files:
            path.unlink()
    Path(name).write_bytes(files[name])


@pytest.mark.parametrize("kind", READ)
def test_any_bytes_come_to_an_exit_code(kind: str) -> None:
    name, commands = READ[kind]
    whole = good()
    beside = {one: content for one, content in whole.items() if one == name or not one.endswith((".toml", ".lock"))}
    for path in whole.keys() - beside.keys():
        Path(path).unlink()

    def harmless() -> None:
        for command in commands:
            done = here(*command)
            assert done.code in CODES, (command, done)
            assert "Traceback" not in done.err

    @settings(
        max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )
    @given(spoilt(whole[name]))
    def try_all(content: bytes) -> None:
        tried(beside, name, content, harmless)

    tried(beside, name, whole[name], harmless)
    try_all()
