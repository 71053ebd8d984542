"""Report to bytes: one file a format, named in the table below and in `choices.Format`."""

from collections.abc import Callable, Mapping

from wenming_score.choices import Format
from wenming_score.report import Report


def _json(reports: tuple[Report, ...]) -> str:
    from wenming_score.render import json  # noqa: PLC0415 - a format is imported when it is asked for

    return json.render(reports)


RENDER: Mapping[Format, Callable[[tuple[Report, ...]], str]] = {"json": _json}
"""The formats that are the same wherever they go; the table depends on where it is shown."""
