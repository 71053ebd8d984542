"""What a page must be in a browser, whatever it shows."""

from collections.abc import Iterable
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT  # pyright: ignore[reportMissingTypeStubs] - it has none
from playwright.sync_api import Dialog, Page

PAPER = 703
"""Pixels across A4 between its margins."""
BEYOND = """() => [...document.querySelectorAll("body *")].filter(one => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const seen = box.width > 1 && style.visibility !== "hidden" && !one.closest(".skip");
  return seen && (box.right > innerWidth + 0.5 || box.left < -0.5);
}).map(one => `${one.tagName}.${one.className.baseVal ?? one.className} ${one.textContent.slice(0, 40)}`)"""
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  return style.overflowX !== "visible" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth;
}).map(one => one.outerHTML.slice(0, 80))"""


CONTRAST = "color-contrast"
OTHERS = f"{{rules: {{'{CONTRAST}': {{enabled: false}}}}}}"
ALIKE = """() => {
  const times = new Map();
  for (const row of document.querySelectorAll("tr, li")) {
    const shape = row.outerHTML.replace(/>[^<]+</g, "><").replace(/ (?!class|style)[\\w-]+="[^"]*"/g, "");
    times.set(shape, (times.get(shape) ?? 0) + 1);
    if (times.get(shape) > 2) row.remove();
  }
}"""


def shown(page: Page, file: Path, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file.as_uri())
    return page


def misfits(page: Page, widths: Iterable[int]) -> list[str]:
    """List what stands beyond screens of these widths, or is cut off there."""
    found: list[str] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{width}: {wide}"] if wide != width else []
        found += [f"{width}: {one}" for script in (BEYOND, CUT) for one in page.evaluate(script)]
    return found


def violations(page: Page) -> list[str]:
    """List what axe finds against the guidelines of accessibility, by day and by night; the page has fewer rows then.

    Of rows that differ in their texts alone the first two are looked at for texts that hardly stand out, which takes
    longer than all else.
    """
    page.evaluate(AXE_SCRIPT)
    found = _found(page, OTHERS)
    page.evaluate(ALIKE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme}: {one}" for one in _found(page, f"{{runOnly: ['{CONTRAST}']}}")]
    return found


def _found(page: Page, options: str) -> list[str]:
    return page.evaluate(
        f"axe.run({{resultTypes: ['violations'], ...{options}}})"
        ".then(found => found.violations.map(one => `${one.id}: ${one.nodes[0].html}`))"
    )


def wishes(page: Page, file: Path) -> list[str]:
    """Show a page; list what it asks for beside itself, and what it says."""
    said, asked = heard(page), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    shown(page, file).wait_for_load_state("networkidle")
    return [url for url in asked if url != file.as_uri() and not url.startswith("data:")] + said


def heard(page: Page) -> list[str]:
    """Write down all that the page says of its own accord, from here on."""
    said: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
