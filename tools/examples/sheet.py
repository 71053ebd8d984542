"""Write rosters, statistics and tallies as xlsx."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from examples.pack import repack
from examples.people import some, spread

THIN = Side(style="thin", color="999999")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


@dataclass(frozen=True)
class Sheet:
    """One table: `rows` is text with `|` between cells, or `people` fills it with so many of the staff.

    With `people`, each of `shares` (column: total and most a head) is spread over them and adds up to its total.
    """

    path: str
    date: date
    title: str
    columns: list[str]
    rows: str = ""
    people: int = 0
    shares: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    note: str = ""

    def cells(self) -> list[list[str | int | float]]:
        """Give the rows under the headings."""
        if not self.people:
            return [[_value(cell) for cell in line.split("|")] for line in self.rows.strip().splitlines()]
        people = some(self.people, self.path.split("/")[-1])
        parts = [
            spread(total, most, self.people, f"{self.path}{column}") for column, (total, most) in self.shares.items()
        ]
        rows: list[list[str | int | float]] = [
            [place + 1, name, department, *(part[place] for part in parts)]
            for place, (name, department) in enumerate(people)
        ]
        totals = [sum(part) for part in parts]
        return [*rows, ["合计", f"{self.people}人", "", *totals]]


def _value(text: str) -> str | int | float:
    text = text.strip()
    try:
        return int(text) if text.isdigit() else float(text)
    except ValueError:
        return text


def write_xlsx(sheet: Sheet, path: Path) -> None:
    """Write one table with its title, headings and note."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title[:28]
    page.append([sheet.title])
    page.append(sheet.columns)
    for row in sheet.cells():
        page.append(row)
    _dress(page, len(sheet.columns))
    page.append([sheet.note or "填表单位：某县示范局"])
    page.append([f"填表日期：{sheet.date.isoformat()}"])
    book.properties.creator = "某县示范局"
    buffer = BytesIO()
    book.save(buffer)
    repack(buffer.getvalue(), sheet.date, path)


def _dress(page: Worksheet, width: int) -> None:
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    page["A1"].font = Font(name="黑体", size=16)
    for row in page.iter_rows(min_row=2, max_col=width):
        for cell in row:
            cell.border, cell.font = GRID, Font(name="仿宋", size=12, bold=cell.row == 2)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for cell in page[2]:
        cell.fill = PatternFill("solid", fgColor="E8EEF7")
    for column in range(1, width + 1):
        texts = [str(page.cell(row, column).value or "") for row in range(2, page.max_row + 1)]
        page.column_dimensions[get_column_letter(column)].width = min(48, 4 + 2 * max(map(len, texts)))
