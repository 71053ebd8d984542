"""Times in the properties of documents, and the days that they stand for."""

import pytest

from documents import CORE, office, read_soon, said, zipped
from wenming_score.evidence.readers.office import read


def dated(stamp: str) -> dict[str, str]:
    return said(read_soon(read, zipped(office(CORE.format(created=stamp, modified="")))))


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2025-03-05", "2025-03-05"),
        ("2025-03-05T23:59:59", "2025-03-05"),
        ("2025-03-05T16:00:00Z", "2025-03-06"),
        ("2025-03-05T23:59:59+08:00", "2025-03-05"),
        ("2025-03-06T00:30:00.1234567+0900", "2025-03-05"),
        (" 1990-01-01 ", "1990-01-01"),
        ("2100-12-31", "2100-12-31"),
    ],
)
def test_a_time_with_a_zone_becomes_the_day_in_beijing(stamp: str, day: str) -> None:
    assert dated(stamp) == {"created": day}


@pytest.mark.parametrize(
    "stamp",
    [
        "",
        "0000-00-00",
        "0000-00-00T00:00:00Z",
        "2025-02-30",
        "2025-03",
        "昨天",
        "9" * 5000,
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59Z",
        "1601-01-01T00:00:00Z",
        "1904-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1989-12-31",
        "2101-01-01",
        "2100-12-31T16:00:00Z",
    ],
)
def test_what_is_no_day_of_these_times_is_left_out(stamp: str) -> None:
    assert dated(stamp) == {}


@pytest.mark.parametrize("stamp", ["2013-12-23T23:15:00Z", "2013-01-27T09:14:16Z", "2013-01-27T17:14:16.5+08:00"])
def test_the_stamp_of_a_template_is_no_date(stamp: str) -> None:
    assert dated(stamp) == {}
    assert dated("2013-12-23T23:15:01Z") == {"created": "2013-12-24"}
