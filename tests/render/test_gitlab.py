"""GitLab's Code Quality report, by the fields that GitLab asks for."""

import json
import re
from dataclasses import replace

import pytest

from formats import TEXTS, live, moved, other, write
from golden_files import compare
from reports import bare, hostile, rich
from wenming_score.choices import Lang
from wenming_score.report import Report

SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def entries(*reports: Report) -> list[tuple[str, str, str, str, str, int]]:
    """Read entries back: each has these fields and no other."""
    made = json.loads(write("gitlab", *reports))
    for one in made:
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert set(one["location"]) == {"path", "lines"}
        assert set(one["location"]["lines"]) == {"begin"}
        assert re.fullmatch("[0-9a-f]{64}", one["fingerprint"])
        assert one["location"]["lines"]["begin"] >= 1
    return [
        (
            one["description"],
            one["check_name"],
            one["fingerprint"],
            one["severity"],
            one["location"]["path"],
            one["location"]["lines"]["begin"],
        )
        for one in made
    ]


@pytest.mark.parametrize(("lang", "name"), [("zh", "gitlab.json"), ("en", "gitlab-en.json")])
def test_the_example_is_written_as_it_was(lang: Lang, name: str) -> None:
    compare(name, write("gitlab", rich(lang), lang=lang))


def test_every_finding_and_every_gap_is_an_entry() -> None:
    report = rich()
    found = [(text, rule, level, path, line) for text, rule, _, level, path, line in entries(report)]

    assert set(found[: len(report.findings)]) == {
        (one.message, one.rule, SEVERITIES[one.severity], one.file, one.line) for one in report.findings
    }
    gaps = found[len(report.findings) :]
    assert [(rule, level) for _, rule, level, _, _ in gaps] == [("gap", "info")] * len(report.gaps)
    assert all(gap.title in text and gap.action in text for gap, (text, *_) in zip(report.gaps, gaps, strict=True))


def test_what_has_no_line_stands_on_the_first() -> None:
    report = rich()
    nowhere = replace(report, findings=tuple(replace(one, line=0) for one in report.findings), gaps=())

    assert {line for *_, line in entries(nowhere)} == {1}


def test_fingerprints_stay_when_lines_and_words_change() -> None:
    assert {one[2] for one in entries(moved())} == {one[2] for one in entries(rich())}


def test_no_two_entries_of_several_units_have_one_fingerprint() -> None:
    made = entries(rich(), other(), rich())

    assert len({one[2] for one in made}) == len(made) == 3 * len(entries(rich()))


def test_the_fingerprints_are_those_of_sarif() -> None:
    (run,) = json.loads(write("sarif", rich()))["runs"]

    assert [one["partialFingerprints"]["wenmingScore/v1"] for one in run["results"]] == [
        one[2] for one in entries(rich())
    ]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_breaks_the_list(text: str) -> None:
    made = write("gitlab", hostile(text))

    assert len(entries(hostile(text))) == len(entries(rich()))
    assert live(made) == []
    assert made.encode().decode() == made


def test_a_report_without_anything_to_say_is_an_empty_list() -> None:
    assert write("gitlab", bare()) == "[]\n"
