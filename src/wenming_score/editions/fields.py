"""What a thing of a rubric says, field by field, and which fields say something else in another edition."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from wenming_score.editions.shape import Alteration, Plain
from wenming_score.kinds.base import Indicator, Titled
from wenming_score.kinds.count import Step
from wenming_score.renames import Names
from wenming_score.rubric import Rubric, Weights
from wenming_score.text import tr
from wenming_score.values import Frozen, plain

_REASONS = {"note", "title_en", "action", "action_en"}
"""What gives a reason, translates, or is compared by its words."""
_APART = {"id", "was", "title", "points", "items", "indicators", "clauses", "lacks"}
"""What is told by itself, or stands in a list of its own."""
_TOP = (
    "level", "full_points", "pass_mark", "term_years", "methods", "method_points", "not_applicable",
    "not_applicable_to", "doubtful_evidence", "serves_at_most", "note_at_most", "term_scoring", "severities",
    "plausible", "figures",
)  # fmt: skip
_COMMON = {*Indicator.model_fields, "kind"}


def top_changes(old: Rubric, new: Rubric, indicators: Names) -> Iterator[Alteration]:
    """Compare what stands at the top of two rubrics."""
    yield from _reworded("title", (old.title, new.title), (old.label, new.label))
    yield from sorted(_altered(_top(old), _top(new), {"not_applicable_to": indicators}), key=_rank)


def changes(old: Titled, new: Titled, standards: Names) -> Iterator[Alteration]:
    """Compare two things, fields that are lists of their own apart."""
    worded = _reworded("title", (old.title, new.title), (old.label, new.label))
    before, after = _fields(old), _fields(new)
    if not (isinstance(old, Indicator) and isinstance(new, Indicator)):
        yield from sorted((*worded, *_altered(before, after, {})), key=_rank)
        return
    asked: tuple[Alteration, ...] = ()
    if type(old) is not type(new):
        asked = (Alteration("asks", *(tr("；").join(one.asks()) for one in (old, new))),)
        before, after = ({name: said for name, said in one.items() if _common(name)} for one in (before, after))
    done = _reworded("remedy.action", (old.remedy.action, new.remedy.action), (old.remedy.shown, new.remedy.shown))
    altered = _altered(before, after, {"standards": standards})
    yield from sorted((*worded, *altered, *asked, *done), key=_rank)


def _reworded(field: str, texts: tuple[str, str], shown: tuple[str, str]) -> Iterator[Alteration]:
    """Compare Chinese texts; show them in the chosen language, unless only the Chinese one is another."""
    if texts[0] != texts[1]:
        yield Alteration(field, *(shown if shown[0] != shown[1] else texts))


def _altered(old: Mapping[str, Plain], new: Mapping[str, Plain], names: Mapping[str, Names]) -> Iterator[Alteration]:
    """List the fields that say something else; `names` are what the ids in a field are called later."""
    for field in dict.fromkeys((*old, *new)):
        before, after = old.get(field), new.get(field)
        if _unordered(before, names.get(field, {})) != _unordered(after, {}):
            yield Alteration(field, before, after)


def _unordered(value: Plain, names: Names) -> Plain:
    """Take a list of ids or words for the set of them."""
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return tuple(sorted({names.get(str(one), str(one)) for one in value}))
    return value


def _rank(change: Alteration) -> tuple[bool, bool, bool]:
    """Put what it is and how it scores first, then the rest, then what to do, and last where it is from."""
    field = change.field
    return field.endswith(("basis", "source")), field.startswith("remedy"), field not in {"title", "kind", "asks"}


def _top(one: Rubric) -> dict[str, Plain]:
    fields = dict(pair for name in _TOP for pair in _flat(getattr(one, name), (name,)))
    extras = (pair for name in ("bonus", "penalties") for pair in _flat(getattr(one, name), (name,)))
    return {**fields, "archive": one.catalogue, **dict(extras)}


def _fields(one: Titled) -> dict[str, Plain]:
    names = (name for name in type(one).model_fields if name not in _APART | _REASONS)
    return dict(pair for name in names for pair in _flat(getattr(one, name), (name,)))


def _common(field: str) -> bool:
    return field.partition(".")[0] in _COMMON


def _flat(value: object, place: tuple[str, ...]) -> Iterator[tuple[str, Plain]]:
    """Yield what a value says, each part by its place; lists of things with ids are left out."""
    match value:
        case Weights():
            yield ".".join(place), value.weights
        case Frozen():
            for name in (name for name in type(value).model_fields if name not in _REASONS):
                yield from _flat(getattr(value, name), (*place, name))
        case Mapping():
            for name, part in value.items():  # pyright: ignore[reportUnknownVariableType] - the models' own mappings
                yield from _flat(part, (*place, str(name)))  # pyright: ignore[reportUnknownArgumentType] - as above
        case tuple():
            yield from _listed(value, place)  # pyright: ignore[reportUnknownArgumentType] - as above
        case _:
            yield ".".join(place), _plain(value)


def _listed(values: tuple[object, ...], place: tuple[str, ...]) -> Iterator[tuple[str, Plain]]:
    """Take a list of plain values for one, and steps one by one; things with ids are compared by themselves."""
    steps = [one for one in values if isinstance(one, Step)]
    yield from ((".".join((*place, plain(step.at))), step.points) for step in steps)
    if not steps and not any(isinstance(one, Titled) for one in values):
        yield ".".join(place), tuple(map(_plain, values)) or None


def _plain(value: object) -> Plain:
    if value is None or isinstance(value, (bool, int, str, Decimal, date)):
        return value
    raise TypeError(type(value).__name__)
