"""How many processes measure when nobody says."""

import pytest
from typer.exceptions import TyperException

from wenming_score.cli import surveying
from wenming_score.cli.surveying import Work
from wenming_score.fleet import Alone, Processes


def processes(work: Work, units: int) -> int:
    engine = work.hire(units)
    assert isinstance(engine, (Alone, Processes))
    return engine.jobs if isinstance(engine, Processes) else 1


@pytest.mark.parametrize(
    ("cores", "units", "expected"),
    [(4, 1, 1), (4, 199, 1), (4, 200, 4), (1, 10_000, 1), (2, 10_000, 2), (64, 10_000, 8)],
)
def test_few_units_are_measured_here_and_many_on_every_core(
    monkeypatch: pytest.MonkeyPatch, cores: int, units: int, expected: int
) -> None:
    monkeypatch.setattr(surveying, "_cores", lambda: cores)

    assert processes(Work(None, "local", None, None), units) == expected


@pytest.mark.parametrize(("jobs", "units"), [(1, 10_000), (3, 2), (16, 10_000)])
def test_who_says_how_many_gets_as_many(jobs: int, units: int) -> None:
    assert processes(Work(jobs, "local", None, None), units) == jobs


def test_dask_is_told_no_number_not_even_one() -> None:
    with pytest.raises(TyperException, match="--jobs"):
        Work(1, "dask", "tcp://10.0.0.5:8786", None).hire(10)
