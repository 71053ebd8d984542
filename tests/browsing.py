"""What a page must be in a browser, whatever it shows."""

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


VIOLATIONS = """axe.run({resultTypes: ["violations"]}).then(
  found => found.violations.map(one => `${one.id}: ${one.nodes[0].html}`))"""


def shown(page: Page, file: Path, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file.as_uri())
    return page


def violations(page: Page) -> list[str]:
    """List what axe finds against the guidelines of accessibility."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(VIOLATIONS)


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
