"""`plan`: the cheapest way to a mark, what it writes, and each way in which it fails."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

import door
from door import here, surroundings, there
from office import (
    BREACHED,
    INELIGIBLE,
    NOTHING_SAID,
    RUBRIC,
    THREE_OF_SEVEN,
    UNDECLARED,
    changed,
    lay,
    place,
)
from wenming_score.choices import PLAN_FORMATS
from wenming_score.render import plans as rendered

SPRING = "--as-of=2025-03-03"
UNIT = Path("某局 2025/unit.yaml")
OWN = "answers:\n"
DEPARTMENTS = ("staff: 40}", "staff: 40, departments: [政工科, 办公室]}")
OWNED = f"responsibilities:\n  deeds: {{department: 政工科, person: 李科长}}\n{OWN}"


@pytest.fixture
def unit() -> Path:
    """Lay out an office that has three of seven, in a folder with a Chinese name and a blank."""
    return lay(UNIT.parent, THREE_OF_SEVEN)


def read(path: Path | str) -> dict[str, object]:
    return json.loads(Path(path).read_text(encoding="utf-8"))


def test_the_way_to_the_mark_is_planned(unit: Path) -> None:
    done = here("plan", unit, SPRING)

    assert (done.code, done.err) == (0, "")
    assert "支撑得分 6.57 → 8.28（试算），目标 8 分" in done.out
    assert "2 项任务，共 0.85 人天" in done.out
    assert done.out.count("清扫：第 ") == 2


def test_it_is_said_when_the_mark_is_reached_already() -> None:
    lay(UNIT.parent)
    done = here("plan", UNIT, SPRING)

    assert (done.code, done.err) == (0, "")
    assert "【√ 已经达到】" in done.out
    assert "不用再做什么" in done.out


def test_a_unit_without_any_answer_is_planned_from_nothing() -> None:
    unit = lay(UNIT.parent)
    text = unit.read_text(encoding="utf-8")
    unit.write_text(text[: text.index("answers:")], encoding="utf-8")
    done = here("plan", unit, SPRING, "--target", "10", "-f", "json")

    assert done.code == 0
    assert json.loads(done.out)["score"]["now"] == 0
    assert json.loads(done.out)["score"]["planned"] == 10


@pytest.mark.parametrize("form", PLAN_FORMATS)
def test_every_format_goes_where_it_is_told(unit: Path, form: str) -> None:
    onto = here("plan", unit, SPRING, "-f", form, "-o", "计划").code
    beside = here("plan", unit, SPRING, f"-f{form}:另一份", "--ics", "任务.ics").code

    assert onto == beside == 0
    assert Path("计划").read_bytes() == Path("另一份").read_bytes()
    assert len(Calendar.from_ical(Path("任务.ics").read_bytes()).subcomponents) == 2


def test_all_formats_are_written_at_once(unit: Path) -> None:
    done = here("plan", unit, SPRING, *(f"-f{form}:计划.{form}" for form in PLAN_FORMATS), "--ics", "任务.ics")

    assert (done.code, done.out, done.err) == (0, "", "")
    assert all(Path(f"计划.{form}").stat().st_size for form in PLAN_FORMATS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--target", "11"], "--target 11 高于满分 10"),
        (["--target", "八分"], "--target 要写数字，最多两位小数，现在是“八分”"),
        (["--target", "-1"], "--target 要写数字"),
        (["--by", "2025-02-28"], "--by 2025-02-28 已经过了：今天按 2025-03-03 算"),
        (["--by", "2025-02-30"], "--by 要写成 2025-12-31 这样的日期"),
        (["--by", "2030-01-01"], "--by 2030-01-01 太远，最多排三年"),
        (["--item-at-least", "101"], "百分之几最多是 100，现在是 101"),
        (["--standard-at-least", "多"], "--standard-at-least 要写数字"),
        (["--minimise", "cost"], "cost"),
        (["-f", "docx"], "没有 docx 这种格式；有 table、json、markdown、html、xlsx"),
        (["-f", "json", "-f", "markdown"], "只能有一种格式不写路径"),
        (["-f", "json:一", "--ics", "一"], "两种格式不能写到同一个文件"),
        (["-f", "json:某局 2025/unit.yaml"], "输出会盖掉 某局 2025/unit.yaml"),
        (["--ics", "某局 2025/名册.xlsx"], "输出会盖掉 某局 2025/名册.xlsx"),
        (["--status", "没有.json"], "没有.json"),
        (["--status", "某局 2025/unit.yaml"], "unit.yaml:1:1: JSON 从这里起读不懂；要的是 plan -f json 写出的计划"),
        (["--calendar", "没有.yaml"], "没有.yaml"),
        (["--as-of", "2026-01-05"], "测评年度到 2025-12-31 已经结束"),
        (["--evidence-root", "没有"], "--evidence-root 不是文件夹"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_the_reason(unit: Path, arguments: list[str], said: str) -> None:
    day = [] if "--as-of" in arguments else [SPRING]
    done = here("plan", unit, *day, *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert unit.read_text(encoding="utf-8").startswith("schema_version")


@pytest.mark.parametrize(
    ("argument", "code", "said"),
    [(None, 2, "缺少 UNIT"), ("没有.yaml", 2, "没有.yaml"), ("没有*", 3, "没有找到自评文件"), (".", 2, "有 2 个")],
)  # fmt: skip
def test_it_takes_one_unit(unit: Path, argument: str | None, code: int, said: str) -> None:
    lay(Path("又一个"))
    done = here("plan", *([argument] if argument else []), SPRING)

    assert unit.exists()
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_out_of_reach_is_said_with_the_best_that_can_be(unit: Path) -> None:
    done = here("plan", unit, "--as-of=2025-12-30", "--target", "9")

    assert done.code == 1
    assert "【× 达不到】" in done.out
    assert "2025-12-31 以前最多做到 6.57 分" in done.out
    assert "至少要提前 14 天准备，2025-12-31 以前来不及" in done.out
    assert done.err == "目标 9 达不到：最多到 6.57\n"


@pytest.mark.parametrize(
    ("change", "said", "code"),
    [
        (BREACHED, "红线 已触碰：严重违纪", 1),
        (INELIGIBLE, "申报条件 不符合：届期完整", 1),
        (UNDECLARED, "红线 未声明：严重违纪", 0),
    ],
)
def test_what_no_points_mend_is_said_first(change: tuple[str, str], said: str, code: int) -> None:
    lay(UNIT.parent, THREE_OF_SEVEN, change)
    done = here("plan", UNIT, SPRING)

    assert done.code == code
    assert done.out.index(said) < done.out.index("清扫：第 ")
    assert ("分数补不了" in done.err) == (code == 1)


def test_a_department_without_time_stands_in_the_way() -> None:
    lay(UNIT.parent, THREE_OF_SEVEN, DEPARTMENTS, (OWN, f"capacity: {{政工科: 0}}\n{OWNED}"))
    done = here("plan", UNIT, SPRING)

    assert done.code == 1
    assert "最多做到 6.57 分" in done.out
    assert "政工科" in done.out
    assert "人天不够" in done.out


def test_capacity_spreads_the_work_over_the_months() -> None:
    lay(UNIT.parent, THREE_OF_SEVEN, DEPARTMENTS, (OWN, f"capacity: {{政工科: 0.5}}\n{OWNED}"))
    done = here("plan", UNIT, SPRING, "--target", "10", "-f", "json")
    plan = json.loads(done.out)

    assert (done.code, plan["reached"], plan["proved"]) == (0, True, True)
    assert {load["department"] for load in plan["loads"]} == {"政工科"}
    assert all(load["person_days"] <= 0.5 for load in plan["loads"])
    assert len({task["due"][:7] for task in plan["tasks"]}) == len(plan["tasks"]) == 4


def test_without_the_solver_bounded_time_is_refused_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    tight = "capacity: {政工科: {monthly: 0, months: {2025-06: 0.5, 2025-07: 0.5}}}"
    lay(UNIT.parent, THREE_OF_SEVEN, DEPARTMENTS, (OWN, f"{tight}\n{OWNED}"))
    bounded = here("plan", UNIT, SPRING, "--target", "10")
    free = here("plan", lay(Path("不限"), THREE_OF_SEVEN), SPRING, "--target", "10")

    assert (bounded.code, bounded.out) == (2, "")
    assert "pip install 'wenming-score[plan]'" in bounded.err
    assert free.code == 0


def test_the_solver_prints_nothing(unit: Path) -> None:
    lay(unit.parent, THREE_OF_SEVEN, DEPARTMENTS, (OWN, f"capacity: {{政工科: 0.5}}\n{OWNED}"))
    done = there("plan", unit, SPRING, "--target", "10", "-f", "json")

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["reached"] is True


def test_what_must_come_first_may_not_go_round_in_a_circle() -> None:
    rubric = changed(
        RUBRIC,
        ("person_days: 1, lead_days: 7}", "person_days: 1, lead_days: 7, after: [cleaning]}"),
        ("person_days: 3, lead_days: 14}", "person_days: 3, lead_days: 14, after: [plan]}"),
    )
    lay(UNIT.parent, THREE_OF_SEVEN, rubric=rubric)
    done = here("plan", UNIT, SPRING)

    assert (done.code, done.out) == (2, "")
    assert f"tiny.yaml:{place(rubric, '[cleaning]')}: 先后次序绕成了圈：plan → cleaning → plan" in done.err


def test_a_calendar_file_moves_the_days(unit: Path) -> None:
    Path("日历.yaml").write_text("holidays:\n- {start: 2025-03-24, end: 2025-03-31}\n", encoding="utf-8")
    plain, moved = (
        json.loads(here("plan", unit, SPRING, *more, "-f", "json").out)["tasks"]
        for more in ([], ["--calendar", "日历.yaml"])
    )

    assert next(task["due"] for task in plain) == "2025-03-31"
    assert next(task["due"] for task in moved) == "2025-03-21"


def test_every_mistake_of_a_calendar_file_stands_at_its_place(unit: Path) -> None:
    text = "holiday:\n- 2025-05-01\nworkdays:\n- 下周一\n"
    Path("日历.yaml").write_text(text, encoding="utf-8")
    done = here("plan", unit, SPRING, "--calendar", "日历.yaml")

    assert done.code == 2
    assert f"日历.yaml:{place(text, 'holiday:')}: " in done.err


def test_a_year_that_nobody_has_announced_is_said_to_be_assumed() -> None:
    lay(UNIT.parent, THREE_OF_SEVEN, ("end: 2025-12-31}\nperiod", "end: 2099-12-31}\nperiod"),
        ("period: {start: 2025-01-01, end: 2025-12-31}", "period: {start: 2098-01-01, end: 2098-12-31}"))  # fmt: skip
    done = here("plan", UNIT, "--as-of=2098-03-03")

    assert done.code in (0, 1)
    assert "2098 年的放假安排还没有公布" in done.out


def test_least_tasks_and_least_risk_are_other_plans(unit: Path) -> None:
    by = {
        name: json.loads(here("plan", unit, SPRING, "--minimise", name, "-f", "json").out)
        for name in ("days", "tasks", "risk")
    }

    assert {one["minimise"] for one in by.values()} == {*by}
    assert len(by["tasks"]["tasks"]) <= len(by["days"]["tasks"])
    assert by["days"]["person_days"] <= by["tasks"]["person_days"]


def test_the_same_bytes_whatever_the_hash_seed_and_the_time_zone(unit: Path) -> None:
    made = {
        there("plan", unit, SPRING, "--target", "10", "-f", form,
              env=surroundings(PYTHONHASHSEED=seed, TZ=zone)).stdout
        for form in ("json", "html", "xlsx")
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip

    assert len(made) == 3


def test_what_was_done_late_and_spared_is_told_from_an_earlier_plan(unit: Path) -> None:
    here("plan", unit, SPRING, "--target", "10", "-f", "json:计划.json")
    early = here("plan", unit, "--as-of=2025-03-20", "--status", "计划.json")
    late = here("plan", unit, "--as-of=2025-07-01", "--status", "计划.json")
    lay(unit.parent)
    done = here("plan", unit, "--as-of=2025-07-01", "--status", "计划.json")

    assert (early.code, early.err) == (0, "")
    assert "快到期" in early.out
    assert late.code == 1
    assert "误期" in late.out
    assert late.err.endswith("项任务误期或错过\n")
    assert (done.code, done.err) == (0, "")
    assert "【√ 已达到目标】" in done.out
    assert "完成 4 项" in done.out


@pytest.mark.parametrize("form", PLAN_FORMATS)
def test_progress_goes_where_it_is_told(unit: Path, form: str) -> None:
    here("plan", unit, SPRING, "--target", "10", "-f", "json:计划.json")
    done = here("plan", unit, "--as-of=2025-03-20", "--status", "计划.json", f"-f{form}:通报", "--ics", "余下.ics")

    assert (done.code, done.out) == (0, "")
    assert Path("通报").stat().st_size
    assert len(Calendar.from_ical(Path("余下.ics").read_bytes()).subcomponents) == 4


def test_an_earlier_plan_is_neither_written_over_nor_asked_for_something_else(unit: Path) -> None:
    here("plan", unit, SPRING, "-f", "json:计划.json")
    kept = Path("计划.json").read_bytes()
    over = here("plan", unit, SPRING, "--status", "计划.json", "-f", "json:计划.json")
    other = here("plan", unit, SPRING, "--status", "计划.json", "--target", "9")

    assert (over.code, other.code) == (2, 2)
    assert "输出会盖掉 计划.json" in over.err
    assert "--status 只对照旧计划" in other.err
    assert Path("计划.json").read_bytes() == kept


def test_another_units_plan_is_refused(unit: Path) -> None:
    here("plan", unit, SPRING, "-f", "json:计划.json")
    other = lay(Path("又一个"), ("name: 某县示范局", "name: 某乡政府"), THREE_OF_SEVEN)
    done = here("plan", other, SPRING, "--status", "计划.json")

    assert (done.code, done.out) == (2, "")
    assert "这是“某县示范局”的计划，不是“某乡政府”的" in done.err


def test_an_output_that_cannot_be_written_leaves_the_others_alone(unit: Path) -> None:
    Path("计划.json").write_text("旧", encoding="utf-8")
    done = here("plan", unit, SPRING, "-f", "json:计划.json", "-f", "html:没有/挂图.html")

    assert done.code == 74
    assert Path("计划.json").read_text(encoding="utf-8") == "旧"


def test_whoever_stops_reading_is_told_nothing(unit: Path) -> None:
    command = f"{sys.executable} -m wenming_score plan '{unit}' {SPRING} --target 10 | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, env=surroundings(), check=False
    )

    assert done.returncode in (0, 141)
    assert done.stderr == b""
    assert done.stdout.decode() == "■ 某县示范局\n"


def test_the_example_of_the_readme_is_planned() -> None:
    done = here("plan", door.ROOT / "examples/county-office-2025/unit.yaml", "--as-of", "2025-10-10", "--target", "90")

    assert (done.code, done.err) == (0, "")
    assert "支撑得分 84.90 → 90.07（试算），目标 90 分" in done.out


def test_only_what_is_written_out_is_imported(unit: Path) -> None:
    code = (
        "import sys; from wenming_score.cli.app import run; code = run(sys.argv[1:]); "
        "print(code, *sorted({'highspy', 'numpy', 'icalendar', 'jinja2', 'xlsxwriter', 'docx'} & sys.modules.keys()), "
        "file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "plan", str(unit), SPRING, "-f", "json"],
        capture_output=True, text=True, env=surroundings(), check=True,
    )  # fmt: skip

    assert done.stderr == "0\n"


def test_nothing_answered_and_a_plan_for_all_of_it_is_dated_within_the_year() -> None:
    lay(UNIT.parent, THREE_OF_SEVEN, NOTHING_SAID)
    plan = json.loads(here("plan", UNIT, SPRING, "--target", "10", "-f", "json").out)

    assert plan["reached"]
    assert all(date(2025, 3, 3) < date.fromisoformat(task["due"]) <= date(2025, 12, 31) for task in plan["tasks"])
    assert rendered.MAKERS.keys() | {"table"} == {*PLAN_FORMATS}
