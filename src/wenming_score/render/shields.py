"""The badge as JSON for an endpoint that shields.io draws."""

from wenming_score.render.badge import COLORS, badge
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.json import write
from wenming_score.report import Report


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Write what the badge says; no one may paint over a gate that is shut."""
    del enclosed
    shown = badge(reports)
    return write(
        {
            "schemaVersion": 1,
            "label": shown.label,
            "message": shown.message,
            "color": COLORS[shown.tone],
            "isError": not all(report.gate.passed for report in reports),
        }
    )
