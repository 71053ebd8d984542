from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from fleets import DAY, ORDER, named, reusers, unit
from wenming_score.assess import Job, assess, assess_looked, load, look, other
from wenming_score.elsewhere import elsewhere
from wenming_score.fleet import Alone, Named, Order, Store, StoreError, Wish, ranking, survey
from wenming_score.fleet.engines import Task
from wenming_score.fleet.measure import Batch
from wenming_score.rank import Ranking, Row, row
from wenming_score.render import json


class Counting(Alone):
    """Measures as ever, and remembers what."""

    def __init__(self) -> None:
        self.measured: list[str] = []

    def run(self, tasks: Iterable[Task], order: Order) -> Iterator[Batch]:
        for task in tasks:
            self.measured += [one.shown for one in task]
            yield from super().run([task], order)


def unseen(stage: str, done: int, of: int) -> None:
    del stage, done, of


def surveyed(units: list[Named], store: Store) -> tuple[Ranking, list[str]]:
    engine = Counting()
    survey(units, store, engine, ORDER, unseen)
    return ranking(store, Wish(), ORDER), engine.measured


def rows(made: Ranking) -> dict[str, Row]:
    every = [
        *(one.row for league in made.leagues for one in league.placed),
        *(row for league in made.leagues for row in league.apart),
    ]
    return {row.file: row for row in every}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "rank.db", {})
    yield made
    made.close()


def test_a_row_is_what_the_report_says_with_the_photos_of_all_compared(tmp_path: Path, store: Store) -> None:
    units, job = named(*reusers(tmp_path)), Job(DAY)
    looked = [look(load(Path(one.path), one.shown), Path(one.path), job) for one in units]
    compared = elsewhere((), map(other, looked))
    expected = {one.loaded.document.file: row(assess_looked(one, job, compared)) for one in looked}

    made, _ = surveyed(units, store)

    assert rows(made) == expected
    assert [(one.name, one.evidence, one.other_file, one.other_evidence) for one in made.reused] == [
        ("丙站", "E1", "乙站/unit.yaml", "E1"),
        ("乙站", "E1", "甲站/unit.yaml", "E9"),
        ("甲站", "E9", "乙站/unit.yaml", "E1"),
    ]
    alone = row(assess(Path(units[1].path), units[1].shown, job))
    assert rows(made)["丙站/unit.yaml"].supported < alone.supported


def test_only_what_shares_a_photo_is_measured_again(tmp_path: Path, store: Store) -> None:
    units = named(*reusers(tmp_path))

    _, measured = surveyed(units, store)

    assert measured[:4] == [one.shown for one in units]
    assert sorted(measured[4:]) == ["丙站/unit.yaml", "乙站/unit.yaml", "甲站/unit.yaml"]


def test_a_second_run_measures_nothing_and_says_the_same(tmp_path: Path, store: Store) -> None:
    units = named(*reusers(tmp_path))
    first = "".join(json.pieces(surveyed(units, store)[0]))

    again, measured = surveyed(units, store)

    assert measured == []
    assert "".join(json.pieces(again)) == first


def test_a_file_that_was_written_since_is_measured_again(tmp_path: Path, store: Store) -> None:
    paths = reusers(tmp_path)
    surveyed(named(*paths), store)
    unit(paths[3].parent, photos={"E1": (4, "2025-06-01")}, registered=12)

    made, measured = surveyed(named(*paths), store)

    assert measured == ["丁站/unit.yaml"]
    assert rows(made).keys() == {one.shown for one in named(*paths)}


def test_when_the_first_copy_is_gone_the_others_are_compared_anew(tmp_path: Path, store: Store) -> None:
    paths = reusers(tmp_path)
    surveyed(named(*paths), store)

    made, measured = surveyed(named(*paths[1:]), store)

    assert sorted(measured) == ["丙站/unit.yaml", "甲站/unit.yaml"]
    fresh = Store(None, {})
    assert rows(made) == rows(surveyed(named(*paths[1:]), fresh)[0])
    fresh.close()


def test_when_nobody_shares_it_any_more_the_finding_is_gone(tmp_path: Path, store: Store) -> None:
    paths = reusers(tmp_path)
    surveyed(named(*paths), store)

    made, _ = surveyed(named(paths[0], paths[3]), store)

    assert list(made.reused) == []
    fresh = Store(None, {})
    assert rows(made) == rows(surveyed(named(paths[0], paths[3]), fresh)[0])
    fresh.close()


def test_a_bad_file_is_tried_again_and_hides_nobody(tmp_path: Path, store: Store) -> None:
    good = unit(tmp_path / "甲")
    bad = tmp_path / "乙" / "unit.yaml"
    bad.parent.mkdir()
    bad.write_text("schema_version: 1\nrubric: [", encoding="utf-8")
    empty = tmp_path / "丙" / "unit.yaml"
    units = named(good, bad, empty)

    made, _ = surveyed(units, store)
    said = {one.file: (one.bad, one.reasons) for one in made.failures}
    _, measured = surveyed(units, store)

    assert said.keys() == {"乙/unit.yaml", "丙/unit.yaml"}
    assert said["乙/unit.yaml"][1][0].startswith("乙/unit.yaml:2:9: ")
    assert list(rows(made)) == ["甲/unit.yaml"]
    assert measured == ["乙/unit.yaml", "丙/unit.yaml"]


def test_a_fault_of_ours_is_that_unit_s_alone(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    units = named(unit(tmp_path / "甲"), unit(tmp_path / "乙"))

    def broken(path: Path, shown: str, rubric: str | None = None) -> object:
        if shown.startswith("甲"):
            raise ZeroDivisionError
        return load(path, shown, rubric)

    monkeypatch.setattr("wenming_score.fleet.measure.load", broken)

    made, _ = surveyed(units, store)

    (failure,) = made.failures
    assert (failure.file, failure.bad) == ("甲/unit.yaml", "lost")
    assert "ZeroDivisionError" in failure.reasons[0]
    assert str(tmp_path) not in failure.reasons[0]
    assert list(rows(made)) == ["乙/unit.yaml"]


def test_a_file_of_other_work_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "rank.db"
    Store(path, {"--as-of": "2025-12-31"}).close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match=r"2025-12-31.*2026-01-01"):
        Store(path, {"--as-of": str(date(2026, 1, 1))})
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + bytes(2000), "名次,单位\n".encode() * 400])
def test_what_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rank.db"
    path.write_bytes(content)

    with pytest.raises(StoreError, match=r"rank\.db"):
        Store(path, {})
    assert path.read_bytes() == content
