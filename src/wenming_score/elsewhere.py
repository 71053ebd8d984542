"""Other years and other units, made ready to compare with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from wenming_score.assessment import SelfAssessment
from wenming_score.facts import Elsewhere, OtherPiece, days_of
from wenming_score.files import FileFact
from wenming_score.filetypes import family
from wenming_score.gallery import Gallery
from wenming_score.records import record
from wenming_score.text import tr
from wenming_score.values import plain_words


@record
class Other:
    """A unit file with its evidence by id, or a lock with files by path."""

    home: str
    """What tells it from every other."""
    file: str
    """What messages call it."""
    files: Mapping[str, FileFact]
    assessment: SelfAssessment | None = None


def elsewhere(against: Sequence[Other], beside: Iterable[Other]) -> Elsewhere:
    """Gather what the user compares with, such as last year's, and the photos of the units of the same run."""
    gallery = Gallery[OtherPiece]()
    papers: dict[str, list[OtherPiece]] = {}
    texts: dict[str, str] = {}
    for other in against:
        for piece, fact in _pieces(other):
            papers.setdefault(fact.sha256, []).append(piece)
        texts |= {plain_words(text): where for text, where in _texts(other)}
    for other in chain(against, beside):
        for bits, piece in photos(other):
            gallery.add(bits, piece)
    return Elsewhere(gallery, {digest: tuple(pieces) for digest, pieces in papers.items()}, texts)


def _pieces(other: Other) -> Iterator[tuple[OtherPiece, FileFact]]:
    for name, fact in other.files.items():
        if fact.sha256:
            days = days_of(other.assessment.evidence[name], fact) if other.assessment else None
            day = days.start if days else fact.dated("taken", "recorded", "name")
            yield OtherPiece(other.home, other.file, name, day), fact


def photos(other: Other) -> Iterator[tuple[int, OtherPiece]]:
    """Yield the photos, by the ledger and by their bytes, each with its fingerprint."""
    for piece, fact in _pieces(other):
        photo = other.assessment is None or other.assessment.evidence[piece.id].type == "photo"
        if photo and family(fact.type) == "picture" and fact.inside.fingerprint is not None:
            yield fact.inside.fingerprint, piece


def _texts(other: Other) -> Iterator[tuple[str, str]]:
    """Yield notes and reasons, and where they stand."""
    if other.assessment is None:
        return
    for name, answer in other.assessment.answers.items():
        held = answer.not_held
        texts = (answer.note, answer.not_applicable, *(held.values() if isinstance(held, dict) else (held,)))
        yield from ((text, tr("{file} 的 {id}", file=other.file, id=name)) for text in texts if text)
    for name, activity in other.assessment.activities.items():
        if activity.note:
            yield activity.note, tr("{file} 的 {id}", file=other.file, id=name)
