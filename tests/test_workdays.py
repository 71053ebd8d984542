"""Which days people work on, and what is said of a calendar file that cannot be used."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from build import at
from wenming_score.finding import InputError
from wenming_score.values import Span
from wenming_score.workdays import Workdays, load_calendar

ANNOUNCED = Workdays()


def day(text: str) -> date:
    return date.fromisoformat(text)


def off(days: Workdays, first: str, last: str) -> list[str]:
    """List the days from one to another on which nobody works."""
    start = day(first)
    dates = (start + timedelta(days=number) for number in range((day(last) - start).days + 1))
    return [one.isoformat()[5:] for one in dates if not days.open(one)]


def calendar(folder: Path, text: str) -> Workdays:
    path = folder / "calendar.yaml"
    path.write_text(text, encoding="utf-8")
    return load_calendar(path, "calendar.yaml")


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        calendar(folder, text)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize("sunday", ["2025-01-26", "2025-04-27", "2025-09-28", "2026-01-04"])
def test_people_work_on_a_sunday_that_was_shifted(sunday: str) -> None:
    assert day(sunday).weekday() == 6
    assert ANNOUNCED.open(day(sunday))


@pytest.mark.parametrize("saturday", ["2025-02-08", "2025-10-11", "2026-02-14"])
def test_people_work_on_a_saturday_that_was_shifted(saturday: str) -> None:
    assert day(saturday).weekday() == 5
    assert ANNOUNCED.open(day(saturday))


def test_the_days_that_were_announced_are_off() -> None:
    assert off(ANNOUNCED, "2025-09-29", "2025-10-13") == [*(f"10-0{number}" for number in range(1, 9)), "10-12"]
    assert off(ANNOUNCED, "2025-05-28", "2025-06-06") == ["05-31", "06-01", "06-02"]


def test_an_ordinary_weekend_is_off_and_an_ordinary_week_is_not() -> None:
    assert off(ANNOUNCED, "2025-03-03", "2025-03-16") == ["03-08", "03-09", "03-15", "03-16"]


def test_where_nothing_is_announced_weekends_and_what_the_law_names_are_off() -> None:
    assert off(ANNOUNCED, "2041-01-01", "2041-01-06") == ["01-01", "01-05", "01-06"]
    assert off(ANNOUNCED, "2041-04-29", "2041-05-05") == ["05-01", "05-02", "05-04", "05-05"]
    assert off(ANNOUNCED, "2041-09-30", "2041-10-06") == ["10-01", "10-02", "10-03", "10-05", "10-06"]


@pytest.mark.parametrize(
    ("monday", "holidays"),
    [
        ("2043-02-09", ["02-09", "02-10", "02-11", "02-12"]),
        ("2045-02-13", ["02-16", "02-17"]),
        ("2041-04-01", ["04-04"]),
        ("2041-06-03", ["06-03"]),
        ("2041-09-09", ["09-10"]),
    ],
)
def test_the_lunar_holidays_move_with_the_moon(monday: str, holidays: list[str]) -> None:
    friday = day(monday) + timedelta(days=4)

    assert day(monday).weekday() == 0
    assert off(ANNOUNCED, monday, friday.isoformat()) == holidays


def test_without_a_calendar_file_nothing_is_added() -> None:
    assert load_calendar(None, "") == ANNOUNCED


def test_a_file_gives_a_year_in_full_so_that_only_its_own_holidays_are_off(tmp_path: Path) -> None:
    days = calendar(tmp_path, "years: [2041]\nholidays: [2041-01-02]\nworkdays: [2041-01-05]\n")

    assert off(days, "2041-01-01", "2041-01-12") == ["01-02", "01-06", "01-12"]
    assert off(days, "2042-01-01", "2042-01-05") == ["01-01", "01-04", "01-05"]


def test_a_file_adds_to_a_year_that_was_announced_and_to_one_that_was_not(tmp_path: Path) -> None:
    days = calendar(tmp_path, "holidays: [2025-03-04, 2041-03-04]\nworkdays: [2025-10-01, 2041-10-01]\n")

    assert off(days, "2025-03-03", "2025-03-07") == ["03-04"]
    assert off(days, "2041-03-04", "2041-03-08") == ["03-04"]
    assert off(days, "2025-09-29", "2025-10-03") == ["10-02", "10-03"]
    assert off(days, "2041-09-30", "2041-10-04") == ["10-02", "10-03"]


def test_an_entry_may_be_a_range_or_a_month(tmp_path: Path) -> None:
    days = calendar(tmp_path, "holidays:\n- {start: 2025-07-28, end: 2025-08-01}\n- 2041-08\n")

    assert off(days, "2025-07-25", "2025-08-04") == [
        "07-26", "07-27", "07-28", "07-29", "07-30", "07-31", "08-01", "08-02", "08-03",
    ]  # fmt: skip
    assert len(off(days, "2041-08-01", "2041-08-31")) == 31


@pytest.mark.parametrize("text", ["holidays:\n", "years:\nworkdays:\n", "holidays: []\n", "{}\n"])
def test_empty_lists_say_nothing(tmp_path: Path, text: str) -> None:
    assert calendar(tmp_path, text) == ANNOUNCED


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        ("holiday: [2027-01-01]\n", "holiday", "不认识的键 holiday，是不是 holidays？"),
        ("years: 2027\n", "2027", "这里要写列表（[甲, 乙]，或每行一个“- ”），现在是“2027”"),
        ("years: [今年]\n", "今年", "这里要写整数，现在是“今年”"),
        ("years: [1999]\n", "1999", "不能小于 2000"),
        ("years: [2101]\n", "2101", "不能大于 2100"),
        ("holidays: {}\n", "{}", "这里要写列表（[甲, 乙]，或每行一个“- ”），现在是映射"),
        ("holidays: [{start: 2027-01-05, end: 2027-01-01}]\n", "{start", "结束日期早于开始日期"),
        (
            "workdays: [[2027-01-01]]\n",
            "[2027",
            "日期要写成 2025-03-05、2025-03、2025-Q1、2025-H1、2025 或 {start, end}",
        ),
        (
            "holidays: [2027-02-29]\n",
            "2027-02-29",
            "日期“2027-02-29”读不懂；要写成 2027-01-01，或 {start: …, end: …}",
        ),
        ("workdays: [春节前]\n", "春节前", "日期“春节前”读不懂；要写成 2027-01-01，或 {start: …, end: …}"),
        (
            "holidays: [{start: 2027-01-01, end: 2029-01-01}]\n",
            "{start",
            "2027-01-01~2029-01-01 太长，一条最多一年",
        ),
        (
            "holidays: [2027-01-01]\nworkdays: [2027-01-03, 2027-01-01]\n",
            "2027-01-01]",
            "2027-01-01 又放假又上班，只能写一处",
        ),
        (
            "holidays: [{start: 2027-02-05, end: 2027-02-12}]\nworkdays: [2027-02]\n",
            "2027-02]",
            "2027-02-05 又放假又上班，只能写一处",
        ),
        ("[2027-01-01]\n", "[2027", "这里要写映射（每行一个“键: 值”），现在是列表"),
    ],
)
def test_a_mistake_is_found_at_its_place(tmp_path: Path, text: str, part: str, message: str) -> None:
    assert refused(tmp_path, text) == [f"calendar.yaml:{at(text, part)}: {message}"]


def test_all_mistakes_of_a_shape_are_said_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path, "years: [1999, 明年]\nholiday: []\nworkdays: 3\n")

    assert sorted(line.split(": ")[0] for line in said) == [
        "calendar.yaml:1:15", "calendar.yaml:1:9", "calendar.yaml:2:1", "calendar.yaml:3:11",
    ]  # fmt: skip


def test_all_mistakes_of_days_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "workdays: [2027-01-01, 2027-13-01]\nholidays:\n- 2027-01\n- {start: 2020, end: 2027}\n- 元旦\n"

    assert [line.split(": ")[0] for line in refused(tmp_path, text)] == [
        "calendar.yaml:1:12", "calendar.yaml:1:24", "calendar.yaml:4:3", "calendar.yaml:5:3",
    ]  # fmt: skip


def test_an_empty_file_is_refused_by_its_first_line(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, "")

    assert said.startswith("calendar.yaml:1:1: 文件里没有内容")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^calendar\.yaml: 找不到这个文件"):
        load_calendar(tmp_path / "none.yaml", "calendar.yaml")


def test_offsets_lead_to_the_first_working_day_from_each_day_on() -> None:
    assert ANNOUNCED.offsets(day("2025-09-30"), day("2025-10-10")) == (0, *[9] * 9, 10)


def test_offsets_leave_out_the_days_after_the_last_working_day() -> None:
    assert ANNOUNCED.offsets(day("2025-03-06"), day("2025-03-09")) == (0, 1)
    assert ANNOUNCED.offsets(day("2025-10-01"), day("2025-10-08")) == ()


def test_a_day_leads_to_itself_or_to_nothing() -> None:
    assert ANNOUNCED.offsets(day("2025-03-06"), day("2025-03-06")) == (0,)
    assert ANNOUNCED.offsets(day("2025-03-08"), day("2025-03-08")) == ()


def test_years_that_nobody_has_announced_are_assumed(tmp_path: Path) -> None:
    span = Span(day("2025-12-01"), day("2042-01-31"))
    known = calendar(tmp_path, "years: [2041, 2025]\nholidays: [2042-01-01]\n")

    assert {2041, 2042} <= {*ANNOUNCED.assumed(span)}
    assert {2025, 2026}.isdisjoint(ANNOUNCED.assumed(span))
    assert 2041 not in known.assumed(span)
    assert 2042 in known.assumed(span)


def test_one_day_is_assumed_by_its_year() -> None:
    assert ANNOUNCED.assumed(Span(day("2025-03-03"), day("2025-03-03"))) == ()
    assert ANNOUNCED.assumed(Span(day("2040-03-03"), day("2040-03-03"))) == (2040,)
