"""What is asked: a rubric, its items and indicators, and what stands beside them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from wenming_score.kinds import AnyIndicator
from wenming_score.kinds.base import Indicator, Sourced, Titled
from wenming_score.plausible import Plausible
from wenming_score.text import titled
from wenming_score.values import Basis, Frozen, Id, Ids, Level, Points, Severity, Text

Policy = Literal["redistribute", "full", "zero"]


class Source(Frozen):
    """A document that figures come from."""

    title: Text = Field(title="题名")
    kind: Literal["speech", "official", "university", "news", "document_copy", "forum", "house"] = Field(title="类别")
    url: Text | None = Field(default=None, title="地址")
    date: Text | None = Field(default=None, title="日期")
    grade: Literal["A", "B", "C"] | None = Field(default=None, title="可靠程度")
    note: Text | None = Field(default=None, title="说明")


class Mark(Sourced):
    """A number of points with its origin: the pass mark, the total of a method."""

    points: Points = Field(title="分数")


class Standard(Titled):
    """One of the six standards."""

    source: Id = Field(title="出处")
    note: Text | None = Field(default=None, title="说明")


class Group(Titled):
    """Indicators looked at together."""

    indicators: Ids = Field(title="测评内容")


class View(Titled):
    """Another way to group the same indicators."""

    source: Id | None = Field(default=None, title="出处")
    groups: tuple[Group, ...] = Field(title="分组")


class RedLine(Titled, Sourced):
    """What bars a unit whatever its points."""

    look_back_months: Annotated[int, Field(ge=1, le=600)] = Field(title="回溯月数")
    active: bool = Field(default=True, title="启用")


class TitleHeld(Frozen):
    """A title of this level was held for so many years running."""

    kind: Literal["title_held"]
    level: Level
    years: Annotated[int, Field(ge=1)]


class ResultsSince(Frozen):
    """Results are shown since a day."""

    kind: Literal["results_since"]
    since: date


class TermRule(Frozen):
    """The term has this length and covers the period."""

    kind: Literal["term"]
    years: Annotated[int, Field(ge=1)]


class Rechecked(Frozen):
    """Who holds a title of this level passed the re-check of every year since."""

    kind: Literal["rechecked"]
    level: Level


Rule = Annotated[TitleHeld | ResultsSince | TermRule | Rechecked, Field(discriminator="kind")]


class Eligibility(Titled, Sourced):
    """A condition for applying."""

    rule: Rule = Field(title="规则")


class ArchiveEntry(Frozen):
    """One entry of the archive catalogue."""

    title: Text
    title_en: Text | None = None
    collector: Text | None = Field(default=None, title="收集人")


class KnownSum(Sourced):
    """A known total of parts whose own points may be unknown."""

    of: Annotated[Ids, Field(min_length=1)] = Field(title="哪些项")
    points: Points = Field(title="合计")


class BonusAward(Titled, Sourced):
    """What earns bonus points."""

    points: Points = Field(title="加分")


class Bonus(Sourced):
    """Bonus points up to a cap; of one project only the highest counts."""

    cap: Points = Field(title="上限")
    awards: tuple[BonusAward, ...] = Field(title="加分项")


class Penalty(Titled, Sourced):
    """What takes points off the total."""

    points: Points = Field(title="扣分")


class Penalties(Sourced):
    """The negative list; what was not self-reported counts so many times over."""

    undeclared_factor: Annotated[int, Field(ge=1)] = Field(default=2, title="未主动报告的倍数")
    entries: tuple[Penalty, ...] = Field(title="扣分项")


class Weights(Frozen):
    """How much each year of a term weighs."""

    weights: tuple[Points, ...]


class Item(Titled, Sourced):
    """One 测评项目."""

    points: Points | None = Field(title="分值", description="null 表示官方分值未知")
    indicators: tuple[AnyIndicator, ...] = Field(default=(), title="测评内容")


class Rubric(Frozen):
    """One 测评体系 in one edition."""

    schema_version: Literal[1] = Field(title="格式版本")
    id: Id = Field(title="编号")
    edition: Text = Field(title="版本")
    title: Text = Field(title="名称")
    title_en: Text | None = Field(default=None, title="英文名称")
    note: Text | None = Field(default=None, title="说明")
    extends: Text | None = Field(default=None, title="沿用")
    level: Level = Field(title="级别")
    full_points: Annotated[Points, Field(gt=0)] = Field(title="满分")
    pass_mark: Mark | None = Field(default=None, title="合格线")
    term_years: Annotated[int, Field(ge=1)] | None = Field(default=None, title="届期（年）")
    methods: dict[Id, Text] = Field(title="测评方法")
    method_points: dict[Id, Mark] | None = Field(default=None, title="各方法分值")
    not_applicable: Policy = Field(default="zero", title="不适用的处理")
    not_applicable_to: Ids | None = Field(default=None, title="可以不适用的测评内容")
    doubtful_evidence: Literal["carries", "refused"] = Field(
        default="carries", title="存疑的材料", description="carries 有效 | refused 无效（从严）"
    )
    serves_at_most: Annotated[int, Field(ge=1)] = Field(default=2, title="一次活动最多服务几项")
    note_at_most: Annotated[int, Field(ge=1)] = Field(default=500, title="说明最多几个字")
    term_scoring: Literal["mean"] | Weights | None = Field(default=None, title="届内多年合分")
    figures: dict[Id, Sourced] = Field(default_factory=dict, title="数字的依据")
    sources: dict[Id, Source] = Field(default_factory=dict, title="出处")
    standards: tuple[Standard, ...] = Field(default=(), title="标准")
    views: tuple[View, ...] = Field(default=(), title="其他分组")
    red_lines: tuple[RedLine, ...] = Field(default=(), title="红线")
    eligibility: tuple[Eligibility, ...] = Field(default=(), title="申报条件")
    archive: tuple[Text | ArchiveEntry, ...] = Field(default=(), title="归档目录")
    sums: tuple[KnownSum, ...] = Field(default=(), title="已知合计")
    plausible: Plausible = Field(default_factory=Plausible, title="合理的限度")
    severities: dict[Id, Severity] = Field(default_factory=dict, title="问题级别")
    bonus: Bonus | None = Field(default=None, title="加分")
    penalties: Penalties | None = Field(default=None, title="扣分")
    items: Annotated[tuple[Item, ...], Field(min_length=1)] = Field(title="测评项目")

    @property
    def label(self) -> str:
        """Give the title in the chosen language."""
        return titled(self.title, self.title_en)

    @property
    def name(self) -> str:
        """Name the rubric as unit files do: id-edition."""
        return f"{self.id}-{self.edition}"

    @property
    def term_weights(self) -> tuple[Decimal, ...] | None:
        """Give what each year of a term weighs: empty where all weigh the same, None where nothing is said."""
        return (
            self.term_scoring.weights if isinstance(self.term_scoring, Weights) else () if self.term_scoring else None
        )

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Index the indicators by id."""
        return {indicator.id: indicator for item in self.items for indicator in item.indicators}

    @cached_property
    def item_of(self) -> Mapping[str, Item]:
        """Index the items by their indicators' ids."""
        return {indicator.id: item for item in self.items for indicator in item.indicators}

    @property
    def catalogue(self) -> tuple[str, ...]:
        """List the titles of the archive catalogue in order."""
        return tuple(entry if isinstance(entry, str) else entry.title for entry in self.archive)

    @property
    def red_lines_in_force(self) -> tuple[RedLine, ...]:
        """List the red lines that are switched on."""
        return tuple(line for line in self.red_lines if line.active)

    def may_not_apply(self, indicator: str) -> bool:
        """Tell whether a unit may declare the indicator not applicable."""
        return self.not_applicable_to is None or indicator in self.not_applicable_to

    def unknown_points(self) -> Iterator[str]:
        """Name the items and indicators whose points nobody knows yet, or which have no indicators."""
        for item in self.items:
            if item.points is None or not item.indicators:
                yield item.id
            yield from (indicator.id for indicator in item.indicators if indicator.points is None)

    def bases(self) -> set[Basis]:
        """Gather where everything comes from that a total may rest on: points, rules, bonus, penalties."""
        figures: list[Sourced] = [*self.indicators.values(), *(one.rule for one in self.indicators.values())]
        figures += self.bonus.awards if self.bonus else ()
        figures += self.penalties.entries if self.penalties else ()
        return {figure.basis for figure in figures}

    def points_by_basis(self) -> Mapping[str, Decimal]:
        """Add up the full points by where the figures come from, counted at the indicators."""
        totals = {"official": Decimal(0), "derived": Decimal(0), "house": Decimal(0)}
        for indicator in self.indicators.values():
            totals[indicator.basis] += indicator.points or 0
        return totals
