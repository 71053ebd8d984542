"""`trend`: years of one unit side by side, from unit files and from reports in JSON."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

import door
from door import here
from office import DAY, RUBRIC, THREE_OF_SEVEN, lay
from repositories import repository
from wenming_score.choices import TREND_FORMATS
from wenming_score.render.json import write
from years import several

EARLIER = (
    ("period: {start: 2025-01-01, end: 2025-12-31}", "period: {start: 2024-01-01, end: 2024-12-31}"),
    ("declared_on: 2025-12-20", "declared_on: 2024-12-20"),
    ("date: 2025-02-20", "date: 2024-02-20"),
    ("date: 2025-11-30", "date: 2024-11-30"),
)
AVERAGED = RUBRIC.replace("term_years: 3\n", "term_years: 3\nterm_scoring: mean\n", 1).replace(
    "figures:\n", "figures:\n  term_scoring: {basis: house, note: 测试用}\n"
)
EXAMPLES = [door.ROOT / f"examples/county-office-{number}" for number in (2024, 2025)]


@pytest.fixture
def years() -> list[str]:
    """Lay out two years of an office in a folder each."""
    lay(Path("去年"), *EARLIER, THREE_OF_SEVEN, rubric=AVERAGED)
    lay(Path("今年"), rubric=AVERAGED)
    return ["去年", "今年"]


def test_two_years_stand_side_by_side(years: list[str]) -> None:
    done = here("trend", *years, DAY)

    assert (done.code, done.err) == (0, "")
    assert "2024~2025，2 个年度，截至 2025-12-31" in done.out
    assert "清扫" not in done.out
    assert [line.split()[1:4] for line in done.out.splitlines() if line.startswith(("计划", "活动"))] == [
        ["4.00", "4.00", "4"],
        ["2.57", "6.00", "6"],
    ]
    assert "没有给出 2023 年" in done.out
    assert "2023 年要得 7.43 分，届末才达到合格线 8" in done.out


@pytest.mark.parametrize("form", TREND_FORMATS)
def test_the_order_of_the_arguments_does_not_matter(years: list[str], form: str) -> None:
    one, other = (here("trend", *order, DAY, "-f", form) for order in (years, years[::-1]))

    assert one.code == 0
    assert one.out == other.out


def test_the_points_are_those_that_check_gives_each_year(years: list[str]) -> None:
    read = json.loads(here("trend", *years, DAY, "-f", "json").out)
    alone = [json.loads(here("check", one, DAY, "-f", "json", "--exit-zero").out) for one in years]

    assert [year["supported"] for year in read["years"]] == [report["score"]["supported"] for report in alone]


def test_reports_in_json_do_as_well_as_unit_files(years: list[str]) -> None:
    for one in years:
        here("check", one, DAY, "-f", "json", "-o", f"{one}.json", "--exit-zero")
    here("check", *years, DAY, "-f", "json", "-o", "两年.JSON", "--exit-zero")
    wanted = here("trend", *years, DAY).out

    assert here("trend", "去年.json", "今年.json").out == wanted
    assert here("trend", "去年", "今年.json", DAY).out == wanted
    assert here("trend", "两年.JSON").out == wanted
    assert here("trend", "*年.json").out == wanted


def test_a_folder_stands_for_all_years_in_it(years: list[str]) -> None:
    assert here("trend", ".", DAY).out == here("trend", *years, DAY).out


def test_one_file_twice_is_one_year(years: list[str]) -> None:
    assert here("trend", *years, "./去年/unit.yaml", "去年/unit.yaml", DAY).code == 0


def test_every_format_goes_where_it_is_told(years: list[str]) -> None:
    forms = [f"-f{form}:走势.{form}" for form in TREND_FORMATS]

    done = here("trend", *years, DAY, *forms, "--ics", "日子.ics")

    assert (done.code, done.out, done.err) == (0, "", "")
    for form in TREND_FORMATS:
        assert Path(f"走势.{form}").read_bytes().decode() == here("trend", *years, DAY, "-f", form).out
    assert len(Calendar.from_ical(Path("日子.ics").read_bytes()).subcomponents) == 1


def test_the_calendar_comes_beside_the_table(years: list[str]) -> None:
    done = here("trend", *years, DAY, "--ics", "日子.ics")

    assert done.out == here("trend", *years, DAY).out
    assert Path("日子.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_reports_speak_their_language_unless_asked() -> None:
    for number, report in enumerate(several("en")):
        Path(f"{number}.json").write_text(write(report), encoding="utf-8")

    assert '"lang": "en"' in here("trend", "0.json", "1.json", "2.json", "-f", "json").out
    assert '<html lang="zh-CN">' in here("trend", "0.json", "1.json", "-f", "html", "--lang", "zh").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "缺少 UNIT"),
        (["今年"], 2, "今年/unit.yaml: 只有这一个年度，看趋势至少要两个"),
        (["今年", "没有"], 2, "没有"),
        (["今年", "没有*"], 3, "没有找到自评文件：没有*"),
        (["今年", "坏.json"], 2, "坏.json:1:2: "),
        (["今年", "没有.json"], 2, "没有.json"),
        (["今年", "去年", "又一年"], 2, "2025 年已经有一份报告（今年/unit.yaml），一年只能有一份"),
        (["去年", "乙单位"], 2, "这是“某县示范局”，不是“乙单位”；一次只看一个单位"),
        (["今年", "去年", "-f", "xlsx"], 2, "没有 xlsx 这种格式；有 table、json、csv、markdown、html"),
        (["今年", "去年", "-f", "html:甲", "--ics", "甲"], 2, "两种格式不能写到同一个文件"),
        (["今年", "去年", "--ics", "今年/unit.yaml"], 2, "输出会盖掉"),
        (["今年", "去年", "-f", "html:没有/甲.html"], 74, "没有/甲.html"),
        (["今年", "去年", "--as-of", "昨天"], 2, "--as-of 要写成"),
    ],
)
def test_what_cannot_be_followed_is_said(years: list[str], arguments: list[str], code: int, said: str) -> None:
    lay(Path("又一年"))
    lay(Path("乙单位"), ("name: 某县示范局", "name: 乙单位"))
    Path("坏.json").write_text("{", encoding="utf-8")

    done = here("trend", *arguments, *([] if "--as-of" in arguments else [DAY]))

    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_one_bad_year_leaves_no_trend_and_every_mistake_is_said(years: list[str]) -> None:
    Path("坏.json").write_text("{}", encoding="utf-8")
    Path("坏.yaml").write_text("unit: ：\n", encoding="utf-8")

    done = here("trend", *years, "坏.json", "坏.yaml", DAY, "-f", "html:走势.html")

    assert (done.code, done.out, Path("走势.html").exists()) == (2, "", False)
    assert {"坏.json", "坏.yaml"} <= {line.partition(":")[0] for line in done.err.splitlines()}


def test_a_report_is_not_written_over(years: list[str]) -> None:
    here("check", "去年", DAY, "-f", "json", "-o", "去年.json", "--exit-zero")
    before = Path("去年.json").read_bytes()

    assert here("trend", "去年.json", "今年", DAY, "-f", "json", "-o", "去年.json").code == 2
    assert Path("去年.json").read_bytes() == before


def test_a_trend_is_no_gate(years: list[str]) -> None:
    assert here("check", "去年", DAY, "--fail-under", "mark").code == 1
    assert here("trend", *years, DAY).code == 0


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_sign_of_the_examples_is_in_gbk(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = here("trend", *EXAMPLES, DAY).out

    assert "▇" in shown
    assert {sign for sign in shown if sign.encode("gbk", "replace") == b"?" != sign.encode()} == set()


def test_the_states_of_the_work_are_followed_from_one_revision_to_another() -> None:
    work = repository(Path().absolute())
    lay(Path())
    first = work.commit()
    Path("名册.xlsx").unlink()
    second = work.commit()
    work.commit()

    done = here("trend", f"{first}..", "unit.yaml", DAY, "-f", "json")

    states = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert states["of"] == "revisions"
    assert [(year["label"], year["supported"]) for year in states["years"]] == [(first[:6], 10), (second[:6], 4)]
