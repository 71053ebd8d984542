"""The dates that lie ahead of a unit: re-checks, the ends of its titles and of its term."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from wenming_score.records import record
from wenming_score.report import Report, TitleInfo
from wenming_score.text import tr
from wenming_score.values import Span, read_when

AheadKind = Literal["recheck", "title_ends", "term_ends"]
_KINDS: tuple[AheadKind, ...] = ("recheck", "title_ends", "term_ends")
_STANDING = frozenset({"kept", "warned", "restored"})
_FARTHEST = 10
"""Years of re-checks that are listed, however far off the end of a title is."""


@record
class Ahead:
    """A day to keep in mind; `assumed` where only the year or month is known and its last day stands for it."""

    day: date
    kind: AheadKind
    title: str
    awarded: str
    written: str
    """The date as far as it is known."""
    assumed: bool

    @property
    def label(self) -> str:
        """Say what falls on the day."""
        if self.kind == "recheck":
            return tr("{year} 年度复查：{title}", year=self.written, title=self.title)
        return tr("{title}有效期满", title=self.title) if self.kind == "title_ends" else tr("本届创建周期结束")


def dates_ahead(report: Report, as_of: date) -> tuple[Ahead, ...]:
    """List what lies ahead of a day, the nearest first."""
    end = report.term.end
    dates = [Ahead(end, "term_ends", "", "", end.isoformat(), assumed=False)]
    for title in report.titles:
        if title.status in _STANDING:
            dates += _of_title(title, end, as_of)
    later = dict.fromkeys(one for one in dates if one.day >= as_of)
    return tuple(sorted(later, key=lambda one: (one.day, _KINDS.index(one.kind), one.title, one.awarded)))


def _of_title(title: TitleInfo, term_ends: date, as_of: date) -> Iterator[Ahead]:
    """Yield a re-check for every year without one up to the end of the title, or of the term, and that end."""
    until = _span(title)
    end = until.end if until else term_ends
    done = {check.year for check in title.rechecks}
    for year in range(as_of.year, min(end.year, as_of.year + _FARTHEST) + 1):
        if year not in done:
            day = min(date(year, 12, 31), end)
            yield Ahead(day, "recheck", title.name, title.awarded, str(year), assumed=True)
    if until and title.valid_until:
        assumed = until.start != until.end
        yield Ahead(end, "title_ends", title.name, title.awarded, title.valid_until, assumed=assumed)


def _span(title: TitleInfo) -> Span | None:
    """Read until when a title stands; of a range its end."""
    return read_when(title.valid_until.rpartition("~")[2]).span if title.valid_until else None
