"""A ranking of a whole province: written row by row, in little memory."""

import gc
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

import rankings
from wenming_score.rank import Ranking
from wenming_score.render.ranks import FILES, TEXTS, lines
from wenming_score.render.ranks.page import LISTED

A_ROW = 1_500
"""Bytes that may be kept of each row, its height, say; a row itself takes twice as many."""


def as_text(form: str) -> Callable[[Ranking, Path], None]:
    def write(ranking: Ranking, path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(next(make for name, make in TEXTS.items() if name == form)(ranking))

    return write


def as_bytes(ranking: Ranking, path: Path) -> None:
    with path.open("wb") as file:
        FILES["xlsx"](ranking, file)


def as_lines(ranking: Ranking, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines("".join(text for text, _ in line) + "\n" for line in lines(ranking, 100))


WRITERS: dict[str, Callable[[Ranking, Path], None]] = {
    **{form: as_text(form) for form in ("csv", "json", "html")},
    "xlsx": as_bytes,
    "table": as_lines,
}


def peak(form: str, units: int, path: Path) -> int:
    """Measure the most memory that writing so many units takes at a time, with nothing of earlier tests to look at."""
    gc.freeze()
    tracemalloc.start()
    try:
        WRITERS[form](rankings.many(units), path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


@pytest.mark.parametrize(
    ("form", "few", "many"),
    [
        ("csv", 300, 1300),
        ("json", 300, 1300),
        ("html", LISTED + 1, LISTED + 1001),
        ("xlsx", 300, 1300),
        ("table", 300, 1300),
    ],
)
def test_a_thousand_units_more_take_hardly_more_memory(form: str, few: int, many: int, tmp_path: Path) -> None:
    WRITERS[form](rankings.many(10), tmp_path / "first")  # what is imported is not counted

    assert peak(form, many, tmp_path / "many") < peak(form, few, tmp_path / "few") + 1000 * A_ROW


def test_every_one_of_five_thousand_is_there(tmp_path: Path) -> None:
    for form in ("csv", "json"):
        WRITERS[form](rankings.many(5_000), tmp_path / form)

    read = json.loads((tmp_path / "json").read_text(encoding="utf-8"))
    assert [one["rank"] for one in read["leagues"][0]["placed"]] == list(range(1, 5_001))
    assert len((tmp_path / "csv").read_text(encoding="utf-8").splitlines()) == 5_001
