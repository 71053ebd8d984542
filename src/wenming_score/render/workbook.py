"""Excel workbooks: XlsxWriter, which has no types of its own, as far as it is used."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Protocol

Style = Mapping[str, str | int | float | bool]


class Format(Protocol):
    """How a cell looks."""


class Page(Protocol):
    """A worksheet."""

    def merge_range(self, row: int, column: int, last_row: int, last_column: int, text: str, form: Format) -> int:
        """Write a text over several cells."""
        ...

    def write_string(self, row: int, column: int, text: str, form: Format) -> int:
        """Write a text, whatever it begins with."""
        ...

    def write_number(self, row: int, column: int, number: float, form: Format) -> int:
        """Write a number."""
        ...

    def set_column(self, first: int, last: int, width: float) -> int:
        """Set the width of columns."""
        ...

    def set_row(self, row: int, height: float) -> int:
        """Set the height of a row, in points."""
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

    def fit_to_pages(self, wide: int, high: int) -> None:
        """Shrink to so many pages; 0 is as many as it takes."""
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
    # Imported here, since only a workbook needs it; its own types are half there.
    from xlsxwriter import Workbook  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs]

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book: Book = Workbook(made, options)  # pyright: ignore[reportAssignmentType]
    day = datetime(as_of.year, as_of.month, as_of.day)  # noqa: DTZ001 - a day of no zone
    book.set_properties({"title": title, "created": day})
    return book
