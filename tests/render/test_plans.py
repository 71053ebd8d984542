"""A plan and its progress in every format: what they say, that they fit, that they obey nothing."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar, Event
from rich.cells import cell_len

import plans
from formats import TEXTS, live
from golden_files import compare
from sheets import cells, dump, find, opened
from wenming_score.choices import Lang
from wenming_score.cli.output import plain_text
from wenming_score.plan import Plan, Progress, parse_plan
from wenming_score.render import plans as rendered
from wenming_score.render import progress as followed
from wenming_score.render.plans import words
from wenming_score.text import speak

WRITERS: dict[str, Callable[[Plan], str]] = {
    "html": rendered.html,
    "md": rendered.markdown,
    "json": rendered.json,
    "txt": lambda plan: text(plan, 80),
    "ics": lambda plan: rendered.ics(plan).decode(),
    "xlsx.txt": lambda plan: dump(rendered.xlsx(plan)),
}
FOLLOWERS: dict[str, Callable[[Progress], str]] = {
    "html": followed.html,
    "md": followed.markdown,
    "json": followed.json,
    "txt": lambda one: plain_text(followed.lines(one, 80)),
    "ics": lambda one: followed.ics(one).decode(),
    "xlsx.txt": lambda one: dump(followed.xlsx(one)),
}
SHAPES: dict[str, Callable[[Lang], Plan]] = {
    "middling": plans.middling,
    "full": plans.full,
    "beyond": plans.beyond,
    "reached": plans.reached,
}
READ = ("html", "md", "txt", "xlsx.txt")


def text(plan: Plan, cells: int) -> str:
    return plain_text(rendered.lines(plan, cells))


def events(content: bytes) -> list[Event]:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar.events


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_looks_as_it_did(kind: str, lang: Lang) -> None:
    plan = plans.middling(lang)
    speak(lang)

    compare(f"plan{'' if lang == 'zh' else '-en'}.{kind}", WRITERS[kind](plan))


@pytest.mark.parametrize("shape", ["full", "beyond", "reached"])
def test_the_screen_looks_as_it_did(shape: str) -> None:
    compare(f"plan-{shape}.txt", text(SHAPES[shape]("zh"), 100))


@pytest.mark.parametrize("kind", FOLLOWERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_progress_looks_as_it_did(kind: str, lang: Lang) -> None:
    progress = plans.progress(lang)
    speak(lang)

    compare(f"progress{'' if lang == 'zh' else '-en'}.{kind}", FOLLOWERS[kind](progress))


@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_task_and_whoever_answers_for_it_is_in_what_people_read(shape: str, kind: str) -> None:
    plan = SHAPES[shape]("zh")
    page = re.sub(r"\s+", "", WRITERS[kind](plan))

    for task in plan.tasks:
        assert all(one.title in page for one in task.serves)
        assert all(re.sub(r"\s+", "", one.what) in page for one in task.serves)
        assert {task.department, task.person} - {""} <= {
            name for name in (task.department, task.person) if name in page
        }
        assert f"{task.due:%m-%d}" in page


@pytest.mark.parametrize("kind", READ)
def test_what_nobody_answers_for_is_said_to_be_open(kind: str) -> None:
    assert "未定" in WRITERS[kind](plans.full())


@pytest.mark.parametrize("kind", READ)
def test_what_no_points_mend_is_said_before_the_tasks(kind: str) -> None:
    plan = plans.beyond()
    page = WRITERS[kind](plan)

    assert all(one.title in page and one.reason in page for one in plan.obstacles)
    if kind != "xlsx.txt":
        assert page.index(plan.obstacles[0].title) < page.index(plan.tasks[0].serves[0].what)


@pytest.mark.parametrize("kind", READ)
def test_it_is_said_that_the_figures_are_estimates_and_how_far_the_plan_is_proved(kind: str) -> None:
    page = WRITERS[kind](plans.middling())

    assert "不是官方数字" in re.sub(r"\s+", "", page)
    assert "已证明：没有人天更少的办法" in page


@pytest.mark.parametrize(("minimise", "said"), [("days", "2.5 人天"), ("tasks", "2.5 项任务"), ("risk", "2.5 处风险")])
def test_a_search_that_ended_at_its_limit_says_how_much_better_it_might_be(minimise: str, said: str) -> None:
    plan = replace(plans.middling(), proved=False, least=Decimal("2.5"), minimise=minimise)  # pyright: ignore[reportArgumentType]

    assert said in words.proof(plan)
    assert "还没有证明" in words.proof(plan)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 500])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_line_is_wider_than_the_terminal(shape: str, width: int) -> None:
    lines = [line for line in text(SHAPES[shape]("zh"), width).splitlines() if "wenming-score plan" not in line]

    assert {line for line in lines if cell_len(line) > min(max(width, 60), 120)} == set()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_of_progress_is_wider_than_the_terminal(width: int) -> None:
    lines = plain_text(followed.lines(plans.progress(), width)).splitlines()

    assert {line for line in lines if cell_len(line) > min(max(width, 60), 120)} == set()


@pytest.mark.parametrize("hostility", TEXTS)
@pytest.mark.parametrize("kind", ["html", "md", "txt", "ics"])
def test_hostile_text_stays_text(kind: str, hostility: str) -> None:
    made = WRITERS[kind](plans.hostile(hostility))
    also = FOLLOWERS[kind](plans.hostile_progress(hostility))

    assert live(made.replace("\r\n", "\n")) == live(also.replace("\r\n", "\n")) == []


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_makes_no_element(hostility: str) -> None:
    assert rendered.html(plans.hostile(hostility)).count("<") == rendered.html(plans.hostile("甲")).count("<")
    page, tame = (followed.html(plans.hostile_progress(said)) for said in (hostility, "甲"))
    assert page.count("<") == tame.count("<")


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_is_no_formula(hostility: str) -> None:
    for content in (rendered.xlsx(plans.hostile(hostility)), followed.xlsx(plans.hostile_progress(hostility))):
        assert [cell.coordinate for _, cell in cells(opened(content)) if cell.data_type == "f"] == []


def test_a_plan_reads_back_as_it_was_written() -> None:
    plan = plans.middling()

    assert parse_plan(rendered.json(plan).encode(), "计划.json") == plan


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_plan_gives_the_same_bytes(kind: str) -> None:
    assert WRITERS[kind](plans.full()) == WRITERS[kind](replace(plans.full()))


def test_the_list_of_tasks_has_the_columns_that_offices_use() -> None:
    page = opened(rendered.xlsx(plans.middling())).worksheets[0]
    row, _ = find(page, "测评项目")
    headings = [str(cell.value) for cell in page[row]]
    wanted = [
        "测评项目",
        "测评内容",
        "测评标准",
        "测评方法",
        "责任领导",
        "责任单位",
        "责任人",
        "完成时间",
        "材料要求",
        "状态",
    ]

    assert [one for one in headings if one in wanted] == wanted


def test_states_are_chosen_from_a_list_and_dates_are_dates() -> None:
    plan = plans.middling()
    page = opened(rendered.xlsx(plan)).worksheets[0]
    row, due = find(page, "完成时间")
    _, state = find(page, "状态")
    (choice,) = page.data_validations.dataValidation

    assert str(choice.formula1) == '"未开始,进行中,已完成,不用做了"'
    assert [str(page.cell(row + 1 + number, state).value) for number in range(len(plan.tasks))] == ["未开始"] * 11
    days = [page.cell(row + 1 + number, due).value for number in range(len(plan.tasks))]
    assert [one.date() for one in days if isinstance(one, datetime)] == [task.due for task in plan.tasks]


def test_dates_turn_green_when_done_red_when_past_and_yellow_when_near() -> None:
    page = opened(rendered.xlsx(plans.middling())).worksheets[0]
    (found,) = page.conditional_formatting
    rules = sorted(found.rules, key=lambda rule: int(rule.priority))  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportUnknownLambdaType, reportUnknownArgumentType] - half typed
    written = [str(rule.formula[0]) for rule in rules]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportUnknownArgumentType] - as above

    assert str(found.sqref) == "J8:J18"
    assert written == ['OR($L8="已完成",$L8="不用做了")', "$J8<TODAY()", "$J8<=TODAY()+14"]


def test_the_calendar_has_an_entry_a_task_with_a_reminder_on_the_day_to_begin() -> None:
    plan = plans.middling()
    found = events(rendered.ics(plan))

    assert [event.decoded("dtstart") for event in found] == [task.due for task in plan.tasks]
    assert len({str(event["uid"]) for event in found}) == len(plan.tasks)
    for event, task in zip(found, plan.tasks, strict=True):
        (alarm,) = event.subcomponents
        assert task.due + alarm.decoded("trigger") == task.start
        assert words.materials(task) in str(event["description"])


def test_a_later_plan_moves_the_entry_of_the_same_task() -> None:
    plan = plans.middling()
    later = replace(plan, tasks=tuple(replace(task, due=task.due + timedelta(days=1)) for task in plan.tasks))
    before, after = ([str(event["uid"]) for event in events(rendered.ics(one))] for one in (plan, later))

    assert before == after


def test_of_progress_only_what_is_left_is_in_the_calendar() -> None:
    progress = plans.progress()
    done = replace(progress, tasks=tuple(replace(one, state="done") for one in progress.tasks[:5]) + progress.tasks[5:])

    assert len(events(followed.ics(done))) == len(progress.tasks) - 5


def test_what_to_write_into_the_unit_file_is_said_as_the_file_has_it() -> None:
    said = {task.id: words.entry(task) for task in plans.full().tasks}

    assert said["volunteering-registered/figure"] == "volunteering-registered: {count: 11, evidence: […]}"
    assert said["thrift-rules/power"] == "thrift-rules: {met: […, power], evidence: […]}"
    joint = said["classics-readings/1+festivals-coverage/清明"]
    assert joint == "activities: {serves: [classics-readings, festivals-coverage], tags: [清明], evidence: […]}"


def test_numbers_in_json_are_those_of_the_plan() -> None:
    plan = plans.middling()
    read = json.loads(rendered.json(plan))

    assert read["schema_version"] == 1
    assert read["tasks"][0]["due"] == plan.tasks[0].due.isoformat() == date(2025, 11, 28).isoformat()
    assert Decimal(str(read["score"]["planned"])) == plan.score.planned
