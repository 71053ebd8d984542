"""A ranking as Parquet, a row a unit: for DuckDB, pandas, the data platform of a city."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from wenming_score.rank import Failure, Ranking, Row
from wenming_score.rank.document import Place
from wenming_score.render import json
from wenming_score.render.json import Part

_POINTS, _SHARE, _COUNT, _TEXT, _DAY = "DECIMAL(9,2)", "DECIMAL(6,4)", "INTEGER", "VARCHAR", "DATE"
_PARTS = f'STRUCT(id {_TEXT}, title {_TEXT}, "full" {_POINTS}, supported {_POINTS}, share {_SHARE})[]'
COLUMNS: Mapping[str, str] = {
    "rubric": _TEXT, "standing": _TEXT, "rank": _COUNT, "percentile": _SHARE, "place": _TEXT, "file": _TEXT,
    "name": _TEXT, "type": _TEXT, "period_start": _DAY, "period_end": _DAY, "self_score": _POINTS, "claimed": _POINTS,
    "supported": _POINTS, "full_points": _POINTS, "share": _SHARE, "verdict": _TEXT, "coverage": _SHARE,
    "red_lines": f"{_TEXT}[]", "worst": _TEXT, "errors": _COUNT, "warnings": _COUNT, "notes": _COUNT,
    "reasons": f"{_TEXT}[]", "items": _PARTS, "standards": _PARTS,
}  # fmt: skip
"""The columns, none of which is a word of SQL, and their types in DuckDB's words."""


def parquet(ranking: Ranking, file: BinaryIO) -> None:
    """Write the units; raise ModuleNotFoundError where DuckDB is not installed."""
    import duckdb  # noqa: PLC0415 - an extra

    with tempfile.TemporaryDirectory(prefix="wenming-score-") as folder:
        lines, made = Path(folder) / "units.json", Path(folder) / "units.parquet"
        with lines.open("w", encoding="utf-8") as text:
            text.writelines(f"{json.pack(unit)}\n" for unit in _units(ranking))
        with duckdb.connect(config={"threads": 1, "preserve_insertion_order": True}) as database:
            columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
            read = f"read_json(?, format = 'newline_delimited', columns = {{{columns}}})"
            written = f"TO '{made.as_posix()}' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
            database.execute(f"COPY (SELECT * FROM {read}) {written}", [str(lines)])  # noqa: S608 - names of this file
        with made.open("rb") as done:
            shutil.copyfileobj(done, file)


def _units(ranking: Ranking) -> Iterator[Mapping[str, Part]]:
    for league in ranking.leagues:
        for one in league.placed:
            yield {**_unit(one.row), **_stands(one.rank, one.place), "percentile": one.percentile}
        yield from map(_unit, league.apart)
    yield from map(_failed, ranking.failures)


def _stands(rank: int, place: Place) -> Mapping[str, Part]:
    return {"rank": rank, "place": place or None}


def _unit(row: Row) -> Mapping[str, Part]:
    found = row.findings
    return {
        "rubric": row.rubric, "standing": row.standing, "file": row.file, "name": row.name, "type": row.type,
        "period_start": row.period.start, "period_end": row.period.end, "self_score": row.self_score,
        "claimed": row.claimed, "supported": row.supported, "full_points": row.full, "share": row.share,
        "verdict": row.verdict,
        "coverage": row.coverage, "red_lines": tuple(line.id for line in row.red_lines), "worst": row.worst.id,
        "errors": found.error, "warnings": found.warning, "notes": found.note, "reasons": row.reasons,
        "items": row.items, "standards": row.standards,
    }  # fmt: skip


def _failed(failure: Failure) -> Mapping[str, Part]:
    return {"standing": failure.bad, "file": failure.file, "reasons": failure.reasons}
