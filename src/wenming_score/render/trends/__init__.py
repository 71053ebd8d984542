"""A trend to text: the terminal, a page, Markdown, CSV, JSON."""

from collections.abc import Callable, Mapping

from wenming_score.choices import Format
from wenming_score.render import json as records
from wenming_score.render.trends import tables
from wenming_score.render.trends.marked import markdown
from wenming_score.render.trends.terminal import lines
from wenming_score.trend import Trend

__all__ = ["MAKERS", "csv", "html", "ics", "json", "lines", "markdown"]


def ics(trend: Trend) -> bytes:
    """Write the dates ahead as a calendar."""
    from wenming_score.render.trends.calendar import calendar  # noqa: PLC0415 - most runs write none

    return calendar(trend)


def json(trend: Trend) -> str:
    """Write the trend as it is."""
    return records.write(trend)


def csv(trend: Trend) -> str:
    """Write every point as a row."""
    from wenming_score.render import sheet  # noqa: PLC0415 - no other format needs what writes spreadsheets

    return sheet.csv(tables.points(trend))


def html(trend: Trend) -> str:
    """Draw the trend on one page."""
    from wenming_score.render.trends.page import page  # noqa: PLC0415 - no other format needs templates

    return page(trend)


MAKERS: Mapping[Format, Callable[[Trend], str]] = {
    "json": json,
    "csv": csv,
    "markdown": markdown,
    "html": html,
}
"""What writes each format but the table of the terminal."""
