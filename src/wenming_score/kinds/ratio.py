"""A figure over a named denominator."""

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, Literal

from pydantic import Field

from wenming_score.kinds.base import COUNTED, Answer, Award, Facts, own
from wenming_score.kinds.scale import Scaled, figure, mistaken_unit
from wenming_score.text import tr
from wenming_score.values import AnyQuantity, Id, percent, plain


class RatioAnswer(Answer):
    """The figure above the line."""

    count: AnyQuantity | None = Field(default=None, title="数量")


class Ratio(Scaled):
    """比例：数量 ÷ 基数。

    The answer's `count` over `denominator` (`staff`, or a name in `unit.counts`): full points at `full_at`,
    none at `none_at`, a straight line between; with `slide: {per: 0.01, points: 1}` points are lost for each
    step, begun or whole, below `full_at` instead. More than `full_at` earns no more. 人 and 人次 are different
    units: a rate of 人次 may pass 100 %, and 人次 are not taken where `unit: 人` is asked. Carried by a valid
    roster, statistics or survey form.

        kind: ratio
        denominator: staff
        none_at: 0.2
        # answer: {count: 70, evidence: [E010]}
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
        backed = bool(facts.valid(mine.evidence, COUNTED))
        claimed = self.reach(share)
        return Award(
            claimed,
            claimed if backed else Fraction(0),
            self._reason(line, backed=backed, full=claimed == self.worth),
            (line, tr("申报：{line}", line=self.reckon(share)), carried_line(claimed, backed=backed)),
        )

    def asks(self) -> Iterable[str]:
        """Say what is divided by what."""
        yield tr("{unit}数 ÷ {base}：{line}", unit=self.unit, base=self.denominator, line=self.line())

    def _reason(self, line: str, *, backed: bool, full: bool) -> str:
        if not backed:
            return tr("{line}；没有有效的名册、统计表或问卷", line=line)
        return "" if full else tr("{line}，满分要 {full}", line=line, full=percent(Fraction(self.full_at)))


def carried_line(claimed: Fraction, *, backed: bool) -> str:
    """Write what the evidence makes of a claim that it carries whole or not at all."""
    return tr("支撑：材料有效，得 {points}", points=plain(claimed)) if backed else tr("支撑：没有有效材料，得 0")


def _nothing(reason: str) -> Award:
    return Award(Fraction(0), Fraction(0), reason)
