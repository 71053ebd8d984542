"""The days behind the times that a document's properties name."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone

from wenming_score.files import Origin, OwnDate

_BEIJING = timezone(timedelta(hours=8))
_YEARS = range(1990, 2101)
_TEMPLATES = frozenset(
    datetime.fromisoformat(text).replace(tzinfo=UTC)
    for text in (
        "1996-12-17T01:32:42",  # Excel 97–2003
        "2006-08-16T00:00:00",  # Canva, and its date of saving below
        "2006-09-13T11:21:51",  # Excel 2007, and its date of saving below
        "2006-09-13T11:21:55",
        "2006-09-16T00:00:00",  # Excel 2007, excelize
        "2011-08-01T06:04:30",
        "2013-01-27T09:14:16",  # python-pptx
        "2013-12-23T23:15:00",  # python-docx
        "2014-10-29T12:08:00",  # WPS 文字
        "2015-06-05T18:17:20",  # Excel 2016, and its date of saving below
        "2015-06-05T18:17:26",
        "2015-06-05T18:19:00",  # WPS 表格
        "2015-06-05T18:19:34",  # Excel 2016, and its date of saving below
        "2015-06-05T18:19:39",
    )
)
"""When office programs' own empty documents were made; every file made from one says it too, and it means nothing."""


def read_stamp(text: str | None) -> datetime | None:
    """Read an ISO 8601 time; None where it is none."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def own_dates(stamps: Mapping[Origin, datetime | None]) -> tuple[OwnDate, ...]:
    """Turn times into days, by Beijing time where they have a zone, as they stand where they have none."""
    return tuple(_days(stamps))


def _days(stamps: Mapping[Origin, datetime | None]) -> Iterator[OwnDate]:
    for origin, stamp in stamps.items():
        if stamp is None or _is_template(stamp):
            continue
        try:
            day = (stamp.astimezone(_BEIJING) if stamp.tzinfo else stamp).date()
        except OverflowError:
            continue
        if day.year in _YEARS:
            yield OwnDate(day, origin)


def _is_template(stamp: datetime) -> bool:
    """Compare to the second; converted files lose the zone."""
    return (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).replace(microsecond=0) in _TEMPLATES
