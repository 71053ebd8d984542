"""A plan as a wall chart: one sheet of A3 across on paper, and a list by department on a narrow screen."""

from collections.abc import Mapping

from wenming_score.plan.document import Plan
from wenming_score.render import columns, layout
from wenming_score.render.html import LANGUAGES, grid, template
from wenming_score.render.html.charts import filled
from wenming_score.render.plans import chart, tables, words
from wenming_score.text import tr


def page(plan: Plan) -> str:
    """Draw a plan: what it comes to, its tasks over time, and the tables beside."""
    drawn = chart.chart(plan) if plan.tasks else None
    return template("plan.html.j2").render(
        language=LANGUAGES[plan.lang], words=_words(), plan=plan, said=words, layout=layout, grid=grid,
        text=columns.text, filled=filled, chart=drawn, measures=chart, stand=words.stand(plan),
        tasks=tables.tasks(plan), beside=tuple(tables.beside(plan)),
    )  # fmt: skip


def _words() -> Mapping[str, str]:
    return {
        "skip": tr("跳到正文"),
        "title": tr("创建工作挂图"),
        "chart": tr("任务进度图"),
        "tasks": tr("任务分解表"),
        "target": tr("目标"),
        "said": tr("说明"),
        "start": tr("动手到完成"),
        "latest": tr("最迟可以到"),
        "judged": tr("由别人评定"),
        "one_day": tr("过期不能补"),
        "milestone": tr("重要日期"),
        "points": tr("加分"),
        "nothing": tr("没有任务"),
        "obstacles": tr("分数补不了的，先办"),
        "nobody": tr("责任人未定"),
        "top": tr("回到顶部"),
    }
