"""Trees of values: read from a sample, changed, written as YAML; and whole worlds drawn from models."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from random import Random
from typing import Any, TypeAlias

from hypothesis import given, settings

from fuzzing.schemas import enriched
from fuzzing.words import JUNK, VALUES
from samples import SEPARATOR
from wenming_score.source import parse
from wenming_score.source.writing import written as flat
from worlds import World, worlds

Tree: TypeAlias = Any
ENRICHING, REPEATING, EVEN = 0.3, 0.02, 0.5
LONG = 50_000
"""Bytes of what is repeated."""
_drawn: list[World] = []


@settings(database=None, deadline=None)
@given(worlds())
def _draw(world: World) -> None:
    _drawn.append(world)


def grown(chance: Random) -> bytes:
    """Draw a rubric that holds together and a unit file over it."""
    _drawn.clear()
    while not _drawn:
        _draw.hypothesis.fuzz_one_input(chance.randbytes(4000))
    world = _drawn[0]
    unit = {
        "schema_version": 1,
        "rubric": "tiny.yaml",
        "term": {"start": date(2023, 1, 1), "end": date(2025, 12, 31)},
        "period": {"start": date(2025, 1, 1), "end": date(2025, 12, 31)},
        **world.claimed,
    }
    return written(world.by.model_dump(exclude_unset=True)) + SEPARATOR + written(unit)


def tree_of(content: bytes) -> Tree:
    """Read a document, with or without mistakes, into lists and maps that may be changed."""
    return _loose(parse(content, "f", strict=False).data)


def _loose(value: Tree) -> Tree:
    if isinstance(value, Mapping):
        return {key: _loose(part) for key, part in value.items()}
    return [_loose(part) for part in value] if isinstance(value, tuple) else value


def mixed(tree: Tree, other: Tree, chance: Random) -> Tree:
    """Change one place of a tree."""
    places = list(_places(tree))
    if not places:
        return chance.choice(VALUES)
    if chance.random() < ENRICHING:
        maps = [part for part in (tree, *(whole[step] for whole, step in places)) if isinstance(part, dict)]
        enriched(chance.choice(maps), _words(tree), chance) if maps else None
        return tree
    whole, step = chance.choice(places)
    if chance.random() < REPEATING:
        whole[step] = _repeated(chance.choice((whole[step], [chance.choice(VALUES)])))
        return tree
    match chance.randrange(7):
        case 0:
            del whole[step]
        case 1 | 2:
            whole[step] = deepcopy(_borrowed(chance.choice((tree, other)), chance))
        case 3:
            whole[step] = chance.choice(([whole[step]], {"a": whole[step]}, [whole[step], whole[step]]))
        case 4:
            _renamed(whole, step, other, chance)
        case _:
            whole[step] = deepcopy(chance.choice(VALUES))
    return tree


def _repeated(part: Tree) -> Tree:
    """Make many of one: what takes time for each pair of entries shows."""
    times = LONG // (len(written(part)) + 5)
    if isinstance(part, dict):
        return {f"{key}{number}": value for number in range(times) for key, value in part.items()}
    return part * times if isinstance(part, list) else [part] * times


def _words(tree: Tree) -> list[str]:
    """Give the short texts of a tree, its keys among them."""
    found = [text for whole, step in _places(tree) for text in (step, whole[step]) if isinstance(text, str)]
    return [text for text in found if 0 < len(text) < 30]


def _places(tree: Tree) -> Iterator[tuple[Tree, Tree]]:
    steps = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for step in steps:
        yield tree, step
        yield from _places(tree[step])


def _borrowed(tree: Tree, chance: Random) -> Tree:
    places = list(_places(tree))
    if not places:
        return tree
    whole, step = chance.choice(places)
    return whole[step]


def _renamed(whole: Tree, step: Tree, other: Tree, chance: Random) -> None:
    """Call a key what another place of another tree is called; in a list, have an entry twice or swap two."""
    if isinstance(whole, list):
        at = chance.randrange(len(whole))
        if chance.random() < EVEN:
            whole.insert(step, deepcopy(whole[at]))
            return
        whole[step], whole[at] = whole[at], whole[step]
        return
    names = [name for place, name in _places(other) if isinstance(place, dict)] or JUNK
    value = whole.pop(step)
    whole[chance.choice(names)] = value


def written(value: Tree) -> bytes:
    """Write a tree as YAML, a key a line."""
    return "".join(f"{line}\n" for line in _lines(value)).encode("utf-8", "surrogatepass")


def _lines(value: Tree) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, part in value.items():
            nested = isinstance(part, (Mapping, list, tuple)) and part
            yield f"{flat(str(key))}:" if nested else f"{flat(str(key))}: {_leaf(part)}"
            yield from (f"  {line}" for line in _lines(part) if nested)
    elif isinstance(value, (list, tuple)) and value:
        for part in value:
            first, *more = _lines(part)
            yield f"- {first}"
            yield from (f"  {line}" for line in more)
    else:
        yield _leaf(value)


def _leaf(value: Tree) -> str:
    return flat(tuple(value) if isinstance(value, list) else value)
