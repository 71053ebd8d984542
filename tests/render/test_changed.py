"""What changed since the year before, in every format that shows it; `UPDATE_GOLDEN=1` writes the goldens again."""

from csv import DictReader
from decimal import Decimal
from io import StringIO

import pytest
from markupsafe import escape
from rich.cells import cell_len

import papers
import reports
import sheets
from formats import TEXTS, live, write
from golden_files import compare
from wenming_score.choices import Format, Lang, Show
from wenming_score.cli.output import plain_text
from wenming_score.render import comparison, json
from wenming_score.render.table import render
from wenming_score.report import Report
from wenming_score.text import speak

CHANGED = {"changed": reports.changed, "revised": reports.revised}


def table(report: Report, cells: int, show: Show = "gaps") -> str:
    return plain_text(render(report, cells, show))


@pytest.mark.parametrize(("cells", "lang"), [(80, "zh"), (60, "zh"), (80, "en")])
@pytest.mark.parametrize(("shape", "name"), [("changed", "diff"), ("revised", "diff-revised")])
def test_the_terminal_shows_it_as_it_did(shape: str, name: str, cells: int, lang: Lang) -> None:
    report = CHANGED[shape](lang)
    speak(lang)

    compare(f"{name}-{cells}{'-en' * (lang == 'en')}.txt", table(report, cells))


@pytest.mark.parametrize(("form", "name"), [("markdown", "diff.md"), ("html", "diff.html")])
def test_a_format_shows_it_as_it_did(form: Format, name: str) -> None:
    compare(name, write(form, reports.changed()))


def test_programs_are_told_of_it_as_they_were() -> None:
    compare("diff.json", json.write(reports.changed().changes))


def test_office_files_show_it_as_they_did() -> None:
    compare("diff-xlsx.txt", sheets.dump(sheets.written(reports.changed())))
    compare("diff-docx.txt", "\n".join(papers.lines(papers.opened(papers.written(reports.changed())))) + "\n")


@pytest.mark.parametrize("shape", CHANGED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_number_and_word_of_it_is_on_the_page(shape: str, lang: Lang) -> None:
    report = CHANGED[shape](lang)
    changes = report.changes
    assert changes
    for form in ("markdown", "html"):
        page = write(form, report, lang=lang)
        for one in (*changes.items, *changes.standards, *changes.indicators):
            assert f"{one.difference:+.2f}".lstrip("-+") in page, (form, one.id)
            words = {str(escape(one.title)), str(escape(one.reason))} if form == "html" else set[str]()
            assert all(word in page for word in words), one.id
        assert all(one.rubric in page for one in changes.otherwise)
        assert all(one.id in page for one in changes.carried_over)


@pytest.mark.parametrize("shape", CHANGED)
@pytest.mark.parametrize("cells", [60, 80, 100, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal_or_ends_in_a_blank(shape: str, cells: int, lang: Lang) -> None:
    report = CHANGED[shape](lang)
    speak(lang)
    lines = table(report, cells).splitlines()

    assert [line for line in lines if cell_len(line) > cells or line != line.rstrip()] == []
    assert ["", ""] not in [lines[at : at + 2] for at in range(len(lines))]


def test_all_else_is_shown_where_all_is_asked_for() -> None:
    report = reports.changed()
    whole, brief = table(report, 100, "all"), table(report, 100)

    assert len(whole) > 2 * len(brief)
    assert "和 2024-01-01~2024-12-31 相比" in whole


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_is_text_in_the_terminal(text: str) -> None:
    report = reports.hostile(text)
    lines = table(report, 80).splitlines()

    assert live("\n".join(lines)) == []
    assert [line for line in lines if cell_len(line) > 80] == []


def test_a_report_of_another_program_names_no_more_than_it_has() -> None:
    """An id that stands for nothing, and a word that is no status, are shown as they are or not at all."""
    report = reports.hostile("甲")
    assert report.changes
    assert set(report.changes.unrenewed) == {"甲"}
    assert "材料没有更新、因而掉分的：甲" in table(report, 80)


def test_what_ci_reads_says_the_difference_as_well() -> None:
    report = reports.changed()
    assert report.changes
    said = comparison.summary(report.changes)

    assert all(said in write(form, report) for form in ("github", "sarif"))
    rows = {row["测评内容编号"]: row for row in DictReader(StringIO(write("csv", report).removeprefix("\ufeff")))}
    for one in report.changes.indicators:
        if one.fate != "removed":
            assert Decimal(rows[one.id]["升降"]) == one.difference
