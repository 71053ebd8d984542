"""SARIF, as GitHub's code scanning takes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from formats import TEXTS, live, moved, other, write
from golden_files import compare
from reports import bare, hostile, rich
from tools_there import VALIDATORS, needed
from wenming_score.checks import CHECKS
from wenming_score.choices import Lang
from wenming_score.finding import SEVERITIES
from wenming_score.report import Report
from wenming_score.text import inert


@dataclass(frozen=True, slots=True)
class Shown:
    """A result, as far as it is asked about."""

    rule: str
    level: str
    text: str
    uri: str
    region: Mapping[str, int]
    about: Mapping[str, str]
    fingerprint: str
    points: float


def results(*reports: Report) -> list[Shown]:
    (run,) = json.loads(write("sarif", *reports))["runs"]
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    return [
        Shown(
            one["ruleId"],
            one["level"],
            one["message"]["text"],
            place["physicalLocation"]["artifactLocation"]["uri"],
            place["physicalLocation"].get("region", {}),
            {logical["kind"]: logical["name"] for logical in place["logicalLocations"]},
            one["partialFingerprints"]["wenmingScore/v1"],
            one.get("properties", {}).get("points", 0),
        )
        for one in run["results"]
        for place in one["locations"]
    ]


def mistakes(text: str) -> list[str]:
    schema = json.loads(needed(VALIDATORS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(json.loads(text))  # pyright: ignore[reportUnknownMemberType] - half typed
    return [f"{error.json_path}: {error.message}" for error in errors]


@pytest.mark.parametrize(("lang", "name"), [("zh", "sarif.sarif"), ("en", "sarif-en.sarif")])
def test_the_example_is_written_as_it_was(lang: Lang, name: str) -> None:
    compare(name, write("sarif", rich(lang), lang=lang))


def test_the_official_schema_takes_every_run() -> None:
    many = replace(rich(), findings=rich().findings * 400)

    assert mistakes(write("sarif", rich())) == []
    assert mistakes(write("sarif", bare())) == []
    assert mistakes(write("sarif", rich(), other())) == []
    assert mistakes(write("sarif", many)) == []


def test_the_official_schema_refuses_what_is_wrong() -> None:
    assert mistakes(write("sarif", rich()).replace('"startLine": 153', '"startLine": 0')) != []


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_breaks_a_run(text: str) -> None:
    made = write("sarif", hostile(text))

    assert mistakes(made) == []
    assert live(made) == []
    assert made.encode().decode() == made


@pytest.mark.parametrize("text", [*TEXTS, "//evil.example/a", "c:a?b#c%20 d", "甲 乙/自评.yaml"])
def test_a_file_is_a_path_below_the_root_whatever_its_name(text: str) -> None:
    uris = {one.uri for one in results(hostile(text))}

    (uri,) = uris
    parts = urlsplit(uri)
    assert uri.isascii()
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(uri) == inert(text).lstrip("/")


def test_every_finding_and_every_gap_is_a_result() -> None:
    report = rich()
    shown = results(report)

    found = [one for one in shown if one.rule != "gap"]
    assert {(one.rule, one.level, one.text, one.region["startLine"], one.region["startColumn"]) for one in found} == {
        (one.rule, one.severity, one.message, one.line, one.column) for one in report.findings
    }
    gaps = [one for one in shown if one.rule == "gap"]
    assert [(one.about["indicator"], one.points) for one in gaps] == [
        (one.indicator, float(one.points)) for one in report.gaps
    ]
    assert all(
        gap.title in one.text and gap.reason in one.text and gap.action in one.text
        for gap, one in zip(report.gaps, gaps, strict=True)
    )
    assert len(shown) == len(report.findings) + len(report.gaps)


def test_a_gap_stands_on_the_line_of_its_answer_or_on_none() -> None:
    report = rich()
    lines = {one.id: one.line for item in report.items for one in item.indicators}
    items = tuple(
        replace(item, indicators=tuple(replace(one, line=None) for one in item.indicators)) for item in report.items
    )

    assert all(one.region == {"startLine": lines[one.about["indicator"]]} for one in results(report) if one.points)
    assert all(one.region == {} for one in results(replace(report, items=items)) if one.points)


def test_a_finding_without_a_line_names_its_file_alone() -> None:
    report = rich()
    nowhere = replace(report, findings=tuple(replace(one, line=0, column=0) for one in report.findings), gaps=())

    assert all(one.region == {} and one.uri == report.unit.file for one in results(nowhere))


def test_the_gravest_come_first_and_the_gaps_last() -> None:
    order = [(one.rule == "gap", SEVERITIES.index(one.level), -one.points) for one in results(rich(), other())]  # pyright: ignore[reportArgumentType] - a level that is no severity fails

    assert order == sorted(order)


def test_fingerprints_stay_when_lines_and_words_change() -> None:
    assert {one.fingerprint for one in results(moved())} == {one.fingerprint for one in results(rich())}
    assert [one.region for one in results(moved())] != [one.region for one in results(rich())]


def test_no_two_results_have_one_fingerprint() -> None:
    shown = results(rich(), other(), rich())

    assert len({one.fingerprint for one in shown}) == len(shown)


def test_a_fingerprint_does_not_depend_on_what_else_was_found() -> None:
    report = rich()
    fewer = replace(report, findings=report.findings[3:], gaps=report.gaps[2:])

    assert {one.fingerprint for one in results(fewer)} < {one.fingerprint for one in results(report)}


def test_at_most_five_thousand_results_are_listed_and_the_rest_are_counted() -> None:
    report = rich()
    many = replace(report, findings=report.findings * 400)
    (run,) = json.loads(write("sarif", many))["runs"]
    (said,) = run["invocations"][0]["toolExecutionNotifications"]

    left = len(report.findings) * 400 + len(report.gaps) - 5000
    assert len(run["results"]) == 5000
    assert str(left) in said["message"]["text"]
    assert "invocations" not in json.loads(write("sarif", report))["runs"][0]


def test_every_check_is_a_rule_with_its_manual() -> None:
    rules = {one["id"]: one for one in json.loads(write("sarif", bare()))["runs"][0]["tool"]["driver"]["rules"]}

    assert list(rules) == [*(check.id for check in CHECKS), "gap"]
    for check in CHECKS:
        rule = rules[check.id]
        assert rule["shortDescription"]["text"] == check.title
        assert rule["help"]["text"].replace("\n", "") == check.manual.replace("\n", "")
        assert rule["help"]["markdown"] == rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] == check.severity


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_description_is_longer_than_code_scanning_takes(lang: Lang) -> None:
    rules = json.loads(write("sarif", bare(), lang=lang))["runs"][0]["tool"]["driver"]["rules"]

    assert all(
        0 < len(rule[part]["text"]) <= 1024 for rule in rules for part in ("shortDescription", "fullDescription")
    )


def test_a_rule_that_no_check_has_is_named_all_the_same() -> None:
    report = rich()
    odd = replace(report, findings=tuple(replace(one, rule="score-dropped") for one in report.findings), gaps=())

    assert {one.rule for one in results(odd)} == {"score-dropped"}


def test_the_run_says_score_verdict_and_gate_of_every_unit() -> None:
    (run,) = json.loads(write("sarif", rich(), other()))["runs"]
    units = run["properties"]["units"]

    assert [one["file"] for one in units] == [rich().unit.file, other().unit.file]
    assert [one["location"]["uri"] for one in run["artifacts"]] == [rich().unit.file, "%E4%B9%99/unit.yaml"]
    for one in units:
        assert one["score"]["supported"] == float(rich().score.supported)
        assert one["verdict"]["outcome"] == rich().verdict.outcome
        assert one["gate"] == {"passed": False, "reasons": list(rich().gate.reasons)}
