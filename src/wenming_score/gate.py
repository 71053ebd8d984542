"""Whether a report passes, by the limits that the caller sets."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from wenming_score.baseline import worsened
from wenming_score.choices import FailOn
from wenming_score.finding import SEVERITIES, severity_word
from wenming_score.records import record
from wenming_score.report import GateResult, Report
from wenming_score.text import tr
from wenming_score.values import plain

_BARRED = {"breached", "unmet"}


@record
class Limits:
    """What a report must not fall below, which findings it must not have, and what it must not be worse than."""

    under: Decimal | Literal["mark"] | None = None
    item_under: Decimal | None = None
    fail_on: FailOn = "error"
    baseline: tuple[Report, ...] | None = None
    max_drop: Decimal = Decimal(0)


def judge(report: Report, limits: Limits) -> GateResult:
    """Judge a report; what is shown and what is not makes no difference."""
    reasons = (
        *_bars(report),
        *_points(report, limits),
        *_items(report, limits),
        *_findings(report, limits),
        *(worsened(report, limits.baseline, limits.max_drop) if limits.baseline is not None else ()),
    )
    return GateResult(not reasons, reasons)


def judge_change(report: Report, most: Decimal | None) -> GateResult:
    """Judge what changed since the earlier year: newly barred, or more points lost than may be; None judges nothing."""
    if most is None or report.changes is None:
        return GateResult(passed=True, reasons=())
    changes = report.changes
    barred = (tr("比上期新触碰或新不符合：{title}", title=one.title) for one in changes.shifts if one.after in _BARRED)
    parts = (changes.total, *changes.items, *changes.standards)
    lost = (
        tr("{title}比上期低 {drop}", title=one.title, drop=plain(-one.difference))
        for one in parts
        if -one.difference > most
    )
    reasons = (*barred, *lost)
    return GateResult(not reasons, reasons)


def _bars(report: Report) -> Iterator[str]:
    yield from (tr("触碰红线：{title}", title=line.title) for line in report.red_lines if line.status == "breached")
    yield from (
        tr("不符合申报条件：{title}", title=condition.title)
        for condition in report.eligibility
        if condition.status == "unmet"
    )


def _points(report: Report, limits: Limits) -> Iterator[str]:
    limit = report.rubric.pass_mark if limits.under == "mark" else limits.under
    if limit is not None and report.score.supported < limit:
        yield tr("支撑得分 {score} 低于 {limit}", score=plain(report.score.supported), limit=plain(limit))
    elif limits.under == "mark" and limit is None:
        yield tr("测评体系没有合格线，--fail-under mark 无从判断")


def _items(report: Report, limits: Limits) -> Iterator[str]:
    if limits.item_under is None:
        return
    for item in report.items:
        if item.full and item.share * 100 < limits.item_under:
            share = plain(item.share * 100)
            yield tr(
                "{title}只有满分的 {share}%，低于 {limit}%",
                title=item.title,
                share=share,
                limit=plain(limits.item_under),
            )


def _findings(report: Report, limits: Limits) -> Iterator[str]:
    if limits.fail_on == "never":
        return
    failing = SEVERITIES[: SEVERITIES.index(limits.fail_on) + 1]
    for severity in failing:
        number = sum(finding.severity == severity for finding in report.findings)
        if number:
            yield tr("有 {n} 个{severity}级问题", n=number, severity=severity_word(severity))
