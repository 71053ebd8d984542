"""Excel workbooks: XlsxWriter, which has no types of its own, as far as it is used."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import BinaryIO, Protocol, TypeAlias

from wenming_score.text import inert, tr

Style = Mapping[str, str | int | float | bool]

LIVE = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula; some read full-width signs as the narrow ones."""
_UNNAMEABLE = re.compile(r"[\[\]:*?/\\]|^'|'$")
"""What the name of a worksheet may not have in it."""
_NAME, _TEXT = 31, 32_767
"""The longest name of a worksheet and text of a cell."""


class Format(Protocol):
    """How a cell looks."""


Options: TypeAlias = Mapping[str, str | int | float | bool | list[str] | Format]


class Page(Protocol):
    """A worksheet; rows and columns count from 0, and both ends of a range are in it."""

    name: str

    def merge_range(self, row: int, column: int, last_row: int, last_column: int, text: str, form: Format) -> int:
        """Write a text over several cells."""
        ...

    def write_string(self, row: int, column: int, text: str, form: Format) -> int:
        """Write a text, whatever it begins with."""
        ...

    def write_number(self, row: int, column: int, number: float, form: Format) -> int:
        """Write a number."""
        ...

    def write_formula(self, row: int, column: int, formula: str, form: Format, value: float | str) -> int:
        """Write a formula with what it comes to, for viewers that do not reckon."""
        ...

    def write_blank(self, row: int, column: int, blank: None, form: Format) -> int:
        """Write an empty cell."""
        ...

    def set_column(self, first: int, last: int, width: float, form: None = None, options: Options | None = None) -> int:
        """Set the width of columns."""
        ...

    def set_row(self, row: int, height: float, form: None = None, options: Options | None = None) -> int:
        """Set the height of a row, in points."""
        ...

    def outline_settings(self, *, visible: bool, symbols_below: bool) -> None:
        """Say where rows are folded."""
        ...

    def conditional_format(self, row: int, column: int, last_row: int, last_column: int, options: Options) -> int:
        """Let cells look by what they hold."""
        ...

    def data_validation(self, row: int, column: int, last_row: int, last_column: int, options: Options) -> int:
        """Say what may be filled in."""
        ...

    def freeze_panes(self, row: int, column: int) -> None:
        """Keep the rows above in sight."""
        ...

    def autofilter(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Offer a filter on each heading."""
        ...

    def set_landscape(self) -> None:
        """Print across."""
        ...

    def set_paper(self, number: int) -> None:
        """Choose the paper; 9 is A4."""
        ...

    def set_margins(self, left: float, right: float, top: float, bottom: float) -> None:
        """Set the margins of the paper, in inches."""
        ...

    def center_horizontally(self) -> None:
        """Print in the middle of the paper."""
        ...

    def fit_to_pages(self, wide: int, high: int) -> None:
        """Shrink to so many pages; 0 is as many as it takes."""
        ...

    def print_area(self, row: int, column: int, last_row: int, last_column: int) -> int:
        """Print this and nothing else."""
        ...

    def repeat_rows(self, first: int) -> None:
        """Print a row on every page."""
        ...

    def set_footer(self, text: str) -> None:
        """Print a line below every page."""
        ...


class Book(Protocol):
    """A workbook."""

    def set_properties(self, properties: Mapping[str, str | datetime]) -> None:
        """Say what it is about."""
        ...

    def add_worksheet(self, name: str) -> Page:
        """Add a page."""
        ...

    def add_format(self, style: Style) -> Format:
        """Add a way for cells to look."""
        ...

    def close(self) -> None:
        """Write it."""
        ...


def new_book(made: BytesIO, title: str, as_of: date) -> Book:
    """Begin a workbook whose texts are never formulas or links, and which holds no clock."""
    return _book(made, title, as_of, {"in_memory": True})


def long_book(made: BinaryIO, title: str, as_of: date) -> Book:
    """Begin such a workbook for more rows than memory should hold: each has to be written before the next."""
    return _book(made, title, as_of, {"constant_memory": True})


def _book(made: BinaryIO, title: str, as_of: date, keeping: Mapping[str, bool]) -> Book:
    # Imported here, since only a workbook needs it; its own types are half there.
    from xlsxwriter import Workbook  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs]

    options = {"strings_to_formulas": False, "strings_to_urls": False, **keeping}
    book: Book = Workbook(made, options)  # pyright: ignore[reportAssignmentType]
    day = datetime(as_of.year, as_of.month, as_of.day)  # noqa: DTZ001 - a day of no zone
    book.set_properties({"title": inert(title), "created": day})
    return book


def a1(row: int, column: int) -> str:
    """Name a cell of the first 26 columns as formulas do."""
    return f"{chr(ord('A') + column)}{row + 1}"


def sheet_name(title: str, taken: Iterable[str] = ()) -> str:
    """Make a title the name of a worksheet: short, without forbidden signs, unlike any other."""
    others = {name.casefold() for name in taken}
    name = made = _UNNAMEABLE.sub(" ", _cut(inert(title), _NAME))
    number = 2
    while made.casefold() in others:
        end = f" {number}"
        made = _cut(name, _NAME - len(end)) + end
        number += 1
    return made


def fitting(text: str) -> str:
    """Cut a text that no cell can hold, and say so."""
    sign = tr("……（太长，到此截断）")
    return text if _cut(text, _TEXT) == text else _cut(text, _TEXT - len(sign)) + sign


def _cut(text: str, most: int) -> str:
    """Cut a text to so many units of UTF-16, as Excel counts."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
