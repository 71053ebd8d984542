"""The wall chart and the notice in a browser: they ask nobody, shut nobody out, and fit the screen and the paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

import plans
import reports
from browsing import BEYOND, CUT, PAPER, misfits, shown, violations, wishes
from wenming_score.render import plans as rendered
from wenming_score.render import progress as followed
from wenming_score.text import speak

A3 = 1496
"""Pixels across A3 between its margins."""
PAGES: dict[str, Callable[[], str]] = {
    "middling": lambda: rendered.html(plans.middling()),
    "full": lambda: rendered.html(plans.full()),
    "beyond": lambda: rendered.html(plans.beyond()),
    "reached": lambda: rendered.html(plans.reached()),
    "hostile": lambda: rendered.html(plans.hostile(reports.HOSTILE[1])),
    "progress": lambda: followed.html(plans.progress()),
    "hostile-progress": lambda: followed.html(plans.hostile_progress(reports.HOSTILE[1])),
    "nothing-left": lambda: followed.html(replace(plans.progress(), tasks=(), departments=(), obstacles=())),
}
CHARTS = ("middling", "full", "beyond", "hostile")
SCROLLED = "[...document.querySelectorAll('.wall')].map(one => one.scrollWidth - one.clientWidth)"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    written = {shape: folder / f"{shape}.html" for shape in PAGES}
    for shape, file in written.items():
        file.write_text(PAGES[shape](), encoding="utf-8")
    speak("en")
    written["en"] = folder / "en.html"
    written["en"].write_text(rendered.html(plans.middling("en")), encoding="utf-8")
    speak("zh")
    return written


@pytest.mark.parametrize("shape", PAGES)
def test_nothing_is_asked_for_and_nothing_is_complained_of(page: Page, files: dict[str, Path], shape: str) -> None:
    assert wishes(page, files[shape]) == []


@pytest.mark.parametrize("shape", [*PAGES, "en"])
def test_they_shut_nobody_out(page: Page, files: dict[str, Path], shape: str) -> None:
    assert violations(shown(page, files[shape])) == []


@pytest.mark.parametrize("shape", ["middling", "progress"])
def test_on_a_telephone_they_shut_nobody_out_either(page: Page, files: dict[str, Path], shape: str) -> None:
    assert violations(shown(page, files[shape], 360)) == []


@pytest.mark.parametrize("shape", [*PAGES, "en"])
def test_nothing_stands_beyond_the_screen(page: Page, files: dict[str, Path], shape: str) -> None:
    assert misfits(shown(page, files[shape]), [320, 360, 760, 1280]) == []


def test_on_a_screen_that_is_neither_wide_nor_narrow_the_chart_alone_is_moved_sideways(
    page: Page, files: dict[str, Path]
) -> None:
    page = shown(page, files["middling"], 800)

    assert page.evaluate("document.documentElement.scrollWidth") == 800
    assert page.evaluate(SCROLLED)[0] > 0


@pytest.mark.parametrize("shape", ["progress", "hostile-progress"])
def test_nothing_of_the_notice_stands_beyond_the_paper(page: Page, files: dict[str, Path], shape: str) -> None:
    page.emulate_media(media="print")
    page = shown(page, files[shape], PAPER)

    assert page.evaluate(BEYOND) == []
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("shape", CHARTS)
def test_nothing_of_the_chart_stands_beyond_the_paper(page: Page, files: dict[str, Path], shape: str) -> None:
    page.emulate_media(media="print")
    page = shown(page, files[shape], A3)

    assert page.evaluate(BEYOND) == []
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("shape", CHARTS)
def test_the_whole_chart_is_on_one_sheet_of_a3(page: Page, files: dict[str, Path], shape: str, tmp_path: Path) -> None:
    page.emulate_media(media="print")
    shown(page, files[shape]).pdf(path=tmp_path / "chart.pdf", prefer_css_page_size=True)
    first, second = PdfReader(tmp_path / "chart.pdf").pages[:2]
    box = page.evaluate("(one => [one.top, one.bottom])(document.querySelector('.sheet').getBoundingClientRect())")

    assert (round(float(first.mediabox.width)), round(float(first.mediabox.height))) == (1191, 842)
    assert box[1] - box[0] <= 1040
    assert "过期不能补" in first.extract_text()
    assert "任务分解表" not in first.extract_text()
    assert "任务分解表" in second.extract_text()


def test_a_notice_of_fifteen_tasks_is_one_page(page: Page, files: dict[str, Path], tmp_path: Path) -> None:
    page.emulate_media(media="print")
    shown(page, files["progress"]).pdf(path=tmp_path / "notice.pdf", prefer_css_page_size=True)

    assert len(plans.progress().tasks) == 15
    assert len(PdfReader(tmp_path / "notice.pdf").pages) == 1


def test_each_task_has_a_bar_over_its_days(page: Page, files: dict[str, Path]) -> None:
    plan = plans.middling()
    bars = shown(page, files["middling"]).evaluate(
        "[...document.querySelectorAll('.task')].map(one => [one.querySelector('title').textContent, "
        "+one.querySelector('.work').getAttribute('x'), +one.querySelector('.work').getAttribute('width')])"
    )
    days = (plan.by - plan.as_of).days + 1

    assert len(bars) == len(plan.tasks)
    for task in plan.tasks:
        (bar,) = [one for one in bars if one[0].startswith(f"{task.title} · ")]
        assert bar[2] / 700 == pytest.approx(((task.due - task.start).days + 1) / days, abs=0.005)


def test_narrow_screens_have_a_list_in_the_place_of_the_chart(page: Page, files: dict[str, Path]) -> None:
    seen = "['.wall', '.lanes'].map(one => getComputedStyle(document.querySelector(one)).display)"

    assert shown(page, files["middling"], 360).evaluate(seen) == ["none", "block"]
    assert shown(page, files["middling"], 1280).evaluate(seen) == ["block", "none"]
    assert shown(page, files["middling"], 360).locator(".lanes li").count() == len(plans.middling().tasks)
