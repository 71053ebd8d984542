"""The progress of a plan as Markdown."""

from collections.abc import Iterator

from wenming_score.plan.progress import Progress
from wenming_score.render.markdown import bullets, escape, section
from wenming_score.render.progress import tables, words
from wenming_score.text import tr


def markdown(progress: Progress) -> str:
    """Write the notice."""
    return "\n".join(_lines(progress))


def _lines(progress: Progress) -> Iterator[str]:
    yield from (f"# {escape(tr('{unit}：进度通报', unit=progress.unit.name))}", "", escape(words.about(progress)), "")
    yield from (f"**{escape(words.outcome(progress))}**", "")
    yield from bullets(words.headline(progress))
    yield from section(tables.obstacles(progress.obstacles))
    yield from section(tables.departments(progress))
    yield from section(tables.tasks(progress))
