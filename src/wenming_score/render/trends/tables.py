"""The tables of a trend, for every format that has tables."""

from collections.abc import Iterator, Sequence
from typing import Literal

from wenming_score.render import layout
from wenming_score.render.columns import Column, Record, Table
from wenming_score.render.layout import SIGNS, TONES
from wenming_score.render.trends import words
from wenming_score.text import tr
from wenming_score.trend import Trend, Year
from wenming_score.trend.dates import Ahead
from wenming_score.trend.lines import Line

LISTED = 8
"""Years that have a column, the last of them: no page is wider."""


def years(trend: Trend) -> Table:
    """Put the years under one another."""
    columns = (
        Column("year", tr("年度"), 8),
        Column("full", tr("满分"), 8, "points"),
        Column("self_score", tr("自评分"), 9, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("share", tr("得分率"), 10, "share"),
        Column("outcome", tr("结论"), 20),
        Column("rubric", tr("测评体系"), 30),
    )
    return Table("years", tr("各年"), columns, tuple(map(_year, trend.years)))


def _year(year: Year) -> Record:
    kind = layout.kind_of_points(trial=year.trial)
    outcome = tr("{outcome}（{kind}）", outcome=layout.outcome_words()[year.outcome], kind=kind)
    points = (year.full, year.self_score, year.claimed, year.supported, year.share)
    rubric = tr("{title}（{name}）", title=year.rubric_title, name=year.rubric)
    return Record((year.label, *points, outcome, rubric), TONES[year.outcome], sign=SIGNS[year.outcome])


def items(trend: Trend, *, drawn: bool) -> Table:
    """Follow the items, the total last; drawn with signs where a format has no charts."""
    title = tr("{n} 个测评项目", n=len(trend.items))
    rows = (*(_line(line, drawn=drawn) for line in trend.items), _line(words.total(trend), 2, drawn=drawn))
    return Table("items", title, _columns(trend, tr("测评项目"), drawn=drawn), rows if trend.items else ())


def standards(trend: Trend, *, drawn: bool) -> Table:
    """Follow the standards."""
    title = tr("{n} 条标准", n=len(trend.standards))
    rows = tuple(_line(line, drawn=drawn) for line in trend.standards)
    return Table("standards", title, _columns(trend, tr("标准"), drawn=drawn), rows)


def _columns(trend: Trend, heading: str, *, drawn: bool) -> tuple[Column, ...]:
    labels = (Column(f"year-{year.label}", year.label, 8, "points") for year in trend.years[-LISTED:])
    last = (Column("trend", tr("走势"), max(8, len(trend.years))),) if drawn else ()
    return (Column("title", heading, 30), Column("full", tr("满分"), 9), *labels, *last)


def _line(line: Line, level: Literal[0, 2] = 0, *, drawn: bool) -> Record:
    points = (point and point.supported for point in line.points[-LISTED:])
    last = (words.spark(line),) if drawn else ()
    return Record((line.title, words.full(line), *points, *last), level=level)


def ahead(trend: Trend) -> Table:
    """List the dates that lie ahead."""
    columns = (Column("day", tr("日期"), 12), Column("title", tr("事项"), 40), Column("remark", tr("备注"), 36))
    return Table("ahead", tr("往后的日期"), columns, tuple(map(_date, trend.ahead)))


def _date(one: Ahead) -> Record:
    return Record((one.day.isoformat(), one.label, words.reservation(one)))


def points(trend: Trend) -> Table:
    """List every point of every line in a row of its own, as spreadsheets and scripts want it."""
    columns = (
        Column("unit", tr("单位"), 20),
        Column("part", tr("类别"), 10),
        Column("id", tr("编号"), 20),
        Column("title", tr("名称"), 30),
        Column("year", tr("年度"), 8),
        Column("full", tr("满分"), 8, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("share", tr("得分率"), 10, "share"),
    )
    rows = (
        *_points(trend, tr("总分"), (words.total(trend),)),
        *_points(trend, tr("测评项目"), trend.items),
        *_points(trend, tr("标准"), trend.standards),
    )
    return Table("points", tr("逐年得分"), columns, rows)


def _points(trend: Trend, part: str, lines: Sequence[Line]) -> Iterator[Record]:
    for line in lines:
        for year, point in zip(trend.years, line.points, strict=True):
            if point is not None:
                of = (trend.unit, part, line.id, line.title, year.label)
                yield Record((*of, point.full, point.supported, point.share))
