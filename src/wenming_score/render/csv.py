"""Every indicator of every unit as a row of CSV."""

from wenming_score.render import sheet
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.tables import indicators
from wenming_score.report import Report


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write one table, which Excel and WPS open as UTF-8."""
    del enclosed
    return sheet.csv(indicators(reports))
