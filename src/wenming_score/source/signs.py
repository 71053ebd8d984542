"""Characters that look like something else, or like nothing, and what is said of them."""

from wenming_score.text import tr

_ODD = "\u00a0\u00ad\u1680\u202f\u205f\u2060\u3000" + "".join(map(chr, range(0x2000, 0x200E)))
BLANKS = frozenset(_ODD)
"""Blanks that people and editors make and YAML does not know."""
EDGES = BLANKS | {" ", "\n"}
"""What no key may begin or end with."""

# The patterns are compiled when something is wrong, not before. They give back nothing of what they took, or a long
# run of blanks would take for ever.
_LEAD, _END = rf"[ {_ODD}]*+(?:- ++)*+[\"']?+", rf"[\"']?+[ {_ODD}]*+："
WIDE_KEY = rf"{_LEAD}[A-Za-z][A-Za-z0-9_.-]*+{_END}"
"""A line that seems to begin with a key; only in ASCII, since Chinese text may well begin with a word and a colon."""
ANY_WIDE_KEY = rf"{_LEAD}[^\s：:#\"'\[\]{{}}{_ODD}]++{_END}"
TIGHT_KEY = r" *+(?:- ++)*+[A-Za-z][A-Za-z0-9_.-]*+:(?![\s/])"
ODD_INDENT = rf" *+([{_ODD}])"


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
    return text.strip(f" \n{_ODD}")


def short(text: str, most: int = 40) -> str:
    """Cut text to what fits into a sentence."""
    return text if len(text) <= most else f"{text[:most]}…"


def wide_colon() -> str:
    """Say what is wrong with a full-width colon after a key."""
    return tr("这里是全角冒号“：”，不能把键和值分开；请改成半角冒号加空格“: ”，若是正文，请给整个值加引号")


def wide_comma() -> str:
    """Say what is wrong with a full-width comma between two entries."""
    return tr("这里是全角逗号“，”，不能把各项分开；请改成半角逗号“, ”，若是正文，请给这一项加引号")


def tight_colon() -> str:
    """Say that a colon wants a space behind it."""
    return tr("冒号后面要空一格；请写成“键: 值”")


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
    """Refuse half a character, or one that does not exist."""
    return tr("这个转义不成字符；请直接写出文字")
