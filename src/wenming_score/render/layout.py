"""The words and signs of a report, once for all the formats that people read."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from wenming_score.finding import Finding, Location
from wenming_score.records import record
from wenming_score.report import (
    Changes,
    CitedEvidence,
    GroupScore,
    IndicatorScore,
    ItemScore,
    Report,
    VerdictOutcome,
)
from wenming_score.text import tr
from wenming_score.values import CENT, plain

Tone = Literal["good", "bad", "unsure", "plain", "faint", "strong"]

SIGNS = {
    "clear": "√", "breached": "×", "undeclared": "?",
    "met": "√", "unmet": "×", "unknown": "?",
    "full": "√", "partial": "△", "none": "×", "missing": "×", "not_held": "×", "not_applicable": "-",
    "carried": "√", "partly": "△", "refused": "×", "uncited": "-",
    "error": "×", "warning": "△", "note": "-",
    "qualified": "√", "below_mark": "×", "vetoed": "×", "ineligible": "×", "undetermined": "?",
}  # fmt: skip
TONES: dict[str, Tone] = {
    "clear": "good", "breached": "bad", "undeclared": "unsure",
    "met": "good", "unmet": "bad", "unknown": "unsure",
    "full": "good", "partial": "unsure", "none": "bad", "missing": "bad", "not_held": "bad", "not_applicable": "faint",
    "error": "bad", "warning": "unsure", "note": "faint",
    "carried": "good", "partly": "unsure", "refused": "bad", "uncited": "faint",
    "qualified": "good", "below_mark": "bad", "vetoed": "bad", "ineligible": "bad", "undetermined": "unsure",
}  # fmt: skip


@record
class Row:
    """One line of a table of points; `share` is drawn as a bar."""

    title: str
    self_score: str
    claimed: str
    supported: str
    full: str
    share: Decimal
    depth: int = 0
    sign: str = ""
    remark: str = ""
    tone: Tone = "plain"


@record
class Entry:
    """One line of a list: a sign, what it is about, and why."""

    sign: str
    title: str
    detail: str
    tone: Tone


@record
class Task:
    """One line of the work list."""

    number: int
    points: str
    title: str
    indicator: str
    reason: str
    action: str
    effort: str


def points(number: Decimal | None) -> str:
    """Write points with two places, or a dash."""
    return "-" if number is None else f"{number.quantize(CENT):f}"


def full(number: Decimal) -> str:
    """Write full points: a whole number as it is, any other with two places."""
    return plain(number) if number == number.to_integral_value() else points(number)


def outcome(report: Report) -> str:
    """Name the verdict."""
    return outcome_words()[report.verdict.outcome]


def outcome_words() -> Mapping[VerdictOutcome, str]:
    """Name every verdict."""
    return {
        "qualified": tr("达到合格线"),
        "below_mark": tr("未达合格线"),
        "vetoed": tr("一票否决"),
        "ineligible": tr("不符合申报条件"),
        "undetermined": tr("无法判定"),
    }


def status_words() -> Mapping[str, str]:
    """Name what a red line, a condition, an indicator or a piece of evidence has come to."""
    return {
        "clear": tr("没有触碰"), "breached": tr("已触碰"), "undeclared": tr("未声明"),
        "met": tr("符合"), "unmet": tr("不符合"), "unknown": tr("不明"),
        "full": tr("满分"), "partial": tr("部分得分"), "none": tr("没有得分"), "missing": tr("没有填写"),
        "not_held": tr("未开展"), "not_applicable": tr("不适用"),
        "carried": tr("有效"), "partly": tr("部分有效"), "refused": tr("无效"), "uncited": tr("没有用到"),
        "kept": tr("保留"), "warned": tr("警告"), "restored": tr("恢复"), "revoked": tr("撤销"), "lapsed": tr("到期"),
    }  # fmt: skip


def loss(lost: Decimal, reason: str) -> str:
    """Say how many points are lost, and why if that is known."""
    text = tr("失 {points} 分", points=points(lost))
    return tr("{loss}，{reason}", loss=text, reason=reason) if reason else text


def action(text: str) -> str:
    """Say what to do about a gap."""
    return tr("整改措施：{action}", action=text)


def place(finding: Finding) -> str:
    """Say where a finding stands, as file:line:column."""
    return str(Location(finding.file, finding.line, finding.column))


def cited(piece: CitedEvidence) -> str:
    """Say what became of a piece of evidence, by its id."""
    if piece.state == "carried":
        return tr("{id} 有效", id=piece.id)
    return piece.reason if piece.reason.startswith(piece.id) else tr("{id} {reason}", id=piece.id, reason=piece.reason)


def rubric(report: Report) -> str:
    """Name the rubric."""
    return tr("{title}（{edition}）", title=report.rubric.title, edition=report.rubric.edition)


def when(report: Report) -> str:
    """Say which year was scored, and as of which day."""
    start, end = report.period.start, report.period.end
    return tr("测评年度 {start}~{end}，截至 {as_of}", start=start, end=end, as_of=report.as_of)


def about(report: Report) -> str:
    """Say by which rubric, for which year and by which day it was scored."""
    return f"{rubric(report)} · {when(report)}"


def supposed(changes: Changes | None) -> str:
    """Say what a report supposes; empty where it tells what is."""
    said = changes.supposed if changes else ()
    return tr("假设：{said}", said=tr("；").join(said)) if said else ""


def compared(changes: Changes) -> str:
    """Say what a report is compared with."""
    return tr("和现在相比") if changes.supposed else tr("和上期相比")


def sides(changes: Changes) -> tuple[str, str]:
    """Name the two that are compared."""
    return (tr("现在"), tr("假设")) if changes.supposed else (tr("上期"), tr("本期"))


def brief(report: Report) -> str:
    """Say a report in one line."""
    score, changes = report.score, report.changes
    said = tr(
        "{outcome}  {unit}：支撑 {supported}/{full}，申报 {claimed}，自评 {self}",
        outcome=outcome(report), unit=report.unit.name, supported=points(score.supported),
        full=full(score.full), claimed=points(score.claimed), self=points(score.self_score),
    )  # fmt: skip
    return said + (_difference(changes) if changes else "")


def _difference(changes: Changes) -> str:
    difference = f"{changes.total.difference:+.2f}"
    if changes.supposed:
        return tr("，比现在 {difference}（{supposed}）", difference=difference, supposed=supposed(changes))
    return tr("，比上期 {difference}", difference=difference)


def verdict(report: Report) -> str:
    """Name the verdict in its brackets."""
    return tr("【{outcome}】", outcome=outcome(report))


def kind_of_total(report: Report) -> str:
    """Say whether the total is official or a trial."""
    return kind_of_points(trial=report.rubric.trial)


def kind_of_points(*, trial: bool) -> str:
    """Name points that are official, and those of which any is not."""
    return tr("试算") if trial else tr("官方")


def basis(report: Report) -> str:
    """Say how far the figures are official."""
    parts = report.rubric.basis
    line = tr(
        "分值依据：官方 {official} 分、推算 {derived} 分、自定 {house} 分",
        official=plain(parts["official"]), derived=plain(parts["derived"]), house=plain(parts["house"]),
    )  # fmt: skip
    return line + (tr("，总分是试算，不是官方得分") if report.rubric.trial else "")


def item_rows(report: Report, *, with_indicators: bool) -> Iterator[Row]:
    """List the items, and their indicators if asked, with a total."""
    for item in report.items:
        yield _item_row(item)
        if with_indicators:
            yield from (_indicator_row(indicator) for indicator in item.indicators)
    score = report.score
    yield Row(
        tr("合计"),
        points(score.self_score),
        points(score.claimed),
        points(score.supported),
        full(score.full),
        score.share,
        tone="strong",
    )


def _item_row(item: ItemScore) -> Row:
    spared = all(indicator.outcome == "not_applicable" for indicator in item.indicators)
    remark = tr("不适用") if spared else ""
    return Row(
        item.title, points(item.self_score), points(item.claimed), points(item.supported), full(item.full), item.share,
        remark=remark, tone="faint" if spared else tone_of(item.share),
    )  # fmt: skip


def tone_of(share: Decimal) -> Tone:
    """Say how good a share of the full points is."""
    return "good" if share >= 1 else "bad" if not share else "plain"


def _indicator_row(one: IndicatorScore) -> Row:
    share = one.supported / one.full if one.full else Decimal(0)
    return Row(
        one.title, points(one.self_score), points(one.claimed), points(one.supported), full(one.full), share,
        depth=1, sign=SIGNS[one.outcome], remark=one.reason, tone=TONES[one.outcome],
    )  # fmt: skip


def group_rows(groups: tuple[GroupScore, ...]) -> Iterator[Row]:
    """List standards, methods or the groups of a view."""
    for group in groups:
        yield Row(
            group.title,
            "",
            points(group.claimed),
            points(group.supported),
            full(group.full),
            group.share,
            tone=tone_of(group.share),
        )


def standing(report: Report) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """List the red lines and the conditions for applying."""
    lines = tuple(Entry(SIGNS[one.status], one.title, one.reason, TONES[one.status]) for one in report.red_lines)
    conditions = tuple(Entry(SIGNS[one.status], one.title, one.reason, TONES[one.status]) for one in report.eligibility)
    yield from ((title, entries) for title, entries in ((tr("红线"), lines), (tr("申报条件"), conditions)) if entries)


def tasks(report: Report) -> Iterator[Task]:
    """List the gaps as work to do, the most points first."""
    titles = {item.id: item.title for item in report.items}
    for number, gap in enumerate(report.gaps, 1):
        effort = tr("约 {days} 人天，提前 {lead} 天", days=plain(gap.person_days), lead=plain(gap.lead_days))
        title = tr("{item} / {title}", item=titles[gap.item], title=gap.title)
        yield Task(number, points(gap.points), title, gap.indicator, gap.reason, gap.action, effort)
