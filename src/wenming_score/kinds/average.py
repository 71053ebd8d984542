"""A sum over activities, a head."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil
from typing import ClassVar, Literal

from pydantic import Field

from wenming_score.kinds.base import Answer, Award, Facts, Figure, own, unit_word
from wenming_score.kinds.material import TALLIES
from wenming_score.kinds.portion import Portion
from wenming_score.kinds.scale import Scaled, figure
from wenming_score.text import tr
from wenming_score.values import AnyQuantity, Id, added_up, plain, shown


class AverageAnswer(Answer):
    """A total of its own, beside the activities'."""

    total: AnyQuantity | None = Field(default=None, title="合计")


class Average(Scaled):
    """人均：合计 ÷ 基数。

    把测评年度内服务于这一项的各次活动的 `field`（hours 时长，或 participants 人数）加起来，自评里另
    写了 `total` 的取大的那个，再除以 `denominator`（`staff`，或 `unit.counts` 里的一项）。达到
    `full_at` 得满分，不高于 `none_at` 得 0 分，中间按比例；也可以像 ratio 那样用 `slide` 逐档扣分。
    每次活动至少有一份有效材料才算有支撑；只写 `total` 的，有效材料里要有名册、统计表、活动记录或截
    图（roster、statistics、record、screenshot）。

        kind: average
        field: hours
        denominator: volunteers
        full_at: 25
        # 自评: {total: 1750, evidence: [E011]}
    """

    reads: ClassVar[type[Answer]] = AverageAnswer
    template: ClassVar[str] = "{total: , evidence: []}"
    kind: Literal["average"]
    field: Literal["hours", "participants"] = Field(title="活动的哪个数")
    denominator: Id = Field(title="基数")
    unit: str = Field("小时", title="单位")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon the average claimed, and the one that evidence carries."""
        mine = own(AverageAnswer, answer)
        base = facts.counts.get(self.denominator)
        if not base:
            return Award(Fraction(0), Fraction(0), tr("缺基数 {name}，算不出人均", name=self.denominator))
        bare = figure(mine.total)
        held = [(figure(event.figures.get(self.field)), event.proven) for event in facts.events if event.inside]
        claimed = max(added_up(number for number, _ in held), bare)
        tallied = bare if facts.valid(mine.evidence, TALLIES) else Fraction(0)
        proven = added_up(number for number, proven in held if proven)
        carried = min(claimed, max(proven, tallied))
        per_head = carried / Fraction(base)
        return Award(
            self.reach(claimed / Fraction(base)),
            self.reach(per_head),
            self._reason(carried, claimed, Fraction(base)),
            (
                tr("申报：{line}", line=self._reckon(claimed, Fraction(base))),
                tr("支撑：{line}", line=self._reckon(carried, Fraction(base))),
            ),
        )

    def asks(self) -> Iterable[str]:
        """Say what is summed and divided by what."""
        yield tr(
            "各次活动的 {field} 合计 ÷ {base}：{line}",
            field=self.field,
            base=self.denominator,
            line=self.line(),
        )

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Take it as a whole: a total that is enough a head, and a paper that tallies it."""
        del answer
        base = facts.counts.get(self.denominator)
        types = self.evidence.among(TALLIES)
        if base and types:
            goal = ceil(Fraction(base) * Fraction(self.full_at))
            what = tr("合计达到 {n}{unit}", n=goal, unit=unit_word(self.unit))
            yield Portion("figure", what, materials=types, fill={"total": goal})

    def base(self) -> str | None:
        """Name the denominator."""
        return self.denominator

    def figures(self, answer: Answer) -> Iterable[Figure]:
        """Yield the total beside the activities."""
        mine = own(AverageAnswer, answer)
        if mine.total is not None:
            yield Figure("total", mine.total, self.unit, self.denominator)

    def written(self, value: Fraction) -> str:
        """Write an average with its unit."""
        return tr("{n}{unit}", n=plain(shown(value)), unit=unit_word(self.unit))

    def _reckon(self, total: Fraction, base: Fraction) -> str:
        head = total / base
        division = f"{plain(total)} ÷ {plain(base)} = {plain(shown(head))}"
        return tr("{division}；{line}", division=division, line=self.reckon(head))

    def _reason(self, carried: Fraction, claimed: Fraction, base: Fraction) -> str:
        if carried / base >= Fraction(self.full_at):
            return ""
        line = tr(
            "有材料支撑的 {total}{unit} ÷ {base} = 人均 {head}{unit}，满分要 {full}{unit}",
            total=plain(carried), base=plain(base), head=plain(shown(carried / base)), full=plain(self.full_at),
            unit=unit_word(self.unit),
        )  # fmt: skip
        return (
            line
            if carried == claimed
            else line + tr("（申报合计 {claimed}{unit}）", claimed=plain(claimed), unit=unit_word(self.unit))
        )
