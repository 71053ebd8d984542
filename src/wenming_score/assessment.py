"""What is claimed: a unit's self-assessment, its evidence, its activities, its answers."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, SerializeAsAny, model_validator

from wenming_score.kinds.base import Answer
from wenming_score.kinds.material import EvidenceType
from wenming_score.text import tr
from wenming_score.values import (
    AnyDate,
    AnyQuantity,
    Frozen,
    Id,
    Ids,
    Level,
    Names,
    Note,
    Number,
    Points,
    Quantity,
    Span,
    Text,
    Window,
    empty_list,
    empty_map,
)


class Days(Frozen):
    """A span of whole days, such as a term."""

    start: date = Field(title="开始")
    end: date = Field(title="结束")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError(tr("结束日期早于开始日期"))
        return self

    @cached_property
    def span(self) -> Span:
        """Give it as a span."""
        return Span(self.start, self.end)


Retention = Literal["Y", "D30", "D10"]
Month = Annotated[str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
"""As in 2026-03."""


class Fonds(Frozen):
    """How the unit's archive numbers its pieces (DA/T 22-2015)."""

    number: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,8}$")] = Field(title="全宗号")
    series: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = Field(default="WS", title="档案门类代码")
    retention: Retention = Field(title="保管期限", description="Y 永久 | D30 定期30年 | D10 定期10年")
    office: Annotated[str, Field(pattern=r"^[A-Z0-9]{1,3}$")] | None = Field(default=None, title="机构（问题）代码")


class Unit(Frozen):
    """The unit that assesses itself."""

    name: Text = Field(title="单位名称")
    type: Literal["government_office", "institution", "enterprise", "school", "hospital", "other"] = Field(title="类型")
    staff: AnyQuantity = Field(title="在职人数")
    counts: Annotated[dict[Id, AnyQuantity], BeforeValidator(empty_map)] = Field(default_factory=dict, title="其他基数")
    departments: Names = Field(default=(), title="科室")
    fonds: Fonds | None = Field(default=None, title="全宗", description="写了它，材料目录就带档号")

    @model_validator(mode="after")
    def _staff_once(self) -> Self:
        if "staff" in self.counts:
            raise ValueError(tr("在职人数写在 unit.staff，counts 里不要再写 staff"))
        return self


class Recheck(Frozen):
    """The outcome of one year's re-check."""

    year: Annotated[int, Field(ge=1980, le=2100)] = Field(title="年度")
    outcome: Literal["passed", "warned", "failed"] = Field(title="复查结果")
    evidence: Ids = Field(default=(), title="佐证材料")


class Title(Frozen):
    """A title that the unit holds or held."""

    level: Level = Field(title="级别")
    name: Text = Field(title="称号")
    awarded: AnyDate = Field(title="授予时间")
    valid_until: AnyDate | None = Field(default=None, title="有效期至")
    status: Literal["kept", "warned", "restored", "revoked", "lapsed"] = Field(default="kept", title="状态")
    rechecks: tuple[Recheck, ...] = Field(default=(), title="年度复查")
    evidence: Ids = Field(default=(), title="佐证材料")
    note: Note | None = Field(default=None, title="说明")


class RedLineStatus(Frozen):
    """What the unit declares about one red line."""

    status: Literal["clear", "breached", "undeclared"] = Field(title="声明")
    declared_by: Text | None = Field(default=None, title="声明人")
    declared_on: date | None = Field(default=None, title="声明日期")
    occurred_on: AnyDate | None = Field(default=None, title="发生时间")
    evidence: Ids = Field(default=(), title="佐证材料")
    note: Note | None = Field(default=None, title="说明")


class EligibilityStatus(Frozen):
    """What the unit declares about a condition that its titles do not show."""

    status: Literal["met", "unmet"] = Field(title="声明")
    evidence: Ids = Field(default=(), title="佐证材料")
    note: Note | None = Field(default=None, title="说明")


class Evidence(Frozen):
    """One entry of the ledger: a file or a link."""

    path: Text | None = Field(default=None, title="文件")
    url: Text | None = Field(default=None, title="网址")
    type: EvidenceType = Field(title="材料类型")
    date: AnyDate | None = Field(default=None, title="日期")
    title: Text | None = Field(default=None, title="题名")
    owner: Text | None = Field(default=None, title="责任者")
    category: Text | None = Field(default=None, title="归档类目")
    number: Text | None = Field(default=None, title="文号")
    pages: Annotated[int, Field(ge=1)] | None = Field(default=None, title="页数")
    retention: Retention | None = Field(default=None, title="保管期限", description="与全宗的不同才写")
    note: Note | None = Field(default=None, title="说明")

    @model_validator(mode="after")
    def _file_or_link(self) -> Self:
        if (self.path is None) == (self.url is None):
            raise ValueError(tr("path 和 url 要填一个，只填一个"))
        if self.url is not None and not self.url.startswith(("https://", "http://")):
            raise ValueError(tr("url 要以 https:// 或 http:// 开头"))
        return self


class Activity(Frozen):
    """Something that was held on a day, counted by the indicators that it serves."""

    title: Text = Field(title="名称")
    date: AnyDate = Field(title="日期")
    serves: Ids = Field(title="服务的测评内容")
    participants: AnyQuantity | None = Field(default=None, title="参加人数")
    hours: AnyQuantity | None = Field(default=None, title="总时长（小时）")
    tags: Names = Field(default=(), title="标签")
    departments: Names = Field(default=(), title="参加科室")
    evidence: Ids = Field(default=(), title="佐证材料")
    duty: Text | None = Field(default=None, title="结合的业务工作")
    note: Note | None = Field(default=None, title="说明")

    @property
    def figures(self) -> Mapping[str, Quantity]:
        """Give its quantities by field."""
        pairs = (("participants", self.participants), ("hours", self.hours))
        return {name: quantity for name, quantity in pairs if quantity is not None}


class BonusClaim(Frozen):
    """A bonus that the unit claims."""

    award: Id = Field(title="加分项")
    project: Text = Field(title="项目")
    evidence: Ids = Field(default=(), title="佐证材料")
    note: Note | None = Field(default=None, title="说明")


class PenaltyReport(Frozen):
    """An entry of the negative list that happened."""

    penalty: Id = Field(title="扣分项")
    date: AnyDate | None = Field(default=None, title="日期")
    self_reported: bool = Field(title="是否主动报告")
    note: Note | None = Field(default=None, title="说明")


class Responsibility(Frozen):
    """Who answers for an item, an indicator, or all that a department does."""

    leader: Text | None = Field(default=None, title="责任领导")
    department: Text | None = Field(default=None, title="责任单位")
    person: Text | None = Field(default=None, title="责任人")


class Capacity(Frozen):
    """The person-days that a department has for this work."""

    monthly: Number = Field(title="每月人天")
    months: dict[Month, Number] = Field(default_factory=dict, title="个别月份", description="如 {2026-02: 3}")


def _every_month(value: object) -> object:
    """Take a bare number for that of every month."""
    return {"monthly": value} if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


CapacityOrDays = Annotated[Capacity, BeforeValidator(_every_month, json_schema_input_type=Capacity | Number)]


class Estimate(Frozen):
    """What a remedy takes in this unit, where it is not what the rubric says."""

    person_days: Number | None = Field(default=None, title="人天")
    lead_days: Number | None = Field(default=None, title="提前天数")


class Milestone(Frozen):
    """A day to work towards."""

    title: Text = Field(title="名称")
    date: AnyDate = Field(title="日期")


class SelfAssessment(Frozen):
    """A unit file."""

    schema_version: Literal[1] = Field(title="格式版本")
    rubric: Text = Field(title="测评体系")
    unit: Unit = Field(title="单位")
    term: Days = Field(title="届期")
    period: Days = Field(title="测评年度")
    titles: Annotated[tuple[Title, ...], BeforeValidator(empty_list)] = Field(default=(), title="荣誉称号")
    red_lines: Annotated[dict[Id, RedLineStatus], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="红线"
    )
    eligibility: Annotated[dict[Id, EligibilityStatus], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="申报条件"
    )
    evidence: Annotated[dict[Id, Evidence], BeforeValidator(empty_map)] = Field(default_factory=dict, title="台账")
    activities: Annotated[dict[Id, Activity], BeforeValidator(empty_map)] = Field(default_factory=dict, title="活动")
    answers: Annotated[dict[Id, SerializeAsAny[Answer]], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="自评"
    )
    self_scores: Annotated[dict[Id, Points], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="分项自评分"
    )
    bonus: Annotated[tuple[BonusClaim, ...], BeforeValidator(empty_list)] = Field(default=(), title="加分")
    penalties: Annotated[tuple[PenaltyReport, ...], BeforeValidator(empty_list)] = Field(default=(), title="扣分")
    responsibilities: Annotated[dict[Text, Responsibility], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="责任分工", description="按测评项目、测评内容或科室写"
    )
    capacity: Annotated[dict[Text, CapacityOrDays], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="各科室每月能用的人天", description="没有写的科室不限"
    )
    remedies: Annotated[dict[Id, Estimate], BeforeValidator(empty_map)] = Field(
        default_factory=dict, title="本单位对整改工作量的估计"
    )
    milestones: Annotated[tuple[Milestone, ...], BeforeValidator(empty_list)] = Field(default=(), title="重要日期")

    @property
    def blank(self) -> bool:
        """Tell whether there is nothing to assess: no activity, and nothing said in any answer."""
        return not self.activities and all(answer.silent for answer in self.answers.values())

    @cached_property
    def counts(self) -> Mapping[str, Decimal]:
        """Give the denominators that are known and not zero, `staff` among them."""
        named = {"staff": self.unit.staff, **self.unit.counts}
        return {name: quantity.value for name, quantity in named.items() if quantity.value}

    @cached_property
    def serving(self) -> Mapping[str, tuple[str, ...]]:
        """Index the activities' ids by the indicators that they serve."""
        return _index((one, name) for name, activity in self.activities.items() for one in activity.serves)

    @cached_property
    def proving(self) -> Mapping[str, tuple[str, ...]]:
        """Index the activities' ids by the evidence that proves them."""
        return _index((piece, name) for name, activity in self.activities.items() for piece in activity.evidence)

    @cached_property
    def answering(self) -> Mapping[str, tuple[str, ...]]:
        """Index the indicators by the evidence that their own answers cite."""
        return _index((piece, name) for name, answer in self.answers.items() for piece in answer.cited())

    @cached_property
    def citing(self) -> Mapping[str, tuple[str, ...]]:
        """Index the indicators by the evidence that they cite, themselves or through activities."""
        return _index((piece, indicator) for indicator, pieces in self._cited.items() for piece in pieces)

    def cited(self, indicator: str) -> tuple[str, ...]:
        """List the evidence that an indicator's answer and its activities name, each once, the answer's first."""
        return self._cited.get(indicator, ())

    @cached_property
    def _cited(self) -> Mapping[str, tuple[str, ...]]:
        return {indicator: self._cites(indicator) for indicator in dict.fromkeys((*self.answers, *self.serving))}

    def _cites(self, indicator: str) -> tuple[str, ...]:
        answer = self.answers.get(indicator)
        own = answer.cited() if answer else ()
        served = (name for activity in self.serving.get(indicator, ()) for name in self.activities[activity].evidence)
        return tuple(dict.fromkeys((*own, *served)))

    def window(self, window: Window) -> Span | None:
        """Give the days of a window; None where any day will do."""
        return {"period": self.period.span, "term": self.term.span, "any": None}[window]

    @cached_property
    def references(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Give every place that names evidence, with the name."""
        groups: list[tuple[tuple[str | int, ...], tuple[str, ...]]] = [
            *((("red_lines", name), line.evidence) for name, line in self.red_lines.items()),
            *((("eligibility", name), line.evidence) for name, line in self.eligibility.items()),
            *((("activities", name), line.evidence) for name, line in self.activities.items()),
            *((("bonus", index), line.evidence) for index, line in enumerate(self.bonus)),
            *((("titles", index), title.evidence) for index, title in enumerate(self.titles)),
            *(
                (("titles", index, "rechecks", number), one.evidence)
                for index, title in enumerate(self.titles)
                for number, one in enumerate(title.rechecks)
            ),
        ]
        return (
            *(((*place, "evidence", index), name) for place, names in groups for index, name in enumerate(names)),
            *(
                (("answers", indicator, *place), name)
                for indicator, answer in self.answers.items()
                for place, name in answer.citations()
            ),
        )


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Gather what belongs to each name, each once."""
    index: dict[str, dict[str, None]] = {}
    for name, one in pairs:
        index.setdefault(name, {})[one] = None
    return {name: tuple(ones) for name, ones in index.items()}
