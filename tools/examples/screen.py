"""Draw a screenshot of a web page as PNG."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from examples.picture import Canvas

SIZE = (960, 600)
INK = (40, 44, 52)
QUIET = (140, 146, 156)


@dataclass(frozen=True)
class Screen:
    """What stands on the page, from top to bottom."""

    path: str
    date: date
    site: str
    title: str
    lines: list[str]


def write_png(screen: Screen, path: Path) -> None:
    """Draw a browser window with one page in it."""
    canvas = Canvas(screen.path, SIZE)
    canvas.box(0, 0, 100, 100, (250, 250, 250))
    canvas.box(0, 0, 100, 8, (222, 225, 230))
    for place, colour in enumerate(((236, 96, 88), (244, 190, 80), (98, 196, 92))):
        canvas.oval(3 + place * 2.6, 4, 0.9, 1.4, colour)
    canvas.box(14, 1.8, 84, 6.4, (255, 255, 255), round_=0.8)
    canvas.text(30, 4.1, "https://example.org", 2.8, QUIET)
    canvas.box(0, 8, 100, 22, (176, 34, 36))
    canvas.text(50, 15, screen.site, 6, (255, 246, 224))
    canvas.text(50, 30, screen.title, 5.4, INK)
    for place, line in enumerate(screen.lines):
        y = 42 + place * 10
        canvas.box(14, y - 4, 86, y + 4, (238, 240, 244) if place % 2 else (255, 255, 255))
        canvas.text(50, y, line, 4, INK)
    canvas.box(0, 92, 100, 100, (236, 238, 242))
    canvas.text(84, 96, screen.date.strftime("%Y-%m-%d 17:05"), 3, QUIET)
    canvas.image.save(path, "PNG", optimize=True)
