"""An answer as it is when parts of its remedy are done."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from wenming_score.kinds.base import Answer, Event, Facts, Piece
from wenming_score.kinds.portion import Filled, Portion
from wenming_score.values import Quantity


def mended(answer: Answer, facts: Facts, portions: Iterable[Portion]) -> tuple[Answer, Facts]:
    """Give the answer and the facts as they are when these parts are done, the earlier ones first."""
    for portion in portions:
        if portion.held:
            event = Event(portion.id, inside=True, proven=True, tags=portion.tags, departments=portion.departments)
            facts = replace(facts, events=(*facts.events, event))
        else:
            answer, facts = _filled(answer, facts, portion)
    return answer, facts


def _filled(answer: Answer, facts: Facts, portion: Portion) -> tuple[Answer, Facts]:
    names = tuple(f"{portion.id}#{number}" for number in range(portion.pieces))
    pieces = {name: Piece(kind) for name in names for kind in portion.materials[:1]}
    filled = {_field(answer, key): value for key, value in portion.fill.items()}
    fields: dict[str, object] = {name: _value(answer, name, value) for name, value in filled.items()}
    if portion.clause:
        fields["met"] = {**getattr(answer, "met"), portion.clause: tuple(pieces)}  # noqa: B009 - a checklist has it
    else:
        fields["evidence"] = (*answer.evidence, *pieces)
    return answer.model_copy(update=fields), replace(facts, pieces={**facts.pieces, **pieces})


def _field(answer: Answer, key: str) -> str:
    """Name the field that a key of the unit file stands for."""
    return next(name for name, field in type(answer).model_fields.items() if key in (name, field.alias))


def _value(answer: Answer, name: str, value: Filled) -> object:
    if isinstance(value, tuple):
        return (*getattr(answer, name), *value)
    if isinstance(value, int) and isinstance(getattr(answer, name), Quantity | None):
        return Quantity(str(value), Decimal(value))
    return value
