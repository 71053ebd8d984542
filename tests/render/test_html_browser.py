"""The page in a browser: it asks nobody, shuts nobody out, and fits the screen and the paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import reports
from browsing import BEYOND, CUT, PAPER, heard, misfits, shown, violations, wishes
from formats import write
from wenming_score.evidence.thumbnails import thumbnails
from wenming_score.load import load_unit
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.html import render

SHAPES = ("rich", "bare", "hostile", "en", "two", "changed")


def made(shape: str) -> str:
    report = reports.rich()
    if shape == "rich":
        entries = load_unit(reports.RICH, report.unit.file).assessment.evidence
        return render((report,), Enclosures(thumbnails={report.unit.file: thumbnails(entries, reports.RICH.parent)}))
    if shape == "en":
        return write("html", reports.rich("en"), lang="en")
    several = {
        "bare": (reports.bare(),),
        "hostile": (reports.hostile(reports.HOSTILE[1]),),
        "two": (report, reports.bare()),
        "changed": (reports.revised(),),
    }
    return write("html", *several[shape])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    written = {shape: folder / f"{shape}.html" for shape in SHAPES}
    for shape, file in written.items():
        file.write_text(made(shape), encoding="utf-8")
    return written


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_asked_for_and_nothing_is_complained_of(page: Page, files: dict[str, Path], shape: str) -> None:
    assert wishes(page, files[shape]) == []


def elements(page: Page) -> int:
    return page.evaluate("document.querySelectorAll('*').length")


@pytest.fixture(scope="module")
def tame(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> int:
    """Count the elements of the page when its texts are harmless."""
    file = tmp_path_factory.mktemp("tame") / "page.html"
    file.write_text(write("html", reports.hostile("甲")), encoding="utf-8")
    with browser.new_context(offline=True) as context:
        return elements(shown(context.new_page(), file))


@pytest.mark.parametrize(
    "text", [*reports.HOSTILE[:-1], "</title></style></svg><base href=//x><a href=javascript:alert(1)>"]
)
def test_hostile_text_makes_no_element(page: Page, tmp_path: Path, tame: int, text: str) -> None:
    said = heard(page)
    file = tmp_path / "page.html"
    file.write_text(write("html", reports.hostile(text)), encoding="utf-8")

    assert elements(shown(page, file)) == tame
    assert said == []


@pytest.mark.parametrize("shape", SHAPES)
def test_it_shuts_nobody_out(page: Page, files: dict[str, Path], shape: str) -> None:
    page = shown(page, files[shape])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")

    assert violations(page) == []


def test_on_a_telephone_it_shuts_nobody_out_either(page: Page, files: dict[str, Path]) -> None:
    assert violations(shown(page, files["rich"], 360)) == []


def test_every_chart_is_told_in_words(page: Page, files: dict[str, Path]) -> None:
    page = shown(page, files["two"])
    words = page.evaluate(
        "[...document.querySelectorAll('svg')].map(one => one.getAttribute('aria-labelledby').split(' ')"
        ".map(id => document.getElementById(id).textContent).join(' '))"
    )

    assert len(words) == 1
    assert all(item.title in words[0] for item in reports.rich().items)


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_stands_beyond_the_screen(page: Page, files: dict[str, Path], shape: str) -> None:
    assert misfits(shown(page, files[shape]), [320, 360, 760, 761, 1280]) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_stands_beyond_the_paper(page: Page, files: dict[str, Path], shape: str) -> None:
    page.emulate_media(media="print")
    page = shown(page, files[shape], PAPER)

    assert page.evaluate(BEYOND) == []
    assert page.evaluate(CUT) == []


def test_on_paper_all_is_there_what_is_folded_too(page: Page, files: dict[str, Path], tmp_path: Path) -> None:
    printed = tmp_path / "page.pdf"
    shown(page, files["rich"]).pdf(path=printed, prefer_css_page_size=True)
    sheets = PdfReader(printed).pages
    text = "".join(sheet.extract_text() for sheet in sheets)

    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(595, 842)}
    assert 8 < len(sheets) < 20
    assert all(one.id in text for item in reports.rich().items for one in item.indicators)
    assert text.count("佐证材料") > 4


def test_the_first_key_leads_past_the_head_and_folds_open_by_key(page: Page, files: dict[str, Path]) -> None:
    page = shown(page, files["rich"])
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0

    page.locator("summary").first.focus()
    page.keyboard.press("Enter")

    assert page.evaluate("document.querySelector('details').open")
