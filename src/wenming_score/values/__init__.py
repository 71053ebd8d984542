"""The words that everything else is written in: points, dates of any precision, quantities."""

from wenming_score.values.dates import AnyDate, Span, When, months_before, read_when
from wenming_score.values.numbers import CENT, percent, plain, shown
from wenming_score.values.quantities import AnyQuantity, Quantity, read_quantity
from wenming_score.values.words import (
    Basis,
    Frozen,
    Id,
    Ids,
    Level,
    Made,
    Names,
    Note,
    Number,
    Points,
    Severity,
    Share,
    Text,
    Window,
    empty_list,
    empty_map,
)

__all__ = [
    "CENT",
    "AnyDate",
    "AnyQuantity",
    "Basis",
    "Frozen",
    "Id",
    "Ids",
    "Level",
    "Made",
    "Names",
    "Note",
    "Number",
    "Points",
    "Quantity",
    "Severity",
    "Share",
    "Span",
    "Text",
    "When",
    "Window",
    "empty_list",
    "empty_map",
    "months_before",
    "percent",
    "plain",
    "read_quantity",
    "read_when",
    "shown",
]
