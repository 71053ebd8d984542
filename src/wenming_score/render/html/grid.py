"""How the cells of a table stand on a page."""

from wenming_score.render.cells import width
from wenming_score.render.columns import Cell, Column, Record, Table

_STATUS = frozenset({"outcome", "status", "state", "severity"})
_HEADS = frozenset({"title", "unit"})
_SHORT = 12
_QUOTED = {ord(sign): f"\\{ord(sign):x} " for sign in '"\\\n'}
"""What would end a string in a style sheet."""

Shown = tuple[tuple[int, Column], ...]
"""The columns that hold anything, with their places in a row."""


def columns(table: Table) -> Shown:
    """List the columns that hold anything, with their places."""
    return tuple(
        (place, column)
        for place, column in enumerate(table.columns)
        if any(row.cells[place] not in {None, ""} for row in table.rows)
    )


def head(table: Table) -> str:
    """Name the column that says what a row is about."""
    return next((column.key for column in table.columns if column.key in _HEADS), table.columns[0].key)


def labels(shown: Shown) -> str:
    """Give the headings to the style sheet, for narrow screens where each cell stands under its own."""
    return ";".join(f'--h{number}:"{column.heading.translate(_QUOTED)}"' for number, (_, column) in enumerate(shown, 1))


def widths(shown: Shown) -> tuple[str, ...]:
    """Share the width of the page among columns."""
    whole = sum(column.width for _, column in shown)
    return tuple(f"{100 * column.width / whole:.1f}%" for _, column in shown)


def look(text: str, column: Column) -> str:
    """Name the style of a cell: numbers stand right; what is short stays in one line, if Chinese then where it can."""
    number = "" if column.holds in {"text", "day"} else "n"
    if column.width > _SHORT or width(text) > column.width:
        return number
    return f"{number} s".strip() if text.isascii() else f"{number} c".strip()


def web(text: str, column: Column) -> bool:
    """Tell whether a cell leads to the web; a file of the unit is where only the unit is."""
    return column.key == "path" and text.lower().startswith(("https://", "http://"))


def status(row: Record, column: Column, cell: Cell) -> bool:
    """Tell whether a cell says what its row has come to."""
    return bool(row.sign and cell and column.key in _STATUS)
