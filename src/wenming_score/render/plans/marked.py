"""A plan as Markdown."""

from collections.abc import Iterator

from wenming_score.plan.document import Plan
from wenming_score.render.markdown import bullets, escape, section
from wenming_score.render.plans import tables, words
from wenming_score.text import tr


def markdown(plan: Plan) -> str:
    """Write what it comes to, and its tables."""
    return "\n".join(_lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield from (f"# {escape(tr('{unit}：计划', unit=plan.unit.name))}", "", escape(words.about(plan)), "")
    yield from (f"**{escape(words.outcome(plan))}**", "")
    yield from bullets(words.headline(plan))
    yield from section(tables.obstacles(plan.obstacles))
    yield from section(tables.tasks(plan))
    for table in tables.beside(plan):
        yield from section(table)
    if plan.said:
        yield from (f"## {escape(tr('说明'))}", "")
        yield from bullets(plan.said)
