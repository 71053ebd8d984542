"""Full points, less what is lacking."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from wenming_score.kinds.base import Answer, Award, Facts, Indicator, Titled, own, with_id
from wenming_score.kinds.portion import Portion
from wenming_score.text import tr
from wenming_score.values import Id, Ids, Points, plain


class Lack(Titled):
    """Something that costs points where it is lacking."""

    points: Points = Field(title="扣分")
    proved_by: Ids = Field(default=(), title="由哪些问题证明")


def _once_each(value: tuple[object, ...] | dict[str, int] | None) -> object:
    names = [name for name in value if isinstance(name, str)] if isinstance(value, tuple) else None
    return value if names is None or len(names) != len(value or ()) else dict.fromkeys(names, 1)


class DeductionAnswer(Answer):
    """The lacks that are admitted, each once or so many times; an empty list says that there are none."""

    lacks: Annotated[dict[Id, Annotated[int, Field(ge=0)]], BeforeValidator(_once_each)] | None = Field(
        default=None, title="存在的问题"
    )

    @property
    def blank(self) -> bool:
        """Tell whether nothing is said: an empty list says that nothing is lacking."""
        return self.lacks is None


class Deduction(Indicator):
    """倒扣：满分减去存在的问题。

    得分 = 分值减去各扣分点，最低 0 分。存在的问题如实写：`lacks: []` 表示没有问题，
    `lacks: [no-minutes]` 或 `lacks: {no-minutes: 2}` 表示有。程序查出的问题，不管自己写没写，都从支
    撑得分里扣（`proved_by` 里写明由哪几种问题证明）。

        kind: deduction
        lacks: [{id: no-minutes, title: 缺会议记录, points: 0.5}]
        # 自评: {lacks: []}
    """

    reads: ClassVar[type[Answer]] = DeductionAnswer
    template: ClassVar[str] = "{lacks: }"
    kind: Literal["deduction"]
    lacks: Annotated[tuple[Lack, ...], Field(min_length=1)] = Field(title="扣分点")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon what is left after the lacks admitted, and after those that are proved."""
        mine = own(DeductionAnswer, answer)
        if mine.lacks is None:
            return Award(Fraction(0), Fraction(0), tr("没有填写；没有问题要写 lacks: []"))
        admitted = {lack.id: mine.lacks.get(lack.id, 0) for lack in self.lacks}
        proved = {lack.id: max(admitted[lack.id], int(self._proved(lack, facts))) for lack in self.lacks}
        return Award(
            self._left(admitted),
            self._left(proved),
            self._reason(proved),
            (
                tr("申报：{line}", line=self._reckon(admitted)),
                tr("支撑：{line}", line=self._reckon(proved)),
            ),
        )

    def asks(self) -> Iterable[str]:
        """Say what each lack costs."""
        for lack in self.lacks:
            yield with_id(lack.id, tr("{title}：每次扣 {points} 分", title=lack.label, points=plain(lack.points)))

    def names(self, answer: Answer) -> Iterable[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
        """Yield the lacks."""
        known = tuple(lack.id for lack in self.lacks)
        for name in own(DeductionAnswer, answer).lacks or ():
            yield ("lacks", name), name, known

    def heeds(self) -> frozenset[str]:
        """Name the rules that prove a lack."""
        return frozenset(rule for lack in self.lacks for rule in lack.proved_by)

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Put right what is admitted; what findings prove goes with the findings."""
        del facts
        lacks = own(DeductionAnswer, answer).lacks
        if lacks is None or any(lacks.values()):
            named = [lack.label for lack in self.lacks if lacks and lacks.get(lack.id)]
            what = tr("整改：{names}", names=tr("、").join(named)) if named else tr("对照检查，没有问题写明 lacks: []")
            yield Portion("lacks", what, materials=self.evidence.types, fill={"lacks": {}})

    def _proved(self, lack: Lack, facts: Facts) -> bool:
        return any(rule in facts.proved for rule in lack.proved_by)

    def _left(self, times: Mapping[str, int]) -> Fraction:
        off = sum((Fraction(lack.points) * times[lack.id] for lack in self.lacks), Fraction(0))
        return max(Fraction(0), self.worth - off)

    def _reckon(self, times: Mapping[str, int]) -> str:
        off = "".join(f" - {times[lack.id]} × {plain(lack.points)}" for lack in self.lacks if times[lack.id])
        return f"{plain(self.worth)}{off} = {plain(self._left(times))}"

    def _reason(self, times: Mapping[str, int]) -> str:
        lacking = [lack for lack in self.lacks if times[lack.id]]
        names = tr("、").join(lack.label for lack in lacking)
        return tr("存在问题：{names}", names=names) if lacking else ""
