"""The indicators as CSV, read back as a spreadsheet does."""

import csv
import re
from io import StringIO

import pytest

from formats import TEXTS, live, other, write
from golden_files import compare
from reports import bare, hostile, rich
from wenming_score.choices import Lang
from wenming_score.report import Report
from wenming_score.text import inert_line
from wenming_score.values import plain

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def rows(*reports: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(write("csv", *reports).removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(("lang", "name"), [("zh", "csv.csv"), ("en", "csv-en.csv")])
def test_the_example_is_written_as_it_was(lang: Lang, name: str) -> None:
    compare(name, write("csv", rich(lang), lang=lang))


def test_every_indicator_of_every_unit_is_a_row() -> None:
    indicators = [one for item in rich().items for one in item.indicators]
    made = rows(rich(), other())

    assert [(row["单位"], row["自评文件"], row["测评内容编号"]) for row in made] == [
        (report.unit.name, report.unit.file, one.id) for report in (rich(), other()) for one in indicators
    ]
    for row, one in zip(made, indicators * 2, strict=True):
        assert [row[name] for name in ("满分", "申报得分", "支撑得分", "差距")] == [
            plain(number) for number in (one.full, one.claimed, one.supported, one.gap)
        ]
        assert row["自评分"] == ("" if one.self_score is None else plain(one.self_score))
        assert row["说明"] == one.reason
        assert all(piece.id in row["佐证材料"] for piece in one.evidence)


def test_every_gap_says_what_to_do_and_how_long_it_takes() -> None:
    made = {row["测评内容编号"]: row for row in rows(rich())}

    for gap in rich().gaps:
        row = made.pop(gap.indicator)
        assert (row["整改措施"], row["约需人天"], row["提前天数"]) == (
            gap.action,
            plain(gap.person_days),
            plain(gap.lead_days),
        )
    assert all(row["整改措施"] == row["约需人天"] == row["提前天数"] == "" for row in made.values())


def test_excel_and_wps_know_it_for_utf_8_and_take_its_lines() -> None:
    made = write("csv", rich())

    assert made.startswith("\ufeff单位,")
    assert made.count("\n") == made.count("\r\n") == len(rows(rich())) + 1


@pytest.mark.parametrize("text", [*TEXTS, "+1", "\t=1", "＝1+1"], ids=range(len(TEXTS) + 3))
def test_no_text_is_a_formula_or_breaks_a_row(text: str) -> None:
    made = rows(hostile(text))

    assert [row["测评内容编号"] for row in made] == [row["测评内容编号"] for row in rows(rich())]
    assert not [
        cell
        for row in made
        for cell in row.values()
        if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) and not NUMBER.fullmatch(cell)
    ]
    assert all(row["测评内容"].removeprefix("'") == inert_line(text) for row in made)
    assert live(write("csv", hostile(text)).removeprefix("\ufeff").replace("\r\n", "\n")) == []


def test_a_report_without_indicators_is_a_heading() -> None:
    assert write("csv", bare()).count("\r\n") == 1
    assert rows(bare()) == []
