"""Every refusal says where, what and how to mend it, by either parser."""

import pytest

from wenming_score.finding import InputError
from wenming_score.source import parse
from wenming_score.source.events import Parser, parser, pure

WIDE_COLON = "这里是全角冒号“：”，不能把键和值分开；请改成半角冒号加空格“: ”，若是正文，请给整个值加引号"
WIDE_COMMA = "这里是全角逗号“，”，不能把各项分开；请改成半角逗号“, ”，若是正文，请给这一项加引号"
EMPTY = "文件里没有内容；请用 wenming-score init 生成一份样例，再填写"
ONE_TEXT = "整个文件只是一段文字；要写成一行行的“键: 值”"
TIGHT = "冒号后面要空一格；请写成“键: 值”"
TAB = "行首有制表符（Tab）；缩进只能用半角空格，请改过来"
IDEOGRAPHIC = "行首有全角空格（U+3000）；缩进只能用半角空格，请改过来"
NO_BREAK = "行首有不间断空格（U+00A0）；缩进只能用半角空格，请改过来"
ZERO_WIDTH = "行首有看不见的字符（U+200B）；缩进只能用半角空格，请改过来"
ANCHOR = "这里不收 YAML 锚点（以 & 开头）；请写出完整内容，若是正文，请给整个值加引号"
ALIAS = "这里不收 YAML 引用（以 * 开头）；请写出完整内容，若是正文，请给整个值加引号"
TAG = "这里不收 YAML 标签（以 ! 开头）；请删去，若是正文，请给整个值加引号"
DIRECTIVE = "这里不收 YAML 指令（以 % 开头的行）；请删去，若是正文，请缩进或加引号"
SECOND = "一个文件里只能有一份内容；请删去“---”或“...”，或拆成两个文件"
QUESTION = "这里不收以“?”开头的键；请写成“键: 值”，若是正文，请加引号"
NOT_A_KEY = "键必须是文字；若这是正文，请给整个值加引号"
NO_KEY = "冒号前面没有键；请补上键，若是正文，请给整个值加引号"
OPEN_QUOTE = "这个引号没有收尾；请在结尾补上同样的半角引号"
OPEN_SQUARE = "括号“[”没有收尾；请补上“]”"
OPEN_CURLY = "括号“{”没有收尾；请补上“}”"
NO_COMMA = "这里缺少逗号；各项之间用半角逗号“, ”隔开"
NOTHING_BEFORE = "“,”前面没有内容；请删去，若是正文，请给整个值加引号"
ESCAPE = "双引号里没有这种转义；反斜杠请写成两个，或把双引号换成单引号"
NO_CHARACTER = "这个转义不成字符；请直接写出文字"
BEHIND = "值到这里已经结束，后面却还有内容；请核对引号是否成对，或给整个值加引号"
TWO_COLONS = "一行里有两处“: ”；值里有冒号时，请给整个值加引号"
STRAY_COLON = "这里多出了冒号；请核对这一行的缩进，再看上一行的冒号后面是否空了一格"
NO_COLON = "这一行没有冒号；要写成“键: 值”，半角冒号后面空一格"
INDENT = "这一行的缩进和上面对不齐；同一层的各行要从同一列开始，列表的每项以“- ”开头"
DASH = "“- ”要另起一行，写在键的下面；若是正文，请给整个值加引号"
BLOCK = "“|”和“>”后面要另起一行写文字，各行缩进一致；若是正文，请给整个值加引号"


def in_brackets(sign: str) -> str:
    return f"方括号、花括号里的文字含有“{sign}”；请给这段文字加引号"


def extra(sign: str) -> str:
    return f"多出了“{sign}”；请删去，或补上与它成对的括号"


def bad_start(sign: str) -> str:
    return f"没有引号的值不能以“{sign}”开头；请给整个值加引号"


def not_text(key: str) -> str:
    return f"键“{key}”没有加引号，会被读成数、日期或空值；请加引号"


def doubtful(text: str) -> str:
    return f"“{text}”可能被读成别的数；若是编号或文字，请加引号；若是数，请去掉开头的 0 和下划线"


def too_long(text: str) -> str:
    return f"数“{text}”太长：小数点前至多 9 位，后至多 9 位；若是电话或编号，请加引号"


def endless(text: str) -> str:
    return f"“{text}”不是数：这里只收有限的数；若是文字，请加引号"


def unreal(sign: str) -> str:
    return f"这里有{sign}，它不是文字；请删去"


NOTHING_IN_IT = {
    "": f"1:1: {EMPTY}",
    "\n# 只有注释\n": f"1:1: {EMPTY}",
    "---\n": f"1:1: {EMPTY}",
    "~": f"1:1: {EMPTY}",
    "一段话": f"1:1: {ONE_TEXT}",
    "|\n  一段话": f"1:1: {ONE_TEXT}",
    "name:某局": f"1:5: {TIGHT}",
    "名称：某局\n级别：省级": f"1:3: {WIDE_COLON}",
}
FULL_WIDTH = {
    "unit: 1\nname：某局": f"2:5: {WIDE_COLON}",
    "unit: 1\n名称：某局": f"2:3: {WIDE_COLON}",
    "unit: 1\nname：某局\nstaff: 3": f"2:5: {WIDE_COLON}",
    "name：某局\nstaff: 3": f"1:5: {WIDE_COLON}",
    "unit:\n  name：某局": f"2:7: {WIDE_COLON}",
    "unit:\n  name：某局\n  staff：3": f"2:7: {WIDE_COLON}",
    "unit:\n  name：某局\n  staff: 3": f"2:7: {WIDE_COLON}",
    "unit:\n  name: 某局\n  staff：3\n  type: school": f"3:8: {WIDE_COLON}",
    "note: 见下\n  E001：方案": f"2:7: {WIDE_COLON}",
    "- id：a\n  title：某项": f"1:5: {WIDE_COLON}",
    "- id：a\n  title: 某项": f"1:5: {WIDE_COLON}",
    'E001:\n  "path"：方案.pdf\n  type: plan': f"2:9: {WIDE_COLON}",
    "responses: {优：40, 良: 12}": f"1:14: {WIDE_COLON}",
    "a: {b：甲 c: 乙}": f"1:6: {WIDE_COLON}",
    "a: {b: c, 优：40 良: 12}": f"1:12: {WIDE_COLON}",
    "a: {优: 40，良: 12}": f"1:10: {WIDE_COMMA}",
    'a: {"b"：1, c: 2}': f"1:8: {WIDE_COLON}",
    'serves: ["甲"，"乙"]': f"1:13: {WIDE_COMMA}",
    "a: {b: '甲，乙' c: 1}": f"1:14: {NO_COMMA}",
    "serves: [甲，乙]": f"1:11: {WIDE_COMMA}",
    "serves: [\n  甲，\n  乙]": f"2:4: {WIDE_COMMA}",
}
BLANKS = {
    "a:\n\tb: 1\n\tc: 2": f"2:1: {TAB}; 3:1: {TAB}",
    "- \ta: 1": f"1:3: {TAB}",
    "a\t: 1": "1:2: 键后面有制表符（Tab）；请删去",
    "a: 1\n\u3000b: 2": f"2:1: {IDEOGRAPHIC}",
    "a:\n \u3000b: 2": f"2:2: {IDEOGRAPHIC}",
    "a: 1\n\u3000b": f"2:1: {IDEOGRAPHIC}",
    "a:\n\u3000- x\n\u3000- y": f"2:1: {IDEOGRAPHIC}",
    "a:\n  - x\n\u3000- y": f"3:1: {IDEOGRAPHIC}",
    "- a: x\n\u3000b: y": f"2:1: {IDEOGRAPHIC}",
    "a:\n  \u3000x": f"2:3: {IDEOGRAPHIC}",
    "a: 1\n\u00a0\u00a0b: 2": f"2:1: {NO_BREAK}",
    "a: 1\n\u200bb: 2": f"2:1: {ZERO_WIDTH}",
    "a\u3000: 1": "1:2: 键“a”的首尾有全角空格（U+3000）；请删去",
    "{ \u3000a: 1}": "1:3: 键“a”的首尾有全角空格（U+3000）；请删去",
    "'a ': 1": "1:1: 键“a”的首尾有空格；请删去",
    '"a\\n": 1': "1:1: 键“a”的首尾有换行；请删去",
    "a: x\ufeffy": "1:5: " + unreal("字节顺序标记（BOM，U+FEFF）"),
    "a: 1\n\ufeffb: 2": "2:1: " + unreal("字节顺序标记（BOM，U+FEFF）"),
}
CHARACTERS = {
    "a: x\0y": "1:5: " + unreal("看不见的字符（U+0000）"),
    "a: \x07\nb: \x1b[1m": f"1:4: {unreal('看不见的字符（U+0007）')}; 2:4: {unreal('看不见的字符（U+001B）')}",
    "a: \x9b1m": "1:4: " + unreal("看不见的字符（U+009B）"),
    "a: x\u2028y": "1:5: " + unreal("看不见的字符（U+2028）"),
    "a: x\u0085y": "1:5: " + unreal("看不见的字符（U+0085）"),
}
NOT_HERE = {
    "a: &x 1\nb: *x": f"1:4: {ANCHOR}; 2:4: {ALIAS}",
    "a: &x\n  b: 1": f"1:4: {ANCHOR}",
    "&k a: 1\nb: &k a": f"1:1: {ANCHOR}; 2:4: {ANCHOR}",
    "a: 1\nb:\n  &k a: 2": f"3:3: {ANCHOR}",
    "a: &x {<<: *x}": f"1:4: {ANCHOR}; 1:8: 这里不收合并键“<<”；请写出完整内容; 1:12: {ALIAS}",
    "a: !!str 1\nb: ! x": f"1:4: {TAG}; 2:4: {TAG}",
    "a: !<x> {}": f"1:4: {TAG}",
    "a: !x!y z": f"1:4: {TAG}",
    "a: !<": f"1:4: {TAG}",
    "a: [!x , b]": f"1:5: {TAG}",
    "a: *": f"1:4: {ALIAS}",
    "a: &": f"1:4: {ANCHOR}",
    "*x : 1": f"1:1: {ALIAS}",
    "<<: 1": "1:1: 这里不收合并键“<<”；请写出完整内容",
    "%YAML 1.1\n---\na: no": f"1:1: {DIRECTIVE}",
    "# x\n%TAG ! x\n---\na: 1": f"2:1: {DIRECTIVE}",
    "a: 1\n---\nb: 2": f"2:1: {SECOND}",
    "a: 1\n...\nb: 2": f"3:1: {SECOND}",
    "---\n---\na: 1": f"2:1: {SECOND}",
    "a: 1\n... b": f"2:5: {SECOND}",
    "? a\n: 1": f"1:1: {QUESTION}",
    "a: 1\n?": f"2:1: {QUESTION}",
    "? [a]\n: 1": f"1:3: {NOT_A_KEY}",
    "{a: 1}: 2": f"1:1: {NOT_A_KEY}",
}
KEYS = {
    'a: 1\nb: 2\n"a": 3': "3:1: 键“a”重复，第一次在第 1 行第 1 列；请合并或删去一处",
    "a: {b: 1, b: 2}": "1:11: 键“b”重复，第一次在第 1 行第 5 列；请合并或删去一处",
    "- a: 1\n- a: 1\n  a: 2": "3:3: 键“a”重复，第一次在第 2 行第 3 列；请合并或删去一处",
    "1.10: x": f"1:1: {not_text('1.10')}",
    "a:\n  2025-03-05: x": f"2:3: {not_text('2025-03-05')}",
    "true: x\n12: y": f"1:1: {not_text('true')}; 2:1: {not_text('12')}",
    "~: x": f"1:1: {not_text('~')}",
    "010: x": f"1:1: {doubtful('010')}",
    ": x": f"1:1: {NO_KEY}",
    "a: {x: 1, : 2}": f"1:11: {NO_KEY}",
    '"": x': f"1:1: {NO_KEY}",
}
NUMBERS = {
    "a: 010": f"1:4: {doubtful('010')}",
    "a: 1_000": f"1:4: {doubtful('1_000')}",
    "a: 00.5": f"1:4: {doubtful('00.5')}",
    "a: 0b101": f"1:4: {doubtful('0b101')}",
    "a: -0x1F": f"1:4: {doubtful('-0x1F')}",
    "a: 1e9999999999": f"1:4: {doubtful('1e9999999999')}",
    "a: -.inf\nb: .NaN": f"1:4: {endless('-.inf')}; 2:4: {endless('.NaN')}",
    "a: 1234567890": f"1:4: {too_long('1234567890')}",
    "a: 13800138000.5": f"1:4: {too_long('13800138000.5')}",
    "a: 1.0123456789": f"1:4: {too_long('1.0123456789')}",
    "a: 1e9\nb: 1e999999999": f"1:4: {too_long('1e9')}; 2:4: {too_long('1e999999999')}",
    "a: 0x3B9ACA00": f"1:4: {too_long('0x3B9ACA00')}",
    f"a: {'9' * 5000}": f"1:4: {too_long('9' * 40 + '…')}",
    f"a: 0x{'F' * 5000}": f"1:4: {too_long('0x' + 'F' * 38 + '…')}",
}
QUOTES = {
    "a: 'x\nb: 1": f"1:4: {OPEN_QUOTE}",
    'a: "x': f"1:4: {OPEN_QUOTE}",
    "a: 'x\n---\nb: 1": f"1:4: {OPEN_QUOTE}",
    "a: 'x'y": f"1:7: {BEHIND}",
    'a: "甲" 乙\nb: 1': f"1:8: {BEHIND}",
    '"甲" 乙: 1': f"1:5: {BEHIND}",
    'a: "\\q"': f"1:5: {ESCAPE}",
    'a: "C:\\资料"': f"1:7: {ESCAPE}",
    'a: "甲\\x4"': f"1:6: {ESCAPE}",
    'a: "\\ud800"': f"1:5: {NO_CHARACTER}",
    'a: "甲\\\\ud800乙\\udc00"': f"1:14: {NO_CHARACTER}",
    'a: "\\U00110000"': f"1:5: {NO_CHARACTER}",
    'a: "\\UFFFFFFFF"': f"1:5: {NO_CHARACTER}",
}
BRACKETS = {
    "a: [1, 2\nb: 3": f"1:4: {OPEN_SQUARE}",
    "a: {x: 1,\n  y: 2\nb: 3": f"1:4: {OPEN_CURLY}",
    "a: [": f"1:4: {OPEN_SQUARE}",
    "a:\n  - {b: [1, {c": f"2:13: {OPEN_CURLY}",
    "a: [1, 2}": "1:9: 括号不成对：“}”前面是另一种括号；请改成同一种",
    'a: ["x" "y"]': f"1:9: {NO_COMMA}",
    'a: ["x",\n    "y" "z"]': f"2:9: {NO_COMMA}",
    "a: ]": f"1:4: {extra(']')}",
    "a: [}": f"1:5: {extra('}')}",
    "a: ,": f"1:4: {NOTHING_BEFORE}",
    "a: [,]": f"1:5: {NOTHING_BEFORE}",
    "a: {b:1}": f"1:6: {in_brackets(':')}",
    "a: {url: http://example.org}": f"1:14: {in_brackets(':')}",
    "a: [b:]": f"1:6: {in_brackets(':')}",
    "a: [:b]": f"1:5: {in_brackets(':')}",
    "a: {b: c: d}": f"1:9: {in_brackets(':')}",
    "a: [是否?]": f"1:7: {in_brackets('?')}",
    "a: [?b]": f"1:5: {in_brackets('?')}",
    "{a: 1} b": f"1:8: {BEHIND}",
}
LINES = {
    "a: b: c": f"1:5: {TWO_COLONS}",
    "a: 见 b: c": f"1:7: {TWO_COLONS}",
    'a: "b": c': f"1:7: {TWO_COLONS}",
    "a: 1\n b: 2": f"2:3: {STRAY_COLON}",
    "a: b\n  c: d": f"2:4: {STRAY_COLON}",
    '"a\nb": c': f"2:3: {STRAY_COLON}",
    "unit:某局\nstaff: 3": f"1:5: {TIGHT}",
    "a: 1\nunit:某局\nstaff: 3": f"2:5: {TIGHT}",
    "a: 1\nb": f"2:1: {NO_COLON}",
    "a: 1\nb\nc: 2": f"2:1: {NO_COLON}",
    "a:\n  - 1\n b: 2": f"3:2: {INDENT}",
    "- a\nb: 1": f"2:1: {INDENT}",
    "a: 1\n- b": f"2:1: {INDENT}",
    " a: 1\nb: 2": f"2:1: {INDENT}",
    "a: >\n    x\n  y\n": f"3:3: {INDENT}",
    "a: |\n   \n x": f"3:2: {INDENT}",
    "a: - b": f"1:4: {DASH}",
    "a: -": f"1:4: {DASH}",
    "a: ? b": "1:4: 值不能以“? ”开头；请给整个值加引号",
    "a: @x": f"1:4: {bad_start('@')}",
    "a: `x`": f"1:4: {bad_start('`')}",
    "a: %x": f"1:4: {bad_start('%')}",
    "a: [>x]": f"1:5: {bad_start('>')}",
    "a: |x\n  y": f"1:5: {BLOCK}",
    "a: |#x": f"1:5: {BLOCK}",
}
ALL = {
    **NOTHING_IN_IT,
    **FULL_WIDTH,
    **BLANKS,
    **CHARACTERS,
    **NOT_HERE,
    **KEYS,
    **NUMBERS,
    **QUOTES,
    **BRACKETS,
    **LINES,
}


def refused(text: str, by: Parser = parser) -> str:
    with pytest.raises(InputError) as caught:
        parse(text.encode(), "f", by)
    return "; ".join(str(mistake).removeprefix("f:") for mistake in caught.value.mistakes)


@pytest.mark.parametrize("text", ALL, ids=ascii)
@pytest.mark.parametrize("by", [parser, pure], ids=["libyaml", "python"])
def test_a_refusal_names_the_place_the_cause_and_the_cure(text: str, by: Parser) -> None:
    assert refused(text, by) == ALL[text]


@pytest.mark.parametrize("text", ALL, ids=ascii)
def test_the_form_of_a_file_changes_no_refusal(text: str) -> None:
    assert refused(text.replace("\n", "\r\n")) == ALL[text]
    assert refused(text.replace("\n", "\r")) == ALL[text]
    assert refused(f"\ufeff{text}\n") == ALL[text]


@pytest.mark.parametrize("text", [text for text in ALL if not ALL[text].endswith(EMPTY)], ids=ascii)
def test_a_refusal_moves_with_its_line(text: str) -> None:
    places = (said.split(":", 1) for said in ALL[text].split("; "))
    moved = "; ".join(f"{int(line) + 2}:{rest}" for line, rest in places)
    moved = moved.replace("第 2 行", "第 4 行").replace("第 1 行", "第 3 行")
    assert refused(f"# 一\n\n{text}") == moved


def test_all_mistakes_come_at_once_and_the_parsers_own_ends_the_list() -> None:
    text = "a: 010\nb: [x，y]\na: 1\nc: &x 2\nd: 'e\nf: 1_0\n"
    assert refused(text).split("; ") == [
        f"1:4: {doubtful('010')}",
        f"2:6: {WIDE_COMMA}",
        "3:1: 键“a”重复，第一次在第 1 行第 1 列；请合并或删去一处",
        f"4:4: {ANCHOR}",
        f"5:4: {OPEN_QUOTE}",
    ]
