"""Numbers with their bound and their unit kept."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic_core import core_schema

from wenming_score.records import record
from wenming_score.text import tr
from wenming_score.values.words import Made

Bound = Literal["exact", "at_least", "about"]


@record
class Quantity:
    """A number with its bound kept, as it was written; `value` is None for a placeholder."""

    text: str
    value: Decimal | None
    bound: Bound = "exact"
    unit: str = ""

    def __str__(self) -> str:
        return self.text


_QUANTITY = re.compile(
    r"(?P<before>>=|≥|不少于|不低于|至少|超过|约|大约|近)?\s*(?P<number>\d{1,9}(?:\.\d{1,6})?|\d{1,3}(?:,\d{3})+)\s*"
    r"(?P<scale>[百千万亿])?\s*(?P<after>余|多|以上|左右|\+)?\s*(?P<unit>[^\W\d_]{0,6}?)\s*(?P<end>以上|左右)?"
)
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_ABOUT = {"约", "大约", "近", "左右"}


def read_quantity(value: object) -> Quantity:
    """Read a number, or text with its bound and unit; text without a digit, or a bare percentage, is a placeholder."""
    if isinstance(value, Quantity):
        return value
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value >= 0:
        return Quantity(str(value), Decimal(value))
    if value is None:
        return Quantity("", None)
    if isinstance(value, str):
        if not any(sign.isdigit() for sign in value) or value.rstrip().endswith("%"):
            return Quantity(value, None)
        match = _QUANTITY.fullmatch(value.strip())
        if match:
            return _quantity(value, match)
    raise ValueError(tr('数量要写成 42、">=42"、"42余" 或 "约42"，可以带单位'))


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    marks = {mark for mark in (match["before"], match["after"], match["end"]) if mark}
    bound: Bound = "about" if marks & _ABOUT else "at_least" if marks else "exact"
    number = Decimal(match["number"].replace(",", "")) * _SCALES.get(match["scale"], 1)
    return Quantity(text, number, bound, match["unit"])


AnyQuantity = Annotated[
    Quantity,
    Made(
        core_schema.no_info_plain_validator_function(read_quantity),
        {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}, {"type": "null"}]},
    ),
]
