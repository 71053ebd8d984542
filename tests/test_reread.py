"""Reports read back from JSON, and what is said of what is none."""

from pathlib import Path

import pytest

import reports
from wenming_score.finding import InputError
from wenming_score.render.json import write
from wenming_score.report import Report
from wenming_score.reread import parse_reports, read_reports
from wenming_score.source import BYTES

WANTED = "；要的是 check -f json 写出的报告"


def refused(content: str | bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse_reports(content.encode() if isinstance(content, str) else content, "r.json")
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize("report", [reports.rich(), reports.rich("en"), reports.bare()], ids=["zh", "en", "bare"])
def test_a_report_reads_back_as_it_was(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(write(report), encoding="utf-8")

    assert read_reports(path, "r.json") == (report,)


def test_what_is_supposed_reads_back_and_a_comparison_from_before_there_was_such_a_thing_supposes_nothing() -> None:
    made, year = reports.supposed(), reports.changed()
    older = write(year).replace(',\n    "supposed": []', "")

    assert parse_reports(write(made).encode(), "r.json") == (made,)
    assert "supposed" not in older
    assert parse_reports(older.encode(), "r.json") == (year,)


def test_several_reports_read_back_in_their_order() -> None:
    some = (reports.rich(), reports.bare())

    assert parse_reports(write(some).encode(), "r.json") == some


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    content = b"\xef\xbb\xbf" + write(reports.rich()).replace("\n", "\r\n").encode()

    assert parse_reports(content, "r.json") == (reports.rich(),)


def test_every_mistake_stands_on_its_own_line() -> None:
    text = write(reports.rich())
    full = text.index('"full": 14,')
    broken = text[:full] + text[full:].replace('"full": 14,', '"full": "很多",', 1).replace('"gate": {', '"gat": {', 1)
    line = text.count("\n", 0, full) + 1

    assert refused(broken) == ["r.json:1:1: 缺少 gate", f"r.json:{line}:15: 这里要写数字，现在是“很多”"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "r.json:1:1: JSON 从这里起读不懂"),
        ("{", "r.json:1:2: JSON 从这里起读不懂"),
        ("schema_version: 1\n", "r.json:1:1: JSON 从这里起读不懂"),
        (b"\xff\xfe{", "r.json: 不是 UTF-8 编码的 JSON"),
        ("[" * 100_000, "r.json: 不是 UTF-8 编码的 JSON"),
        ("[]", "r.json: 里面一份报告也没有"),
    ],
    ids=["empty", "cut", "yaml", "utf-16", "deep", "none"],
)
def test_what_is_no_report_is_said_to_be_none(content: str | bytes, said: str) -> None:
    assert refused(content) == [said + WANTED]


@pytest.mark.parametrize("number", ["1e99999", "-1e9", "1" * 5000, "0." + "1" * 99, "NaN", "Infinity"])
def test_a_number_that_no_report_has_is_refused_in_its_place(number: str) -> None:
    text = write(reports.rich())
    at = text.index('"full": 14,')
    broken = text[:at] + text[at:].replace("14", number, 1)

    (said,) = refused(broken)
    assert said.startswith(f"r.json:{text.count(chr(10), 0, at) + 1}:15: ")


@pytest.mark.parametrize("content", ["3", "null", '"x"', "[1]", "[[]]", '{"schema_version": 2}'])
def test_json_that_is_no_report_is_refused_with_a_place(content: str) -> None:
    assert all(said.startswith("r.json:1:") for said in refused(content))


def test_what_is_too_large_to_be_placed_is_still_named() -> None:
    many = write(tuple(reports.rich() for _ in range(60)))
    broken = many.replace('"full": 14,', '"full": [],', 1)

    assert len(broken) > BYTES
    assert refused(broken) == [f"r.json: 0.items.0.full 不合格式{WANTED}"]
