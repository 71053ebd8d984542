"""A ranking as Parquet, read back by DuckDB: types, rows, order, texts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

import rankings
from formats import TEXTS
from wenming_score.rank import Ranking
from wenming_score.render.ranks import FILES
from wenming_score.render.ranks.parquet import COLUMNS

duckdb = pytest.importorskip("duckdb")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "排名.parquet"


def content(ranking: Ranking) -> bytes:
    made = BytesIO()
    FILES["parquet"](ranking, made)
    return made.getvalue()


def asked(file: Path, what: str, ranking: Ranking | None = None) -> Sequence[tuple[object, ...]]:
    """Ask DuckDB about a ranking in a file."""
    if ranking is not None:
        file.write_bytes(content(ranking))
    with duckdb.connect() as database:
        return database.execute(what.format(f"read_parquet('{file}')")).fetchall()


def test_every_column_is_of_its_type(file: Path) -> None:
    found = asked(file, "DESCRIBE SELECT * FROM {}", rankings.rich())

    assert [(str(name), str(kind).replace('"', "")) for name, kind, *_ in found] == [
        (name, kind.replace('"', "")) for name, kind in COLUMNS.items()
    ]


def test_no_column_needs_quotes_in_a_question(file: Path) -> None:
    assert len(asked(file, f"SELECT {', '.join(COLUMNS)} FROM {{}}", rankings.rich())) == 12  # noqa: S608 - our own names


@pytest.mark.parametrize("ranking", [rankings.bare(), rankings.nobody()], ids=["bare", "nobody"])
def test_the_columns_are_the_same_where_nobody_is_ranked(file: Path, ranking: Ranking) -> None:
    found = asked(file, "DESCRIBE SELECT * FROM {}", ranking)

    assert [(str(name), str(kind).replace('"', "")) for name, kind, *_ in found] == [
        (name, kind.replace('"', "")) for name, kind in COLUMNS.items()
    ]
    assert asked(file, "SELECT count(*) FROM {}") == [(ranking.units,)]


def test_rows_stand_in_their_order_each_with_where_it_stands(file: Path) -> None:
    found = asked(file, "SELECT standing, rank, percentile, place, name FROM {}", rankings.rich())

    assert found == [
        ("ranked", 1, Decimal("1.0000"), "quota", "某县税务局"),
        ("ranked", 2, Decimal("0.5000"), "shortlist", "某县人民医院（县域医疗中心）"),
        ("ranked", 2, Decimal("0.5000"), "shortlist", "某县第一初级中学"),
        ("ranked", 4, Decimal("0.2500"), "below_mark", rankings.LONG),
        ("ranked", 5, Decimal("0.0000"), "below_mark", "某县水务集团"),
        ("vetoed", None, None, None, "某县供电公司"),
        ("ineligible", None, None, None, "某县林场"),
        ("undetermined", None, None, None, "某县气象局"),
        ("ranked", 1, None, None, "某镇便民服务站"),
        ("unreadable", None, None, None, None),
        ("blank", None, None, None, None),
        ("lost", None, None, None, None),
    ]


def test_points_and_days_are_exact(file: Path) -> None:
    what = (
        "SELECT supported, claimed, self_score, full_points, share, coverage, period_start, period_end, verdict, "
        "errors, warnings FROM {}"
    )
    ranking = rankings.rich()
    rows = [one.row for league in ranking.leagues for one in league.placed]

    found = asked(file, what + " WHERE standing = 'ranked'", ranking)

    assert found == [
        (
            row.supported, row.claimed, row.self_score, row.full, row.share, row.coverage, row.period.start,
            row.period.end, row.verdict, row.findings.error, row.findings.warning,
        )
        for row in rows
    ]  # fmt: skip
    assert found[1][0] == Decimal("8.64")
    assert found[1][6] == date(2025, 1, 1)


def test_items_reasons_and_red_lines_are_lists(file: Path) -> None:
    ranking = rankings.rich()
    found = asked(file, "SELECT items, reasons, red_lines, worst FROM {} WHERE standing = 'vetoed'", ranking)
    items, reasons, lines, worst = found[0]

    assert items == [
        {"id": "plans", "title": "计划和制度", "full": 4, "supported": 3, "share": Decimal("0.75")},
        {"id": "deeds", "title": "志愿服务活动", "full": 6, "supported": Decimal("2.57"), "share": Decimal("0.4283")},
    ]
    assert reasons == ["触碰红线：发生重大安全生产事故", "支撑得分 5.57"]
    assert (lines, worst) == (["line"], "deeds")
    assert asked(file, "SELECT file, reasons FROM {} WHERE standing = 'blank'") == [
        ("空/unit.yaml", list(rankings.FAILED[1][2]))
    ]


def test_the_best_item_of_each_type_is_a_question_away(file: Path) -> None:
    what = (
        "SELECT type, max(one.supported) FROM (SELECT type, unnest(items) AS one FROM {} WHERE rank IS NOT NULL) "
        "GROUP BY type ORDER BY type"
    )

    assert asked(file, what, rankings.plain()) == [
        ("enterprise", Decimal("0.00")),
        ("government_office", Decimal("6.00")),
        ("hospital", Decimal("5.14")),
        ("school", Decimal("4.64")),
    ]


@pytest.mark.parametrize("said", [text for text in TEXTS if "\ud800" not in text])
def test_any_text_comes_back_as_it_went_in(file: Path, said: str) -> None:
    found = asked(
        file, "SELECT DISTINCT file, reasons FROM {} WHERE rank IS NULL AND name IS NULL", rankings.hostile(said)
    )

    assert found == [(said, [said, said])]


def test_the_same_ranking_gives_the_same_bytes() -> None:
    assert content(rankings.rich()) == content(rankings.rich())
