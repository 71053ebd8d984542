"""The report as a table for the terminal: what stands, what it scores, what to do next."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from shlex import quote

from wenming_score.choices import Show
from wenming_score.finding import SEVERITIES, Finding, severity_word
from wenming_score.render import layout
from wenming_score.render.cells import Line, hang, left, right, width
from wenming_score.render.layout import (
    TONES,
    Row,
    Task,
    Tone,
    about,
    basis,
    cited,
    group_rows,
    item_rows,
    kind_of_total,
    points,
    standing,
    tasks,
    verdict,
)
from wenming_score.report import Report
from wenming_score.text import inert, tr
from wenming_score.values import plain

_NARROW, _WIDE = 60, 120
_NUMBER = 7
_FULL, _EMPTY = "█", "·"


def render(report: Report, cells: int, show: Show = "gaps", *, verbose: bool = False) -> list[Line]:
    """Lay a report out in lines of at most so many cells (between 60 and 120)."""
    cells = min(max(cells, _NARROW), _WIDE)
    if report.changes is not None and show != "all":
        return [*_head(report, cells), *_changed(report, cells)]
    return [
        *_head(report, cells),
        *_changed(report, cells),
        *_standing(report, cells, failing=show == "failing"),
        *_scores(report, cells, show),
        *_groups(report, cells, show),
        *_tasks(report, cells, show),
        *(_arithmetic(report, cells) if verbose else ()),
        *findings(_shown(report, failing=show == "failing"), cells),
        *_next(report),
    ]


def _changed(report: Report, cells: int) -> Iterable[Line]:
    if report.changes is None:
        return ()
    from wenming_score.render.changed import changed  # noqa: PLC0415 - most reports stand alone

    return changed(report.changes, cells)


def brief(report: Report) -> list[Line]:
    """Say a report in one line."""
    return [[(inert(layout.brief(report)), TONES[report.verdict.outcome])]]


def _head(report: Report, cells: int) -> Iterator[Line]:
    score = report.score
    yield from hang([("■ ", "strong")], report.unit.name, "strong", cells)
    yield from hang([], about(report), "faint", cells)
    if supposed := layout.supposed(report.changes):
        yield from hang([], supposed, "unsure", cells)
    yield []
    tone = TONES[report.verdict.outcome]
    yield [(verdict(report), tone)]
    total = tr(
        "{supported} / {full}（{kind}）",
        supported=points(score.supported),
        full=plain(score.full),
        kind=kind_of_total(report),
    )
    yield [(tr("  支撑得分 "), "plain"), (total, tone)]
    both = tr("  申报得分 {claimed}   自评分 {self}", claimed=points(score.claimed), self=points(score.self_score))
    yield [(both, "plain")]
    if score.bonus or score.penalty:
        yield [
            (
                tr("  其中加分 {bonus}，扣分 {penalty}", bonus=points(score.bonus), penalty=points(score.penalty)),
                "plain",
            )
        ]
    for reason in report.verdict.reasons:
        yield from hang([("  · ", "faint")], reason, "plain", cells)
    yield from hang([("  · ", "faint")], basis(report), "faint", cells)


def _standing(report: Report, cells: int, *, failing: bool) -> Iterator[Line]:
    for title, entries in standing(report):
        shown = [entry for entry in entries if not (failing and entry.tone == "good")]
        if shown:
            yield from _heading(title)
        for entry in shown:
            yield from hang([("  ", "plain"), (f"{entry.sign} ", entry.tone)], entry.title, "plain", cells)
            yield from hang([("    ", "plain")], entry.detail, "faint", cells)


def _scores(report: Report, cells: int, show: Show) -> Iterator[Line]:
    rows = [row for row in item_rows(report, with_indicators=show == "all") if _wanted(row, show)]
    yield from _heading(tr("{n} 个测评项目", n=len(report.items)))
    yield from _bars(rows, cells, with_self=report.score.self_score is not None)


def _wanted(row: Row, show: Show) -> bool:
    return show != "failing" or row.tone in {"bad", "strong"}


def _groups(report: Report, cells: int, show: Show) -> Iterator[Line]:
    if show == "failing":
        return
    tables = [(tr("{n} 条标准", n=len(report.standards)), report.standards)]
    if show == "all":
        tables += [(tr("测评方法"), report.methods), *((view.title, view.groups) for view in report.views)]
    for title, groups in tables:
        if groups:
            yield from _heading(title)
            yield from _bars(list(group_rows(groups)), cells, with_self=False)


def _bars(rows: list[Row], cells: int, *, with_self: bool) -> Iterator[Line]:
    """Draw rows of points with a bar; the last column is the bar, so that no odd width shifts a number."""
    columns = [tr("自评")] * with_self + [tr("申报"), tr("支撑"), tr("满分")]
    numbers = sum(max(_NUMBER, width(column) + 1) for column in columns)
    titles = min(max((width(_label(row)) for row in rows), default=0), cells - numbers - 8)
    bar = min(20, cells - titles - numbers - 2)
    head = left("", titles) + "".join(right(column, max(_NUMBER, width(column) + 1)) for column in columns)
    yield [(head, "faint")]
    for row in rows:
        values = [row.self_score] * with_self + [row.claimed, row.supported, row.full]
        numbers_text = "".join(
            right(value, max(_NUMBER, width(column) + 1)) for value, column in zip(values, columns, strict=True)
        )
        first, *rest = hang([], _label(row), "plain", titles)
        label = first[0][0]
        yield [
            (left(label, titles), _title_tone(row)),
            (numbers_text, "plain"),
            ("  ", "plain"),
            *_bar(row.share, bar, row.tone),
        ]
        indent: Line = [("  " if row.depth else "", "plain")]
        yield from (indent + line for line in rest)
        if row.depth and row.remark:
            yield from hang([("      ", "plain")], row.remark, "faint", cells)


def _label(row: Row) -> str:
    mark = f"  {row.sign} " if row.depth else ""
    return inert(f"{mark}{row.title}") + (tr("（不适用）") if row.remark and not row.depth else "")


def _title_tone(row: Row) -> Tone:
    return "strong" if row.tone == "strong" else "faint" if row.tone == "faint" else "plain"


def _bar(share: Decimal, cells: int, tone: Tone) -> Line:
    filled = min(cells, int(share * cells))
    return [(_FULL * filled, tone), (_EMPTY * (cells - filled), "faint")]


def _tasks(report: Report, cells: int, show: Show) -> Iterator[Line]:
    listed = list(tasks(report))
    if not listed:
        return
    heading = tr("差距（{n} 项，共失 {points} 分，从多到少）", n=len(listed), points=points(report.score.gap))
    if show == "failing":
        listed = [task for task in listed if task.indicator in _lost(report)]
        heading = tr("没有得分的 {n} 项（有差距的共 {all} 项）", n=len(listed), all=len(report.gaps))
    yield from _heading(heading)
    for task in listed:
        yield from _task(task, cells)


def _lost(report: Report) -> set[str]:
    return {one.id for item in report.items for one in item.indicators if not one.supported}


def _task(task: Task, cells: int) -> Iterator[Line]:
    yield from hang(
        [(f"{task.number:>3}. ", "faint"), (tr("失 {points} 分  ", points=task.points), "bad")],
        task.title,
        "strong",
        cells,
    )
    if task.reason:
        yield from hang([(tr("     原因："), "faint")], task.reason, "plain", cells)
    yield from hang(
        [(tr("     整改："), "faint")],
        tr("{action}（{effort}）", action=task.action, effort=task.effort),
        "plain",
        cells,
    )
    yield [("     ", "plain"), (task.indicator, "faint")]


def _arithmetic(report: Report, cells: int) -> Iterator[Line]:
    yield from _heading(tr("逐项算法"))
    for item in report.items:
        for one in item.indicators:
            yield from hang([("  ", "plain"), (f"{one.id}  ", "strong")], one.title, "plain", cells)
            for step in one.arithmetic:
                yield from hang([("    ", "plain")], step, "plain", cells)
            for piece in one.evidence:
                sign, tone = ("√", "good") if piece.state == "carried" else ("×", "bad")
                yield from hang([(f"    {sign} ", tone)], cited(piece), "faint", cells)


def _shown(report: Report, *, failing: bool) -> list[Finding]:
    return [finding for finding in report.findings if not failing or finding.severity == "error"]


def findings(found: Sequence[Finding], cells: int) -> Iterator[Line]:
    """List findings under their counts."""
    if not found:
        return
    counts = tr("、").join(
        tr("{n} 个{severity}", n=number, severity=severity_word(name))
        for name in SEVERITIES
        if (number := sum(finding.severity == name for finding in found))
    )
    yield from _heading(tr("问题（{counts}）", counts=counts))
    for finding in found:
        yield from _finding(finding, cells)


def _finding(finding: Finding, cells: int) -> Iterator[Line]:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    changed = tr("（本体系调整，默认{severity}）", severity=severity_word(finding.usual)) if finding.usual else ""
    yield [
        (f"  {inert(place)}", "plain"),
        (f" {severity_word(finding.severity)} ", TONES[finding.severity]),
        (finding.rule + changed, "faint"),
    ]
    yield from hang([("      ", "plain")], finding.message, "plain", cells)


def _next(report: Report) -> Iterator[Line]:
    steps: list[tuple[str, str]] = []
    if report.gaps:
        command = f"wenming-score explain {report.gaps[0].indicator} --unit {quote(report.unit.file)}"
        steps.append((tr("看一项怎么算的："), command))
    if report.findings:
        gravest = min(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
        command = f"wenming-score explain {gravest.rule}"
        steps.append((tr("看一个问题是什么意思、怎么改："), command))
    if steps:
        yield from _heading(tr("下一步"))
    for what, command in steps:
        yield [(f"  {what}", "plain")]
        yield [(f"    {command}", "faint")]


def _heading(title: str) -> Iterable[Line]:
    return ([], [(f"■ {inert(title)}", "strong")])
