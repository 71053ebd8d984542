"""Rows, rubrics and figures as a store holds them, and back."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from json import loads
from typing import TypeVar

from pydantic import TypeAdapter

from wenming_score.fleet.measure import Twin
from wenming_score.rank import Failure, Outcome, Part, Row
from wenming_score.render import json
from wenming_score.report import RubricInfo
from wenming_score.values import CENT, FOUR_PLACES

T = TypeVar("T")
_WORD = 1 << 64


class SpoiltError(Exception):
    """What a store holds is not what was put there."""


def cents(points: Decimal) -> int:
    """Count points in hundredths, as finely as they are shown."""
    return int(points / CENT)


def figures(part: Part) -> tuple[int, int, int]:
    """Give the points, the full points and the share of a part as whole numbers."""
    return cents(part.supported), cents(part.full), int(part.share / FOUR_PLACES)


def part(name: str, title: str, supported: int, full: int, share: int) -> Part:
    """Make a part of its figures."""
    return Part(name, title, full * CENT, supported * CENT, share * FOUR_PLACES)


def signed(fingerprint: int) -> int:
    """Write 64 bits as the signed number that a store can hold."""
    return fingerprint - _WORD if fingerprint >> 63 else fingerprint


def unsigned(number: int) -> int:
    """Take 64 bits from a signed number."""
    return number % _WORD


def pack(record: Outcome | RubricInfo | tuple[Twin, ...]) -> str:
    """Write a record; the same text means the same record."""
    return json.pack(record)


def row(text: str) -> Row:
    """Read a row."""
    return _read(_rows, text)


def failure(text: str) -> Failure:
    """Read a failure."""
    return _read(_failures, text)


def rubric(text: str) -> RubricInfo:
    """Read what is said of a rubric."""
    return _read(_rubrics, text)


def _parse(text: str) -> object:
    """Read JSON without losing a digit."""
    return loads(text, parse_float=Decimal)


def _read(adapter: Callable[[], TypeAdapter[T]], text: str) -> T:
    try:
        return adapter().validate_python(_parse(text))
    except (ValueError, RecursionError):  # a ValidationError is one, too
        raise SpoiltError from None


@cache
def _rows() -> TypeAdapter[Row]:
    return TypeAdapter(Row)


@cache
def _failures() -> TypeAdapter[Failure]:
    return TypeAdapter(Failure)


@cache
def _rubrics() -> TypeAdapter[RubricInfo]:
    return TypeAdapter(RubricInfo)
