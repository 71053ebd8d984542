"""The day that a file's name tells."""

import re
from collections.abc import Iterator
from datetime import date

_YEARS = range(1990, 2101)
_EXTENSION = re.compile(r"\.(?=[0-9]*[A-Za-z])[0-9A-Za-z]{1,5}$")
"""With a letter in it: the end of 2025.03.05 is none."""
_SAVED = re.compile(
    r"mmexport|wx_camera_|we(?:chat|ixin)[ _-]*+(?:image|video)?[ _-]*+\d|dingtalk[ _-]*+\d|whatsapp|-wa\d{4}"
    r"|(?:微信|QQ|TIM|钉钉|飞书)(?:图片|照片|视频|录音|截图|截屏|录屏)?[ _-]*+(?=\d)(?!\d{4}\s*年)",
    re.IGNORECASE,
)
"""What messenger apps call a file when it is saved, days or years after it was made."""
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)",
        r"(?<!\d)(\d{4})\s*([-_.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)",
        r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]",
    )
)
_TIME = re.compile(r"[-_.](?:[01]\d|2[0-3])([-_.])[0-5]\d\1[0-5]\d(?!\d)")
_UNTIL = re.compile(r"\s*[日号]?\s*[-—–~～至到]{1,2}\s*(?:(\d\d)(?=\d\d(?!\d))|(\d{1,2})\s*[-_.月]\s*)?(\d{1,2})(?!\d)")
"""The end of a range that names no year: -8日, 至3月8日, -3.8, -0308."""
_OTHER_DAY = re.compile(r"[、，,及和与]\s*(?:\d{1,2}\s*月\s*)?(\d{1,2})\s*日")
"""A further day in a list: 3月5日、8日."""


def dated(name: str) -> date | None:
    """Give the one whole day that a file's name tells; what a messenger app called it tells none."""
    stem = _EXTENSION.sub("", name.rpartition("/")[2])
    if _SAVED.search(stem):
        return None
    found = dict(_whole_days(stem))
    days = set(found.values())
    if len(days) != 1 or any(_goes_on(stem[end:], day) for end, day in found.items()):
        return None
    return days.pop()


def _whole_days(stem: str) -> Iterator[tuple[int, date]]:
    """Yield real days, each with the place where it ends."""
    for pattern in _DAYS:
        for match in pattern.finditer(stem):
            year, month, day = (int(part) for part in match.groups() if part.isdecimal())
            real = _real(year, month, day)
            if real:
                yield match.end(), real


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _goes_on(rest: str, first: date) -> bool:
    """Tell whether what follows a day makes it the first of several."""
    if _OTHER_DAY.match(rest):
        return True
    until = _UNTIL.match(rest)
    if until is None or _TIME.match(rest):
        return False
    last = _real(first.year, int(until[1] or until[2] or first.month), int(until[3]))
    return last is not None and last > first
