"""The lock: what every evidence file was when it was last looked at, one line a file."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from wenming_score.evidence import limits
from wenming_score.files import FileFact, Inside, Origin, OwnDate
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source import MISTAKES, load
from wenming_score.text import tr
from wenming_score.values import Frozen

NAME = "evidence.lock"
Dated = Literal["taken", "recorded", "created", "modified"]
Count = Annotated[int, Field(ge=0)]


class Line(Frozen):
    """What one line of a lock says of a file."""

    path: str
    size: Count
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    type: str = ""
    dates: dict[Dated, date] = Field(default_factory=dict[Dated, date])
    pages: Count | None = None
    width: Count | None = None
    height: Count | None = None
    seconds: Count | None = None
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = None
    fault: str = ""

    def fact(self) -> FileFact:
        """Give what was found."""
        dates = tuple(OwnDate(day, origin) for origin, day in self.dates.items())
        bits = None if self.fingerprint is None else int(self.fingerprint, 16)
        inside = Inside(dates, self.pages, self.width, self.height, self.seconds, bits, self.fault)
        return FileFact("present", self.size, "", self.sha256, self.type, inside)


def read_lock(path: Path, shown: str) -> dict[str, FileFact]:
    """Read a lock, by path; raise `InputError` with every line that is not one of a lock."""
    return parse_lock(load(path, shown, limits.LOCK), shown)


def parse_lock(content: bytes, shown: str) -> dict[str, FileFact]:
    """Read a lock's bytes as `read_lock` reads a file."""
    entries: dict[str, FileFact] = {}
    wrong: list[Mistake] = []
    for number, line in enumerate(content.splitlines(), 1):
        try:
            entry = Line.model_validate_json(line)
        except ValidationError:
            message = tr("不是锁定文件的一行；锁定文件由 evidence lock 生成，不要手改，请重新生成")
            wrong.append(Mistake(Location(shown, number, 1), message))
        else:
            entries[entry.path] = entry.fact()
    if wrong:
        raise InputError(wrong[:MISTAKES])
    return entries


def write_lock(files: Mapping[str, FileFact]) -> str:
    """Write a lock of files by path: sorted, one line a file, so that it diffs well."""
    return "".join(f"{_line(path, files[path])}\n" for path in sorted(files) if files[path].sha256)


def _line(path: str, fact: FileFact) -> str:
    inside = fact.inside
    fields: Iterable[tuple[str, object]] = (
        ("path", path),
        ("size", fact.size),
        ("sha256", fact.sha256),
        ("type", fact.type),
        ("dates", _dates(inside.dates)),
        ("pages", inside.pages),
        ("width", inside.width),
        ("height", inside.height),
        ("seconds", inside.seconds),
        ("fingerprint", None if inside.fingerprint is None else f"{inside.fingerprint:016x}"),
        ("fault", inside.fault),
    )
    return json.dumps({name: value for name, value in fields if value not in ("", None, {})}, ensure_ascii=False)


def _dates(dates: tuple[OwnDate, ...]) -> dict[Origin, str]:
    return {own.origin: own.day.isoformat() for own in dates if own.origin != "name"}
