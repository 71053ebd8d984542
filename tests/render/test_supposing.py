"""A report of what is only supposed: every format that people read says so, and none speaks of another year."""

from csv import DictReader
from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len

import papers
import reports
import sheets
from formats import TEXTS, live, write
from wenming_score.choices import Format, Lang, Show
from wenming_score.cli.output import plain_text
from wenming_score.render import layout
from wenming_score.render.table import render
from wenming_score.report import Report
from wenming_score.text import speak

SUPPOSED = "假设：节日活动覆盖得满分；没有 E0101"
MACHINES: tuple[Format, ...] = ("json", "csv", "github", "sarif", "junit", "gitlab", "badge", "shields")


def table(report: Report, cells: int = 80, show: Show = "gaps") -> str:
    return plain_text(render(report, cells, show))


def office(report: Report) -> dict[str, str]:
    """Give all the text of the office files."""
    return {
        "xlsx": sheets.dump(sheets.written(report)),
        "docx": "\n".join(papers.lines(papers.opened(papers.written(report)))),
    }


def test_every_format_for_people_says_what_is_supposed_and_compares_with_now() -> None:
    report = reports.supposed()
    said = {
        "table": table(report),
        "markdown": write("markdown", report),
        "html": write("html", report),
        **office(report),
    }

    for form, text in said.items():
        assert SUPPOSED in text, form
        assert "和现在相比" in text or "与现在相比" in text, form


def test_no_format_speaks_of_another_year() -> None:
    report = reports.supposed()
    made = {form: write(form, report) for form in (*MACHINES, "markdown", "html")}
    shown = {show: table(report, show=show) for show in ("all", "gaps", "failing")}

    for form, text in {**made, **shown, **office(report)}.items():
        assert not {"上期", "本期"} & {text[at : at + 2] for at in range(len(text))}, form


def test_every_worksheet_says_what_is_supposed() -> None:
    book = sheets.opened(sheets.written(reports.supposed()))

    assert [sheet.title for sheet in book if SUPPOSED not in str(list(sheet.iter_rows(values_only=True)))] == []


def test_a_difference_that_is_supposed_is_not_split_by_cause() -> None:
    page = write("markdown", reports.supposed())

    assert "| 名称 | 现在 | 假设 | 升降 | 原因 |" in page
    assert "| 节日活动覆盖 | 3.75 | 5.00 | \\+1.25 |" in page
    assert "材料 +" not in table(reports.supposed())


def test_what_ci_reads_says_what_is_supposed_before_the_difference() -> None:
    report = reports.supposed()
    said = f"{SUPPOSED}。支撑得分 "

    assert all(said in write(form, report) for form in ("github", "sarif"))
    assert layout.brief(report).endswith(f"（{SUPPOSED}）")


def test_a_table_for_programs_names_what_it_compares_with_even_where_that_differs() -> None:
    def headings(*made: Report) -> set[str]:
        return set(next(DictReader(StringIO(write("csv", *made).removeprefix("\ufeff")))))

    assert {"现在", "升降"} <= headings(reports.supposed())
    assert {"上期", "升降"} <= headings(reports.changed())
    assert {"上期/现在", "升降"} <= headings(reports.changed(), reports.supposed(), reports.rich())


def test_two_reports_on_one_page_each_say_what_they_are_compared_with() -> None:
    page = write("html", reports.changed(), reports.supposed())

    assert '<a href="#u1-changes">和上期相比</a>' in page
    assert '<a href="#u2-changes">和现在相比</a>' in page


@pytest.mark.parametrize("cells", [60, 80, 100])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal_or_ends_in_a_blank(cells: int, lang: Lang) -> None:
    report = reports.supposed(lang)
    speak(lang)
    lines = table(report, cells).splitlines()

    assert [line for line in lines if cell_len(line) > cells or line != line.rstrip()] == []
    assert ["", ""] not in [lines[at : at + 2] for at in range(len(lines))]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_in_what_is_supposed_is_text(text: str) -> None:
    made = reports.supposed()
    assert made.changes
    report = replace(made, changes=replace(made.changes, supposed=(text,)))

    for shown in (table(report), *(write(form, report) for form in ("markdown", "html", "github", "sarif"))):
        assert live(shown) == []
    assert "<script>alert(1)" not in write("html", report)
    assert set(office(report)) == {"xlsx", "docx"}
