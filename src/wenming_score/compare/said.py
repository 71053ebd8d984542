"""Why points rose or fell, in one sentence."""

from collections.abc import Iterable

from wenming_score.report import Change, GroupScore, IndicatorScore, ItemScore
from wenming_score.text import tr
from wenming_score.values import plain

_NAMED = 3
Scored = GroupScore | IndicatorScore | ItemScore


def because(old: IndicatorScore | None, new: IndicatorScore | None, *, supposed: bool) -> str:
    """Put what was short then beside what is short now, or what is short now beside what would be."""
    if new is None:
        return tr("本期没有这一项")
    if old is None:
        return tr("上期没有这一项；本期：{now}", now=_short(new))
    if supposed:
        return tr("现在：{now} → {then}", now=_short(old), then=_short(new))
    worth = tr("分值 {before} → {now}；", before=plain(old.full), now=plain(new.full)) if old.full != new.full else ""
    return worth + tr("上期：{before}；本期：{now}", before=_short(old), now=_short(new))


def _short(one: IndicatorScore) -> str:
    return one.reason or tr("满分")


def made_of(indicators: Iterable[Change]) -> str:
    """Name the indicators that made the most of an item's difference."""
    moved = sorted((one for one in indicators if one.difference), key=lambda one: -abs(one.difference))
    return tr("；").join(
        tr("{title} {points}", title=one.title, points=f"{one.difference:+.2f}") for one in moved[:_NAMED]
    )
