"""What is found at the place of a ledger entry: the file, its bytes, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wenming_score.records import record
from wenming_score.text import tr

FileState = Literal["present", "missing", "empty", "escapes", "unreadable", "link"]
Origin = Literal["declared", "taken", "recorded", "name", "created", "modified"]
"""Where a date comes from: the ledger, a camera's or recorder's clock, the file's name, a document's properties."""


@dataclass(frozen=True, slots=True, order=True)
class OwnDate:
    """A day that a file says of itself."""

    day: date
    origin: Origin


@record
class Inside:
    """What a reader finds in a file; `fault` says why it could not be read whole."""

    dates: tuple[OwnDate, ...] = ()
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    seconds: int | None = None
    fingerprint: int | None = None
    """64 bits of a picture that stay nearly the same when it is saved again, resized or turned."""
    fault: str = ""


@record
class FileFact:
    """What was found at a ledger entry's place; a `link` is not looked up."""

    state: FileState
    size: int = 0
    detail: str = ""
    sha256: str = ""
    """Empty where the bytes were not read."""
    type: str = ""
    """The true type by content, such as `jpeg` or `docx`; empty where it is none that is known."""
    inside: Inside = field(default_factory=Inside)

    def dated(self, *origins: Origin) -> date | None:
        """Give the first date of the first of these origins that has one."""
        for origin in origins:
            for own in self.inside.dates:
                if own.origin == origin:
                    return own.day
        return None


def origin_words() -> Mapping[Origin, str]:
    """Name the origins of dates."""
    return {
        "declared": tr("登记日期"),
        "taken": tr("拍摄日期"),
        "recorded": tr("录制日期"),
        "name": tr("文件名"),
        "created": tr("文档创建日期"),
        "modified": tr("文档保存日期"),
    }
