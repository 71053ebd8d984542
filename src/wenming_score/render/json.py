"""The report as JSON: the report itself."""

import json
from collections.abc import Mapping
from dataclasses import Field, fields
from datetime import date
from decimal import Decimal
from typing import ClassVar, Protocol, TypeAlias

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
    return inert_json(json.dumps(_plain(value), ensure_ascii=False, indent=2)) + "\n"


def _plain(value: Part) -> Json:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    names = sorted((field.name for field in fields(value)), key=lambda name: name != "schema_version")
    return {name: _plain(getattr(value, name)) for name in names}
