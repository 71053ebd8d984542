"""Workflow commands, read back by the rules of the runner."""

from dataclasses import dataclass, replace

import pytest

from formats import TEXTS, live, other, write
from golden_files import compare
from reports import bare, hostile, rich
from wenming_score.choices import Lang
from wenming_score.text import inert

NAMES = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command:
    """Read one line as the runner does: the command ends at the first `::` after the one that begins it."""
    line = line.lstrip()
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    pairs = (pair.partition("=") for pair in rest.split(",") if pair)
    return Command(name, {key.strip(): plain(value) for key, _, value in pairs}, plain(message))


def plain(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def commands(text: str) -> list[Command]:
    assert text.endswith("\n") or not text
    return [read(line) for line in text.splitlines()]


@pytest.mark.parametrize(("lang", "name"), [("zh", "github.txt"), ("en", "github-en.txt")])
def test_the_example_is_written_as_it_was(lang: Lang, name: str) -> None:
    compare(name, write("github", rich(lang), lang=lang))


def test_findings_come_first_then_gaps_then_why_the_gate_is_shut() -> None:
    report = rich()
    said = commands(write("github", report))
    found, gaps = len(report.findings), len(report.gaps)

    assert {(one.name, one.message, one.properties["title"]) for one in said[:found]} == {
        (NAMES[one.severity], one.message, one.rule) for one in report.findings
    }
    assert [one.name for one in said[:found]] == sorted(
        (one.name for one in said[:found]), key=list(NAMES.values()).index
    )
    assert all(one.name == "notice" for one in said[found : found + gaps])
    assert all(
        gap.title in one.message and f"{gap.points} 分" in one.message and gap.action in one.message
        for gap, one in zip(report.gaps, said[found:], strict=False)
    )
    assert [(one.name, one.message) for one in said[found + gaps :]] == [("error", one) for one in report.gate.reasons]


def test_an_annotation_stands_on_its_line_and_column() -> None:
    report = rich()
    lines = {one.id: one.line for item in report.items for one in item.indicators}
    places = [(one.properties["line"], one.properties.get("col")) for one in commands(write("github", report))[:-1]]

    assert set(places) == {(str(one.line), str(one.column)) for one in report.findings} | {
        (str(lines[gap.indicator]), None) for gap in report.gaps
    }


def test_a_finding_without_a_line_names_its_file_alone() -> None:
    report = rich()
    nowhere = replace(report, findings=tuple(replace(one, line=0, column=0) for one in report.findings), gaps=())

    assert all(set(one.properties) == {"file", "title"} for one in commands(write("github", nowhere)))


@pytest.mark.parametrize("text", [*TEXTS, "a,b=c,line=1::%3A%0A"])
def test_no_text_is_a_command_or_a_property(text: str) -> None:
    made = write("github", hostile(text))
    said = commands(made)

    assert live(made) == []
    assert len(said) == len(commands(write("github", rich()))) + 1
    assert all(one.name in NAMES.values() for one in said)
    assert all(set(one.properties) <= {"file", "line", "col", "title"} for one in said)
    assert {one.properties["file"] for one in said} == {inert(text)}
    assert all(inert(text) in one.message for one in said if one.properties["title"] != "和上期相比")


def test_two_units_are_annotated_together_and_the_gravest_still_come_first() -> None:
    said = commands(write("github", rich(), other()))
    ranks = [list(NAMES.values()).index(one.name) for one in said if one.properties["title"] != "门禁未通过"]

    assert ranks == sorted(ranks)
    assert [one.properties["file"] for one in said[-2:]] == [rich().unit.file, other().unit.file]


def test_a_report_without_anything_to_say_says_nothing() -> None:
    assert write("github", bare()) == ""
