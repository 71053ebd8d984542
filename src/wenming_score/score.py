"""Rubric, assessment and facts make a report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from wenming_score import __version__
from wenming_score.assessment import Title
from wenming_score.extras import bonuses, penalties
from wenming_score.facts import Case, Refusals
from wenming_score.finding import Finding
from wenming_score.kinds.base import Answer, Award, Facts, Indicator
from wenming_score.report import (
    CitedEvidence,
    Exact,
    Gap,
    GateResult,
    GroupScore,
    IndicatorScore,
    ItemScore,
    Outcome,
    Period,
    RecheckResult,
    Report,
    RubricInfo,
    Score,
    TitleInfo,
    Tool,
    UnitInfo,
    ViewScore,
)
from wenming_score.rubric import Item
from wenming_score.shares import factors
from wenming_score.source import Document
from wenming_score.standing import eligibility, red_line
from wenming_score.text import spoken, tr
from wenming_score.values import FOUR_PLACES, added_up, plain, shown
from wenming_score.verdict import verdict

OPEN_GATE = GateResult(passed=True, reasons=())


@dataclass(frozen=True)
class _Scored:
    """An indicator with its exact points; what is shown of them is rounded down later."""

    indicator: Indicator
    answer: Answer | None
    facts: Facts
    award: Award
    factor: Fraction
    spared: bool
    supposed: bool

    @cached_property
    def full(self) -> Fraction:
        return self._scaled(self.indicator.worth)

    @cached_property
    def claimed(self) -> Fraction:
        return self._scaled(self.award.claimed)

    @cached_property
    def supported(self) -> Fraction:
        return self._scaled(self.award.supported)

    def _scaled(self, points: Fraction) -> Fraction:
        return points if self.factor == 1 else points * self.factor

    @cached_property
    def outcome(self) -> Outcome:
        if self.spared:
            return "not_applicable"
        if self.supported == self.full:
            return "full"
        if self.supported:
            return "partial"
        if self.supposed:
            return "none"
        if not self.claimed and self.answer and self.answer.not_held is not None:
            return "not_held"
        silent = self.answer is None or self.answer.blank
        return "missing" if silent and not self.facts.events else "none"

    @property
    def reason(self) -> str:
        if self.outcome == "missing":
            return tr("没有填写")
        if self.outcome == "not_held" and self.answer and isinstance(self.answer.not_held, str):
            return tr("未开展：{reason}", reason=self.answer.not_held)
        return self.award.reason


def score(
    case: Case,
    findings: tuple[Finding, ...],
    refusals: Refusals,
    proved: Mapping[str, frozenset[str]],
    papers: tuple[Document, Document],
) -> Report:
    """Score a case; `papers` are the unit file and the rubric. The ledger is left empty and the gate open."""
    unit, rubric_file = papers
    rubric, assessment = case.rubric, case.assessment
    scale = factors(case)
    scored = {
        name: _scored(case, indicator, refusals, proved.get(name, frozenset()), scale[name])
        for name, indicator in rubric.indicators.items()
    }
    items = tuple(_item(case, item, scored, unit) for item in rubric.items)
    total = _total(case, scored.values(), refusals)
    red_lines = tuple(red_line(case, line) for line in rubric.red_lines_in_force)
    conditions = tuple(eligibility(case, condition, refusals) for condition in rubric.eligibility)
    return Report(
        tool=Tool("wenming-score", __version__),
        as_of=case.as_of,
        unit=UnitInfo(assessment.unit.name, assessment.unit.type, str(assessment.unit.staff), unit.file, unit.sha256),
        rubric=_rubric_info(case, rubric_file),
        term=Period(assessment.term.start, assessment.term.end),
        period=Period(assessment.period.start, assessment.period.end),
        score=total,
        verdict=verdict(rubric, total, red_lines, conditions),
        items=items,
        standards=tuple(
            _group(entry.id, entry.label, _where(scored, entry.id, _standards)) for entry in rubric.standards
        ),
        methods=tuple(_group(name, title, _where(scored, name, _methods)) for name, title in rubric.methods.items()),
        views=tuple(_views(case, scored)),
        red_lines=red_lines,
        eligibility=conditions,
        titles=tuple(map(_title, assessment.titles)),
        gaps=_gaps(case, scored.values()),
        ledger=(),
        findings=findings,
        gate=OPEN_GATE,
        lang=spoken(),
    )


def _scored(case: Case, indicator: Indicator, refusals: Refusals, proved: frozenset[str], factor: Fraction) -> _Scored:
    name, answer = indicator.id, case.assessment.answers.get(indicator.id)
    facts = case.facts(indicator, refusals, proved)
    award = _award(case, indicator, answer, facts)
    return _Scored(indicator, answer, facts, award, factor, case.spared(name), name in case.supposed.points)


def _award(case: Case, indicator: Indicator, answer: Answer | None, facts: Facts) -> Award:
    supposed = case.supposed.points.get(indicator.id)
    if supposed is not None:
        whole = supposed == indicator.worth
        reason = tr("假设得满分") if whole else tr("假设得 {points} 分", points=plain(supposed))
        return Award(supposed, supposed, reason, (reason,))
    if answer is not None and answer.not_applicable is not None:
        whole = case.spared(indicator.id) and case.rubric.not_applicable == "full"
        points = indicator.worth if whole else Fraction(0)
        return Award(points, points, tr("不适用：{reason}", reason=answer.not_applicable))
    return case.award(indicator, facts)


def _item(case: Case, item: Item, scored: Mapping[str, _Scored], unit: Document) -> ItemScore:
    parts = [scored[indicator.id] for indicator in item.indicators]
    full, claimed, supported = _sums(parts)
    return ItemScore(
        id=item.id,
        title=item.label,
        full=shown(full),
        self_score=_shown_or_none(_self_score(case, item)),
        claimed=shown(claimed),
        supported=shown(supported),
        gap=shown(full - supported),
        share=shown(supported / full, FOUR_PLACES) if full else Decimal(0),
        indicators=tuple(_indicator(case, part, unit) for part in parts),
    )


def _indicator(case: Case, part: _Scored, unit: Document) -> IndicatorScore:
    indicator = part.indicator
    line = unit.at_key(("answers", indicator.id)).line if part.answer is not None else None
    return IndicatorScore(
        id=indicator.id,
        title=indicator.label,
        kind=getattr(indicator, "kind", ""),
        full=shown(part.full),
        self_score=_shown_or_none(part.answer.self_score if part.answer else None),
        claimed=shown(part.claimed),
        supported=shown(part.supported),
        gap=shown(part.full - part.supported),
        exact=Exact(plain(part.full), plain(part.claimed), plain(part.supported)),
        outcome=part.outcome,
        reason=part.reason,
        arithmetic=tuple(_arithmetic(part)),
        evidence=tuple(_cited(case, part)),
        standards=indicator.standards,
        methods=indicator.methods,
        line=line,
    )


def _arithmetic(part: _Scored) -> Iterator[str]:
    yield from part.award.steps
    if part.factor not in (0, 1):
        yield tr(
            "有不适用的内容，分值按 {factor} 放大：满分 {full}，申报 {claimed}，支撑 {supported}",
            factor=plain(part.factor), full=plain(part.full),
            claimed=plain(part.claimed), supported=plain(part.supported),
        )  # fmt: skip


def _cited(case: Case, part: _Scored) -> Iterator[CitedEvidence]:
    for name in case.assessment.cited(part.indicator.id):
        piece = part.facts.pieces.get(name)
        if piece is None:
            yield CitedEvidence(name, "refused", tr("台账里没有 {name}", name=name))
        else:
            yield CitedEvidence(name, "refused" if piece.refused else "carried", piece.refused or "")


def _self_score(case: Case, item: Item) -> Decimal | None:
    """Take the self score by item, or else add up those of its indicators."""
    by_item = case.assessment.self_scores.get(item.id)
    if by_item is not None:
        return by_item
    answers = (case.assessment.answers.get(indicator.id) for indicator in item.indicators)
    given = [answer.self_score for answer in answers if answer and answer.self_score is not None]
    return sum(given, Decimal(0)) if given else None


def _shown_or_none(points: Decimal | None) -> Decimal | None:
    return None if points is None else shown(Fraction(points))


def _sums(parts: Iterable[_Scored]) -> tuple[Fraction, Fraction, Fraction]:
    several = list(parts)
    return (
        added_up(part.full for part in several),
        added_up(part.claimed for part in several),
        added_up(part.supported for part in several),
    )


def _total(case: Case, parts: Iterable[_Scored], refusals: Refusals) -> Score:
    full, claimed, supported = _sums(parts)
    bonus_claimed, bonus = bonuses(case, refusals)
    penalty = penalties(case)
    given = [points for item in case.rubric.items if (points := _self_score(case, item)) is not None]
    total = max(Fraction(0), supported + bonus - penalty)
    return Score(
        self_score=_shown_or_none(sum(given, Decimal(0)) if given else None),
        claimed=shown(max(Fraction(0), claimed + bonus_claimed - penalty)),
        supported=shown(total),
        full=shown(Fraction(case.rubric.full_points)),
        gap=shown(full - supported),
        share=shown(min(Fraction(1), total / Fraction(case.rubric.full_points)), FOUR_PLACES),
        bonus=shown(bonus),
        bonus_claimed=shown(bonus_claimed),
        penalty=shown(penalty),
    )


def _rubric_info(case: Case, document: Document) -> RubricInfo:
    rubric = case.rubric
    basis = rubric.points_by_basis()
    return RubricInfo(
        id=rubric.id,
        edition=rubric.edition,
        title=rubric.label,
        level=rubric.level,
        sha256=document.sha256,
        full_points=shown(Fraction(rubric.full_points)),
        pass_mark=_shown_or_none(rubric.pass_mark.points if rubric.pass_mark else None),
        basis={name: shown(Fraction(points)) for name, points in basis.items()},
        trial="house" in rubric.bases(),
        term_years=rubric.term_years,
        term_weights=rubric.term_weights,
    )


def _title(title: Title) -> TitleInfo:
    return TitleInfo(
        title.level,
        title.name,
        str(title.awarded),
        str(title.valid_until) if title.valid_until else None,
        title.status,
        tuple(RecheckResult(check.year, check.outcome) for check in title.rechecks),
    )


def _group(name: str, title: str, parts: Iterable[_Scored]) -> GroupScore:
    full, claimed, supported = _sums(parts)
    share = shown(supported / full, FOUR_PLACES) if full else Decimal(0)
    return GroupScore(name, title, shown(full), shown(claimed), shown(supported), share)


def _standards(part: _Scored) -> tuple[str, ...]:
    return part.indicator.standards


def _methods(part: _Scored) -> tuple[str, ...]:
    return part.indicator.methods


def _where(scored: Mapping[str, _Scored], name: str, names: Callable[[_Scored], tuple[str, ...]]) -> Iterator[_Scored]:
    return (part for part in scored.values() if name in names(part))


def _views(case: Case, scored: Mapping[str, _Scored]) -> Iterator[ViewScore]:
    for view in case.rubric.views:
        groups = tuple(
            _group(group.id, group.label, (scored[name] for name in group.indicators)) for group in view.groups
        )
        yield ViewScore(view.id, view.label, groups)


def _gaps(case: Case, parts: Iterable[_Scored]) -> tuple[Gap, ...]:
    """List what loses points, the most first, in the rubric's order where equal."""
    losing = sorted((part for part in parts if part.full > part.supported), key=lambda part: part.supported - part.full)
    return tuple(_gap(case, part) for part in losing)


def _gap(case: Case, part: _Scored) -> Gap:
    indicator, remedy = part.indicator, part.indicator.remedy
    return Gap(
        indicator=indicator.id,
        item=case.rubric.item_of[indicator.id].id,
        title=indicator.label,
        points=shown(part.full - part.supported),
        reason=part.reason,
        action=remedy.shown,
        person_days=remedy.person_days,
        lead_days=remedy.lead_days,
    )
