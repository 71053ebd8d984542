"""The tables of a report, once for every format that has tables: a column added here is in all of them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import starmap

from wenming_score.files import origin_words
from wenming_score.finding import Finding, severity_word
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.render import layout
from wenming_score.render.columns import Cell, Column, Record, Table
from wenming_score.render.layout import SIGNS, TONES
from wenming_score.report import GroupScore, IndicatorScore, ItemScore, Piece, Report, Score
from wenming_score.text import tr
from wenming_score.values import FOUR_PLACES, shown


def units(reports: Iterable[Report]) -> Table:
    """Put several units under one another, in the order in which they were given."""
    columns = (
        Column("number", tr("序号"), 6, "count"),
        Column("unit", tr("单位"), 40),
        Column("outcome", tr("结论"), 18),
        Column("full", tr("满分"), 8, "points"),
        Column("self_score", tr("自评分"), 9, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("gap", tr("差距"), 9, "points"),
        Column("share", tr("得分率"), 10, "share"),
        Column("rubric", tr("测评体系"), 40),
    )
    return Table("units", tr("各单位总览"), columns, tuple(starmap(_unit, enumerate(reports, 1))))


def _unit(number: int, report: Report) -> Record:
    points = (report.score.full, report.score.self_score, report.score.claimed, report.score.supported)
    outcome = tr("{outcome}（{kind}）", outcome=layout.outcome(report), kind=layout.kind_of_total(report))
    cells = (number, report.unit.name, outcome, *points, report.score.gap, report.score.share, layout.rubric(report))
    return Record(cells, TONES[report.verdict.outcome], sign=SIGNS[report.verdict.outcome])


def scores(report: Report) -> Table:
    """Score every item and indicator, with the total last."""
    columns = (
        Column("title", tr("测评内容"), 30),
        Column("full", tr("满分"), 8, "points"),
        Column("self_score", tr("自评分"), 8, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("gap", tr("差距"), 8, "points"),
        Column("share", tr("得分率"), 8, "share"),
        Column("outcome", tr("情况"), 9),
        Column("reason", tr("说明"), 36),
        Column("evidence", tr("佐证材料"), 24),
    )
    return Table("scores", tr("自评打分表"), columns, tuple(_score_rows(report)))


def _score_rows(report: Report) -> Iterator[Record]:
    for item in report.items:
        yield Record((item.title, *_points(item), item.share, "", "", ""), layout.tone_of(item.share))
        yield from map(_indicator, item.indicators)
    score = report.score
    yield from _extras(score)
    cells = (score.full, score.self_score, score.claimed, score.supported, score.gap, score.share)
    verdict = report.verdict.outcome
    yield Record((tr("合计"), *cells, layout.outcome(report), "", ""), TONES[verdict], 2, SIGNS[verdict])


def _extras(score: Score) -> Iterator[Record]:
    """List what comes on top of the items and what is taken off them."""
    if score.bonus_claimed:
        yield Record((tr("加分"), None, None, score.bonus_claimed, score.bonus, None, None, "", "", ""), level=2)
    if score.penalty:
        yield Record((tr("扣分"), None, None, -score.penalty, -score.penalty, None, None, "", "", ""), level=2)


def _points(part: ItemScore | IndicatorScore) -> tuple[Cell, ...]:
    return part.full, part.self_score, part.claimed, part.supported, part.gap


def _indicator(one: IndicatorScore) -> Record:
    full = Fraction(one.exact.full)
    share = shown(Fraction(one.exact.supported) / full, FOUR_PLACES) if full else None
    cells = (one.title, *_points(one), share, layout.status_words()[one.outcome], one.reason, _cited(one))
    return Record(cells, TONES[one.outcome], 1, SIGNS[one.outcome])


def _cited(one: IndicatorScore) -> str:
    return tr("、").join(
        piece.id if piece.state == "carried" else tr("{id}（无效）", id=piece.id) for piece in one.evidence
    )


def indicators(reports: tuple[Report, ...]) -> Table:
    """List every indicator of every unit with all there is to say of it."""
    before = "/".join(dict.fromkeys(layout.sides(one.changes)[0] for one in reports if one.changes))
    columns = (
        Column("unit", tr("单位"), 20),
        Column("file", tr("自评文件"), 24),
        Column("item", tr("测评项目编号"), 16),
        Column("item_title", tr("测评项目"), 16),
        Column("indicator", tr("测评内容编号"), 24),
        Column("title", tr("测评内容"), 24),
        Column("kind", tr("计分方式"), 10),
        Column("full", tr("满分"), 8, "points"),
        Column("self_score", tr("自评分"), 8, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("gap", tr("差距"), 8, "points"),
        Column("outcome", tr("情况"), 9),
        Column("reason", tr("说明"), 36),
        Column("evidence", tr("佐证材料"), 24),
        Column("standards", tr("标准"), 16),
        Column("action", tr("整改措施"), 44),
        Column("person_days", tr("约需人天"), 9, "count"),
        Column("lead_days", tr("提前天数"), 9, "count"),
        *((Column("before", before, 8, "points"), Column("difference", tr("升降"), 8, "signed")) if before else ()),
    )
    return Table("indicators", tr("测评内容明细"), columns, tuple(_details(reports, compared=bool(before))))


def _details(reports: Iterable[Report], *, compared: bool) -> Iterator[Record]:
    for report in reports:
        changes = {one.id: (one.before, one.difference) for one in report.changes.indicators} if report.changes else {}
        gaps = {gap.indicator: (gap.action, gap.person_days, gap.lead_days) for gap in report.gaps}
        for item in report.items:
            for one in item.indicators:
                of = (report.unit.name, report.unit.file, item.id, item.title, one.id, one.title, one.kind)
                said = (layout.status_words()[one.outcome], one.reason, _cited(one), tr("、").join(one.standards))
                same = (one.supported, Decimal(0)) if report.changes else (None, None)
                moved = changes.get(one.id, same) if compared else ()
                cells = (*of, *_points(one), *said, *gaps.get(one.id, ("", None, None)), *moved)
                yield Record(cells, TONES[one.outcome], 1)


def group_columns() -> tuple[Column, ...]:
    """Give the columns that all groups have."""
    return (
        Column("title", tr("名称"), 40),
        Column("full", tr("满分"), 8, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("share", tr("得分率"), 8, "share"),
    )


def groups(report: Report) -> Iterator[Table]:
    """Score the standards, the methods and the groups of every view."""
    columns = group_columns()
    named: list[tuple[str, str, tuple[GroupScore, ...]]] = [
        ("standards", tr("{n} 条标准", n=len(report.standards)), report.standards),
        ("methods", tr("测评方法"), report.methods),
        *((f"view-{view.id}", view.title, view.groups) for view in report.views),
    ]
    for name, title, parts in named:
        rows = (
            Record((part.title, part.full, part.claimed, part.supported, part.share), layout.tone_of(part.share))
            for part in parts
        )
        if parts:
            yield Table(name, title, columns, tuple(rows))


def standing(report: Report) -> Table:
    """List the red lines and the conditions for applying."""
    columns = (
        Column("kind", tr("类别"), 10),
        Column("title", tr("名称"), 40),
        Column("status", tr("状态"), 10),
        Column("reason", tr("说明"), 50),
    )
    words = layout.status_words()
    listed = [
        *((tr("红线"), one.title, one.status, one.reason) for one in report.red_lines),
        *((tr("申报条件"), one.title, one.status, one.reason) for one in report.eligibility),
    ]
    rows = (
        Record((kind, title, words[status], reason), TONES[status], sign=SIGNS[status])
        for kind, title, status, reason in listed
    )
    return Table("standing", tr("红线和申报条件"), columns, tuple(rows))


def gaps(report: Report) -> Table:
    """List what loses points as work to do, the most points first."""
    columns = (
        Column("number", tr("序号"), 6, "count"),
        Column("points", tr("失分"), 8, "points"),
        Column("item", tr("测评项目"), 16),
        Column("title", tr("测评内容"), 20),
        Column("reason", tr("原因"), 36),
        Column("action", tr("整改措施"), 44),
        Column("person_days", tr("约需人天"), 9, "count"),
        Column("lead_days", tr("提前天数"), 9, "count"),
    )
    titles = {item.id: item.title for item in report.items}
    rows = (
        Record(
            (number, gap.points, titles[gap.item], gap.title, gap.reason, gap.action, gap.person_days, gap.lead_days)
        )
        for number, gap in enumerate(report.gaps, 1)
    )
    return Table("gaps", tr("整改清单"), columns, tuple(rows))


def findings(title: str, found: Iterable[Finding]) -> Table:
    """List findings in the order of the file."""
    columns = (
        Column("place", tr("位置"), 24),
        Column("severity", tr("级别"), 8),
        Column("rule", tr("问题"), 24),
        Column("subject", tr("材料或活动"), 12),
        Column("message", tr("说明"), 70),
    )
    rows = (
        Record(
            (layout.place(one), severity_word(one.severity), one.rule, one.evidence or one.activity or "", one.message),
            TONES[one.severity],
            sign=SIGNS[one.severity],
        )
        for one in found
    )
    return Table("findings", title, columns, tuple(rows))


def ledger(title: str, pieces: tuple[Piece, ...]) -> Table:
    """Lay the ledger out as an archive index has it; archive numbers only where there are any."""
    numbered = any(piece.archive_number for piece in pieces)
    columns = (
        Column("number", tr("序号"), 9),
        *((Column("archive_number", tr("档号"), 24),) if numbered else ()),
        Column("id", tr("编号"), 8),
        Column("document_number", tr("文号"), 16),
        Column("owner", tr("责任者"), 10),
        Column("title", tr("题名"), 36),
        Column("type", tr("材料类型"), 9),
        Column("date", tr("日期"), 11),
        Column("origin", tr("日期来源"), 12),
        Column("pages", tr("页数"), 6, "count"),
        Column("category", tr("归档类目"), 14),
        Column("used_for", tr("用于测评内容"), 30),
        Column("path", tr("文件或网址"), 40),
        Column("state", tr("状态"), 9),
        Column("remark", tr("备注"), 36),
    )
    rows = (
        Record(tuple(_cell(piece, column.key) for column in columns), TONES[piece.state], sign=SIGNS[piece.state])
        for piece in pieces
    )
    return Table("ledger", title, columns, tuple(rows))


def _cell(piece: Piece, key: str) -> Cell:
    match key:
        case "type":
            return tr(EVIDENCE_WORDS[piece.type])
        case "origin":
            return origin_words()[piece.origin] if piece.origin else ""
        case "used_for":
            return tr("、").join(piece.used_for)
        case "state":
            return layout.status_words()[piece.state]
        case _:
            return getattr(piece, key)
