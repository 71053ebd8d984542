"""The page of a trend in a browser: it asks nobody, shuts nobody out, and fits the screen and the paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

import reports
from browsing import BEYOND, CUT, PAPER, misfits, shown, violations, wishes
from wenming_score.render import trends
from wenming_score.text import speak
from wenming_score.trend import follow
from years import several, year

SHAPES = ("three", "en", "bare", "hostile", "many")


def made(shape: str) -> str:
    speak("en" if shape == "en" else "zh")
    one = reports.hostile(reports.HOSTILE[1])
    shapes = {
        "three": several(),
        "en": several("en"),
        "bare": [replace(year(number), items=(), standards=(), titles=()) for number in (2024, 2025)],
        "hostile": [replace(early, unit=one.unit, items=one.items, titles=one.titles) for early in several()],
        "many": [replace(year(2006 + one, str(5 * one)), items=reports.rich().items) for one in range(20)],
    }
    try:
        return trends.html(follow(shapes[shape], date(2024, 12, 31)))
    finally:
        speak("zh")


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


@pytest.mark.parametrize("shape", SHAPES)
def test_it_shuts_nobody_out(page: Page, files: dict[str, Path], shape: str) -> None:
    assert violations(shown(page, files[shape])) == []


def test_on_a_telephone_it_shuts_nobody_out_either(page: Page, files: dict[str, Path]) -> None:
    assert violations(shown(page, files["three"], 360)) == []


def test_every_chart_is_told_in_words(page: Page, files: dict[str, Path]) -> None:
    words = shown(page, files["three"]).evaluate(
        "[...document.querySelectorAll('svg')].map(one => one.getAttribute('aria-labelledby').split(' ')"
        ".map(id => document.getElementById(id).textContent).join(' '))"
    )
    last = reports.rich()

    assert len(words) == 1 + len(last.items) + len(last.standards)
    assert words[0] == "总分占满分的比例 支撑得分 2023 58.25% · 2024 71.5% · 2025 84.9%"
    assert f"{last.items[0].title}的得分率 2023 没有 · 2024 25%" in words[1]


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_stands_beyond_the_screen(page: Page, files: dict[str, Path], shape: str) -> None:
    assert misfits(shown(page, files[shape]), [320, 360, 760, 761, 1280]) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_stands_beyond_the_paper(page: Page, files: dict[str, Path], shape: str) -> None:
    page.emulate_media(media="print")
    page = shown(page, files[shape], PAPER)

    assert page.evaluate(BEYOND) == []
    assert page.evaluate(CUT) == []


def test_a_year_without_an_item_breaks_its_line(page: Page, files: dict[str, Path]) -> None:
    lines = shown(page, files["three"]).evaluate(
        "[...document.querySelectorAll('#items svg')].map(one => [one.querySelectorAll('circle').length, "
        "one.querySelectorAll('polyline').length])"
    )

    assert lines == [[2, 1], *[[3, 1]] * (len(reports.rich().items) - 1)]
