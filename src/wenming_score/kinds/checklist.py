"""A list of clauses, each met or not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from wenming_score.kinds.base import Answer, Award, Facts, Indicator, Titled, own, with_id
from wenming_score.kinds.portion import Portion
from wenming_score.text import tr
from wenming_score.values import Id, Ids, Points, added_up, empty_list, plain


class Clause(Titled):
    """One thing to be met."""

    points: Points | None = Field(default=None, title="分值")


class ChecklistAnswer(Answer):
    """The clauses that are met; as a map, each with its own evidence."""

    met: Annotated[tuple[Id, ...] | dict[Id, Ids], BeforeValidator(empty_list)] = Field(
        default=(), title="已达到的计分点"
    )

    def citations(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield every place in it that names evidence, those of the clauses too."""
        yield from super().citations()
        if isinstance(self.met, dict):
            for clause, names in self.met.items():
                yield from ((("met", clause, position), name) for position, name in enumerate(names))


class Checklist(Indicator):
    """计分点清单：符合几项得几项的分。

    达到几个计分点，就得几个的分：各计分点平分，或者按各自写明的 `points`；写了
    `all_or_nothing: true` 的，全部达到才得分，缺一个就不得分。写 `met: [a, b]`，有效的佐证材料够
    `at_least` 份，就全部算有支撑；写 `met: {a: [E001], b: [E002]}`，每个计分点各看自己的材料，一份
    材料有问题只影响一个计分点。

        kind: checklist
        clauses: [{id: department, title: 明确责任部门}, {id: person, title: 明确责任人}]
        # 自评: {met: [department, person], evidence: [E001]}
    """

    reads: ClassVar[type[Answer]] = ChecklistAnswer
    template: ClassVar[str] = "{met: [], evidence: []}"
    kind: Literal["checklist"]
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)] = Field(title="计分点")
    all_or_nothing: bool = Field(default=False, title="全部达到才得分")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon the clauses met, and those that evidence carries."""
        mine = own(ChecklistAnswer, answer)
        known = [clause for clause in self.clauses if clause.id in mine.met]
        carried = self._carried(known, mine, facts)
        claimed, supported = self._sum(known), self._sum(carried)
        return Award(
            claimed,
            supported,
            self._reason(known, carried, mine, facts),
            (self._reckon(tr("申报"), known, claimed), self._reckon(tr("支撑"), carried, supported)),
        )

    def asks(self) -> Iterable[str]:
        """Say what each clause is worth."""
        if self.all_or_nothing:
            yield tr("下列各项全部达到得 {points} 分，缺一项不得分：", points=plain(self.worth))
        for clause in self.clauses:
            title = clause.label
            worth = "" if self.all_or_nothing else tr("（{points} 分）", points=plain(self._worth(clause)))
            yield with_id(clause.id, f"{title}{worth}")

    def names(self, answer: Answer) -> Iterable[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
        """Yield the clauses."""
        mine, clauses = own(ChecklistAnswer, answer), tuple(clause.id for clause in self.clauses)
        for position, name in enumerate(mine.met):
            yield ("met", name if isinstance(mine.met, dict) else position), name, clauses

    def things(self, departments: Iterable[str]) -> int:
        """Count the clauses."""
        del departments
        return len(self.clauses)

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Take the clauses one by one; where only all of them earn points, each after the one before."""
        mine, before = own(ChecklistAnswer, answer), ""
        for portion in self._parts(mine, facts):
            yield replace(portion, after=before if self.all_or_nothing else portion.after)
            before = portion.id

    def _parts(self, answer: ChecklistAnswer, facts: Facts) -> Iterator[Portion]:
        unmet = [clause for clause in self.clauses if clause.id not in answer.met]
        met = [clause for clause in self.clauses if clause.id in answer.met]
        carried = self._carried(met, answer, facts)
        bare = _others(met, carried)
        if isinstance(answer.met, dict):
            for clause in (*bare, *unmet):
                yield replace(self._part(clause.id, [clause], clause.label), clause=clause.id)
            return
        if bare:
            part = self._part("evidence", bare, tr("补齐有效材料：{clauses}", clauses=_titles(bare)))
            yield replace(part, pieces=self._short(answer, facts), covers=tuple(clause.id for clause in bare))
        for clause in unmet:
            part = self._part(clause.id, [clause], clause.label)
            pieces = 1 if bare else max(1, self._short(answer, facts))
            yield replace(part, fill={"met": (clause.id,)}, after="evidence" if bare else "", pieces=pieces)

    def _part(self, name: str, clauses: list[Clause], what: str) -> Portion:
        return Portion(name, what, Fraction(len(clauses), len(self.clauses)), self.evidence.types)

    def _short(self, answer: ChecklistAnswer, facts: Facts) -> int:
        return self.evidence.at_least - len(facts.valid(answer.evidence))

    def _carried(self, met: list[Clause], answer: ChecklistAnswer, facts: Facts) -> list[Clause]:
        """Pick the clauses that evidence carries: each by its own, or else all or none."""
        if isinstance(answer.met, dict):
            return [clause for clause in met if facts.valid(answer.met[clause.id])]
        return met if self.backed(answer.evidence, facts) else []

    @cached_property
    def _worths(self) -> Mapping[str, Fraction]:
        share = self.worth / len(self.clauses)
        return {one.id: share if one.points is None else Fraction(one.points) for one in self.clauses}

    def _worth(self, clause: Clause) -> Fraction:
        return self._worths[clause.id]

    def _sum(self, clauses: list[Clause]) -> Fraction:
        if self.all_or_nothing:
            return self.worth if len(clauses) == len(self.clauses) else Fraction(0)
        return added_up(map(self._worth, clauses))

    def _reckon(self, what: str, clauses: list[Clause], points: Fraction) -> str:
        earned = plain(points)
        if self.all_or_nothing:
            line = tr("{n}/{all} 项，全部达到才得分 = {earned}", n=len(clauses), all=len(self.clauses), earned=earned)
        elif any(clause.points is not None for clause in self.clauses):
            line = " + ".join(plain(self._worth(clause)) for clause in clauses) + f" = {earned}" if clauses else "0"
        else:
            line = f"{plain(self.worth)} × {len(clauses)}/{len(self.clauses)} = {earned}"
        return tr("{what}：{line}", what=what, line=line)

    def _reason(self, known: list[Clause], carried: list[Clause], answer: ChecklistAnswer, facts: Facts) -> str:
        unmet = _others(self.clauses, known)
        bare = _others(known, carried)
        parts: list[str] = []
        if unmet:
            parts.append(tr("未达到：{clauses}", clauses=_titles(unmet)))
        if bare and isinstance(answer.met, dict):
            cited = [name for clause in bare for name in answer.met[clause.id]]
            parts.append(tr("没有有效材料：{clauses}", clauses=_titles(bare)) + facts.refused(cited))
        elif bare:
            parts.append(self.unbacked(answer.cited(), facts))
        return tr("；").join(parts)


def _others(clauses: Iterable[Clause], than: Iterable[Clause]) -> list[Clause]:
    known = {clause.id for clause in than}
    return [clause for clause in clauses if clause.id not in known]


def _titles(clauses: list[Clause]) -> str:
    return tr("、").join(clause.label for clause in clauses)
