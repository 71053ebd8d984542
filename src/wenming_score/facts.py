"""What is known of a case: the evidence files, and what each indicator sees of them. Checks and score both read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from wenming_score.assessment import Activity, Evidence, SelfAssessment
from wenming_score.files import FileFact
from wenming_score.filetypes import family
from wenming_score.gallery import Gallery
from wenming_score.kinds.base import Award, Event, Facts, Indicator, Piece
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.records import record
from wenming_score.rubric import Rubric
from wenming_score.text import tr
from wenming_score.values import Span

_LEAST_REASON = 4
"""A reason for 不适用 shorter than this explains nothing."""


@dataclass(frozen=True)
class Refusals:
    """Why evidence does not carry, by its id and by where it does not."""

    everywhere: Mapping[str, str] = field(default_factory=dict[str, str])
    indicators: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    activities: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    @cached_property
    def somewhere(self) -> frozenset[str]:
        """Name the pieces that some activity may not use."""
        return frozenset(evidence for evidence, _ in self.activities)

    @cached_property
    def named(self) -> frozenset[str]:
        """Name the pieces that do not carry everywhere."""
        return self.somewhere.union(self.everywhere, (evidence for evidence, _ in self.indicators))


NO_REFUSALS = Refusals()


@record
class OtherPiece:
    """A photo or a paper of another year or another unit."""

    home: str
    """Which unit file or lock it is of."""
    file: str
    """The same as messages call it."""
    id: str
    """Its entry in the ledger there, or its path where only a lock is known."""
    day: date | None


@record
class Elsewhere:
    """What other years and units have, to compare with."""

    photos: Gallery[OtherPiece] = field(default_factory=Gallery[OtherPiece])
    papers: Mapping[str, tuple[OtherPiece, ...]] = field(default_factory=dict[str, tuple[OtherPiece, ...]])
    """What the user compares with, by SHA-256."""
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Notes and reasons of what the user compares with, and where each stands."""


@record
class Supposed:
    """What is supposed of a unit, whatever it says: what indicators earn, and which evidence it does not have."""

    points: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    """By indicator, in the rubric's own points."""
    without: tuple[str, ...] = ()

    def refused(self) -> Mapping[str, str]:
        """Say of each piece that is not there why it does not carry."""
        return {name: tr("{name} 假设没有这份材料", name=name) for name in self.without}


NOTHING_SUPPOSED = Supposed()


def days_of(entry: Evidence, fact: FileFact | None) -> Span | None:
    """Give what the ledger says, or else a picture's, a recording's or a file name's date."""
    if entry.date is not None:
        return entry.date.span
    own = fact.dated("taken", "recorded", "name") if fact else None
    return Span(own, own) if own else None


@dataclass(frozen=True)
class Case:
    """One assessment with its rubric, its facts and its day: all that a check may look at."""

    rubric: Rubric
    assessment: SelfAssessment
    as_of: date
    files: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    unlisted: tuple[str, ...] = ()
    """Files in the evidence folders that no entry names."""
    lock: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    """What was locked, by path."""
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    home: str = ""
    """Which unit file it is of, as in `OtherPiece`."""
    supposed: Supposed = NOTHING_SUPPOSED

    def day(self, evidence: str) -> Span | None:
        """Give the days of a piece: what the ledger says, or else a picture's, a recording's or a file name's date."""
        return days_of(self.assessment.evidence[evidence], self.files.get(evidence))

    def first_day(self, evidence: str) -> date:
        """Give the day by which pieces come in order; what has none comes last."""
        span = self.day(evidence)
        return span.start if span else date.max

    def same_elsewhere(self, evidence: str) -> list[OtherPiece]:
        """List what has the very same bytes in what the user compares with."""
        digest = self.files[evidence].sha256
        return [piece for piece in self.elsewhere.papers.get(digest, ()) if piece.home != self.home]

    def alike_elsewhere(self, evidence: str) -> list[OtherPiece]:
        """List the photos of other years and units that are nearly the same."""
        bits = self.files[evidence].inside.fingerprint
        near = self.elsewhere.photos.near(bits) if bits is not None else ()
        return [piece for _, piece in near if piece.home != self.home]

    def photo(self, evidence: str) -> bool:
        """Tell whether a piece is a photo, by the ledger and by its bytes."""
        fact = self.files.get(evidence)
        return (
            self.assessment.evidence[evidence].type == "photo" and fact is not None and family(fact.type) == "picture"
        )

    @cached_property
    def counting(self) -> Mapping[str, Activity]:
        """Give the activities that count in this period."""
        period = self.assessment.period.span
        return {name: one for name, one in self.assessment.activities.items() if one.date.inside(period)}

    def spared(self, indicator: str) -> bool:
        """Tell whether the indicator is not applicable, for a reason, and may be."""
        answer = self.assessment.answers.get(indicator)
        reason = answer.not_applicable if answer else None
        return reason is not None and not self.spared_wrongly(indicator, reason)

    def spared_wrongly(self, indicator: str, reason: str) -> str:
        """Say why an indicator may not be declared not applicable; empty where it may."""
        if not self.rubric.may_not_apply(indicator):
            return tr("这一项每个单位都适用")
        return "" if len(reason.strip()) >= _LEAST_REASON else tr("要写明不适用的理由")

    def facts(
        self, indicator: Indicator, refusals: Refusals = NO_REFUSALS, proved: frozenset[str] = frozenset()
    ) -> Facts:
        """Show an indicator what it may know."""
        whole, named, held = self._whole[indicator.id], refusals.named, proved & indicator.heeds()
        if named.isdisjoint(whole.pieces):
            return replace(whole, proved=held) if held else whole
        changed = {name: self._piece(name, indicator, refusals) for name in whole.pieces if name in named}
        pieces = {**whole.pieces, **changed}
        return replace(whole, events=self._served(indicator, pieces, refusals), pieces=pieces, proved=held)

    @cached_property
    def _whole(self) -> Mapping[str, Facts]:
        return {name: self._all_held(indicator) for name, indicator in self.rubric.indicators.items()}

    def _all_held(self, indicator: Indicator) -> Facts:
        """Show an indicator what it may know as if all its evidence held."""
        assessment = self.assessment
        carrying = {kind: Piece(kind) for kind in indicator.evidence.types}
        pieces = {
            name: carrying.get(assessment.evidence[name].type) or self._piece(name, indicator, NO_REFUSALS)
            for name in assessment.cited(indicator.id)
            if name in assessment.evidence
        }
        events = self._served(indicator, pieces, NO_REFUSALS)
        return Facts(assessment.counts, assessment.unit.departments, events, pieces)

    def claims(self, indicator: Indicator) -> Award:
        """Reckon an indicator as if all its evidence held."""
        return self._claims[indicator.id]

    @cached_property
    def _claims(self) -> Mapping[str, Award]:
        return {name: self._award(one, self._whole[name]) for name, one in self.rubric.indicators.items()}

    def award(self, indicator: Indicator, facts: Facts) -> Award:
        """Reckon an indicator by what it may know."""
        return self.claims(indicator) if facts is self._whole[indicator.id] else self._award(indicator, facts)

    def _award(self, indicator: Indicator, facts: Facts) -> Award:
        return indicator.award(self.assessment.answers.get(indicator.id) or indicator.reads(), facts)

    def _piece(self, name: str, indicator: Indicator, refusals: Refusals) -> Piece:
        kind = self.assessment.evidence[name].type
        refused = refusals.everywhere.get(name)
        if refused is None and kind not in indicator.evidence.types:
            refused = tr("{name} 是{type}，不是这一项要的材料", name=name, type=tr(EVIDENCE_WORDS[kind]))
        refused = refused or refusals.indicators.get((name, indicator.id))
        return Piece(kind, refused or self._refused_by_all(name, indicator.id, refusals))

    def _refused_by_all(self, name: str, indicator: str, refusals: Refusals) -> str | None:
        """Say why a piece carries none of the activities through which alone the indicator cites it."""
        if name not in refusals.somewhere:
            return None
        answer = self.assessment.answers.get(indicator)
        if answer is not None and name in answer.cited():
            return None
        activities, proving = self.assessment.activities, self.assessment.proving.get(name, ())
        holding = [one for one in proving if indicator in activities[one].serves]
        reasons = [refusals.activities.get((name, activity)) for activity in holding]
        return None if None in reasons else next(iter(reasons), None)

    def _served(self, indicator: Indicator, pieces: Mapping[str, Piece], refusals: Refusals) -> tuple[Event, ...]:
        """Give the activities that serve an indicator, proven by the pieces that carry."""
        valid = {name for name, piece in pieces.items() if piece.refused is None}
        serving = self.assessment.serving.get(indicator.id, ())
        return tuple(
            self._proven[name] if self._proves(name, valid, refusals) else self._proven[name]._replace(proven=False)
            for name in serving
        )

    @cached_property
    def _proven(self) -> Mapping[str, Event]:
        return {
            name: Event(
                name,
                name in self.counting,
                proven=True,
                tags=one.tags,
                departments=one.departments,
                figures=one.figures,
            )
            for name, one in self.assessment.activities.items()
        }

    def _proves(self, activity: str, valid: set[str], refusals: Refusals) -> bool:
        pieces = self.assessment.activities[activity].evidence
        if refusals.activities:
            pieces = tuple(piece for piece in pieces if (piece, activity) not in refusals.activities)
        return not valid.isdisjoint(pieces)
