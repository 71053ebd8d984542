"""The report as JUnit XML: an item is a suite, an indicator a case, whatever is not full a failure."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from wenming_score.render.enclosures import Enclosures
from wenming_score.render.junit_cases import Suite, suites
from wenming_score.report import Report
from wenming_score.text import inert

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write the suites of all units, one unit after the other."""
    del enclosed
    root = Element("testsuites", name=inert(reports[0].tool.name), time="0")
    made = [(report, suite) for report in reports for suite in suites(report)]
    _count(root, [suite for _, suite in made])
    for report, suite in made:
        _suite(root, suite, report, _prefix(report, reports))
    indent(root)
    return f"{_HEAD}{tostring(root, encoding='unicode')}\n"


def _prefix(report: Report, reports: tuple[Report, ...]) -> str:
    """Tell the classes of several units apart, by their files where two have one name."""
    if len(reports) == 1:
        return ""
    names = [other.unit.name for other in reports]
    return f"{report.unit.file if names.count(report.unit.name) > 1 else report.unit.name}."


def _suite(root: Element, suite: Suite, report: Report, prefix: str) -> None:
    unit = {"package": inert(report.unit.name), "file": inert(report.unit.file)}
    made = SubElement(root, "testsuite", {"name": inert(suite.title), "id": inert(suite.id), **unit, "time": "0"})
    _count(made, [suite])
    made.set("skipped", str(sum(case.state == "skipped" for case in suite.cases)))
    for case in suite.cases:
        one = SubElement(made, "testcase", name=inert(case.name), classname=inert(prefix + suite.id), time="0")
        text = "\n".join(map(inert, case.lines))
        if case.state != "passed":
            SubElement(one, case.state, type=case.type, message=inert(case.message)).text = text
        elif text:
            SubElement(one, "system-out").text = text


def _count(element: Element, counted: list[Suite]) -> None:
    states = [case.state for suite in counted for case in suite.cases]
    element.set("tests", str(len(states)))
    element.set("failures", str(states.count("failure")))
    element.set("errors", str(states.count("error")))
