"""What a report comes to as suites of cases that pass or fail."""

from collections.abc import Iterator, Sequence
from typing import Literal

from wenming_score.finding import Finding, severity_word
from wenming_score.records import record
from wenming_score.render import layout
from wenming_score.report import EligibilityResult, IndicatorScore, RedLineResult, Report
from wenming_score.text import tr

State = Literal["passed", "failure", "error", "skipped"]
_STATES: dict[str, State] = {"breached": "failure", "unmet": "failure", "undeclared": "error", "unknown": "error"}


@record
class Case:
    """One case; the lines say more than the message."""

    name: str
    state: State = "passed"
    type: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()


@record
class Suite:
    """Cases that belong together."""

    id: str
    title: str
    cases: tuple[Case, ...]


def suites(report: Report) -> Iterator[Suite]:
    """Make suites of a report: the gate, what stands before any points, the items, the findings."""
    actions = {gap.indicator: gap.action for gap in report.gaps}
    made = [
        Suite("gate", tr("门禁"), (_gate(report),)),
        Suite("red_lines", tr("红线"), tuple(map(_standing, report.red_lines))),
        Suite("eligibility", tr("申报条件"), tuple(map(_standing, report.eligibility))),
        *(
            Suite(item.id, item.title, tuple(_indicator(one, actions.get(one.id, "")) for one in item.indicators))
            for item in report.items
        ),
        Suite("findings", tr("问题"), tuple(_findings(report.findings))),
    ]
    yield from (suite for suite in made if suite.cases)


def _gate(report: Report) -> Case:
    lines = (layout.brief(report), layout.when(report), *report.verdict.reasons, *report.gate.reasons)
    if report.gate.passed:
        return Case(tr("门禁"), lines=lines)
    return Case(tr("门禁"), "failure", "gate", tr("门禁未通过"), lines)


def _standing(one: RedLineResult | EligibilityResult) -> Case:
    name, state = _named(one), _STATES.get(one.status, "passed")
    lines = (one.reason,) if one.reason else ()
    return Case(name, state, one.status, layout.status_words()[one.status], lines)


def _indicator(one: IndicatorScore, action: str) -> Case:
    if one.outcome == "full":
        return Case(_named(one), lines=one.arithmetic)
    if one.outcome == "not_applicable":
        return Case(_named(one), "skipped", one.outcome, one.reason)
    lines = (*one.arithmetic, *([layout.action(action)] if action else []))
    return Case(_named(one), "failure", one.outcome, layout.loss(one.gap, one.reason), lines)


def _named(one: IndicatorScore | RedLineResult | EligibilityResult) -> str:
    return tr("{title}（{id}）", title=one.title, id=one.id)


def _findings(found: Sequence[Finding]) -> Iterator[Case]:
    """Make a case of each rule that occurs; it fails where its findings are errors."""
    for rule in sorted({finding.rule for finding in found}):
        same = [finding for finding in found if finding.rule == rule]
        severity = same[0].severity
        lines = tuple(f"{layout.place(finding)}: {finding.message}" for finding in same)
        message = tr("有 {n} 个{severity}级问题", n=len(same), severity=severity_word(severity))
        yield Case(rule, "failure" if severity == "error" else "passed", severity, message, lines)
