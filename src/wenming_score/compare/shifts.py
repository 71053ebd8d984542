"""Red lines, conditions and titles that stand otherwise than before."""

from collections.abc import Iterator, Mapping
from typing import Literal

from wenming_score.renames import Names, Renames
from wenming_score.report import EligibilityResult, RedLineResult, Report, Shift


def shifts(old: Report, new: Report, names: Renames | None) -> Iterator[Shift]:
    """List what shifted, red lines first."""
    yield from _statuses("red_line", old.red_lines, new.red_lines, names.red_lines if names else {})
    yield from _statuses("eligibility", old.eligibility, new.eligibility, names.eligibility if names else {})
    before, after = _titles(old), _titles(new)
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield Shift("title", name, before.get(name), after.get(name))


Result = RedLineResult | EligibilityResult


def _statuses(
    kind: Literal["red_line", "eligibility"], old: tuple[Result, ...], new: tuple[Result, ...], names: Names
) -> Iterator[Shift]:
    before = {names.get(one.id, one.id): one for one in old}
    after = {one.id: one for one in new}
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if (was and was.status) != (now and now.status):
            one = now or was
            assert one
            yield Shift(kind, one.title, was and was.status, now and now.status)


def _titles(report: Report) -> Mapping[str, str]:
    """Give each title's status by its name."""
    return {one.name: one.status for one in report.titles}
