"""Workbooks in tests: written, recalculated, and read back cell by cell."""

import subprocess
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from warnings import catch_warnings, filterwarnings

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from build import HOUSE, LEDGER, Raw, Section, assessment, case, indicator, item, report, rubric
from tools_there import needed
from wenming_score.choices import Lang
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.xlsx import render
from wenming_score.report import IndicatorScore, ItemScore, Report, Score
from wenming_score.text import speak, spoken

SCORES, GAPS = "自评打分表", "整改清单"
FIGURES = ("full", "self_score", "claimed", "supported", "gap", "share")
"""What stands in the columns after the first."""
Figures: TypeAlias = dict[str, Decimal | None]


def written(*reports: Report, lang: Lang = "zh") -> bytes:
    """Write reports as the command line does."""
    before = spoken()
    speak(lang)
    try:
        return render(reports, Enclosures())
    finally:
        speak(before)


def opened(content: bytes, *, values: bool = False) -> Workbook:
    """Open a workbook: its formulas, or what is stored as their values."""
    with catch_warnings():
        # It cannot read data bars of one colour.
        filterwarnings("ignore", ".* extension is not supported")
        return load_workbook(BytesIO(content), data_only=values)


def find(page: Worksheet, text: str) -> tuple[int, int]:
    """Say in which row and column a text stands first."""
    return next(
        (cell.row, cell.column)
        for row in page.iter_rows()
        for cell in row
        if cell.value == text and cell.row and cell.column
    )


def cells(book: Workbook) -> Iterator[tuple[str, Cell]]:
    """Yield every cell with something in it, after the name of its worksheet."""
    for page in book.worksheets:
        yield from (
            (page.title, cell)
            for row in page.iter_rows()
            for cell in row
            if isinstance(cell, Cell) and cell.value is not None
        )


def dump(content: bytes) -> str:
    """Write down every cell: worksheet, place, value, and the formula if it has one."""
    values = opened(content, values=True)
    lines: list[str] = []
    for name, cell in cells(opened(content)):
        value = values[name][cell.coordinate].value
        lines.append(
            "\t".join([name, cell.coordinate, str(value), *([str(cell.value)] if cell.data_type == "f" else [])])
        )
    return "\n".join(lines) + "\n"


def stale(file: Path) -> str:
    """Recalculate a workbook and say what had been stored wrongly; nothing where all is right."""
    done = subprocess.run(
        [needed("formualizer"), "recalc", file, "--check"], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """Save a workbook, reckon it anew, and read back what that comes to."""
    file = folder / "changed.xlsx"
    book.save(file)
    subprocess.run([needed("formualizer"), "recalc", file], capture_output=True, check=True)
    return opened(file.read_bytes(), values=True)


def rows(page: Worksheet) -> list[tuple[str, Figures]]:
    """Read the table of points: the title and the figures of each row under the headings."""
    lines = iter(page.iter_rows(max_col=1 + len(FIGURES), values_only=True))
    next(line for line in lines if line[0] == "测评内容")
    table = [line for line in lines if line[1] is not None or line[3] is not None]
    return [
        (str(title), {key: _number(cell) for key, cell in zip(FIGURES, line, strict=True)}) for title, *line in table
    ]


def _number(cell: object) -> Decimal | None:
    return None if cell is None else Decimal(str(cell))


def figures(of: Report) -> list[tuple[str, Figures]]:
    """Say what a report has in each row of the table of points, but for the shares of indicators."""
    score = of.score
    bonus: Figures = {"claimed": score.bonus_claimed, "supported": score.bonus}
    penalty: Figures = {"claimed": -score.penalty, "supported": -score.penalty}
    return [
        *(row for whole in of.items for row in ((whole.title, _all(whole)), *map(_but_share, whole.indicators))),
        *([("加分", bonus)] if score.bonus_claimed else []),
        *([("扣分", penalty)] if score.penalty else []),
        ("合计", _all(score)),
    ]


def _all(part: ItemScore | Score) -> Figures:
    return {key: getattr(part, key) for key in FIGURES}


def _but_share(one: IndicatorScore) -> tuple[str, Figures]:
    return one.title, {key: getattr(one, key) for key in FIGURES[:-1]}


def built(**sections: Raw) -> Report:
    """Make a small report that has what the examples have not."""
    listed: Section = {"cap": 5, **HOUSE, "awards": [{"id": "prize", "title": "表彰", "points": 2, **HOUSE}]}
    penalties: Section = {**HOUSE, "entries": [{"id": "late", "title": "迟报", "points": 3, **HOUSE}]}
    count = indicator("count", target=3, points=4)
    by = rubric(
        item("a", indicator("checklist"), count), item("b", indicator("grade")), bonus=listed, penalties=penalties
    )
    claimed = assessment(by, evidence=LEDGER, **sections)
    return report(case(by, claimed))
