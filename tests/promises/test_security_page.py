"""C20: SECURITY.md promises what tests prove, and names the limits that the program has."""

import re
from pathlib import Path

import pytest

import door
from wenming_score.evidence import limits as of_evidence
from wenming_score.source import limits as of_source

PAGES = ["SECURITY.md", "SECURITY.zh-CN.md"]
UNITS = {"": 1, " bytes": 1, " KiB": 1 << 10, " MiB": 1 << 20, " GiB": 1 << 30}
every_page = pytest.mark.parametrize("page", PAGES)


def text(page: str) -> str:
    return (door.ROOT / page).read_text(encoding="utf-8")


def promised(page: str) -> dict[str, list[str]]:
    """Give the files that each promise links to."""
    rows = re.findall(r"^\| (C\d+) \| (.+) \| (.+) \|$", text(page), re.MULTILINE)
    return {number: re.findall(r"\]\(([^)]+)\)", proof) for number, _, proof in rows}


@every_page
def test_every_promise_is_there_once_and_leads_to_tests(page: str) -> None:
    found = promised(page)

    assert list(found) == [f"C{number}" for number in range(1, 21)]
    assert len(re.findall(r"^\| C\d+ ", text(page), re.MULTILINE)) == 20
    for links in found.values():
        assert links
        assert [link for link in links if not re.search(r"^def test_\w+", _code(link), re.MULTILINE)] == []


def _code(link: str) -> str:
    return (door.ROOT / link).read_text(encoding="utf-8")


def test_both_languages_promise_the_same() -> None:
    assert promised(PAGES[0]) == promised(PAGES[1])
    assert text(PAGES[0]).count("\n- ") == text(PAGES[1]).count("\n- ")


def test_a_test_of_promises_is_linked() -> None:
    tests = {path.relative_to(door.ROOT).as_posix() for path in Path(__file__).parent.glob("test_*.py")}

    assert tests - {link for links in promised(PAGES[0]).values() for link in links} == set()


@every_page
def test_every_limit_is_named_as_it_is(page: str) -> None:
    rows = re.findall(r"^\| .+ \| ([\d,]+)( \w+)? \| `(\w+)\.limits\.(\w+)` \|$", text(page), re.MULTILINE)
    said = {f"{module}.{name}": int(number.replace(",", "")) * UNITS[unit] for number, unit, module, name in rows}
    real = {
        f"{module}.{name}": value
        for module, limits in (("source", of_source), ("evidence", of_evidence))
        for name, value in vars(limits).items()
        if name.isupper()
    }

    assert said == real
    assert len(rows) == len(real)
