"""What was found in files, the short way."""

from datetime import date

from wenming_score.files import FileFact, Inside, Origin, OwnDate


def photo(digest: str, bits: int | None = None, /, **dates: str) -> FileFact:
    """Describe a picture; dates by origin."""
    return file(digest, "jpeg", bits, **dates)


def file(digest: str, kind: str, bits: int | None = None, fault: str = "", /, **dates: str) -> FileFact:
    """Describe a file that was read."""
    inside = Inside(tuple(_own(origin, day) for origin, day in dates.items()), fingerprint=bits, fault=fault)
    return FileFact("present", 100, "", digest, kind, inside)


_ORIGINS: dict[str, Origin] = {
    "taken": "taken",
    "recorded": "recorded",
    "name": "name",
    "created": "created",
    "modified": "modified",
}


def _own(origin: str, day: str) -> OwnDate:
    return OwnDate(date.fromisoformat(day), _ORIGINS[origin])
