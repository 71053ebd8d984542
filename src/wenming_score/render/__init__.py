"""Report to bytes: one file a format, named in the two tables below."""

from collections.abc import Callable
from typing import Literal, get_args

from wenming_score.report import Report

Format = Literal["table", "json"]
FORMATS: tuple[str, ...] = get_args(Format)


def _json(reports: tuple[Report, ...]) -> str:
    from wenming_score.render import json  # noqa: PLC0415 - a format is imported when it is asked for

    return json.render(reports)


RENDER: dict[str, Callable[[tuple[Report, ...]], str]] = {"json": _json}
"""The formats that are the same wherever they go; the table depends on where it is shown."""
