"""A badge: the score and the verdict as a small SVG picture."""

from xml.sax.saxutils import escape, quoteattr

from wenming_score.records import record
from wenming_score.render import layout
from wenming_score.render.cells import width
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.layout import TONES, Tone
from wenming_score.report import Report
from wenming_score.text import tr

COLORS: dict[Tone, str] = {"good": "#2e7d32", "unsure": "#9a5b00", "bad": "#c62828"}
"""Dark enough for white letters to be read on them."""
_GREY = "#555"
_CELL, _MARGIN, _HEIGHT = 6, 6, 20


@record
class Badge:
    """What a badge says: the label, the message, and the two with the verdict for those who see no colours."""

    label: str
    message: str
    tone: Tone
    spoken: str


def badge(reports: tuple[Report, ...]) -> Badge:
    """Say the score of one unit, or how many of several have reached the mark."""
    label = tr("文明单位")
    report, *others = reports
    if others:
        reached = sum(report.verdict.outcome == "qualified" for report in reports)
        message = tr("{n}/{all} 达到合格线", n=reached, all=len(reports))
        tone: Tone = "good" if reached == len(reports) else "unsure" if reached else "bad"
        return Badge(label, message, tone, tr("{label}：{message}", label=label, message=message))
    verdict, tone = layout.outcome(report), TONES[report.verdict.outcome]
    points = f"{layout.points(report.score.supported)}/{layout.full(report.score.full)}"
    message = f"{points} {layout.kind_of_total(report)}"
    spoken = tr("{label}：{message}，{verdict}", label=label, message=message, verdict=verdict)
    by_points = report.verdict.outcome in {"qualified", "below_mark"}
    return Badge(label, message if by_points else f"{message} · {verdict}", tone, spoken)


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Draw the badge."""
    del enclosed
    shown = badge(reports)
    left, right = _wide(shown.label), _wide(shown.message)
    size = f'width="{left + right}" height="{_HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label={quoteattr(shown.spoken)}>\n'
        f"<title>{escape(shown.spoken)}</title>\n"
        f'<clipPath id="round"><rect {size} rx="3"/></clipPath>\n'
        f'<g clip-path="url(#round)">\n'
        f'<rect width="{left}" height="{_HEIGHT}" fill="{_GREY}"/>\n'
        f'<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{COLORS[shown.tone]}"/>\n'
        "</g>\n"
        '<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">\n'
        f"{_text(shown.label, left / 2, left)}"
        f"{_text(shown.message, left + right / 2, right)}"
        "</g>\n"
        "</svg>\n"
    )


def _wide(text: str) -> int:
    return width(text) * _CELL + 2 * _MARGIN


def _text(text: str, middle: float, room: int) -> str:
    return f'<text x="{middle:g}" y="14" textLength="{room - 2 * _MARGIN}">{escape(text)}</text>\n'
