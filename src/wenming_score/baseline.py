"""What got worse since an earlier report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenming_score.finding import SEVERITIES, Finding
from wenming_score.report import Report
from wenming_score.text import tr
from wenming_score.values import plain

_NAMED = 5
"""How many new findings a reason names, the gravest first."""

Identity = tuple[str, str | None, str | None]


def worsened(report: Report, baseline: Sequence[Report], max_drop: Decimal) -> Iterator[str]:
    """Say what is worse than in the baseline: new findings, and points lost beyond the limit."""
    before = _same_unit(report, baseline)
    if before is None:
        yield tr("基线里没有这个单位，无从比较；请重写基线：wenming-score baseline write")
        return
    yield from _new_findings(report, before)
    if (report.rubric.id, report.rubric.edition) != (before.rubric.id, before.rubric.edition):
        yield tr(
            "基线按 {before} 打分，现在按 {now}，分数不能比较；请重写基线：wenming-score baseline write",
            before=f"{before.rubric.id}-{before.rubric.edition}", now=f"{report.rubric.id}-{report.rubric.edition}",
        )  # fmt: skip
        return
    yield from _drops(report, before, max_drop)


def _same_unit(report: Report, baseline: Sequence[Report]) -> Report | None:
    """Find the unit by its file, or else by its name."""
    by_file = (one for one in baseline if one.unit.file == report.unit.file)
    by_name = (one for one in baseline if one.unit.name == report.unit.name)
    return next(by_file, None) or next(by_name, None)


def identity(finding: Finding) -> Identity:
    """Tell a finding from others whatever line it stands on: its rule, its item, and what it is about."""
    return finding.rule, finding.item, finding.evidence or finding.activity or finding.indicator


def new_findings(report: Report, before: Report) -> list[Finding]:
    """List the findings that were not there before; one more of the same is new as well."""
    known = Counter(map(identity, before.findings))
    new: list[Finding] = []
    for finding in report.findings:
        if known[identity(finding)]:
            known[identity(finding)] -= 1
        else:
            new.append(finding)
    return new


def _new_findings(report: Report, before: Report) -> Iterator[str]:
    new = sorted(new_findings(report, before), key=lambda finding: SEVERITIES.index(finding.severity))
    if not new:
        return
    named = tr("、").join(" ".join(filter(None, (one.rule, identity(one)[2]))) for one in new[:_NAMED])
    more = tr("等") if len(new) > _NAMED else ""
    yield tr("比基线多 {n} 个问题：{named}{more}", n=len(new), named=named, more=more)


def _drops(report: Report, before: Report, max_drop: Decimal) -> Iterator[str]:
    if fell := _fall(before.score.supported, report.score.supported, max_drop):
        yield tr("支撑得分{fell}", fell=fell)
    now = {item.id: item.supported for item in report.items}
    for item in before.items:
        if fell := _fall(item.supported, now.get(item.id, Decimal(0)), max_drop):
            yield tr("{title}{fell}", title=item.title, fell=fell)


def _fall(before: Decimal, now: Decimal, max_drop: Decimal) -> str:
    """Say by how much points fell; empty where that is within the limit."""
    if before - now <= max_drop:
        return ""
    allowed = tr("，最多允许低 {limit}", limit=plain(max_drop)) if max_drop else ""
    return (
        tr("比基线低 {drop}（{before} → {now}）", drop=plain(before - now), before=plain(before), now=plain(now))
        + allowed
    )
