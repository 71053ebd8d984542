"""What a new edition of a rubric changes, for the terminal and as Markdown."""

from collections.abc import Iterator

from wenming_score.editions import EditionDiff
from wenming_score.render import markdown as md
from wenming_score.render.cells import Line, hang
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.editions.sections import (
    SIGNS,
    TONES,
    Entry,
    Section,
    fates,
    heading,
    sections,
    summary,
    untouched,
)
from wenming_score.rubric import Rubric
from wenming_score.text import tr


def lines(diff: EditionDiff, old: Rubric, new: Rubric, cells: int) -> Iterator[Line]:
    """Lay the differences out for a terminal."""
    yield from hang([("■ ", "strong")], heading(diff), "strong", cells)
    for line in summary(diff):
        yield from hang([("  ", "plain")], line, "plain", cells)
    for section in sections(diff, old, new):
        if section.entries or section.details:
            yield from _section(section, cells)
    if not diff.same and (names := untouched(diff)):
        yield []
        yield from hang([(tr("没有变动的项目："), "faint")], names, "faint", cells)


def _section(section: Section, cells: int) -> Iterator[Line]:
    yield []
    yield from hang([("■ ", "strong")], section.title, "strong", cells)
    for detail in section.details:
        yield from hang([("  ", "plain")], detail, "plain", cells)
    for entry in section.entries:
        yield from _entry(entry, cells)
    if section.kept:
        yield [(tr("  其余 {n} 项测评内容不变", n=section.kept), "faint")]


def _entry(entry: Entry, cells: int) -> Iterator[Line]:
    head: Line = [("  ", "plain"), (f"{SIGNS[entry.fate]} ", TONES[entry.fate])]
    if not entry.id:
        yield from hang(head, tr("{field}：{turned}", field=entry.title, turned=entry.details[0]), "plain", cells)
        return
    yield from hang(head, "  ".join(filter(None, (entry.title, entry.points, entry.id))), "plain", cells)
    for detail in entry.details:
        yield from hang([("      ", "plain")], detail, "faint", cells)


def markdown(diff: EditionDiff, old: Rubric, new: Rubric) -> str:
    """Write the differences as Markdown."""
    return "\n".join(_written(diff, old, new)) + "\n"


def _written(diff: EditionDiff, old: Rubric, new: Rubric) -> Iterator[str]:
    yield from (f"# {md.escape(heading(diff))}", "", *md.bullets(summary(diff)))
    columns = (
        Column("fate", tr("变化"), 8),
        Column("title", tr("名称"), 30),
        Column("id", tr("编号"), 24),
        Column("points", tr("分值"), 12),
        Column("details", tr("说明"), 60),
    )
    for section in sections(diff, old, new):
        own = [Entry("changed", tr("本项"), details=section.details)] if section.details else []
        rows = tuple(map(_row, (*own, *section.entries)))
        yield from md.section(Table("edition", section.title, columns, rows))


def _row(entry: Entry) -> Record:
    said = (fates()[entry.fate], entry.title, entry.id, entry.points, tr("；").join(entry.details))
    return Record(said, TONES[entry.fate], sign=SIGNS[entry.fate])
