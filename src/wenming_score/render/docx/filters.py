"""How a template writes what it is given."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from wenming_score.render import layout
from wenming_score.render.docx.context import Value
from wenming_score.render.docx.refused import Refused
from wenming_score.text import inert, tr
from wenming_score.values import percent, plain

_DIGITS = "〇一二三四五六七八九"
_TEN, _HUNDRED = 10, 100


def written(value: Value) -> Markup:
    """Write a value as text that is never markup, and never a tag of a template that is filled in later."""
    if isinstance(value, Markup):
        text = value.unescape()
    elif isinstance(value, Decimal):
        text = plain(value)
    elif isinstance(value, date):
        text = tr("{year}年{month}月{day}日", year=value.year, month=value.month, day=value.day)
    elif isinstance(value, (tuple, Mapping)):
        raise Refused(tr("成组的字段不能直接填，要用 for 逐个填，或者写到具体的字段"))
    else:
        text = "-" if value is None else str(value)
    escaped = Markup.escape(inert(text))
    return escaped.replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))


def numeral(number: int) -> str:
    """Write a number below 100 as headings are numbered: 一, 十, 二十一."""
    if number >= _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    ten = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return ten + (_DIGITS[ones] if ones or not tens else "")


def joined(values: tuple[Value, ...], between: str) -> str:
    """Write several values with something between them."""
    return between.join(str(written(value).unescape()) for value in values)


def sentence(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


def share(value: Decimal) -> str:
    """Write a share as a percentage."""
    return percent(Fraction(value))


FILTERS: dict[str, Callable[..., object]] = {
    "full": layout.full, "join": joined, "length": len, "numeral": numeral, "percent": share, "points": layout.points,
    "sentence": sentence,
}  # fmt: skip
"""What a template may write after `|`."""
