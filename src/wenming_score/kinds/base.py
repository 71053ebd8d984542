"""What every kind of indicator has in common: its fields, its answer's fields, what it may know."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from types import MappingProxyType
from typing import Annotated, ClassVar, NamedTuple, TypeVar

from pydantic import Field

from wenming_score.kinds.material import COUNTED, EvidenceType
from wenming_score.kinds.portion import Portion
from wenming_score.records import record
from wenming_score.text import titled, tr, translated
from wenming_score.values import Basis, Frozen, Id, Ids, Note, Number, Points, Quantity, Text, Window, plain

UNIT_WORDS = ("次", "场", "篇", "小时", "人", "人次", "项")
"""What rubrics usually count; their words are translated, any other stands as the rubric has it."""


def unit_word(unit: str) -> str:
    """Name what is counted, in the chosen language where it is one of the usual things."""
    return translated(unit)


_REASONS = 2


class Sourced(Frozen):
    """Where a figure comes from."""

    basis: Basis = Field(title="依据", description="official 官方 | derived 推算 | house 自定")
    source: Id | None = Field(default=None, title="出处")
    note: Text | None = Field(default=None, title="说明")


class Titled(Frozen):
    """A thing with an id and a title."""

    id: Id = Field(title="编号")
    title: Text = Field(title="名称")
    title_en: Text | None = Field(default=None, title="英文名称")
    was: Ids = Field(default=(), title="曾用编号")

    @property
    def label(self) -> str:
        """Give the title in the chosen language."""
        return titled(self.title, self.title_en)


class EvidenceRule(Frozen):
    """Which evidence carries an indicator."""

    types: Annotated[tuple[EvidenceType, ...], Field(min_length=1)] = Field(title="材料类型")
    at_least: Annotated[int, Field(ge=1)] = Field(default=1, title="至少几份")
    window: Window = Field(default="period", title="日期范围")

    def among(self, types: frozenset[EvidenceType]) -> tuple[EvidenceType, ...]:
        """List those of the types that it takes which are among these."""
        return tuple(kind for kind in self.types if kind in types)


class Remedy(Frozen):
    """What to do about lost points."""

    action: Text = Field(title="整改措施")
    action_en: Text | None = Field(default=None, title="整改措施（英文）")
    person_days: Number = Field(title="人天")
    lead_days: Number = Field(title="提前天数")
    after: Ids = Field(default=(), title="先做完哪几项", description="这些测评内容满分以后才能做")
    apart_days: Annotated[int, Field(ge=0, le=366)] = Field(default=0, title="两次至少隔几天")
    together: Ids = Field(default=(), title="可以和哪几项合办", description="一次活动同时算到这些测评内容里")

    @property
    def shown(self) -> str:
        """Give the action in the chosen language."""
        return titled(self.action, self.action_en)


class Answer(Frozen):
    """What a unit says about one indicator, whatever its kind."""

    evidence: Ids = Field(default=(), title="佐证材料")
    self_score: Points | None = Field(default=None, title="自评分")
    note: Note | None = Field(default=None, title="说明")
    not_held: Text | dict[Id, Text] | None = Field(default=None, title="未开展的原因")
    not_applicable: str | None = Field(default=None, title="不适用的原因")

    @property
    def blank(self) -> bool:
        """Tell whether nothing is claimed."""
        return all(_says_nothing(getattr(self, name)) for name in own_fields(type(self)))

    @property
    def written(self) -> bool:
        """Tell whether something is claimed, be it only a placeholder where a number belongs."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return not self.blank or any(isinstance(value, Quantity) and value.text for value in values)

    @property
    def silent(self) -> bool:
        """Tell whether nothing at all is said, not even why not."""
        return not self.written and not any(
            (self.evidence, self.self_score, self.note, self.not_held, self.not_applicable)
        )

    def citations(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield every place in it that names evidence, with the name."""
        yield from ((("evidence", position), name) for position, name in enumerate(self.evidence))

    def cited(self) -> tuple[str, ...]:
        """List the evidence it names, each once."""
        return tuple(dict.fromkeys(name for _, name in self.citations()))


@cache
def own_fields(kind: type[Answer]) -> tuple[str, ...]:
    """Name the fields of a kind of answer that not every answer has."""
    return tuple(name for name in kind.model_fields if name not in Answer.model_fields)


def _says_nothing(value: object) -> bool:
    return value in (None, (), {}) or (isinstance(value, Quantity) and value.value is None)


class Unread(Answer):
    """An answer to something that the rubric does not ask; it says something, nobody knows what."""

    @property
    def silent(self) -> bool:
        """Tell that it is not."""
        return False


A = TypeVar("A", bound=Answer)


def own(kind: type[A], answer: Answer) -> A:
    """Narrow an answer to the one that its kind reads."""
    if isinstance(answer, kind):
        return answer
    raise TypeError(f"{kind.__name__} expected, not {type(answer).__name__}")


class Event(NamedTuple):
    """An activity as an indicator sees it that it serves."""

    id: str
    inside: bool
    proven: bool
    tags: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    figures: Mapping[str, Quantity] = MappingProxyType({})


class Piece(NamedTuple):
    """A piece of evidence as an indicator sees it; `refused` says why it does not carry."""

    type: EvidenceType
    refused: str | None = None


@record
class Facts:
    """All that an indicator may know beside its own answer."""

    counts: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])
    departments: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    pieces: Mapping[str, Piece] = field(default_factory=dict[str, Piece])
    proved: frozenset[str] = frozenset()
    """The finding rules that hold against the indicator."""

    def valid(self, ids: Iterable[str], types: frozenset[EvidenceType] | None = None) -> tuple[str, ...]:
        """Pick the pieces that carry, of these types if given."""
        return tuple(
            name
            for name in dict.fromkeys(ids)
            if (piece := self.pieces.get(name)) and piece.refused is None and (types is None or piece.type in types)
        )

    def refused(self, ids: Iterable[str]) -> str:
        """Say in brackets why pieces do not carry, the first two of them; empty where all do."""
        reasons = [piece.refused for name in dict.fromkeys(ids) if (piece := self.pieces.get(name)) and piece.refused]
        return tr("（{reasons}）", reasons=tr("；").join(reasons[:_REASONS])) if reasons else ""


@record
class Award:
    """What an answer earns, why not more, and how it was reckoned."""

    claimed: Fraction
    supported: Fraction
    reason: str = ""
    steps: tuple[str, ...] = ()


@record
class Figure:
    """A number that an answer gives: where, what it counts, and the denominator that it is divided by."""

    field: str
    quantity: Quantity
    unit: str
    base: str | None = None
    part: bool = False
    """True where it counts some of the base, and so cannot be more."""


class Indicator(Titled, Sourced):
    """What is asked; each kind adds how it is answered and scored."""

    reads: ClassVar[type[Answer]] = Answer
    template: ClassVar[str] = "{}"
    """The answer to be filled in, as YAML."""

    points: Points | None = Field(title="分值", description="null 表示官方分值未知")
    standards: Ids = Field(default=(), title="标准")
    methods: Ids = Field(default=(), title="测评方法")
    rule: Sourced = Field(title="计分规则的依据")
    evidence: EvidenceRule = Field(title="佐证材料要求")
    remedy: Remedy = Field(title="整改")

    @cached_property
    def worth(self) -> Fraction:
        """Give the points as an exact number."""
        return Fraction(self.points or 0)

    def award(self, answer: Answer, facts: Facts) -> Award:
        """Reckon what the answer earns."""
        raise NotImplementedError

    def asks(self) -> Iterable[str]:
        """Say in lines what earns how many points."""
        return ()

    def names(self, answer: Answer) -> Iterable[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
        """Yield (place in the answer, name, names the rubric has) for each of the rubric's names that it uses."""
        del answer
        return ()

    def base(self) -> str | None:
        """Name the denominator that it needs, `departments` among them; None where it needs none."""
        return None

    def figures(self, answer: Answer) -> Iterable[Figure]:
        """Yield the numbers that an answer gives."""
        del answer
        return ()

    def heeds(self) -> frozenset[str]:
        """Name the finding rules that prove something against it."""
        return frozenset()

    def things(self, departments: Iterable[str]) -> int:
        """Count the things that it asks for, each of which evidence may be needed for."""
        del departments
        return 1

    def sample_short(self, answer: Answer, counts: Mapping[str, Decimal]) -> str:
        """Say by how much a sample is short, or that nobody can tell; empty where it is not."""
        del answer, counts
        return ""

    def portions(self, answer: Answer, facts: Facts) -> Iterable[Portion]:
        """Take what is still to be done apart, in the order in which it is done; nothing where nothing can be."""
        del answer, facts
        return ()

    def backed(self, ids: Iterable[str], facts: Facts) -> bool:
        """Tell whether enough valid pieces are there."""
        return len(facts.valid(ids)) >= self.evidence.at_least

    def unbacked(self, ids: tuple[str, ...], facts: Facts) -> str:
        """Say why the evidence does not do."""
        valid = len(facts.valid(ids))
        if not ids:
            return tr("没有佐证材料")
        need = tr("有效材料 {n} 份，至少要 {least} 份", n=valid, least=self.evidence.at_least)
        return need + facts.refused(ids)


_BEHIND_ID = "  "


def with_id(name: str, text: str) -> str:
    """Write what a clause asks behind its id, which the unit file wants."""
    return f"{name}{_BEHIND_ID}{text}"


def without_id(line: str) -> str:
    """Give a line of `asks` for people who never see a unit file."""
    return line.partition(_BEHIND_ID)[2] or line


def uncounted(ids: Iterable[str], facts: Facts) -> str:
    """Say that no counting paper carries a figure; empty where one does."""
    if facts.valid(ids, COUNTED):
        return ""
    return tr("没有有效的名册、统计表或问卷") + facts.refused(ids)


def carried_line(claimed: Fraction, *, backed: bool) -> str:
    """Write what the evidence makes of a claim that it carries whole or not at all."""
    return tr("支撑：材料有效，得 {points}", points=plain(claimed)) if backed else tr("支撑：没有有效材料，得 0")
