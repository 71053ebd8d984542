"""The progress of a plan to text and bytes: the terminal, Markdown, a notice, the work list as it stands, JSON."""

from collections.abc import Callable, Mapping

from wenming_score.choices import Format
from wenming_score.plan.progress import Progress
from wenming_score.render import json as records
from wenming_score.render.progress import tables, words
from wenming_score.render.progress.marked import markdown
from wenming_score.render.progress.terminal import lines
from wenming_score.text import tr

__all__ = ["MAKERS", "html", "ics", "json", "lines", "markdown", "xlsx"]

_LEFT = ("late", "soon", "open")


def json(progress: Progress) -> str:
    """Write the progress as it is."""
    return records.write(progress)


def html(progress: Progress) -> str:
    """Draw the notice."""
    from wenming_score.render.progress.page import page  # noqa: PLC0415 - no other format needs templates

    return page(progress)


def xlsx(progress: Progress) -> bytes:
    """Write the work list as it stands, and the departments."""
    from wenming_score.render.sheet import book  # noqa: PLC0415 - no other format needs what writes workbooks

    listed = (tables.tasks(progress), tables.departments(progress), tables.obstacles(progress.obstacles))
    about = (words.about(progress), *words.headline(progress))
    return book(tuple(table for table in listed if table.rows), progress.as_of, about)


def ics(progress: Progress) -> bytes:
    """Write the tasks that are left as a calendar."""
    from wenming_score.render import ics as calendars  # noqa: PLC0415 - no other format needs what writes calendars
    from wenming_score.render.plans.calendar import entries  # noqa: PLC0415 - as above

    left = [one.task for one in progress.tasks if one.state in _LEFT]
    name = tr("{unit}：任务", unit=progress.unit.name)
    return calendars.ics(name, progress.as_of, entries(left, progress.unit.name))


MAKERS: Mapping[Format, Callable[[Progress], str | bytes]] = {
    "json": json,
    "markdown": markdown,
    "html": html,
    "xlsx": xlsx,
}
"""What writes each format but the table of the terminal."""
