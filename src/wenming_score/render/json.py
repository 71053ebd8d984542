"""The report as JSON: the report itself."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from wenming_score.report import Report

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def render(reports: tuple[Report, ...]) -> str:
    """Write one report as an object, several as a list of them."""
    data = [_plain(report) for report in reports]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> Json:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]  # pyright: ignore[reportUnknownVariableType] - a report holds only what is listed here
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - as above
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        ordered = sorted(names, key=lambda name: name != "schema_version")
        return {name: _plain(getattr(value, name)) for name in ordered}
    raise TypeError(type(value).__name__)
