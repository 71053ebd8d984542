"""What a parser's error means, in words a clerk can act on, and the same for both parsers."""

import re
from collections.abc import Callable, Iterator

from wenming_score.finding import Mistake
from wenming_score.source import signs
from wenming_score.source.events import Parser
from wenming_score.source.preflight import locate
from wenming_score.source.trouble import Trouble, trouble, unreal_escape
from wenming_score.text import tr

Said = tuple[int, str]
"""An index into the text and what is to be said of it."""

_COLONS = {":": signs.no_key, "：": signs.wide_colon}
_WIDE_KEY = re.compile(r"^ *(?:- )?[A-Za-z_][\w.-]*：", re.MULTILINE)
_PAIRS = {"[": "]", "{": "}"}


def explain(parser: Parser, text: str, shown: str) -> Mistake:
    """Parse again up to the error, which costs nothing while all is well, and say what it means."""
    found = trouble(parser, text)
    at, message = next((say(found) for pattern, say in _ERRORS if re.search(pattern, found.words)), _unknown(found))
    return Mistake(locate(text, at, shown), message)


def alike(mistake: Mistake, text: str, shown: str) -> Iterator[Mistake]:
    """Yield the other lines that begin with a key and a full-width colon, where that is what is wrong.

    The parser stops at the first; whoever typed one with a Chinese input method typed more.
    """
    if mistake.message == signs.wide_colon():
        for match in _WIDE_KEY.finditer(text):
            yield Mistake(locate(text, match.end() - 1, shown), mistake.message)


def _open_quote(found: Trouble) -> Said:
    return found.begun, tr("这个引号没有收尾；请在结尾补上同样的半角引号")


def _escape(found: Trouble) -> Said:
    at = found.text.rfind("\\", 0, found.at + 1)
    return at, tr("双引号里没有这种转义；反斜杠请写成两个，或把双引号换成单引号")


def _unreal_escape(found: Trouble) -> Said:
    return unreal_escape(found.text, found.begun), signs.bad_escape()


def _block_text(found: Trouble) -> Said:
    return found.at, signs.block_text()


def _no_colon(found: Trouble) -> Said:
    wide = found.text.find("：", found.begun, found.line_end(found.begun))
    if wide >= 0:
        return wide, signs.wide_colon()
    return _lookalike(found) or (found.begun, tr("这一行没有冒号；要写成“键: 值”，半角冒号后面空一格"))


def _flow(found: Trouble) -> Said:
    """Tell a look-alike comma or colon, a sign that wants quotes, a missing end and a missing comma apart."""
    entry = max(found.begun, *(found.text.rfind(sign, 0, found.at) for sign in ",\"'[{\n"))
    if (comma := found.text.find("，", entry, found.at + 1)) >= 0:
        return comma, signs.wide_comma()
    if found.sign == "：":
        return found.at, signs.wide_colon()
    if found.left(found.begun):
        return _open_bracket(found, found.begun)
    if found.sign in ("?", ":"):
        return found.at, signs.flow_sign(found.sign)
    if found.sign in ("]", "}"):
        return found.at, tr("括号不成对：“{sign}”前面是另一种括号；请改成同一种", sign=found.sign)
    return found.at, tr("这里缺少逗号；各项之间用半角逗号“, ”隔开")


def _open_bracket(found: Trouble, at: int) -> Said:
    sign = found.text[at]
    return at, tr("括号“{sign}”没有收尾；请补上“{end}”", sign=sign, end=_PAIRS[sign])


def _no_value(found: Trouble) -> Said:
    opening = found.text[found.opened : found.opened + 1] in _PAIRS
    if opening and (found.left(found.opened) or not found.sign):
        return _open_bracket(found, found.opened)
    if found.sign in ("]", "}"):
        return found.at, tr("多出了“{sign}”；请删去，或补上与它成对的括号", sign=found.sign)
    if found.sign == ":":
        follows = found.text[found.at + 1 : found.at + 2]
        return found.at, signs.no_key() if follows.isspace() else signs.flow_sign(":")
    return found.at, tr("“{sign}”前面没有内容；请删去，若是正文，请给整个值加引号", sign=found.sign)


def _no_key(found: Trouble) -> Said:
    """Tell a line that no key or dash begins from something behind a value."""
    if hint := _lookalike(found):
        return hint
    if found.sign in _COLONS:
        return found.at, _COLONS[found.sign]()
    if found.before.strip(" "):
        return found.at, tr("值到这里已经结束，后面却还有内容；请核对引号是否成对，或给整个值加引号")
    return found.at, tr("这一行的缩进和上面对不齐；同一层的各行要从同一列开始，列表的每项以“- ”开头")


def _stray_colon(found: Trouble) -> Said:
    if hint := _lookalike(found, found.last):
        return hint
    if ": " in found.before:
        return found.at, tr("一行里有两处“: ”；值里有冒号时，请给整个值加引号")
    return found.at, tr("这里多出了冒号；请核对这一行的缩进，再看上一行的冒号后面是否空了一格")


def _stray_dash(found: Trouble) -> Said:
    return _lookalike(found) or (found.at, tr("“- ”要另起一行，写在键的下面；若是正文，请给整个值加引号"))


def _stray_question(found: Trouble) -> Said:
    return found.at, tr("值不能以“? ”开头；请给整个值加引号")


def _bad_start(found: Trouble) -> Said:
    return found.at, tr("没有引号的值不能以“{sign}”开头；请给整个值加引号", sign=found.sign)


def _outside(found: Trouble) -> Said:
    if re.search(r"^\.\.\.(?=\s)", found.text[: found.at], re.MULTILINE):
        return found.at, signs.second_document()
    return _no_key(found)


def _unknown(found: Trouble) -> Said:
    return found.at, tr("这里不合 YAML 的写法（{words}）；请核对引号、括号、冒号和缩进", words=found.words)


def _lookalike(found: Trouble, since: int | None = None) -> Said | None:
    """Look for what only seems to be an indent or a colon, on the lines that were being read."""
    at = found.since if since is None else since
    for line in found.text[at : found.line_end(found.at)].split("\n"):
        indent = re.match(signs.ODD_INDENT, line)
        if indent and at == found.line_start(at):
            return at + indent.start(1), signs.odd_indent(indent[1])
        if match := re.match(signs.ANY_WIDE_KEY, line):
            return at + match.end() - 1, signs.wide_colon()
        if match := re.match(signs.TIGHT_KEY, line):
            return at + match.end() - 1, signs.tight_colon()
        at += len(line) + 1
    return None


# The first that fits both parsers' words; what a parser was reading tells more than what it met.
_ERRORS: tuple[tuple[str, Callable[[Trouble], Said]], ...] = (
    (r"escape code", _unreal_escape),
    (r"escape|hexdecimal", _escape),
    (r"quoted scalar", _open_quote),
    (r"more indented", _no_key),
    (r"block scalar", _block_text),
    (r"scanning an alias", lambda found: (found.begun, signs.alias())),
    (r"scanning an anchor", lambda found: (found.begun, signs.anchor())),
    (r" tag", lambda found: (found.begun, signs.tag())),
    (r"simple key", _no_colon),
    (r"unexpected ':'", lambda found: (found.at, signs.flow_sign(":"))),
    (r"flow (?:sequence|mapping) .*','", _flow),
    (r"node content", _no_value),
    (r"block (?:mapping|collection)", _no_key),
    (r"mapping values", _stray_colon),
    (r"sequence entries", _stray_dash),
    (r"mapping keys", _stray_question),
    (r"cannot start any token", _bad_start),
    (r"document (?:start|end)", _outside),
)
