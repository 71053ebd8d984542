"""A figure over a named denominator."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil
from typing import ClassVar, Literal

from pydantic import Field

from wenming_score.kinds.base import Answer, Award, Facts, Figure, carried_line, own, uncounted, unit_word
from wenming_score.kinds.material import COUNTED
from wenming_score.kinds.portion import Portion
from wenming_score.kinds.scale import Scaled, figure, mistaken_unit
from wenming_score.text import tr
from wenming_score.values import AnyQuantity, Id, percent, plain


class RatioAnswer(Answer):
    """The figure above the line."""

    count: AnyQuantity | None = Field(default=None, title="数量")


class Ratio(Scaled):
    """比例：数量 ÷ 基数。

    自评写的 `count` 除以 `denominator`（`staff`，或 `unit.counts` 里的一项）。达到 `full_at` 得满分，
    不高于 `none_at` 得 0 分，中间按比例；写了 `slide: {per: 0.01, points: 1}` 的，改为比 `full_at`
    每低一档扣一次分，不足一档按一档算。超过 `full_at` 不多得分。人和人次是两种单位：按人次算可以超
    过 100%，`unit: 人` 的填人次不算数。要有有效的名册、统计表或问卷（roster、statistics、
    survey_form）才算有支撑。

        kind: ratio
        denominator: staff
        none_at: 0.2
        # 自评: {count: 70, evidence: [E010]}
    """

    reads: ClassVar[type[Answer]] = RatioAnswer
    template: ClassVar[str] = "{count: , evidence: []}"
    kind: Literal["ratio"]
    denominator: Id = Field(title="基数")
    unit: Literal["人", "人次"] = Field("人", title="单位")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon the share claimed; all of it or nothing is carried."""
        mine = own(RatioAnswer, answer)
        base = facts.counts.get(self.denominator)
        if mistaken_unit(mine.count, self.unit):
            return _nothing(tr("填的是{given}，这一项数的是{unit}", given=mine.count, unit=self.unit))
        if mine.blank:
            return _nothing(tr("没有填数量"))
        if not base:
            return _nothing(tr("缺基数 {name}，算不出比例", name=self.denominator))
        share = figure(mine.count) / Fraction(base)
        line = f"{mine.count} ÷ {plain(base)} = {percent(share)}"
        bare = uncounted(mine.evidence, facts)
        claimed = self.reach(share)
        return Award(
            claimed,
            Fraction(0) if bare else claimed,
            self._reason(line, bare, full=claimed == self.worth),
            (line, tr("申报：{line}", line=self.reckon(share)), carried_line(claimed, backed=not bare)),
        )

    def asks(self) -> Iterable[str]:
        """Say what is divided by what."""
        yield tr("{unit}数 ÷ {base}：{line}", unit=unit_word(self.unit), base=self.denominator, line=self.line())

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Take it as a whole: enough of the base, and a paper that counts them."""
        mine, base = own(RatioAnswer, answer), facts.counts.get(self.denominator)
        types = self.evidence.among(COUNTED)
        if not base or not types:
            return
        goal = ceil(Fraction(base) * Fraction(self.full_at))
        if figure(mine.count, self.unit) >= goal:
            yield Portion("evidence", tr("补名册、统计表或问卷"), materials=types, covers=("figure",))
        else:
            what = tr("达到 {n}{unit}", n=goal, unit=unit_word(self.unit))
            yield Portion("figure", what, materials=types, fill={"count": goal})

    def base(self) -> str | None:
        """Name the denominator."""
        return self.denominator

    def figures(self, answer: Answer) -> Iterable[Figure]:
        """Yield the figure above the line; heads are some of the base, turns need not be."""
        mine = own(RatioAnswer, answer)
        if mine.count is not None:
            yield Figure("count", mine.count, self.unit, self.denominator, part=self.unit == "人")

    def _reason(self, line: str, bare: str, *, full: bool) -> str:
        if bare:
            return tr("{line}；{bare}", line=line, bare=bare)
        return "" if full else tr("{line}，满分要 {full}", line=line, full=percent(Fraction(self.full_at)))


def _nothing(reason: str) -> Award:
    return Award(Fraction(0), Fraction(0), reason)
