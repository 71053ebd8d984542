"""One document laid over another: what `extends` means."""

import hashlib

from wenming_score.finding import InputError, Mistake
from wenming_score.source.document import Document, Place, Value
from wenming_score.source.limits import MISTAKES
from wenming_score.source.signs import short
from wenming_score.text import tr

Node = tuple[Value, Place]
_EXTENDS = "extends"


def merge(base: Document, over: Document) -> Document:
    """Lay `over` upon `base`: mappings key by key, lists of things with an `id` by that; the rest is replaced.

    An entry `{id: x, omit: true}` takes x away, as `key: {omit: true}` does a key. An entry `{id: y, was: [x]}` is laid
    upon x and takes its place, unless `over` says something of x itself. Places go along; `extends` is only ever
    `over`'s own.
    """
    mistakes: list[Mistake] = []
    data, places = _laid(_without_extends(base), (over.data, over.places), mistakes)
    if mistakes:
        raise InputError(sorted(mistakes)[:MISTAKES])
    digest = hashlib.sha256((base.sha256 + over.sha256).encode()).hexdigest()
    return Document(over.file, data, digest, places)


def _without_extends(base: Document) -> Node:
    if not isinstance(base.data, dict):
        return base.data, base.places
    data = {key: value for key, value in base.data.items() if key != _EXTENDS}
    return data, base.places


def _laid(base: Node, over: Node, mistakes: list[Mistake]) -> Node:
    below, above = base[0], over[0]
    if isinstance(below, dict) and isinstance(above, dict):
        return _mapping((below, base[1]), (above, over[1]), mistakes)
    if isinstance(below, tuple) and isinstance(above, tuple):
        old, new = _by_id(below, base[1], mistakes), _by_id(above, over[1], mistakes)
        if old is not None and new:
            return _sequence(old, new, over[1], mistakes)
    return over


def _mapping(
    base: tuple[dict[str, Value], Place], over: tuple[dict[str, Value], Place], mistakes: list[Mistake]
) -> Node:
    (below, old), (above, new) = base, over
    data: dict[str, Value] = dict(below)
    place = Place(new.file, new.mark, {}, {})
    for key in below:
        place.keys[key], place.parts[key] = old.whole(old.keys[key]), old.whole(old.parts[key])
    for key, value in above.items():
        node = value, new.whole(new.parts[key])
        if _omitted(value):
            _take(key, data, node[1], mistakes)
            place.keys.pop(key, None)
            place.parts.pop(key, None)
            continue
        if key in below:
            node = _laid((below[key], old.whole(old.parts[key])), node, mistakes)
        data[key], place.parts[key] = node
        place.keys[key] = new.whole(new.keys[key])
    return data, place


def _by_id(values: tuple[Value, ...], place: Place, mistakes: list[Mistake]) -> dict[str, Node] | None:
    """Take a list apart by id; None where not every entry has one."""
    entries: dict[str, Node] = {}
    for index, value in enumerate(values):
        name = value.get("id") if isinstance(value, dict) else None
        if not isinstance(name, str):
            return None
        spot = place.whole(place.parts[index])
        if name in entries:
            mistakes.append(Mistake(spot.location(), tr("id“{name}”重复；请改名或删去一处", name=short(name))))
        entries[name] = value, spot
    return entries


def _sequence(old: dict[str, Node], new: dict[str, Node], place: Place, mistakes: list[Mistake]) -> Node:
    entries = dict(old)
    for name, (value, spot) in new.items():
        if _omitted(value):
            _take(name, entries, spot, mistakes)
        else:
            before = _before(value, entries, new) if name not in entries else None
            entries = {name if key == before else key: node for key, node in entries.items()}
            entries[name] = _laid(entries[name], (value, spot), mistakes) if name in entries else (value, spot)
    places = Place(place.file, place.mark, {}, {index: part for index, (_, part) in enumerate(entries.values())})
    return tuple(value for value, _ in entries.values()), places


def _before(value: Value, entries: dict[str, Node], new: dict[str, Node]) -> str | None:
    """Name the entry that another was, if nothing else is said of it."""
    was = value.get("was") if isinstance(value, dict) else None
    names = was if isinstance(was, tuple) else ()
    return next((name for name in names if isinstance(name, str) and name in entries and name not in new), None)


def _omitted(value: Value) -> bool:
    return isinstance(value, dict) and value.get("omit") is True


def _take(name: str, things: dict[str, Value] | dict[str, Node], spot: Place, mistakes: list[Mistake]) -> None:
    if name not in things:
        said = tr("要去掉的“{name}”在所继承的体系里没有；请核对 id", name=short(name))
        mistakes.append(Mistake(spot.location(), said))
    things.pop(name, None)
