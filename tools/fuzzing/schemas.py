"""Values drawn from the JSON Schemas of the documents, so that no key is too new or too rare to be tried."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any, TypeAlias

from door import ROOT
from fuzzing.words import JUNK

Tree: TypeAlias = Any
Schema: TypeAlias = dict[str, Any]
DEEPEST = 6
DATES = (date(2025, 6, 1), date(2025, 12, 31), date(2024, 1, 1), "2025-03", "2025-Q1")
NUMBERS = (0, 1, 2, 3, 4, 7, 10, 50, 100, 0.5, 0.25)


def enriched(whole: dict[str, Tree], words: Sequence[str], chance: Random) -> None:
    """Give a map one more key that maps like it may have."""
    name, schema, root = _missing(whole, chance)
    if schema is not None:
        whole[name] = drawn(schema, root, words, chance)


def _missing(whole: Mapping[str, Tree], chance: Random) -> tuple[str, Schema | None, Schema]:
    """Pick a key that is missing in a map, by the shape that has most of its keys."""
    ranked = sorted(_shapes(), key=lambda one: len(one[0]["properties"].keys() & whole.keys()), reverse=True)
    shape, root = ranked[0] if chance.random() < 0.8 else chance.choice(ranked[:4])
    missing = sorted(shape["properties"].keys() - whole.keys())
    if not missing:
        return "", None, root
    name = chance.choice(missing)
    return name, shape["properties"][name], root


@cache
def _shapes() -> list[tuple[Schema, Schema]]:
    """List every map with keys of its own in the schemas, each with the schema that it is of."""
    return [(shape, root) for root in _roots() for shape in _objects(root)]


def _roots() -> Iterator[Schema]:
    for file in sorted((ROOT / "schema").glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def _objects(schema: Tree) -> Iterator[Schema]:
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


def drawn(schema: Schema, root: Schema, words: Sequence[str], chance: Random, depth: int = 0) -> Tree:
    """Draw a value that a schema allows, or nearly; texts are mostly those of the document, so that ids meet."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if several := schema.get("anyOf") or schema.get("oneOf"):
        return drawn(chance.choice(several), root, words, chance, depth)
    if "const" in schema or "enum" in schema:
        return chance.choice(schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "object":
        return _object(schema, root, words, chance, depth)
    if schema.get("type") == "array":
        number = chance.randrange(4) if depth < DEEPEST else 0
        return [drawn(schema.get("items") or {}, root, words, chance, depth + 1) for _ in range(number)]
    plain = {"integer": NUMBERS, "number": NUMBERS, "boolean": (True, False), "null": (None,)}
    return chance.choice(plain[schema["type"]]) if schema.get("type") in plain else _text(schema, words, chance)


def _object(schema: Schema, root: Schema, words: Sequence[str], chance: Random, depth: int) -> dict[str, Tree]:
    made: dict[str, Tree] = {}
    for name, part in schema.get("properties", {}).items():
        if name in schema.get("required", ()) or (depth < DEEPEST and chance.random() < 0.3):
            made[name] = drawn(part, root, words, chance, depth + 1)
    free = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
    allowed = [part for part in free if isinstance(part, dict)]
    if allowed and depth < DEEPEST:
        for _ in range(chance.randrange(3)):
            made[_text({}, words, chance)] = drawn(chance.choice(allowed), root, words, chance, depth + 1)
    return made


def _text(schema: Schema, words: Sequence[str], chance: Random) -> Tree:
    dated = schema.get("format") == "date" or "\\d{4}" in str(schema.get("pattern"))
    if dated and chance.random() < 0.9:
        return chance.choice(DATES)
    return chance.choice(words) if words and chance.random() < 0.8 else chance.choice(JUNK)
