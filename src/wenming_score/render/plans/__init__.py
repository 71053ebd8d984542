"""A plan to text and bytes: the terminal, Markdown, a table for offices, a wall chart, a calendar, JSON."""

from collections.abc import Callable, Mapping

from wenming_score.choices import Format
from wenming_score.plan.document import Plan
from wenming_score.render import json as records
from wenming_score.render.plans.marked import markdown
from wenming_score.render.plans.terminal import lines
from wenming_score.text import tr

__all__ = ["MAKERS", "html", "ics", "json", "lines", "markdown", "xlsx"]


def ics(plan: Plan) -> bytes:
    """Write the tasks as a calendar."""
    from wenming_score.render import ics as calendars  # noqa: PLC0415 - no other format needs what writes calendars
    from wenming_score.render.plans.calendar import entries  # noqa: PLC0415 - as above

    name = tr("{unit}：任务", unit=plan.unit.name)
    return calendars.ics(name, plan.as_of, entries(plan.tasks, plan.unit.name))


def json(plan: Plan) -> str:
    """Write the plan as it is; `parse_plan` reads it back."""
    return records.write(plan)


def html(plan: Plan) -> str:
    """Draw the wall chart."""
    from wenming_score.render.plans.page import page  # noqa: PLC0415 - no other format needs templates

    return page(plan)


def xlsx(plan: Plan) -> bytes:
    """Write the work list of an office."""
    from wenming_score.render.plans.book import book  # noqa: PLC0415 - no other format needs what writes workbooks

    return book(plan)


MAKERS: Mapping[Format, Callable[[Plan], str | bytes]] = {
    "json": json,
    "markdown": markdown,
    "html": html,
    "xlsx": xlsx,
}
"""What writes each format but the table of the terminal."""
