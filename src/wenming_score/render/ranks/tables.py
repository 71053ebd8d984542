"""The columns and rows of a ranking, for every format that has tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wenming_score.rank import Failure, League, PartLeague, Placed, PlacedPart, Ranking, Reuse, Row, Spread
from wenming_score.render.columns import Cell, Column, Record, Table
from wenming_score.render.layout import SIGNS, TONES, outcome_words
from wenming_score.render.ranks import words
from wenming_score.text import tr


def placed_columns(league: League) -> tuple[Column, ...]:
    """Head the table of the ranked units."""
    return (
        Column("rank", tr("名次"), 6, "count"),
        *((Column("place", tr("名额"), 8),) if league.quota else ()),
        Column("title", tr("单位"), 26),
        Column("type", tr("类型"), 8),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("self_score", tr("自评分"), 9, "points"),
        Column("outcome", tr("结论"), 14),
        Column("coverage", tr("填报率"), 9, "share"),
        Column("percentile", tr("超过的单位"), 11, "share"),
        Column("worst", tr("最弱的项目"), 22),
        Column("findings", tr("问题"), 12),
        Column("file", tr("文件"), 26),
    )


def placed_row(league: League, one: Placed) -> Record:
    """Lay a ranked unit out."""
    row = one.row
    cells = (
        one.rank, *((words.titled(one.place),) if league.quota else ()), row.name, words.types()[row.type],
        row.supported, row.claimed, row.self_score, outcome_words()[row.verdict], row.coverage, one.percentile,
        words.worst(row), words.findings(row.findings), row.file,
    )  # fmt: skip
    return Record(cells, TONES[row.verdict], sign=SIGNS[row.verdict])


def heat_columns(league: League) -> tuple[Column, ...]:
    """Head the map of units by items."""
    items = (Column(item.id, item.title, 10, "share") for item in league.items)
    return (Column("rank", tr("名次"), 6, "count"), Column("title", tr("单位"), 26), *items)


def heat_row(league: League, one: Placed) -> Record:
    """Lay out what a unit has of each item."""
    shares = {part.id: part.share for part in one.row.items if part.full}
    return Record((one.rank, words.called(league, one.row), *(shares.get(item.id) for item in league.items)))


def apart_columns() -> tuple[Column, ...]:
    """Head the table of the units that stand apart."""
    return (
        Column("outcome", tr("情况"), 14),
        Column("title", tr("单位"), 26),
        Column("type", tr("类型"), 8),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("self_score", tr("自评分"), 9, "points"),
        Column("coverage", tr("填报率"), 9, "share"),
        Column("reasons", tr("原因"), 50),
        Column("findings", tr("问题"), 12),
        Column("file", tr("文件"), 26),
    )


def apart_row(row: Row) -> Record:
    """Lay a unit out that stands apart."""
    cells = (
        words.standings()[row.standing], row.name, words.types()[row.type], row.supported, row.claimed,
        row.self_score, row.coverage, tr("；").join(row.reasons), words.findings(row.findings), row.file,
    )  # fmt: skip
    return Record(cells, TONES[row.verdict], sign=SIGNS[row.verdict])


def spreads(league: League) -> Table:
    """Show how the ranked units are spread in the total, the items, the standards, of each type, too."""
    columns = (
        Column("part", tr("类别"), 10),
        Column("title", tr("名称"), 28),
        Column("type", tr("类型"), 8),
        *_spread_columns(),
    )
    rows = (Record((*_part_named(one), words.types()[one.type], *_spread(one))) for one in league.spreads)
    return Table("spreads", tr("各项分布"), columns, tuple(rows))


def whole_spreads(league: League) -> Table:
    """Show how all the ranked units are spread."""
    columns = (Column("part", tr("类别"), 10), Column("title", tr("名称"), 28), *_spread_columns())
    rows = (Record((*_part_named(one), *_spread(one))) for one in league.spreads if not one.type)
    return Table("spreads", tr("各项分布（参加排名的单位）"), columns, tuple(rows))


def type_spreads(league: League) -> Table:
    """Show how the ranked units of each type are spread in the total."""
    columns = (Column("title", tr("类型"), 28), *_spread_columns())
    shown = (one for one in league.spreads if one.type and one.part == "total")
    rows = (Record((words.types()[one.type], *_spread(one))) for one in shown)
    return Table("spreads", tr("各类单位的总分"), columns, tuple(rows))


def part_words() -> dict[str, str]:
    """Name what a part is."""
    return {"total": tr("总分"), "item": tr("测评项目"), "standard": tr("标准")}


def _part_named(one: Spread) -> tuple[str, str]:
    return part_words()[one.part], one.title or tr("合计")


def _spread_columns() -> tuple[Column, ...]:
    return (
        Column("units", tr("单位数"), 8, "count"),
        Column("full", tr("满分"), 9, "points"),
        Column("mean", tr("平均"), 9, "points"),
        Column("least", tr("最低"), 9, "points"),
        Column("lower", tr("下四分位"), 10, "points"),
        Column("median", tr("中位"), 9, "points"),
        Column("upper", tr("上四分位"), 10, "points"),
        Column("most", tr("最高"), 9, "points"),
    )


def _spread(one: Spread) -> tuple[Cell, ...]:
    return one.units, one.full, one.mean, one.least, one.lower, one.median, one.upper, one.most


def part_columns() -> tuple[Column, ...]:
    """Head the table of an item or a standard."""
    return (
        Column("part", tr("名称"), 28),
        Column("rank", tr("名次"), 6, "count"),
        Column("title", tr("单位"), 26),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("full", tr("满分"), 9, "points"),
        Column("share", tr("得分率"), 10, "share"),
        Column("file", tr("文件"), 26),
    )


def part_rows(parts: Iterable[PartLeague]) -> Iterator[Record]:
    """Rank the units by each item or standard."""
    return (_part(one) for part in parts for one in part.placed)


def _part(one: PlacedPart) -> Record:
    part = one.part
    return Record((part.title, one.rank, one.name, part.supported, part.full, part.share, one.file))


def failures(failures: Iterable[Failure]) -> Table:
    """List the files that came to no row."""
    columns = (Column("outcome", tr("情况"), 10), Column("title", tr("文件"), 36), Column("reasons", tr("原因"), 70))
    return Table("failures", tr("没能评分的文件"), columns, tuple(map(failure_row, failures)))


def failure_row(one: Failure) -> Record:
    """Lay out a file that came to no row."""
    cells = (words.bads()[one.bad], one.file, tr("；").join(one.reasons))
    return Record(cells, "bad", sign=SIGNS["error"])


def reused_columns() -> tuple[Column, ...]:
    """Head the table of photos that two units have."""
    return (
        Column("title", tr("单位"), 26),
        Column("evidence", tr("照片"), 14),
        Column("other_file", tr("另一家的文件"), 26),
        Column("other_evidence", tr("那边的照片"), 14),
        Column("day", tr("那边的日期"), 12, "day"),
        Column("file", tr("文件"), 26),
    )


def reused_row(one: Reuse) -> Record:
    """Lay a photo out that another unit has, too."""
    return Record((one.name, one.evidence, one.other_file, one.other_evidence, one.other_day, one.file))


def every_part_columns() -> tuple[Column, ...]:
    """Head the one table of all units by each item or standard, for spreadsheets and scripts."""
    return (Column("rubric", tr("测评体系"), 20), *part_columns())


def every_part_row(ranking: Ranking) -> Iterator[Record]:
    """Rank the units of each rubric by each of its items or standards."""
    for league in ranking.leagues:
        name = f"{league.rubric.id}-{league.rubric.edition}"
        yield from (replace(row, cells=(name, *row.cells)) for row in part_rows(league.parts))


def every_columns(ranking: Ranking) -> tuple[Column, ...]:
    """Head the one table of all units, whatever became of them, for spreadsheets and scripts."""
    return (
        Column("rubric", tr("测评体系"), 20),
        Column("standing", tr("情况"), 14),
        Column("rank", tr("名次"), 6, "count"),
        Column("percentile", tr("超过的单位"), 11, "share"),
        Column("place", tr("名额"), 8),
        Column("file", tr("文件"), 26),
        Column("name", tr("单位"), 26),
        Column("type", tr("类型"), 8),
        Column("start", tr("期间起"), 12, "day"),
        Column("end", tr("期间止"), 12, "day"),
        Column("self_score", tr("自评分"), 9, "points"),
        Column("claimed", tr("申报得分"), 9, "points"),
        Column("supported", tr("支撑得分"), 9, "points"),
        Column("full", tr("满分"), 9, "points"),
        Column("share", tr("得分率"), 10, "share"),
        Column("verdict", tr("结论"), 14),
        Column("coverage", tr("填报率"), 9, "share"),
        Column("red_lines", tr("红线"), 20),
        Column("worst", tr("最弱的项目"), 20),
        Column("worst_share", tr("最弱项目得分率"), 10, "share"),
        Column("errors", tr("错误"), 6, "count"),
        Column("warnings", tr("警告"), 6, "count"),
        Column("notes", tr("提示"), 6, "count"),
        Column("reasons", tr("原因"), 40),
        *(Column(name, title, 10, "points") for name, title in _items(ranking).items()),
    )


def _items(ranking: Ranking) -> Mapping[str, str]:
    return {item.id: item.title for league in ranking.leagues for item in league.items}


def every_row(ranking: Ranking) -> Iterator[Record]:
    """Lay all units out, the ranked first and what could not be read last."""
    items = tuple(_items(ranking))
    for league in ranking.leagues:
        for one in league.placed:
            yield _every(one.row, (one.rank, one.percentile, words.places()[one.place]), items)
        for row in league.apart:
            yield _every(row, (None, None, ""), items)
    width = len(every_columns(ranking)) - len(items)
    for failure in ranking.failures:
        head: tuple[Cell, ...] = ("", words.bads()[failure.bad], None, None, "", failure.file)
        blank = (None,) * (width - len(head) - 1)
        yield Record((*head, *blank, tr("；").join(failure.reasons), *((None,) * len(items))), "bad")


def _every(row: Row, stands: tuple[Cell, ...], items: Sequence[str]) -> Record:
    points = {part.id: part.supported for part in row.items}
    found = row.findings
    cells = (
        row.rubric, words.standings()[row.standing], *stands, row.file, row.name, words.types()[row.type],
        row.period.start, row.period.end, row.self_score, row.claimed, row.supported, row.full, row.share,
        outcome_words()[row.verdict], row.coverage, tr("；").join(map(words.red_line, row.red_lines)),
        row.worst.title, row.worst.share, found.error, found.warning, found.note, tr("；").join(row.reasons),
        *(points.get(item) for item in items),
    )  # fmt: skip
    return Record(cells, TONES[row.verdict])
