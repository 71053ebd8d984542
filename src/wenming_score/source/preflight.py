"""What is settled on the text before it is parsed, so that both parsers see the same: tabs and directives."""

import re
from collections.abc import Iterator
from itertools import islice

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source.limits import MISTAKES
from wenming_score.source.signs import named, odd_indent
from wenming_score.text import tr

_TAB_INDENT = re.compile(r"^(?: |- )*-?(\t)[ \t]*[^ \t\n]", re.MULTILINE)
_TAB_KEY = re.compile(r"^ *(?:- +)*[^\s:#\"'\[{]+(\t)[ \t]*:(?=[ \t\n])", re.MULTILINE)


def settle(text: str, shown: str) -> str:
    """Refuse tabs as indents and directives; let any other tab count as a blank."""
    mistakes: list[Mistake] = []
    if "\t" in text:
        mistakes += islice(_tabs(text, shown), MISTAKES)
        text = "\n".join(line.rstrip(" \t") if "\t" in line else line for line in text.split("\n"))
        text = text.replace("\t", " ")
    start = 0 if text.startswith("%") else text.find("\n%") + 1
    if start or text.startswith("%"):
        at = locate(text, start, shown)
        mistakes.append(Mistake(at, tr("这里不收 YAML 指令（以 % 开头的行）；请删去，若是正文，请缩进或加引号")))
    if mistakes:
        raise InputError(sorted(mistakes)[:MISTAKES])
    return text


def _tabs(text: str, shown: str) -> Iterator[Mistake]:
    for match in _TAB_INDENT.finditer(text):
        yield Mistake(locate(text, match.start(1), shown), odd_indent("\t"))
    for match in _TAB_KEY.finditer(text):
        yield Mistake(locate(text, match.start(1), shown), tr("键后面有{sign}；请删去", sign=named("\t")))


def locate(text: str, index: int, shown: str) -> Location:
    """Turn an index into a line and column as people count them."""
    return Location(shown, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
