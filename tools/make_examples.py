"""Write the evidence files of the example units, the same bytes on every run.

    python tools/make_examples.py

What the files say stands beside this script as plain text: examples/<unit>/*.toml. The unit files themselves are
written by hand and are not touched.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path

from examples.paper import Paper, write_docx
from examples.pdf import write_pdf
from examples.photo import Photo, write_jpeg
from examples.screen import Screen, write_png
from examples.sheet import Sheet, write_xlsx

HERE = Path(__file__).parent
SOURCES = HERE / "examples"
EXAMPLES = HERE.parent / "examples"
UNITS = {
    "county-office-2024": ("county-office", "county-office-2024"),
    "county-office-2025": ("county-office", "county-office-2025"),
    "small-unit": ("small-unit",),
}
Job = tuple[str, Callable[[Path], None]]


def jobs(folder: str) -> list[Job]:
    """List what one folder of texts asks for: where it goes and how it is written."""
    found: list[Job] = []
    for source in sorted((SOURCES / folder).glob("*.toml")):
        texts = tomllib.loads(source.read_text(encoding="utf-8"))
        papers = [Paper(**entry) for entry in texts.get("paper", [])]
        found += [(paper.path, _paper(paper)) for paper in papers]
        found += [(sheet.path, _sheet(sheet)) for sheet in (Sheet(**entry) for entry in texts.get("table", []))]
        found += [(screen.path, _screen(screen)) for screen in (Screen(**entry) for entry in texts.get("screen", []))]
        found += [(photo.path, _photo(photo)) for photo in (Photo(**entry) for entry in texts.get("photos", []))]
    return found


def _paper(paper: Paper) -> Callable[[Path], None]:
    write = write_pdf if paper.path.endswith(".pdf") else write_docx
    return lambda path: write(paper, path)


def _sheet(sheet: Sheet) -> Callable[[Path], None]:
    return lambda path: write_xlsx(sheet, path)


def _screen(screen: Screen) -> Callable[[Path], None]:
    return lambda path: write_png(screen, path)


def _photo(photo: Photo) -> Callable[[Path], None]:
    return lambda path: write_jpeg(photo, path)


def main() -> None:
    """Write every file of every unit and say how much it is."""
    for unit, folders in UNITS.items():
        size, work = 0, [job for folder in folders for job in jobs(folder)]
        for name, write in work:
            path = EXAMPLES / unit / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path)
            size += path.stat().st_size
        print(f"{unit}: {len(work)} files, {size // 1024} KB")


if __name__ == "__main__":
    main()
