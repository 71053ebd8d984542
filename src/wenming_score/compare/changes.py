"""What is otherwise than in an earlier year."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from wenming_score.compare.again import carried_over, unrenewed
from wenming_score.compare.keys import Keys, keys
from wenming_score.compare.parts import exact, shown
from wenming_score.compare.rescoring import rescore
from wenming_score.compare.said import because, made_of
from wenming_score.compare.shifts import shifts
from wenming_score.compare.worlds import (
    NEW,
    OLD,
    Side,
    World,
    Worlds,
    alike,
    split,
    summable,
    world,
    worlds_by_shares,
)
from wenming_score.compare.year import Year
from wenming_score.records import record
from wenming_score.renames import Names, renames
from wenming_score.report import Change, Changes, Earlier, GroupScore, IndicatorScore, ItemScore, Otherwise, Report
from wenming_score.text import tr

Scored = GroupScore | IndicatorScore | ItemScore
S = TypeVar("S", GroupScore, IndicatorScore, ItemScore)
Value = Callable[[World], Fraction]


def changes(before: Year, after: Year, supposed: tuple[str, ...] = ()) -> Changes:
    """Compare a year with an earlier one; each is scored again by the other's rules where it can be.

    Where the later is only `supposed`, these are the words for what is: the earlier one is the same year as it is.
    """
    old, new, names, crossed = before.report, after.report, None, dict[Side, Report]()
    if before.made and after.made:
        names = renames(before.made.loaded.by.rubric, after.made.loaded.by.rubric)
        again = rescore({"before": (old, before.made), "after": (new, after.made)}, names, keys(names))
        comparison, crossed = _comparison(old, new, keys(names), again.worlds), dict(again.crossed)
    else:
        comparison = _comparison(old, new, None, worlds_by_shares(old, new) if alike(old, new) else None)
    indicators = dict(comparison.indicators(supposed=bool(supposed)))
    return Changes(
        earlier=Earlier(old.as_of, old.unit, old.rubric, old.period, old.score, old.verdict),
        total=comparison.total(),
        items=tuple(comparison.items(indicators)),
        standards=tuple(comparison.standards()),
        indicators=tuple(sorted(filter(_changed, indicators.values()), key=lambda one: one.difference)),
        unrenewed=() if supposed else unrenewed(new, indicators.values()),
        shifts=tuple(shifts(old, new, names)),
        carried_over=tuple(carried_over(before, after)),
        otherwise=tuple(_otherwise(crossed)),
        apart="" if comparison.divided else _apart(old, new),
        supposed=supposed,
    )


@record
class _Comparison:
    """Two reports, the keys of the earlier one's parts, and the worlds between them."""

    old: Report
    new: Report
    keys: Keys
    worlds: Worlds
    divided: bool
    """Whether differences can be split by cause."""

    def total(self) -> Change:
        before, after = self.old.score.supported, self.new.score.supported
        return self._change("total", tr("合计"), (before, after), lambda of: of.total, "")

    def items(self, indicators: Mapping[str, Change]) -> Iterator[Change]:
        held = {**self.worlds[OLD].item, **self.worlds[NEW].item}
        for name, old, new in _paired(self.old.items, self.new.items, self.keys.items):
            of = made_of(one for key, one in indicators.items() if held.get(key) == name)
            yield self._pair(old, new, lambda of, name=name: of.in_item(name), of)

    def standards(self) -> Iterator[Change]:
        for name, old, new in _paired(self.old.standards, self.new.standards, self.keys.standards):
            yield self._pair(old, new, lambda of, name=name: of.in_standard(name), "")

    def indicators(self, *, supposed: bool) -> Iterator[tuple[str, Change]]:
        old, new = ([one for item in report.items for one in item.indicators] for report in (self.old, self.new))
        for name, before, after in _paired(old, new, self.keys.indicators):
            value: Value = lambda of, name=name: of.indicator(name)  # noqa: E731 - it is handed on
            yield name, self._pair(before, after, value, because(before, after, supposed=supposed))

    def _pair(self, old: Scored | None, new: Scored | None, value: Value, reason: str) -> Change:
        one = new or old
        assert one
        made = self._change(one.id, one.title, (old and old.supported, new and new.supported), value, reason)
        fate = "added" if old is None else "removed" if new is None else "kept" if old.id == new.id else "renamed"
        return replace(made, fate=fate)

    def _change(
        self, name: str, title: str, ends: tuple[Decimal | None, Decimal | None], value: Value, reason: str
    ) -> Change:
        before, after = ends
        difference = (after or Decimal(0)) - (before or Decimal(0))
        parts = (Fraction(0), Fraction(0), Fraction(0), Fraction(difference))
        if self.divided:
            old, new = (value(replace(self.worlds[end], apart=frozenset())) for end in (OLD, NEW))
            causes = split(self.worlds, value)
            parts = (*causes, new - old - sum(causes))
        return Change(name, title, "kept", before, after, difference, shown(parts, difference), exact(parts), reason)


def _comparison(old: Report, new: Report, named: Keys | None, worlds: Worlds | None) -> _Comparison:
    divided = worlds is not None and summable(worlds)
    ends = {OLD: world(old, named), NEW: world(new, None)}
    return _Comparison(old, new, named or Keys({}, {}, {}), worlds if worlds and divided else ends, divided)


def _paired(old: Iterable[S], new: Iterable[S], named: Names) -> Iterator[tuple[str, S | None, S | None]]:
    """Pair parts by their keys, in the later order; what is gone comes last."""
    before = {named.get(one.id, one.id): one for one in old}
    after = {one.id: one for one in new}
    yield from ((key, before.get(key), one) for key, one in after.items())
    yield from ((key, one, None) for key, one in before.items() if key not in after)


def _changed(one: Change) -> bool:
    return bool(one.difference) or one.fate != "kept" or any(part != "0" for part in _exact(one))


def _exact(one: Change) -> tuple[str, ...]:
    return one.exact.evidence, one.exact.rules, one.exact.status, one.exact.apart


def _otherwise(crossed: Mapping[Side, Report]) -> Iterator[Otherwise]:
    """Say what each year would have come to under the other's rules."""
    for side, report in crossed.items():
        rubric = f"{report.rubric.id}-{report.rubric.edition}"
        yield Otherwise(side, rubric, report.score.supported, report.score.full, report.verdict.outcome)


def _apart(old: Report, new: Report) -> str:
    if old.rubric.sha256 == new.rubric.sha256:
        return tr("两份报告里的测评内容或分数对不上，分不清升降的原因")
    return tr("两年的测评体系不同，又没有两年的自评文件，不能按对方的规则重新打分")
