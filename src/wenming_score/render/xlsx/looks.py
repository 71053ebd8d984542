"""How the cells of a workbook look."""

from decimal import Decimal

from wenming_score.render.columns import Cell, Column, Record
from wenming_score.render.layout import Tone
from wenming_score.render.workbook import Book, Format, Page, Style, sheet_name

BODY: Style = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True}
TITLE: Style = {"font_name": "黑体", "font_size": 16, "align": "center"}
HEADING: Style = {"font_name": "黑体", "align": "center", "border": 1, "bg_color": "#DDE6F0"}
HEADLINE: Style = {"font_name": "黑体", "font_size": 12}
FAINT: Style = {"font_color": "#7F7F7F"}
INPUT: Style = {"bg_color": "#FFFBE6"}
"""What is for people to fill in."""
TONE_STYLES: dict[Tone, Style] = {
    "good": {"font_color": "#1E7B34"},
    "bad": {"font_color": "#C00000"},
    "unsure": {"font_color": "#9C5700"},
    "faint": FAINT,
    "plain": {},
    "strong": {"bold": True},
}
_RIGHT: Style = {"align": "right", "text_wrap": False}
_NUMBERS: dict[str, Style] = {
    "text": {},
    "points": {"num_format": "0.00_ ", **_RIGHT},
    "signed": {"num_format": "+0.00_ ;-0.00_ ;0.00_ ", **_RIGHT},
    "count": {"num_format": "0", "align": "center"},
    "share": {"num_format": "0.00%_ ", **_RIGHT},
    "day": {"num_format": "yyyy-mm-dd", "align": "center", "text_wrap": False},
}
_TONED = {"outcome", "status", "state", "severity"}
"""The columns that say how things stand: they bear the tone of their row."""
_MOSTLY_WHOLE = {"full", "person_days", "lead_days"}
"""Points that are shown without decimals where they have none."""
_LEVELS: dict[int, Style] = {
    0: {"bold": True, "bg_color": "#F3F6FA"},
    1: {},
    2: {"bold": True, "bg_color": "#E4EBF4"},
}


class Desk:
    """A workbook in the making: its worksheets by name, and its formats, each made once."""

    def __init__(self, book: Book) -> None:
        """Begin with neither."""
        self._book = book
        self._names: list[str] = []
        self._looks: dict[tuple[tuple[str, object], ...], Format] = {}

    def page(self, title: str) -> Page:
        """Add a worksheet."""
        self._names.append(sheet_name(title, self._names))
        return self._book.add_worksheet(self._names[-1])

    def tint(self, style: Style) -> Format:
        """Give a format that only changes what it names, for cells that look by what they hold."""
        return self._book.add_format(style)

    def look(self, *styles: Style) -> Format:
        """Give the format of a cell of the body with further styles, the later before the earlier."""
        style = dict(BODY)
        for one in styles:
            style.update(one)
        key = tuple(sorted(style.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format(style)
        return self._looks[key]


def of_cell(column: Column, cell: Cell, record: Record, *, tree: bool) -> Style:
    """Say how a cell of a table looks; in a tree the items stand over their indicators."""
    style: dict[str, str | int | float | bool] = {"border": 1, "border_color": "#A6A6A6", **_NUMBERS[column.holds]}
    if column.key in _MOSTLY_WHOLE and isinstance(cell, Decimal) and cell == cell.to_integral_value():
        style["num_format"] = "0_ "
    if tree or record.level:
        style.update(_LEVELS[record.level])
    if tree and record.level == 1 and column.key == "title":
        style["indent"] = 1
    if column.key in _TONED:
        style.update({"align": "center", **TONE_STYLES[record.tone]})
    return style


def unsaid(points: Decimal | None) -> Style:
    """Show nothing where nobody has filled in a number yet, though a formula comes to 0 there."""
    return {"num_format": "0.00_ ;-0.00_ ;"} if points is None else {}
