"""Where a unit file has dates, quantities and free text."""

from collections.abc import Iterator

from wenming_score.assessment import SelfAssessment
from wenming_score.finding import Path
from wenming_score.kinds.base import own_fields
from wenming_score.values import Quantity, When


def dates(assessment: SelfAssessment) -> Iterator[tuple[Path, When]]:
    """Yield every date of any precision with its place."""
    places: list[tuple[Path, object]] = [
        *((("evidence", name, "date"), entry.date) for name, entry in assessment.evidence.items()),
        *((("activities", name, "date"), activity.date) for name, activity in assessment.activities.items()),
        *((("titles", i, "awarded"), title.awarded) for i, title in enumerate(assessment.titles)),
        *((("titles", i, "valid_until"), title.valid_until) for i, title in enumerate(assessment.titles)),
        *((("red_lines", name, "occurred_on"), line.occurred_on) for name, line in assessment.red_lines.items()),
        *((("penalties", i, "date"), one.date) for i, one in enumerate(assessment.penalties)),
        *_answered(assessment),
    ]
    yield from ((place, value) for place, value in places if isinstance(value, When))


def quantities(assessment: SelfAssessment) -> Iterator[tuple[Path, Quantity]]:
    """Yield every quantity with its place."""
    yield ("unit", "staff"), assessment.unit.staff
    for name, quantity in assessment.unit.counts.items():
        yield ("unit", "counts", name), quantity
    for name, activity in assessment.activities.items():
        for field, quantity in activity.figures.items():
            yield ("activities", name, field), quantity
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
    things: list[tuple[Path, str | None]] = [
        *((("titles", i), title.note) for i, title in enumerate(assessment.titles)),
        *((("red_lines", name), line.note) for name, line in assessment.red_lines.items()),
        *((("eligibility", name), condition.note) for name, condition in assessment.eligibility.items()),
        *((("evidence", name), entry.note) for name, entry in assessment.evidence.items()),
        *((("activities", name), activity.note) for name, activity in assessment.activities.items()),
        *((("bonus", i), claim.note) for i, claim in enumerate(assessment.bonus)),
        *((("penalties", i), report.note) for i, report in enumerate(assessment.penalties)),
    ]
    yield from (((*place, "note"), text) for place, text in things if text)


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
