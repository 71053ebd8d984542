"""A trend to text: the terminal, a page, Markdown, CSV, JSON."""

from wenming_score.render import json as records
from wenming_score.render.trends import tables
from wenming_score.render.trends.marked import markdown
from wenming_score.render.trends.terminal import lines
from wenming_score.trend import Trend

__all__ = ["csv", "html", "json", "lines", "markdown"]


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
