"""Where a unit file has dates, quantities and free text."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from wenming_score.assessment import SelfAssessment
from wenming_score.finding import Path
from wenming_score.kinds.base import own_fields
from wenming_score.values import Quantity, When


class _Noted(Protocol):
    @property
    def note(self) -> str | None: ...


def dates(assessment: SelfAssessment, odd: Callable[[When], bool]) -> Iterator[tuple[Path, When]]:
    """Yield every date of any precision that is odd, with its place."""
    titles = (*enumerate(assessment.titles),)
    groups: list[tuple[str, Iterable[tuple[str | int, object]], str]] = [
        ("evidence", assessment.evidence.items(), "date"),
        ("activities", assessment.activities.items(), "date"),
        ("titles", titles, "awarded"),
        ("titles", titles, "valid_until"),
        ("red_lines", assessment.red_lines.items(), "occurred_on"),
        ("penalties", enumerate(assessment.penalties), "date"),
    ]
    for section, things, field in groups:
        for name, thing in things:
            when = getattr(thing, field)
            if when is not None and odd(when):
                yield (section, name, field), when
    yield from ((place, value) for place, value in _answered(assessment) if isinstance(value, When) and odd(value))


def quantities(assessment: SelfAssessment) -> Iterator[tuple[Path, Quantity]]:
    """Yield every quantity with its place."""
    yield ("unit", "staff"), assessment.unit.staff
    for name, quantity in assessment.unit.counts.items():
        yield ("unit", "counts", name), quantity
    for name, activity in assessment.activities.items():
        if activity.participants is not None:
            yield ("activities", name, "participants"), activity.participants
        if activity.hours is not None:
            yield ("activities", name, "hours"), activity.hours
    for place, value in _answered(assessment):
        if isinstance(value, Quantity):
            yield place, value


def notes(assessment: SelfAssessment) -> Iterator[tuple[Path, str]]:
    """Yield every note, and the reasons of the answers, with its place."""
    for name, answer in assessment.answers.items():
        held = answer.not_held
        reasons = held.items() if isinstance(held, dict) else ()
        texts: list[tuple[Path, object]] = [
            (("note",), answer.note),
            (("not_held",), held),
            *((("not_held", what), why) for what, why in reasons),
            (("not_applicable",), answer.not_applicable),
        ]
        yield from ((("answers", name, *place), text) for place, text in texts if isinstance(text, str))
    things: list[tuple[str, Iterable[tuple[str | int, _Noted]]]] = [
        ("titles", enumerate(assessment.titles)),
        ("red_lines", assessment.red_lines.items()),
        ("eligibility", assessment.eligibility.items()),
        ("evidence", assessment.evidence.items()),
        ("activities", assessment.activities.items()),
        ("bonus", enumerate(assessment.bonus)),
        ("penalties", enumerate(assessment.penalties)),
    ]
    for section, noted in things:
        yield from (((section, name, "note"), one.note) for name, one in noted if one.note)


def _answered(assessment: SelfAssessment) -> Iterator[tuple[Path, object]]:
    for name, answer in assessment.answers.items():
        for field in own_fields(type(answer)):
            yield ("answers", name, field), getattr(answer, field)


def indicator_at(place: tuple[str | int, ...]) -> str | None:
    """Name the indicator that a place belongs to, if it is in an answer."""
    return str(place[1]) if place[0] == "answers" else None


def activity_at(place: tuple[str | int, ...]) -> str | None:
    """Name the activity that a place belongs to, if it is in one."""
    return str(place[1]) if place[0] == "activities" else None
