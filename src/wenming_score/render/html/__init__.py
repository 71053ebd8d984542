"""The report as one page for a browser: no script, nothing from elsewhere, every text escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from wenming_score.render import columns, layout, tables
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.html import grid, page
from wenming_score.render.html.charts import filled
from wenming_score.render.html.words import words
from wenming_score.report import Report
from wenming_score.text import inert

LANGUAGES = {"zh": "zh-CN", "en": "en"}


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> str:
    """Lay reports out on one page, a section each."""
    units = tuple(
        page.unit(number, report, enclosed.thumbnails.get(report.unit.file, {}))
        for number, report in enumerate(reports, 1)
    )
    return template("page.html.j2").render(
        language=LANGUAGES[reports[0].lang], units=units, overview=tables.units(reports), words=words(),
        layout=layout, grid=grid, filled=filled, text=columns.text,
    )  # fmt: skip


@cache
def template(name: str) -> Template:
    """Read a page's template; whatever text goes into it is escaped."""
    templates = Environment(
        loader=PackageLoader(__name__, ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template(name)


def _safe(value: object) -> object:
    """Spell out what a browser would obey or hide; escaping follows. The templates' own markup is no plain text."""
    return inert(value) if type(value) is str else value
