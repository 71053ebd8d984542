"""Which of the expected things were done."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from wenming_score.kinds.base import Answer, Award, Event, Facts, Indicator, own
from wenming_score.kinds.material import TALLIES
from wenming_score.kinds.portion import Portion
from wenming_score.text import tr
from wenming_score.values import Names, Text, plain


class CoverageAnswer(Answer):
    """What was covered beside what the activities' tags say."""

    covered: Names = Field(default=(), title="已覆盖")


class Coverage(Indicator):
    """覆盖面：应做的做了几个。

    得分 = 分值 × 已覆盖的个数 ÷ 应覆盖的个数。应覆盖的写在 `expected` 里：一张单子（如各个节日、各
    个主题），或者 `departments`，即本单位各科室。已覆盖的，看测评年度内各次活动的 `tags`（科室看
    `departments`），再加上自评里写的 `covered`。活动至少有一份有效材料，才算有支撑；只写 `covered`
    的，有效材料里要有名册、统计表、活动记录或截图（roster、statistics、record、screenshot）。没有办
    的可以写明原因（`not_held: {清明: 疫情防控}`），报告里照列，但不给分。

        kind: coverage
        expected: [春节, 清明, 端午, 中秋]
        # 活动: {title: 端午诗会, date: 2025-05-30, serves: [festivals-coverage], tags: [端午], evidence: [E004]}
    """

    reads: ClassVar[type[Answer]] = CoverageAnswer
    template: ClassVar[str] = "{covered: [], evidence: []}"
    kind: Literal["coverage"]
    expected: Annotated[tuple[Text, ...], Field(min_length=1)] | Literal["departments"] = Field(title="应覆盖")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon what was covered, and what evidence carries."""
        mine, expected = own(CoverageAnswer, answer), self._expected(facts)
        if not expected:
            return Award(Fraction(0), Fraction(0), tr("没有写本单位的科室（unit.departments），算不出覆盖面"))
        held = self._touched(event for event in facts.events if event.inside) | {*mine.covered}
        proven = self._proven(mine, facts)
        claimed = [name for name in expected if name in held]
        carried = [name for name in claimed if name in proven]
        return Award(
            self._reach(claimed, expected),
            self._reach(carried, expected),
            self._reason(mine, expected, claimed, carried),
            (
                tr("申报：{line}", line=self._reckon(claimed, expected)),
                tr("支撑：{line}", line=self._reckon(carried, expected)),
            ),
        )

    def asks(self) -> Iterable[str]:
        """Say what is expected."""
        names = tr("本单位各科室") if self.expected == "departments" else tr("、").join(self.expected)
        yield tr("应覆盖：{names}，按覆盖的个数得分", names=names)

    def names(self, answer: Answer) -> Iterable[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
        """Yield what is covered and what was not held, where the rubric lists what is expected."""
        if self.expected == "departments":
            return
        mine = own(CoverageAnswer, answer)
        for position, name in enumerate(mine.covered):
            yield ("covered", position), name, self.expected
        if isinstance(mine.not_held, dict):
            for name in mine.not_held:
                yield ("not_held", name), name, self.expected

    def base(self) -> str | None:
        """Name the departments, where they are what is expected."""
        return "departments" if self.expected == "departments" else None

    def things(self, departments: Iterable[str]) -> int:
        """Count what is expected."""
        return len({*departments} if self.expected == "departments" else self.expected)

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Hold an activity for each that nothing proves yet."""
        expected, proven = self._expected(facts), self._proven(own(CoverageAnswer, answer), facts)
        for name in expected:
            if name not in proven:
                by_department = self.expected == "departments"
                what = tr("{name}参加一次", name=name) if by_department else tr("办一次“{name}”的活动", name=name)
                portion = Portion(name, what, Fraction(1, len(expected)), self.evidence.types, held=True)
                yield replace(portion, departments=(name,)) if by_department else replace(portion, tags=(name,))

    def _expected(self, facts: Facts) -> tuple[str, ...]:
        return tuple(dict.fromkeys(facts.departments)) if self.expected == "departments" else self.expected

    def _proven(self, answer: CoverageAnswer, facts: Facts) -> set[str]:
        tallied = {*answer.covered} if facts.valid(answer.evidence, TALLIES) else set[str]()
        return self._touched(event for event in facts.events if event.inside and event.proven) | tallied

    def _touched(self, events: Iterable[Event]) -> set[str]:
        by_department = self.expected == "departments"
        return {name for event in events for name in (event.departments if by_department else event.tags)}

    def _reach(self, names: list[str], expected: tuple[str, ...]) -> Fraction:
        return self.worth * Fraction(len(names), len(expected))

    def _reckon(self, names: list[str], expected: tuple[str, ...]) -> str:
        line = f"{plain(self.worth)} × {len(names)}/{len(expected)} = {plain(self._reach(names, expected))}"
        return tr("{names}：{line}", names=tr("、").join(names), line=line) if names else line

    def _reason(self, answer: CoverageAnswer, expected: tuple[str, ...], claimed: list[str], carried: list[str]) -> str:
        why = answer.not_held if isinstance(answer.not_held, dict) else {}
        missing = [self._missing(name, why.get(name)) for name in expected if name not in claimed]
        bare = [name for name in claimed if name not in carried]
        parts: list[str] = []
        if missing:
            parts.append(tr("未覆盖：{names}", names=tr("、").join(missing)))
        if bare:
            parts.append(tr("没有有效材料：{names}", names=tr("、").join(bare)))
        return tr("；").join(parts)

    def _missing(self, name: str, why: str | None) -> str:
        return name if why is None else tr("{name}（{why}）", name=name, why=why)
