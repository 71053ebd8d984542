"""JUnit XML, judged by the schema that pytest judges its own by."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from formats import TEXTS, live, other, write
from golden_files import compare
from reports import bare, hostile, rich
from tools_there import VALIDATORS, needed
from wenming_score.choices import Lang
from wenming_score.report import Report
from xml_back import complaints, parsed


def mistakes(text: str) -> str:
    return complaints(text, needed(VALIDATORS / "junit-10.xsd"))


def suites(*reports: Report) -> dict[str, Element]:
    return {suite.get("id", ""): suite for suite in parsed(write("junit", *reports))}


def states(suite: Element) -> Iterator[tuple[str, str]]:
    """Yield the id of each case with what it came to."""
    for case in suite:
        name = case.get("name", "").removesuffix("）").rpartition("（")[2]
        yield name, next((part.tag for part in case), "passed").replace("system-out", "passed")


@pytest.mark.parametrize(("lang", "name"), [("zh", "junit.xml"), ("en", "junit-en.xml")])
def test_the_example_is_written_as_it_was(lang: Lang, name: str) -> None:
    compare(name, write("junit", rich(lang), lang=lang))


def test_the_schema_takes_every_document() -> None:
    assert mistakes(write("junit", rich())) == ""
    assert mistakes(write("junit", bare())) == ""
    assert mistakes(write("junit", rich(), other())) == ""


def test_the_schema_refuses_what_is_wrong() -> None:
    assert "testcase" in mistakes(write("junit", rich()).replace("<testcase name", "<testcase line"))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_breaks_the_document(text: str) -> None:
    made = write("junit", hostile(text))

    assert mistakes(made) == ""
    assert live(made) == []
    assert [len(suite) for suite in parsed(made)] == [len(suite) for suite in suites(rich()).values()]
    assert {part.tag for part in parsed(made).iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out",
    }  # fmt: skip


def test_an_indicator_that_is_not_full_fails_and_one_that_does_not_apply_is_skipped() -> None:
    made = suites(rich())

    for item in rich().items:
        expected = {"full": "passed", "not_applicable": "skipped"}
        assert dict(states(made[item.id])) == {one.id: expected.get(one.outcome, "failure") for one in item.indicators}


def test_a_failure_says_the_points_the_reason_the_arithmetic_and_what_to_do() -> None:
    said = {
        case.get("name", ""): (part.get("type", ""), part.get("message", ""), part.text or "")
        for suite in suites(rich()).values()
        for case in suite
        for part in case.iterfind("failure")
    }
    indicators = {one.id: one for item in rich().items for one in item.indicators}

    for gap in rich().gaps:
        kind, message, text = said[f"{gap.title}（{gap.indicator}）"]
        assert kind == indicators[gap.indicator].outcome
        assert f"{gap.points} 分" in message
        assert gap.reason in message
        assert text.splitlines()[:-1] == list(indicators[gap.indicator].arithmetic)
        assert text.endswith(gap.action)


def test_every_finding_is_in_the_case_of_its_rule_and_only_errors_fail() -> None:
    findings = suites(rich())["findings"]
    severities = {one.rule: one.severity for one in rich().findings}

    assert dict(states(findings)) == {
        rule: "failure" if severity == "error" else "passed" for rule, severity in severities.items()
    }
    text = "".join(findings.itertext())
    assert all(f"{one.file}:{one.line}:{one.column}: {one.message}\n" in f"{text}\n" for one in rich().findings)


def test_a_breached_red_line_fails_and_one_that_nobody_declared_is_an_error() -> None:
    report = rich()
    first, second, third = report.red_lines
    lines = (replace(first, status="breached"), replace(second, status="undeclared"), third)
    one, two = report.eligibility
    conditions = (replace(one, status="unmet"), replace(two, status="unknown"))

    made = suites(replace(report, red_lines=lines, eligibility=conditions))

    assert [state for _, state in states(made["red_lines"])] == ["failure", "error", "passed"]
    assert [state for _, state in states(made["eligibility"])] == ["failure", "error"]
    assert (made["red_lines"].get("failures"), made["red_lines"].get("errors")) == ("1", "1")


def test_the_gate_is_a_case_that_says_why_it_is_shut() -> None:
    shut, opened = suites(rich())["gate"], suites(bare())["gate"]

    assert [state for _, state in states(shut)] == ["failure"]
    assert all(reason in "".join(shut.itertext()) for reason in rich().gate.reasons)
    assert [state for _, state in states(opened)] == ["passed"]
    assert all(str(rich().as_of) in "".join(one.itertext()) for one in (shut, opened))


def test_the_counts_are_those_of_the_cases() -> None:
    root = parsed(write("junit", rich(), other()))

    for one in (root, *root):
        for kind, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert one.get(kind) == str(len(list(one.iter(tag))))
    assert [one.get("skipped") for one in root] == [str(len(list(one.iter("skipped")))) for one in root]


@pytest.mark.parametrize("second", [other(), replace(other(), unit=replace(other().unit, name=rich().unit.name))])
def test_no_two_cases_of_several_units_have_one_name(second: Report) -> None:
    cases = list(parsed(write("junit", rich(), second)).iter("testcase"))

    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)


def test_a_suite_names_its_unit() -> None:
    packages = [suite.get("package") for suite in parsed(write("junit", rich(), other()))]
    each = len(packages) // 2

    assert packages == [rich().unit.name] * each + [other().unit.name] * each
