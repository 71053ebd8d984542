"""What people say on forms."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from wenming_score.kinds.base import Answer, Award, Facts, carried_line, own, uncounted
from wenming_score.kinds.material import COUNTED
from wenming_score.kinds.portion import Portion
from wenming_score.kinds.scale import Scaled
from wenming_score.text import tr
from wenming_score.values import AnyDate, Frozen, Id, Points, Share, empty_map, percent, plain

Forms = Annotated[int, Field(ge=0)]
Z_95 = Decimal("1.959963984540054")
"""The 97.5 % point of the normal distribution."""


class SurveyAnswer(Answer):
    """How many forms said what."""

    responses: Annotated[dict[Id, Forms], BeforeValidator(empty_map)] = Field(default_factory=dict, title="各等次份数")
    blank_forms: Forms = Field(default=0, title="空白票", alias="blank")
    void: Forms = Field(default=0, title="废票")
    disagree: Forms = Field(default=0, title="不同意票")
    held_on: AnyDate | None = Field(default=None, title="测评日期")

    @property
    def blank(self) -> bool:
        """Tell whether no form came back."""
        return not self.returned

    @property
    def returned(self) -> int:
        """Count every form that came back."""
        return sum(self.responses.values()) + self.blank_forms + self.void + self.disagree


class Sample(Frozen):
    """How many people must be asked: a share of a denominator, up to a ceiling."""

    share: Share = Field(title="比例")
    at_most: Annotated[int, Field(ge=1)] | None = Field(default=None, title="上限")
    denominator: Id = Field(default="staff", title="基数")


class Survey(Scaled):
    """问卷：满意率。

    满意率是计入的各张问卷按 `weights` 取的平均数，不同意票按 0 计入。废票不计入，除非写了
    `void_counts: true`；空白票不计入，每张另扣 `blank_penalty` 分。得分 = 分值 × 满意率；写了
    `full_at` 和 `slide` 的，比满分线每低一档扣一次分。要有有效的名册、统计表或问卷（roster、
    statistics、survey_form），收回份数还要够抽样要求（`denominator` 的 `share`，最多 `at_most` 份），
    才算有支撑。报告同时列出份数 n 和满意率的 95% 威尔逊区间，免得把 20 份问卷的结果当成准数。

        kind: survey
        weights: {优: 1, 良: 0.5, 中: 0.25, 差: 0}
        sample: {share: 0.6, at_most: 50}
        # 自评: {responses: {优: 40, 良: 12, 中: 3, 差: 0}, blank: 1, held_on: 2025-11-10, evidence: [E020]}
    """

    reads: ClassVar[type[Answer]] = SurveyAnswer
    template: ClassVar[str] = "{responses: {}, blank: 0, held_on: , evidence: []}"
    kind: Literal["survey"]
    weights: Annotated[dict[Id, Share], Field(min_length=1)] = Field(title="各等次的权重")
    blank_penalty: Points = Field(default=Decimal(0), title="每张空白票扣分")
    void_counts: bool = Field(default=False, title="废票计入总数")
    sample: Sample | None = Field(default=None, title="抽样要求")

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon the points of the rate; all of it or nothing is carried."""
        mine = own(SurveyAnswer, answer)
        counted = sum(mine.responses.values()) + mine.disagree + (mine.void if self.void_counts else 0)
        if not counted:
            return Award(Fraction(0), Fraction(0), tr("没有有效问卷"))
        rate = self._total(mine) / counted
        claimed = max(Fraction(0), self.reach(rate) - mine.blank_forms * Fraction(self.blank_penalty))
        short = self.sample_short(mine, facts.counts)
        bare = uncounted(mine.evidence, facts)
        wanting = tr("样本不足：{short}", short=short) if short else bare
        line = self._rate_line(rate, counted)
        steps = (
            line,
            tr("申报：{line}", line=self._reckon(rate, mine, claimed)),
            carried_line(claimed, backed=not wanting),
        )
        return Award(claimed, Fraction(0) if wanting else claimed, self._reason(line, wanting, claimed), steps)

    def asks(self) -> Iterable[str]:
        """Say how the rate is made, and how many must be asked."""
        weights = tr("、").join(f"{name} {plain(weight)}" for name, weight in self.weights.items())
        yield tr("满意率按权重算：{weights}；{line}", weights=weights, line=self.line())
        if self.blank_penalty:
            yield tr("每张空白票扣 {points} 分", points=plain(self.blank_penalty))
        if self.sample:
            share = percent(Fraction(self.sample.share))
            ceiling = tr("，最多 {n} 份", n=self.sample.at_most) if self.sample.at_most else ""
            yield tr(
                "收回份数不少于 {base} 的 {share}{ceiling}", base=self.sample.denominator, share=share, ceiling=ceiling
            )

    def names(self, answer: Answer) -> Iterable[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
        """Yield the grades of the forms."""
        for name in own(SurveyAnswer, answer).responses:
            yield ("responses", name), name, tuple(self.weights)

    def portions(self, answer: Answer, facts: Facts) -> Iterator[Portion]:
        """Ask again, enough people, and get the full rate."""
        needed = max(1, own(SurveyAnswer, answer).returned, self._needed(facts.counts) or 0)
        types = self.evidence.among(COUNTED)
        if types and (self.sample is None or self._needed(facts.counts) is not None):
            best = max(self.weights, key=lambda name: self.weights[name])
            what = tr("重新测评，收回 {n} 份以上，满意率达到 {full}", n=needed, full=percent(Fraction(self.full_at)))
            fill = {"responses": {best: needed}, "blank": 0, "void": 0, "disagree": 0}
            yield Portion("survey", what, materials=types, fill=fill, judged=True)

    def base(self) -> str | None:
        """Name what the sample is a share of."""
        return self.sample.denominator if self.sample else None

    def sample_short(self, answer: Answer, counts: Mapping[str, Decimal]) -> str:
        """Say by how much the sample is short, or that nobody can tell; empty where it is not."""
        if self.sample is None:
            return ""
        needed, returned = self._needed(counts), own(SurveyAnswer, answer).returned
        if needed is None:
            return tr("缺基数 {name}，算不出样本要求", name=self.sample.denominator)
        return "" if returned >= needed else tr("收回 {n} 份，至少要 {needed} 份", n=returned, needed=needed)

    def _needed(self, counts: Mapping[str, Decimal]) -> int | None:
        """Say how many forms must come back; None where no rule says so, or its base is not known."""
        base = counts.get(self.sample.denominator) if self.sample else None
        if self.sample is None or base is None:
            return None
        wanted = ceil(Fraction(self.sample.share) * Fraction(base))
        return wanted if self.sample.at_most is None else min(wanted, self.sample.at_most)

    def _total(self, answer: SurveyAnswer) -> Fraction:
        pairs = answer.responses.items()
        return sum((Fraction(self.weights[name]) * forms for name, forms in pairs if name in self.weights), Fraction(0))

    def _rate_line(self, rate: Fraction, counted: int) -> str:
        low, high = wilson(rate, counted)
        return tr("满意率 {rate}（n={n}，95% 区间 {low}~{high}）", rate=percent(rate), n=counted, low=low, high=high)

    def _reckon(self, rate: Fraction, answer: SurveyAnswer, claimed: Fraction) -> str:
        line = self.reckon(rate)
        if not (answer.blank_forms and self.blank_penalty):
            return line
        off = f"{answer.blank_forms} × {plain(self.blank_penalty)}"
        return tr("{line}；空白票扣 {off}，得 {claimed}", line=line, off=off, claimed=plain(claimed))

    def _reason(self, line: str, wanting: str, claimed: Fraction) -> str:
        if wanting:
            return tr("{line}；{bare}", line=line, bare=wanting)
        return "" if claimed == self.worth else line


def wilson(rate: Fraction, forms: int) -> tuple[str, str]:
    """Give the 95 % Wilson interval of a rate, as percentages with one place."""
    p, n, z = Decimal(rate.numerator) / Decimal(rate.denominator), Decimal(forms), Z_95
    middle = p + z * z / (2 * n)
    spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).sqrt()
    scale = 1 + z * z / n
    low, high = max(Decimal(0), (middle - spread) / scale), (middle + spread) / scale
    return f"{low * 100:.1f}%", f"{high * 100:.1f}%"
