"""What the tests of pages look for is found where it is."""

from pathlib import Path

from playwright.sync_api import Page

from browsing import shown, violations, wishes

PAGE = """<!DOCTYPE html><html lang="zh"><title>甲</title><style>
.day { color: #ddd } .night { color: #000 }
@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } .night { color: #222 } }
</style><body><main><h1>标题一行</h1><p class="day">白天看不清<table><tbody>%s</table><img src="data:,"></main>"""


def test_what_is_faint_by_day_or_by_night_is_found_and_so_is_all_else(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE % ("<tr><td>哪天都看得清" * 3 + '<tr><td class="night">夜里看不清'), encoding="utf-8")

    assert violations(shown(page, file)) == [
        'image-alt: <img src="data:,">',
        'light: color-contrast: <p class="day">白天看不清</p>',
        'dark: color-contrast: <td class="night">夜里看不清</td>',
    ]


def test_what_a_page_asks_for_and_says_is_heard(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        PAGE % '<tr><td><img src="http://example.org/a.png"><script>console.log("嗨"); alert("喂")</script>',
        encoding="utf-8",
    )

    assert set(wishes(page, file)) >= {"http://example.org/a.png", "嗨", "喂"}
