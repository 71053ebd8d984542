"""How often something was done, or how many of something there are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from wenming_score.kinds.base import Answer, Award, Facts, Figure, Indicator, own, unit_word
from wenming_score.kinds.material import TALLIES
from wenming_score.kinds.portion import Portion
from wenming_score.kinds.scale import figure, mistaken_unit
from wenming_score.text import tr
from wenming_score.values import AnyQuantity, Frozen, Number, Points, plain

_MARKS = 12
"""In how many parts a figure is raised at the most."""
_HELD = ("次", "场")
"""What is counted by the activities held; anything else is counted by a figure."""


class Step(Frozen):
    """A number reached, and what it earns."""

    at: Number = Field(title="达到")
    points: Points = Field(title="得分")


class CountAnswer(Answer):
    """A figure of its own, beside the activities that serve the indicator."""

    count: AnyQuantity | None = Field(default=None, title="数量")


class Count(Indicator):
    """次数或数量：按目标的比例得分。

    得分 = 分值 × min(1, n ÷ `target`)；写了分档 `steps` 的，按达到的最高一档得分。n 是测评年度内服
    务于这一项的活动次数；自评里另写了 `count` 的，取大的那个。每次活动至少有一份有效材料才算有支撑；
    只写 `count` 的，有效材料里要有名册、统计表、活动记录或截图（roster、statistics、record、
    screenshot）。

        kind: count
        target: 4
        unit: 次
        # 自评: 有活动服务于这一项就不用写, 没有就写 {count: 4, evidence: [E010]}
    """

    reads: ClassVar[type[Answer]] = CountAnswer
    template: ClassVar[str] = "{count: , evidence: []}"
    kind: Literal["count"]
    target: Annotated[Number, Field(gt=0)] | None = Field(default=None, title="目标")
    steps: tuple[Step, ...] = Field(default=(), title="分档")
    unit: str = Field("次", title="单位")

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if (self.target is None) == (not self.steps):
            raise ValueError(tr("target 和 steps 要填一个，只填一个"))
        if any(low.at >= high.at or low.points > high.points for low, high in pairwise(self.steps)):
            raise ValueError(tr("steps 要从低到高排，得分不能越来越少"))
        return self

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon the number claimed, and the number that evidence carries."""
        mine = own(CountAnswer, answer)
        claimed, carried = self._numbers(mine, facts)
        earned, proven = self._reach(claimed), self._reach(carried)
        return Award(
            earned,
            proven,
            self._reason(mine, claimed, carried),
            (
                tr("申报：{line}", line=self._reckon(claimed, earned)),
                tr("支撑：{line}", line=self._reckon(carried, proven)),
            ),
        )

    def asks(self) -> Iterable[str]:
        """Say what the goal is."""
        if self.target is not None:
            yield tr("目标 {n}{unit}，不足按比例得分", n=plain(self.target), unit=unit_word(self.unit))
        for step in self.steps:
            yield tr(
                "达到 {n}{unit} 得 {points} 分", n=plain(step.at), unit=unit_word(self.unit), points=plain(step.points)
            )

    def figures(self, answer: Answer) -> Iterable[Figure]:
        """Yield the figure beside the activities."""
        mine = own(CountAnswer, answer)
        if mine.count is not None:
            yield Figure("count", mine.count, self.unit)

    def things(self, departments: Iterable[str]) -> int:
        """Count up to the goal."""
        del departments
        return ceil(self._goal)

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Take what is missing one by one: activities, or a larger figure where a figure is what is given."""
        mine, before = own(CountAnswer, answer), ""
        claimed, carried = self._numbers(mine, facts)
        goal, tallies = ceil(self._goal), self.evidence.among(TALLIES)
        held = self.unit in _HELD and not figure(mine.count)
        marks = self._marks(goal, held=held)
        if not held and carried < claimed and tallies:
            what = tr("补名册、统计表一类的材料，证明已有的 {n}{unit}", n=plain(claimed), unit=unit_word(self.unit))
            claims = tuple(str(number) for number in marks if carried < number <= claimed)
            yield Portion("evidence", what, Fraction(1, goal), tallies, covers=claims)
            before, carried = "evidence", claimed
        for last, number in pairwise((0, *marks)):
            if number > carried and (held or tallies):
                share = Fraction(number - last, goal)
                what = self._toward(number, number - last)
                portion = Portion(str(number), what, share, self.evidence.types, held=held, after=before)
                yield portion if held else replace(portion, materials=tallies, fill={"count": number})
                before = portion.id

    def _toward(self, number: int, more: int) -> str:
        unit = unit_word(self.unit)
        return tr("达到 {n}{unit}", n=number, unit=unit) if more > 1 else tr("第 {n} {unit}", n=number, unit=unit)

    def _marks(self, goal: int, *, held: bool) -> tuple[int, ...]:
        """List the numbers to reach one after the other: each activity; of a figure its steps, or not too many."""
        if self.steps and not held:
            return tuple(dict.fromkeys(max(1, ceil(step.at)) for step in self.steps))
        stride = 1 if held else ceil(goal / _MARKS)
        return (*range(stride, goal, stride), goal)

    def _numbers(self, answer: CountAnswer, facts: Facts) -> tuple[Fraction, Fraction]:
        """Give the number claimed, and the one that evidence carries."""
        bare = figure(answer.count, self.unit)
        claimed = max(Fraction(sum(event.inside for event in facts.events)), bare)
        proven = sum(event.inside and event.proven for event in facts.events)
        tallied = bare if facts.valid(answer.evidence, TALLIES) else Fraction(0)
        return claimed, max(Fraction(proven), min(tallied, claimed))

    @cached_property
    def _goal(self) -> Fraction:
        return Fraction(self.target if self.target is not None else self.steps[-1].at)

    def _reach(self, number: Fraction) -> Fraction:
        if self.target is not None:
            return self.worth if number >= self.target else self.worth * number / Fraction(self.target)
        return max((Fraction(step.points) for step in self.steps if number >= step.at), default=Fraction(0))

    def _reckon(self, number: Fraction, earned: Fraction) -> str:
        if self.target is None:
            counted = tr("{n}{unit}", n=plain(number), unit=unit_word(self.unit))
            return tr("{n} 按分档得 {earned}", n=counted, earned=plain(earned))
        return f"{plain(self.worth)} × min(1, {plain(number)} ÷ {plain(self.target)}) = {plain(earned)}"

    def _reason(self, answer: CountAnswer, claimed: Fraction, carried: Fraction) -> str:
        goal, unit = self._goal, unit_word(self.unit)
        if mistaken_unit(answer.count, self.unit):
            return tr("填的是{given}，这一项数的是{unit}", given=answer.count, unit=unit)
        if carried >= goal:
            return ""
        if carried < claimed:
            return tr(
                "有材料支撑的 {n}{unit}（申报 {claimed}{unit}），要求 {goal}{unit}",
                n=plain(carried), claimed=plain(claimed), goal=plain(goal), unit=unit,
            )  # fmt: skip
        return tr("{n}{unit}，要求 {goal}{unit}", n=plain(carried), goal=plain(goal), unit=unit)
