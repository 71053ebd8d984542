"""The workbook: what it says, what no text in it can do, how it prints; its figures have a test of their own."""

import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from formats import TEXTS, other
from golden_files import compare
from pace import within
from reports import bare, hostile, rich
from sheets import GAPS, SCORES, cells, dump, opened, written
from wenming_score.choices import Lang
from wenming_score.render.workbook import fitting, sheet_name


@pytest.mark.parametrize(("lang", "name"), [("zh", "report-xlsx.txt"), ("en", "report-xlsx-en.txt")])
def test_the_workbook_says_what_it_said(lang: Lang, name: str) -> None:
    compare(name, dump(written(rich(lang), lang=lang)))


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_a_formula_or_a_link(text: str) -> None:
    content = written(hostile(text))
    ours, theirs = (
        {(name, cell.coordinate): cell.value for name, cell in cells(opened(made)) if cell.data_type == "f"}
        for made in (written(rich()), content)
    )
    names = ZipFile(BytesIO(content)).namelist()

    assert theirs == ours
    assert not any(cell.hyperlink for _, cell in cells(opened(content)))
    assert not [name for name in names if "vba" in name or "external" in name or name.endswith("sheet1.xml.rels")]


def test_a_text_that_looks_like_a_formula_stays_a_text_when_its_cell_is_edited() -> None:
    book = opened(written(hostile("=1+1")))
    texts = [cell for _, cell in cells(book) if cell.value == "=1+1"]

    assert len(texts) > 100
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in texts)


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    title = opened(written(hostile("好" * 40_000)))[SCORES]["A2"].value

    assert fitting("好" * 32_767) == "好" * 32_767
    assert title == "好" * (32_767 - 11) + "……（太长，到此截断）"
    assert fitting("😀" * 20_000) == "😀" * 16_378 + "……（太长，到此截断）"


def test_worksheets_have_names_that_excel_takes() -> None:
    assert sheet_name("某局[2025]:a/b\\c*?") == "某局 2025  a b c  "
    assert sheet_name("甲" * 40) == "甲" * 31
    assert sheet_name("甲" * 40, ["甲" * 31]) == "甲" * 29 + " 2"
    assert sheet_name("Gaps", ["gaps", "GAPS 2"]) == "Gaps 3"


def test_several_units_have_an_overview_and_their_number_on_each_worksheet() -> None:
    book = opened(written(rich(), other()), values=True)
    own = [SCORES, GAPS, "材料目录", "核查问题", "红线和申报条件", "标准和方法"]

    assert opened(written(rich())).sheetnames == own
    assert book.sheetnames == ["各单位总览", *(f"{number} {name}" for number in (1, 2) for name in own)]
    assert [[cell.value for cell in row][:9] for row in book.worksheets[0].iter_rows(min_row=3)] == [
        [1, "某县示范局", "未达合格线（试算）", 100, 89.5, 89.98, 84.9, 15.09, 0.849],
        [2, "乙单位", "未达合格线（试算）", 100, 89.5, 89.98, 84.9, 15.09, 0.849],
    ]


def test_a_worksheet_prints_across_a4_with_its_headings_on_every_page() -> None:
    book = opened(written(rich()))
    page = book[SCORES]

    assert {(one.page_setup.orientation, one.page_setup.paperSize, one.page_setup.fitToHeight) for one in book} == {
        ("landscape", 9, 0)
    }
    assert {getattr(one.sheet_properties.pageSetUpPr, "fitToPage", False) for one in book} == {True}
    assert (page.print_title_rows, page.print_area, page.freeze_panes) == ("$7:$7", f"'{SCORES}'!$A$1:$L$64", "B8")
    assert page.column_dimensions["M"].hidden
    assert [page[f"{column}7"].value for column in "MNO"] == ["精确值：满分", "精确值：申报得分", "精确值：支撑得分"]


def test_the_same_report_is_the_same_bytes_at_any_time_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    here = written(rich())
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()

    assert written(rich()) == here
    assert {part.date_time for part in ZipFile(BytesIO(here)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    facts = opened(here).properties
    assert {str(facts.created), str(facts.modified)} == {"2025-12-31 00:00:00"}
    assert not facts.creator


def test_a_workbook_is_made_at_once() -> None:
    written(rich())

    with within(0.5):
        written(rich())


def test_a_report_with_nothing_in_it_is_a_whole_workbook() -> None:
    book = opened(written(bare()))

    assert [page["A1"].value for page in book] == [SCORES, GAPS, "材料目录", "核查问题", "红线和申报条件", "标准和方法"]
    assert [page.cell(page.max_row, 1).value for page in book.worksheets[1:]] == ["（无）"] * 5
