"""The page of a ranking in a browser: it asks nobody, shuts nobody out, and fits the screen and the paper."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

import rankings
import reports
from browsing import BEYOND, CUT, misfits, shown, violations, wishes
from wenming_score.rank import Ranking
from wenming_score.render.ranks import TEXTS
from wenming_score.text import speak

PAPER = 1031
"""Pixels across A4 on its side, between its margins."""
SHAPES: dict[str, Callable[[], Ranking]] = {
    "rich": rankings.rich,
    "plain": rankings.plain,
    "nobody": rankings.nobody,
    "bare": rankings.bare,
    "hostile": lambda: rankings.hostile(reports.HOSTILE[1]),
    "long": lambda: rankings.hostile("甲" * 300),
    "many": lambda: rankings.many(60),
}
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"


def made(shape: str) -> str:
    return "".join(TEXTS["html"](SHAPES[shape]()))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    written = {shape: folder / f"{shape}.html" for shape in SHAPES}
    for shape, file in written.items():
        file.write_text(made(shape), encoding="utf-8")
    speak("en")
    written["en"] = folder / "en.html"
    written["en"].write_text("".join(TEXTS["html"](rankings.rich("en"))), encoding="utf-8")
    speak("zh")
    return written


def opened(page: Page, file: Path, width: int = 1280) -> Page:
    """Show a page with everything unfolded that can be."""
    shown(page, file, width).evaluate(OPEN)
    return page


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_asked_for_and_nothing_is_complained_of(page: Page, files: dict[str, Path], shape: str) -> None:
    assert wishes(page, files[shape]) == []


@pytest.mark.parametrize("shape", [*SHAPES, "en"])
def test_it_shuts_nobody_out(page: Page, files: dict[str, Path], shape: str) -> None:
    assert violations(opened(page, files[shape])) == []


@pytest.mark.parametrize("shape", ["rich", "many"])
def test_on_a_telephone_it_shuts_nobody_out_either(page: Page, files: dict[str, Path], shape: str) -> None:
    assert violations(opened(page, files[shape], 360)) == []


@pytest.mark.parametrize("shape", [*SHAPES, "en"])
def test_nothing_but_the_map_stands_beyond_the_screen(page: Page, files: dict[str, Path], shape: str) -> None:
    page = opened(page, files[shape])
    page.evaluate("document.querySelectorAll('.scroll').forEach(one => one.remove())")

    assert misfits(page, [320, 360, 760, 761, 1280]) == []


@pytest.mark.parametrize("shape", [*SHAPES, "en"])
def test_the_map_scrolls_within_itself(page: Page, files: dict[str, Path], shape: str) -> None:
    page = opened(page, files[shape], 1280)
    wide = "document.documentElement.scrollWidth"

    assert page.evaluate(wide) == 1280
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(wide) == 320


def test_the_name_of_a_unit_stays_in_sight_while_its_map_scrolls(page: Page, files: dict[str, Path]) -> None:
    page = shown(page, files["rich"], 360)
    page.add_style_tag(content=".heat tbody td.h10, .heat tbody td.h8 { min-width: 600px !important; }")
    page.evaluate("document.querySelector('.scroll').scrollLeft = 500")
    left, edge = page.evaluate(
        "[document.querySelector('.heat tbody th'), document.querySelector('.scroll')]"
        ".map(one => one.getBoundingClientRect().left)"
    )

    assert page.evaluate("document.querySelector('.scroll').scrollLeft") == 500
    assert abs(left - edge) <= 1


@pytest.mark.parametrize("shape", [*SHAPES, "en"])
def test_nothing_stands_beyond_the_paper(page: Page, files: dict[str, Path], shape: str) -> None:
    page.emulate_media(media="print")
    page = shown(page, files[shape], PAPER)

    assert page.evaluate(BEYOND) == []
    assert page.evaluate(CUT) == []


def test_on_paper_every_unit_has_one_line_and_what_is_folded_is_there(page: Page, files: dict[str, Path]) -> None:
    many, rich = (
        PdfReader(BytesIO(shown(page, files[one]).pdf(prefer_css_page_size=True))) for one in ("many", "rich")
    )
    wide, high = many.pages[0].mediabox[2:]

    assert wide > high
    assert sum("第00" in line for line in many.pages[0].extract_text().splitlines()) >= 16
    assert "志愿服务活动" in rich.pages[-2].extract_text() + rich.pages[-1].extract_text()


def test_links_lead_to_what_they_name(page: Page, files: dict[str, Path]) -> None:
    lost = shown(page, files["rich"]).evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(one => one.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )

    assert lost == []


def test_red_is_what_is_lost_and_green_is_what_is_full(page: Page, files: dict[str, Path]) -> None:
    colours = shown(page, files["plain"]).evaluate(
        "['.h0', '.h10'].map(one => getComputedStyle(document.querySelector(one)).backgroundColor)"
    )

    assert colours == ["rgb(233, 137, 124)", "rgb(169, 216, 181)"]
