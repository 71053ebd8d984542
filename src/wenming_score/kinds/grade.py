"""A grade that somebody gives on the spot."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from wenming_score.kinds.base import Answer, Award, Facts, Indicator, carried_line, own
from wenming_score.kinds.portion import Portion
from wenming_score.text import tr
from wenming_score.values import AnyDate, Id, Share, plain


class GradeAnswer(Answer):
    """The grade, who gave it and when."""

    grade: Id | None = Field(default=None, title="等次")
    graded_by: Literal["self", "reviewer"] = Field(default="self", title="谁评的")
    date: AnyDate | None = Field(default=None, title="评定日期")

    @property
    def blank(self) -> bool:
        """Tell whether no grade is given."""
        return self.grade is None


class Grade(Indicator):
    """等次：按状态评 A、B、C、D。

    得分 = 分值 × 所评等次的得分比例。测评组评的（`graded_by: reviewer`）直接算有支撑；单位自己评的，
    要有足够的有效材料。

        kind: grade
        grades: {A: 1, B: 0.66, C: 0.33, D: 0}
        # 自评: {grade: A, graded_by: reviewer, date: 2025-10-12, evidence: [E030]}
    """

    reads: ClassVar[type[Answer]] = GradeAnswer
    template: ClassVar[str] = "{grade: , graded_by: self, date: , evidence: []}"
    kind: Literal["grade"]
    grades: Annotated[dict[Id, Share], Field(min_length=1)] = Field(title="等次和得分比例")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon the grade's points."""
        mine = own(GradeAnswer, answer)
        share = self.grades.get(mine.grade or "")
        if share is None:
            return Award(Fraction(0), Fraction(0), tr("没有填等次"))
        claimed = self.worth * Fraction(share)
        reviewed = mine.graded_by == "reviewer"
        carried = claimed if reviewed or self.backed(mine.evidence, facts) else Fraction(0)
        line = f"{plain(self.worth)} × {plain(share)} = {plain(claimed)}"
        support = (
            tr("支撑：测评组评定，得 {points}", points=plain(carried))
            if reviewed
            else carried_line(carried, backed=self.backed(mine.evidence, facts))
        )
        return Award(
            claimed, carried, self._reason(mine, carried, claimed, facts), (tr("申报：{line}", line=line), support)
        )

    def asks(self) -> Iterable[str]:
        """Say what each grade earns."""
        for name, share in self.grades.items():
            yield tr("{name} 得 {points} 分", name=name, points=plain(self.worth * Fraction(share)))

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Reach the best grade."""
        del facts
        best = max(self.grades, key=lambda name: self.grades[name])
        what = tr("评为 {grade}", grade=best)
        pieces = self.evidence.at_least
        reviewed = own(GradeAnswer, answer).graded_by == "reviewer"
        yield Portion(
            "grade", what, materials=self.evidence.types, pieces=pieces, fill={"grade": best}, judged=reviewed
        )

    def names(self, answer: Answer) -> Iterable[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
        """Yield the grade."""
        mine = own(GradeAnswer, answer)
        if mine.grade is not None:
            yield ("grade",), mine.grade, tuple(self.grades)

    def _reason(self, answer: GradeAnswer, carried: Fraction, claimed: Fraction, facts: Facts) -> str:
        if carried < claimed:
            return tr("自评等次要有材料：{why}", why=self.unbacked(answer.evidence, facts))
        return "" if carried == self.worth else tr("评为 {grade}", grade=answer.grade)
