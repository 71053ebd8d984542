"""A trend in every format: what it says, that it fits, that it obeys nothing."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar, Event
from rich.cells import cell_len

import reports
from formats import TEXTS, live
from golden_files import compare
from wenming_score.choices import Lang
from wenming_score.cli.output import plain_text
from wenming_score.render import trends
from wenming_score.render.trends import words
from wenming_score.report import Report
from wenming_score.text import speak
from wenming_score.trend import Trend, follow
from years import several, term, year

WRITERS: dict[str, Callable[[Trend], str]] = {
    "html": trends.html,
    "md": trends.markdown,
    "csv": trends.csv,
    "json": trends.json,
    "txt": lambda trend: text(trend, 80),
    "ics": lambda trend: trends.ics(trend).decode(),
}
AS_OF = date(2024, 12, 31)


def text(trend: Trend, cells: int) -> str:
    return plain_text(trends.lines(trend, cells))


def hostile(said: str) -> Trend:
    one = reports.hostile(said)
    return follow([replace(early, unit=one.unit, items=one.items, titles=one.titles) for early in several()], AS_OF)


def read(content: bytes) -> Calendar:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


def events(content: bytes) -> list[Event]:
    return read(content).events


def said(*points: str, weights: list[int] | None) -> str:
    years = [year(2023 + place, one, weights=weights) for place, one in enumerate(points)]
    return "\n".join(words.term_lines(follow(years, AS_OF)))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_looks_as_it_did(kind: str, lang: Lang) -> None:
    speak(lang)
    name = "trend" if lang == "zh" else "trend-en"

    compare(f"{name}.{kind}", WRITERS[kind](follow(several(lang), AS_OF)))


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_trend_gives_the_same_bytes(kind: str) -> None:
    assert WRITERS[kind](follow(several(), AS_OF)) == WRITERS[kind](follow(several()[::-1], AS_OF))


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
def test_every_line_and_date_is_in_what_people_read(kind: str) -> None:
    trend = follow(several(), AS_OF)
    page = WRITERS[kind](trend)

    assert [one.title for one in (*trend.items, *trend.standards) if one.title not in page] == []
    assert [year.label for year in trend.years if year.label not in page] == []
    assert [one.label for one in trend.ahead if one.label not in page] == []


@pytest.mark.parametrize("cells", [40, 60, 80, 100, 120, 500])
@pytest.mark.parametrize("count", [2, 3, 8, 30])
def test_no_line_is_wider_than_the_terminal(cells: int, count: int) -> None:
    trend = follow([replace(year(1990 + one, str(one)), items=reports.rich().items) for one in range(count)])

    assert {line for line in text(trend, cells).splitlines() if cell_len(line) > min(max(cells, 60), 120)} == set()


@pytest.mark.parametrize(("count", "room"), [(2, 2), (8, 6), (30, 4)])
def test_where_there_is_no_room_for_all_years_the_last_are_shown(count: int, room: int) -> None:
    trend = follow([replace(year(1990 + one), items=reports.rich().items) for one in range(count)])
    lines = text(trend, 80).splitlines()
    head = lines[next(number for number, line in enumerate(lines) if "测评项目" in line) + 1].split()

    shown = [one for one in head if one.isdigit()]
    assert shown == [year.label for year in trend.years][-room:]


@pytest.mark.parametrize("hostility", TEXTS)
@pytest.mark.parametrize("kind", ["html", "md", "csv", "txt"])
def test_hostile_text_stays_text(kind: str, hostility: str) -> None:
    made = WRITERS[kind](hostile(hostility))

    assert live(made.replace("\r\n", "\n").removeprefix("\ufeff")) == []
    made.encode()


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_makes_no_element(hostility: str) -> None:
    assert trends.html(hostile(hostility)).count("<") == trends.html(hostile("甲")).count("<")


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_makes_no_cell_live(hostility: str) -> None:
    rows = list(csv.reader(trends.csv(hostile(hostility)).removeprefix("\ufeff").splitlines()))

    assert {cell[:1] for row in rows for cell in row} & {*"=+@\t"} == set()
    assert {len(row) for row in rows} == {8}


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_makes_no_event(hostility: str) -> None:
    trend = hostile(hostility)
    content = trends.ics(trend)

    assert len(events(content)) == len(trend.ahead)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_json_holds_all_of_it() -> None:
    trend = follow(several(), AS_OF)
    written = json.loads(trends.json(trend))

    assert next(iter(written)) == "schema_version"
    assert written["items"][0]["points"][0] is None
    assert written["term"]["needed"] is None
    assert [one["day"] for one in written["ahead"]] == [str(one.day) for one in trend.ahead]


def test_csv_has_a_row_for_every_point() -> None:
    trend = follow(several(), AS_OF)
    rows = list(csv.DictReader(trends.csv(trend).removeprefix("\ufeff").splitlines()))
    points = [point for line in (*trend.items, *trend.standards) for point in line.points if point]

    assert len(rows) == len(points) + 3
    assert [row["支撑得分"] for row in rows[:3]] == ["58.25", "71.5", "84.9"]


def test_a_spark_is_as_high_as_the_share() -> None:
    row = follow(
        [year(2020 + place, points) for place, points in enumerate(["0", "12.49", "13", "50", "99.99", "100"])]
    )

    assert words.spark(words.total(row)) == "▁▁▂▅██"


def test_changed_full_points_are_shown_as_a_change() -> None:
    row = follow([year(2020 + place, full=Decimal(full)) for place, full in enumerate((80, 80, 100))])
    many = follow([year(2010 + place, full=Decimal(80 + place)) for place in range(6)])

    assert words.full(words.total(row)) == "80→100"
    assert words.full(words.total(many)) == "80→…→85"


@pytest.mark.parametrize(
    ("points", "weights", "wanted"),
    [
        (("80", "90"), [], "2025 年要得 85.00 分，届末才达到合格线 85"),
        (("80", "50"), [], "2025 年要得 125.00 分，比满分 100 还多，届末达不到合格线 85"),
        (("100", "100"), [50, 50, 10], "2025 年就是得 0 分，届末也达到合格线 85"),
        (("80", "90", "85"), [], "届末合分达到合格线 85"),
        (("80", "90", "84"), [], "届末合分达不到合格线 85"),
        (("80", "90"), None, "luoyang-2019 没有说各年怎么合成一个分，所以不合"),
        (("80", "90"), [40, 60], "luoyang-2019 的权重是 40、60，届期却有 3 年，对不上，所以不合"),
        (("80", "90"), [30, 30, 40], "luoyang-2019：各年权重 30、30、40"),
    ],
)
def test_the_term_is_told_in_a_sentence(points: tuple[str, ...], weights: list[int] | None, wanted: str) -> None:
    assert wanted in said(*points, weights=weights).splitlines()


def test_years_to_come_are_wanted_on_average_and_missing_ones_named() -> None:
    years = [term(year(number, "80", weights=[]), 2022, 2025) for number in (2023, 2024)]
    lines = list(words.term_lines(follow(years, AS_OF)))

    assert "没有给出 2022 年" in lines[0]
    assert "还有 2025 年" in lines[0]
    assert lines[-1] == "2022、2025 年平均要得 90.00 分，届末才达到合格线 85"


def test_a_year_that_points_do_not_decide_is_named() -> None:
    vetoed = replace(year(2024), verdict=replace(reports.rich().verdict, outcome="vetoed"))

    assert (
        list(words.term_lines(follow([vetoed, year(2025, weights=[])])))[-1] == "合分只看分数；2024 年的结论是一票否决"
    )


def test_a_day_that_is_a_convention_is_said_to_be_one() -> None:
    trend = follow(several(), AS_OF)

    for kind in ("html", "md", "txt"):
        assert "推定：官方日期不明，按年底算" in WRITERS[kind](trend)
    assumed = [str(event["SUMMARY"]).endswith("（推定）") for event in events(trends.ics(trend))]
    assert assumed == [one.assumed for one in trend.ahead]


def test_the_calendar_reads_back() -> None:
    trend = follow(several(), AS_OF)
    content = trends.ics(trend)
    calendar, found = read(content), events(content)

    assert calendar["VERSION"] == "2.0"
    assert [event.decoded("DTSTART") for event in found] == [one.day for one in trend.ahead]
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1) for event in found)
    assert {event.decoded("DTSTAMP") for event in found} == {datetime(2024, 12, 31, tzinfo=UTC)}
    assert len({str(event["UID"]) for event in found}) == len(found)
    assert calendar.errors == []


def test_the_same_date_keeps_its_uid_on_another_day() -> None:
    uids = [
        {str(event["UID"]) for event in events(trends.ics(follow(several(), day)))}
        for day in (date(2025, 2, 1), date(2025, 11, 30))
    ]

    assert uids[0] == uids[1]


def test_two_units_share_no_uid() -> None:
    other: list[Report] = [replace(one, unit=replace(one.unit, name="乙单位")) for one in several()]
    ours, theirs = (
        {str(event["UID"]) for event in events(trends.ics(follow(years, AS_OF)))} for years in (several(), other)
    )

    assert ours & theirs == set()
