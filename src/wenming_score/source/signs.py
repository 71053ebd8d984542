"""Characters that look like something else, or like nothing, and what is said of them."""

import re

from wenming_score.text import tr

_BLANKS = "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000"
BLANKS = frozenset(_BLANKS)
ODD = re.compile(f"[{_BLANKS}]")
ODD_EDGE = re.compile(rf"\A[ \n{_BLANKS}]|[ \n{_BLANKS}]\Z")
ODD_INDENT = re.compile(f" *([{_BLANKS}])")
# Nothing here gives back what it took, or long runs of blanks would take for ever.
_LEAD = rf"[ {_BLANKS}]*+(?:- ++)*+[\"']?+"
_WIDE = rf"[\"']?+[ {_BLANKS}]*+："
# Only ASCII: a line of Chinese text may well start with a word and a colon.
WIDE_KEY = re.compile(rf"{_LEAD}[A-Za-z][A-Za-z0-9_.-]*+{_WIDE}")
ANY_WIDE_KEY = re.compile(rf"{_LEAD}[^\s：:#\"'\[\]{{}}{_BLANKS}]++{_WIDE}")
TIGHT_KEY = re.compile(r" *(?:- +)*[A-Za-z][A-Za-z0-9_.-]*:(?![\s/])")

_ESCAPE = re.compile(r"\\(?:(u[dD][89a-fA-F]|U(?!000[0-9a-fA-F]|0010)|U0000[dD][89a-fA-F])|.)", re.DOTALL)


def unreal_escape(text: str, start: int) -> int:
    """Find the first escape in double quotes for half a character, or for none at all."""
    return next((match.start() for match in _ESCAPE.finditer(text, start) if match[1]), start)


def named(sign: str) -> str:
    """Name a character that cannot be told by looking at it."""
    names = {
        " ": tr("空格"),
        "\t": tr("制表符（Tab）"),
        "\n": tr("换行"),
        "\u3000": tr("全角空格（U+3000）"),
        "\u00a0": tr("不间断空格（U+00A0）"),
        "\ufeff": tr("字节顺序标记（BOM，U+FEFF）"),
    }
    return names.get(sign) or tr("看不见的字符（{code}）", code=f"U+{ord(sign):04X}")


def bare(text: str) -> str:
    """Take the blanks off both ends of a text."""
    return text.strip(f" \n{_BLANKS}")


def tight_colon() -> str:
    """Say that a colon wants a space behind it."""
    return tr("冒号后面要空一格；请写成“键: 值”")


def wide_colon() -> str:
    """Say what is wrong with a full-width colon after a key."""
    return tr("这里是全角冒号“：”，不能把键和值分开；请改成半角冒号加空格“: ”，若是正文，请给整个值加引号")


def wide_comma() -> str:
    """Say what is wrong with a full-width comma between two entries."""
    return tr("这里是全角逗号“，”，不能把各项分开；请改成半角逗号“, ”，若是正文，请给这一项加引号")


def odd_indent(sign: str) -> str:
    """Say what is wrong with a blank that is not YAML's."""
    return tr("行首有{sign}；缩进只能用半角空格，请改过来", sign=named(sign))


def flow_sign(sign: str) -> str:
    """Say that a text in brackets holds what only quotes can hold."""
    return tr("方括号、花括号里的文字含有“{sign}”；请给这段文字加引号", sign=sign)


def block_text() -> str:
    """Say how a text of several lines begins."""
    return tr("“|”和“>”后面要另起一行写文字，各行缩进一致；若是正文，请给整个值加引号")


def no_key() -> str:
    """Say that a key is missing."""
    return tr("冒号前面没有键；请补上键，若是正文，请给整个值加引号")


def anchor() -> str:
    """Refuse an anchor."""
    return tr("这里不收 YAML 锚点（以 & 开头）；请写出完整内容，若是正文，请给整个值加引号")


def alias() -> str:
    """Refuse an alias."""
    return tr("这里不收 YAML 引用（以 * 开头）；请写出完整内容，若是正文，请给整个值加引号")


def tag() -> str:
    """Refuse a tag."""
    return tr("这里不收 YAML 标签（以 ! 开头）；请删去，若是正文，请给整个值加引号")


def second_document() -> str:
    """Refuse what follows the first document."""
    return tr("一个文件里只能有一份内容；请删去“---”或“...”，或拆成两个文件")


def bad_escape() -> str:
    """Refuse half a character."""
    return tr("这个转义不成字符；请直接写出文字")
