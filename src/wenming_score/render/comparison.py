"""The tables of what changed since an earlier year, or would change, for every format that has tables."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from wenming_score.render import layout
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.layout import TONES, Tone
from wenming_score.report import Change, Changes, Report, Split
from wenming_score.text import tr


def tables(report: Report) -> Iterator[Table]:
    """List what changed, why, and what else is to be known of it; nothing where there is no earlier year."""
    changes = report.changes
    if changes is None:
        return
    yield items(changes)
    columns = _columns(changes)
    moves = tuple(_record(one, columns, 0) for one in changes.indicators)
    standards = tuple(_record(one, columns, 0) for one in changes.standards)
    listed = (
        Table("moves", tr("升降最多的测评内容"), columns, moves),
        Table("standard-changes", tr("各标准的变化"), columns, standards),
        _shifts(changes),
        _carried_over(changes),
        _otherwise(changes),
    )
    yield from (table for table in listed if table.rows)


def summary(changes: Changes) -> str:
    """Say what became of the supported points, and why; what is supposed has no other cause."""
    total = changes.total
    before, after, difference = layout.points(total.before), layout.points(total.after), signed(total.difference)
    if changes.supposed:
        return tr("支撑得分 {before} → {after}（{difference}）", before=before, after=after, difference=difference)
    return tr(
        "支撑得分 {before} → {after}（{difference}）：{parts}",
        before=before, after=after, difference=difference, parts=parts(total.split),
    )  # fmt: skip


def notice(changes: Changes) -> str:
    """Say the same with what is supposed, for what shows nothing else of it."""
    said, supposed = summary(changes), layout.supposed(changes)
    return tr("{supposed}。{said}", supposed=supposed, said=said) if supposed else said


def signed(number: Decimal) -> str:
    """Write a difference with its sign."""
    return f"{number:+.2f}" if number else "0.00"


def parts(split: Split) -> str:
    """Say what made a difference; the parts that are not 0."""
    named = (
        (tr("材料"), split.evidence),
        (tr("规则"), split.rules),
        (tr("适用"), split.status),
        (tr("不可比"), split.apart),
    )
    said = [f"{name} {signed(number)}" for name, number in named if number]
    return tr("，").join(said) or tr("没有变化")


def items(changes: Changes) -> Table:
    """List the items, and the total."""
    columns = _columns(changes)
    rows = (_record(one, columns, 0) for one in changes.items)
    return Table("changes", layout.compared(changes), columns, (*rows, _record(changes.total, columns, 2)))


def fates() -> Mapping[str, str]:
    """Name what became of a part of the rubric."""
    return {"kept": "", "renamed": tr("改名"), "added": tr("新增"), "removed": tr("取消")}


def _columns(changes: Changes) -> tuple[Column, ...]:
    before, after = layout.sides(changes)
    return (
        Column("title", tr("名称"), 26),
        Column("before", before, 8, "points"),
        Column("after", after, 8, "points"),
        Column("difference", tr("升降"), 8, "signed"),
        *(() if changes.supposed else _causes(changes)),
        Column("reason", tr("原因"), 50),
    )


def _causes(changes: Changes) -> Iterator[Column]:
    """Give the columns of what can only differ between two years."""
    parts = (changes.total, *changes.items, *changes.indicators)
    yield Column("evidence", tr("材料"), 8, "signed")
    yield Column("rules", tr("规则"), 8, "signed")
    yield Column("status", tr("适用"), 8, "signed")
    if any(one.split.apart for one in parts):
        yield Column("apart", tr("不可比"), 8, "signed")
    yield Column("fate", tr("变动"), 8)


def _record(one: Change, columns: tuple[Column, ...], level: int) -> Record:
    cells = {
        "title": one.title, "before": one.before, "after": one.after, "difference": one.difference,
        "evidence": one.split.evidence, "rules": one.split.rules, "status": one.split.status,
        "apart": one.split.apart, "fate": fates()[one.fate], "reason": one.reason,
    }  # fmt: skip
    return Record(tuple(cells[column.key] for column in columns), tone(one), 2 if level == 2 else 0)  # noqa: PLR2004 - a total


def tone(one: Change) -> Tone:
    """Say whether a change is for the better."""
    return "good" if one.difference > 0 else "bad" if one.difference < 0 else "plain"


def kinds() -> Mapping[str, str]:
    """Name what shifted."""
    return {"red_line": tr("红线"), "eligibility": tr("申报条件"), "title": tr("荣誉称号")}


def _shifts(changes: Changes) -> Table:
    before, after = layout.sides(changes)
    columns = (
        Column("kind", tr("类别"), 10),
        Column("title", tr("名称"), 40),
        Column("before", before, 12),
        Column("after", after, 12),
    )
    words = layout.status_words()
    rows = (
        Record(
            (kinds()[one.kind], one.title, words.get(one.before or "", "-"), words.get(one.after or "", "-")),
            TONES.get(one.after or "", "plain"),
        )
        for one in changes.shifts
    )
    return Table("shifts", tr("红线、条件和称号的变化"), columns, tuple(rows))


def ways_again() -> Mapping[str, str]:
    """Name the ways in which a thing is used again."""
    return {"file": tr("同一份文件"), "photo": tr("同一张照片"), "text": tr("同样的文字")}


def _carried_over(changes: Changes) -> Table:
    columns = (
        Column("what", tr("沿用"), 12),
        Column("id", tr("本期"), 10),
        Column("before", tr("上期"), 24),
        Column("title", tr("题名"), 50),
    )
    rows = (Record((ways_again()[one.what], one.id, one.before, one.title)) for one in changes.carried_over)
    return Table("carried-over", tr("上期用过、本期又用的"), columns, tuple(rows))


def whose() -> Mapping[str, str]:
    """Name the year that a piece of evidence is of."""
    return {"before": tr("上期的"), "after": tr("本期的")}


def _otherwise(changes: Changes) -> Table:
    columns = (
        Column("evidence", tr("材料"), 12),
        Column("rubric", tr("按哪个体系"), 24),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("full", tr("满分"), 8, "points"),
        Column("outcome", tr("结论"), 16),
    )
    outcomes = layout.outcome_words()
    rows = (
        Record((whose()[one.evidence], one.rubric, one.supported, one.full, outcomes[one.outcome]), TONES[one.outcome])
        for one in changes.otherwise
    )
    return Table("otherwise", tr("换成对方的体系会怎样"), columns, tuple(rows))
