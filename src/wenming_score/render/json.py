"""The report as JSON: the report itself."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Protocol, TypeAlias, cast

from wenming_score.render.enclosures import Enclosures
from wenming_score.report import Report
from wenming_score.text import inert_json


class _Record(Protocol):
    """A part of a report."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Part: TypeAlias = "bool | int | str | Decimal | date | tuple[Part, ...] | Mapping[str, Part] | _Record | None"


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write one report as an object, several as a list of them."""
    del enclosed
    return write(reports[0] if len(reports) == 1 else reports)


def write(value: Part) -> str:
    """Write records as they are; what a screen or a runner would obey stands in escapes."""
    return inert_json(json.dumps(plain(value), ensure_ascii=False, indent=2)) + "\n"


def pieces(value: object, indent: str = "\n") -> Iterator[str]:
    """Write records piece by piece as `write` does at once, for what is too long to be held whole.

    What is gone through only as it is asked for is long; each part of it is not.
    """
    if is_dataclass(value):
        names = _names(cast("_Record", value))
        parts = ((f'"{name}": ', pieces(getattr(value, name), f"{indent}  ")) for name in names)
        yield from _several(parts, indent, "{}")
    elif isinstance(value, tuple):
        yield from _several((("", pieces(part, f"{indent}  ")) for part in cast("tuple[object]", value)), indent, "[]")
    elif isinstance(value, Iterable) and not isinstance(value, str | Mapping):
        yield from _several(
            (("", (_whole(part, f"{indent}  "),)) for part in cast("Iterable[Part]", value)), indent, "[]"
        )
    else:
        yield _whole(cast("Part", value), indent)


def _whole(value: Part, indent: str) -> str:
    return inert_json(json.dumps(plain(value), ensure_ascii=False, indent=2)).replace("\n", indent)


def _several(parts: Iterable[tuple[str, Iterable[str]]], indent: str, ends: str) -> Iterator[str]:
    separator = ends[0]
    for head, part in parts:
        yield f"{separator}{indent}  {head}"
        yield from part
        separator = ","
    yield ends if separator == ends[0] else indent + ends[1]


def pack(value: Part) -> str:
    """Write records on one line."""
    return inert_json(json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")))


def plain(value: Part) -> Json:
    """Take records apart."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    return {name: plain(getattr(value, name)) for name in _names(value)}


def _names(value: _Record) -> list[str]:
    return sorted((field.name for field in fields(value)), key=lambda name: name != "schema_version")
