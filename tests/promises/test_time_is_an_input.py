"""C16: the day is given or is Beijing's, and edges of days, months and years are the same in every zone."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from door import here, surroundings, there
from office import lay
from wenming_score.cli import options

EDGES = {
    "2024-02-28T15:59:59": "2024-02-28",
    "2024-02-28T16:00:00": "2024-02-29",
    "2024-02-29T16:00:00": "2024-03-01",
    "2023-02-28T16:00:00": "2023-03-01",
    "2025-12-31T15:59:59": "2025-12-31",
    "2025-12-31T16:00:00": "2026-01-01",
    "2025-06-30T16:00:00": "2025-07-01",
    "2000-02-29T15:59:59": "2000-02-29",
}
"""An hour in UTC, and the day that it is in Beijing."""
ZONES = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "No/Such:Zone"]


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Stand in a zone, as far as this machine can."""
    monkeypatch.setenv("TZ", request.param)
    if hasattr(time, "tzset"):
        time.tzset()
    yield request.param
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.parametrize(("hour", "day"), EDGES.items())
def test_today_is_the_day_in_beijing(monkeypatch: pytest.MonkeyPatch, zone: str, hour: str, day: str) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls.fromisoformat(hour).replace(tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(options, "datetime", Clock)

    assert options.day(None) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2025-02-28", 0), ("2025-02-29", 2), ("2024-02-29", 0), ("2000-01-01", 0), ("1999-12-31", 2),
        ("2099-12-31", 0), ("2100-01-01", 2), ("2025-04-31", 2), ("2025-13-01", 2), ("2025-12-31T24:00", 2),
    ],
)  # fmt: skip
def test_a_day_is_a_whole_real_day_of_this_century(monkeypatch: pytest.MonkeyPatch, day: str, code: int) -> None:
    lay(Path())

    assert here("check", "unit.yaml", "--as-of", day, "--fail-on", "never").code == code


@pytest.mark.parametrize(
    ("held", "counts"),
    [
        ("2024-12-31", False), ("2025-01-01", True), ("2025-12-31", True), ("2026-01-01", False), ("2025", True),
        ("2024-12", False), ("2025-02", True), ("2025-Q4", True), ("2026-H1", False),
    ],
)  # fmt: skip
def test_evidence_counts_on_the_first_and_the_last_day_and_not_beyond(held: str, counts: bool) -> None:  # noqa: FBT001 - a row
    lay(Path(), ("date: 2025-11-30", f"date: {held}"))

    done = here("check", "unit.yaml", "--as-of=2025-12-31", "-q")

    assert ("支撑 10.00/10" in done.out) is counts, done.out


def test_the_clock_and_the_zone_of_the_machine_reach_no_report() -> None:
    lay(Path())
    made = {
        there("check", "unit.yaml", "--as-of=2025-12-31", "-f", "json", env=surroundings(TZ=zone)).stdout
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12")
    }

    assert len(made) == 1
