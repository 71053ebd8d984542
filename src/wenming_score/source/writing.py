"""Values to YAML on one line, quoted only where they must be."""

import re
from datetime import date

from wenming_score.source.document import Value
from wenming_score.source.scalars import Refusal, resolve

_PLAIN = re.compile(r"[\w（《〈【“][\w （）《》〈〉【】〔〕“”、；。！·—…./+%&@=~-]*(?<! )")
"""What nobody, and no parser, takes for anything but text; the rest gets quotes."""
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


def written(value: Value) -> str:
    """Write a value so that it can stand in a block or between brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(entry(key, part) for key, part in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str):
        return value if _is_plain(value) else _double(value)
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def entry(key: str, value: Value) -> str:
    """Write an entry of a mapping."""
    return f"{written(key)}: {written(value)}"


def quoted_like(before: str, text: str) -> str:
    """Write a text in the place of another, in the same quotes if it can stand in them."""
    if before.startswith('"'):
        return _double(text)
    if before.startswith("'") and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return written(text)


def _double(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _is_plain(text: str) -> bool:
    try:
        return _PLAIN.fullmatch(text) is not None and resolve(text) == text
    except Refusal:
        return False


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return f"\\{sign}" if sign in '\\"' else f"\\u{ord(sign):04x}"
