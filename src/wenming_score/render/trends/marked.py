"""A trend as Markdown."""

from collections.abc import Iterator

from wenming_score.render.markdown import bullets, escape, section
from wenming_score.render.trends import tables, words
from wenming_score.trend import Trend


def markdown(trend: Trend) -> str:
    """Write the tables and what they come to."""
    return "\n".join(_lines(trend))


def _lines(trend: Trend) -> Iterator[str]:
    yield from (f"# {escape(trend.unit)}", "", escape(words.about(trend)), "")
    yield from section(tables.years(trend))
    yield from section(tables.items(trend, drawn=True))
    yield from section(tables.standards(trend, drawn=True))
    for said in (words.legend(), words.cut(trend, tables.LISTED)):
        yield from (escape(said), "") if said else ()
    yield from (f"## {escape(words.term_title(trend.term))}", "")
    yield from (f"**{escape(words.outlook(trend.term))}**", "")
    yield from bullets(words.term_lines(trend))
    yield from section(tables.ahead(trend))
