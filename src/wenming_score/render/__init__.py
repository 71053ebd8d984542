"""Report to bytes: one file a format, its name in `choices.Format`."""

from importlib import import_module
from typing import Protocol

from wenming_score.choices import Format
from wenming_score.render.enclosures import Enclosures
from wenming_score.report import Report


class Renderer(Protocol):
    """What the file of a format has as `render`; the table alone asks how wide the screen is."""

    def __call__(self, reports: tuple[Report, ...], enclosed: Enclosures) -> str | bytes:
        """Lay reports out; compute nothing."""
        ...


def render(form: Format, reports: tuple[Report, ...], enclosed: Enclosures) -> str | bytes:
    """Lay reports out in any format but the table; its file is imported now, so that no other format costs start-up."""
    renderer: Renderer = import_module(f"wenming_score.render.{form}").render
    return renderer(reports, enclosed)
