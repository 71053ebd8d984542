"""A trend as one page for a browser, in the frame and the style of a report's."""

from collections.abc import Mapping

from wenming_score.render import columns, layout
from wenming_score.render.html import LANGUAGES, grid, template
from wenming_score.render.html.charts import filled
from wenming_score.render.layout import Tone
from wenming_score.render.trends import curves, tables, words
from wenming_score.text import tr
from wenming_score.trend import Trend


def page(trend: Trend) -> str:
    """Draw a trend: its total and its items as lines, its term, the dates ahead."""
    return template("trend.html.j2").render(
        language=LANGUAGES[trend.lang], words=_words(trend), trend=trend, said=words, layout=layout, grid=grid,
        text=columns.text, filled=filled, curves=curves, chart=curves.chart(trend), stand=_stand(trend),
        years=tables.years(trend), items=tables.items(trend, drawn=False),
        standards=tables.standards(trend, drawn=False), ahead=tables.ahead(trend), listed_at_most=tables.LISTED,
    )  # fmt: skip


def _stand(trend: Trend) -> tuple[Tone, str]:
    """Give the tone and the sign of where the term leads."""
    return words.OUTLOOKS[trend.term.outlook]


def _words(trend: Trend) -> Mapping[str, str]:
    return {
        "skip": tr("跳到正文"),
        "title": tr("逐年趋势"),
        "total": tr("总分"),
        "shares": tr("总分占满分的比例"),
        "supported": tr("支撑得分"),
        "claimed": tr("申报得分"),
        "mark": tr("合格线"),
        "items": tr("{n} 个测评项目", n=len(trend.items)),
        "standards": tr("{n} 条标准", n=len(trend.standards)),
        "ahead": tr("往后的日期"),
        "as_shares": tr("每条线从 0 到满分，横向是年度，右上是最后一年的得分和满分"),
        "top": tr("回到顶部"),
    }
