"""A plan as a workbook: the work list of an office, with states to choose from and dates that change colour."""

from collections.abc import Iterator
from io import BytesIO

from wenming_score.plan.document import Plan
from wenming_score.render.columns import Table
from wenming_score.render.plans import tables, words
from wenming_score.render.workbook import Options, a1, new_book
from wenming_score.render.xlsx.looks import Desk
from wenming_score.render.xlsx.page import Sheet, whole
from wenming_score.text import tr

SOON = 14
"""Days before its due day on which a task turns yellow."""
_STATE, _DUE = "state", "due"


def book(plan: Plan) -> bytes:
    """Write the workbook."""
    about = (words.about(plan), tr("；").join(words.headline(plan)), *plan.said)
    others = (tables.obstacles(plan.obstacles), *tables.beside(plan))
    return written(plan, tables.tasks(plan), about, tuple(table for table in others if table.rows))


def written(plan: Plan, tasks: Table, about: tuple[str, ...], others: tuple[Table, ...]) -> bytes:
    """Write a work list, what is to be known of it, and other tables on worksheets of their own."""
    made = BytesIO()
    desk = Desk(new := new_book(made, tasks.title, plan.as_of))
    sheet = Sheet(desk, tasks.title, tasks.columns, ("leader", "department", "person", _STATE))
    sheet.start(tr("{unit}：{title}", unit=plan.unit.name, title=tasks.title), about)
    rows = sheet.records(tasks)
    sheet.filtered(rows)
    if rows:
        _states(sheet, rows)
        _lights(sheet, desk, rows)
    sheet.finish()
    for table in others:
        whole(Sheet(desk, table.title, table.columns), table, (plan.unit.name,))
    new.close()
    return made.getvalue()


def states() -> tuple[str, ...]:
    """Name the states that a task can be in, as people choose them."""
    return tr("未开始"), tr("进行中"), tr("已完成"), tr("不用做了")


def _states(sheet: Sheet, rows: range) -> None:
    column = sheet.at[_STATE]
    choice: Options = {"validate": "list", "source": [*states()], "error_message": tr("请从下拉列表里选")}
    sheet.page.data_validation(rows.start, column, rows.stop - 1, column, choice)


def _lights(sheet: Sheet, desk: Desk, rows: range) -> None:
    """Let the due days be green when done, red when past, yellow when near, by the day on which it is looked at."""
    column = sheet.at[_DUE]
    for rule, back, ink in _rules(f"${a1(rows.start, sheet.at[_STATE])}", f"${a1(rows.start, column)}"):
        look = desk.tint({"bg_color": back, "font_color": ink})
        options: Options = {"type": "formula", "criteria": rule, "format": look, "stop_if_true": True}
        sheet.page.conditional_format(rows.start, column, rows.stop - 1, column, options)


def _rules(state: str, due: str) -> Iterator[tuple[str, str, str]]:
    _, _, done, unneeded = states()
    yield f'=OR({state}="{done}",{state}="{unneeded}")', "#C6E7CE", "#17663A"
    yield f"={due}<TODAY()", "#F8CBC6", "#9C0006"
    yield f"={due}<=TODAY()+{SOON}", "#FFEB9C", "#7C4E00"
