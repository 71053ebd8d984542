"""The progress of a plan as a notice: one sheet of A4."""

from wenming_score.plan.progress import Progress
from wenming_score.render import columns, layout
from wenming_score.render.html import LANGUAGES, grid, template
from wenming_score.render.html.charts import filled
from wenming_score.render.progress import tables, words
from wenming_score.text import tr


def page(progress: Progress) -> str:
    """Draw the notice."""
    return template("progress.html.j2").render(
        language=LANGUAGES[progress.lang], words=_words(), progress=progress, said=words, layout=layout, grid=grid,
        text=columns.text, filled=filled, stand=words.stand(progress), obstacles=tables.obstacles(progress.obstacles),
        departments=tables.departments(progress), tasks=tables.tasks(progress),
    )  # fmt: skip


def _words() -> dict[str, str]:
    return {
        "skip": tr("跳到正文"),
        "title": tr("创建工作进度通报"),
        "departments": tr("各单位完成情况"),
        "tasks": tr("各项任务"),
        "top": tr("回到顶部"),
    }
