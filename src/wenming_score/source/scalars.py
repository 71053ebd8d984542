"""What unquoted text means: the core schema of YAML 1.2, and dates."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from wenming_score.source.limits import DECIMAL_DIGITS, WHOLE_DIGITS
from wenming_score.source.signs import short
from wenming_score.text import tr

WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
"""Unquoted words that are no text."""
_NUMERIC = frozenset("-+.0123456789")
STARTS = frozenset({*_NUMERIC, *(word[:1] for word in WORDS)})
"""The first characters of all that is not plainly text."""

# All that could be a number; nearly all text that begins with a digit falls out here.
_NUMERAL = re.compile(r"[-+]?[.0-9][0-9a-fA-FoxIiNn_.+-]*")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,9})?")
# The rest is rare, and compiled when it comes.
_BASED = r"0o[0-7]+|0x[0-9a-fA-F]+"
_ENDLESS = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
# What YAML 1.1 or a careless reader takes for another number than it says, and exponents beyond all measure.
_DOUBTFUL = r"[-+]?(?:[0-9][0-9_]*+(?:\.[0-9_]*+)?|\.[0-9]++|0[xob][0-9a-fA-F_]++)(?:[eE][-+]?[0-9]++)?"
_DAY = 10
_SHORT = 20
"""Characters of a number or day that is kept in mind: nothing long is, however many files are read."""


class Refusal(ValueError):  # noqa: N818 - it is a refusal, with its reason as the message
    """Unquoted text that could be taken for something else."""


def resolve(text: str) -> bool | int | Decimal | str | date | None:
    """Give unquoted text its value; raise `Refusal` where nobody could be sure of it."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    return _known(text) if len(text) <= _SHORT else _number(text)


@lru_cache(4096)
def _known(text: str) -> int | Decimal | str | date:
    return _day(text) if len(text) == _DAY and text[4] == text[7] == "-" else _number(text)


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _number(text: str) -> int | Decimal | str:
    if _WHOLE.fullmatch(text):
        if len(text.lstrip("+-")) > WHOLE_DIGITS:
            raise Refusal(_too_long(text))
        return int(text)
    if not _NUMERAL.fullmatch(text):
        return text
    if _DECIMAL.fullmatch(text):
        return _decimal(text)
    if re.fullmatch(_BASED, text):
        return _based(text)
    if re.fullmatch(_ENDLESS, text):
        raise Refusal(tr("“{text}”不是数：这里只收有限的数；若是文字，请加引号", text=text))
    if re.fullmatch(_DOUBTFUL, text):
        raise Refusal(
            tr("“{text}”可能被读成别的数；若是编号或文字，请加引号；若是数，请去掉开头的 0 和下划线", text=short(text))
        )
    return text


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    if number.adjusted() >= WHOLE_DIGITS or not isinstance(exponent, int) or exponent < -DECIMAL_DIGITS:
        raise Refusal(_too_long(text))
    return number.quantize(Decimal(1)) if exponent > 0 else number


def _based(text: str) -> int:
    number = int(text, 0) if len(text) <= 2 * WHOLE_DIGITS else 10**WHOLE_DIGITS
    if number >= 10**WHOLE_DIGITS:
        raise Refusal(_too_long(text))
    return number


def _too_long(text: str) -> str:
    return tr(
        "数“{text}”太长：小数点前至多 {whole} 位，后至多 {decimal} 位；若是电话或编号，请加引号",
        text=short(text),
        whole=WHOLE_DIGITS,
        decimal=DECIMAL_DIGITS,
    )
