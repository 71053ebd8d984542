"""The office's own Word template: what it may say, and what is said of one that cannot be filled in."""

import re
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import door
from documents import converted
from formats import TEXTS, other
from pace import within
from papers import opened, refusal, repacked, template, texts, unpacked, with_footnote, with_furniture, written
from reports import hostile, rich
from wenming_score.finding import InputError
from wenming_score.render.docx import bundled, render
from wenming_score.render.docx.filters import numeral
from wenming_score.render.enclosures import Enclosures
from wenming_score.text import inert

DOCS = (door.ROOT / "docs/word-template.md").read_text(encoding="utf-8")
MAIN = "word/document.xml"
EVALUATED = re.compile(r"\b49\b")


def filled(*lines: str) -> list[str]:
    return texts(opened(written(rich(), other(), template=template(*lines))))


def test_our_own_template_serves_as_an_office_s_own() -> None:
    assert written(rich(), template=bundled()) == written(rich())


def test_the_fields_at_the_top_are_the_first_report_s() -> None:
    assert filled("{{ unit.name }} {{ score.supported }} {{ period.end }}") == ["某县示范局 84.9 2025年12月31日"]


def test_every_unit_is_in_reports() -> None:
    lines = ("{%p for report in reports %}", "{{ loop.index }} {{ report.unit.name }}", "{%p endfor %}")

    assert filled(*lines) == ["1 某县示范局", "2 乙单位"]


def test_rows_of_a_table_repeat() -> None:
    lines = (
        "| 内容 | 失分", "| {%tr for row in tables.gaps.rows %} |", "| {{ row.title }} | {{ row.points }}",
        "| {%tr endfor %} |",
    )  # fmt: skip

    assert filled(*lines)[:2] == ["| 内容 | 失分", "| 内外环境 | 1.36"]


def test_header_and_footer_are_filled_in() -> None:
    page = opened(written(rich(), template=with_furniture("{{ unit.name }}", "{{ outcome }}"))).sections[0]

    assert page.header.paragraphs[0].text == "某县示范局"
    assert page.footer.paragraphs[0].text == "未达合格线"


def test_chinese_quotes_in_a_tag_are_as_good_as_straight_ones() -> None:
    assert filled("{{ verdict.reasons|join(“；”) }}") == list(rich().verdict.reasons)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_is_never_a_tag_however_often_a_part_is_filled_in(text: str) -> None:
    report = hostile(text)
    note = unpacked(written(report, template=with_footnote("{{ unit.name }}")))["word/footnotes.xml"].decode()
    page = opened(written(report, template=with_furniture("{{ unit.name }}", "{{ title }}"))).sections[0]
    body = texts(opened(written(report, template=template("{{ unit.name }}"))))

    assert page.header.paragraphs[0].text == inert(text)
    assert body == [inert(text)]
    assert not EVALUATED.search(note + page.footer.paragraphs[0].text)


def test_what_a_filter_makes_of_hostile_text_is_text_too() -> None:
    report = hostile("</w:t>{{ 7 * 7 }}")
    line = "{{ unit.name|sentence }}{{ verdict.reasons|join('') }}{{ unit.name ~ '<b>' }}{% autoescape false %}"

    assert "不支持的写法" in refusal(report, template(line + "{{ unit.name }}{% endautoescape %}"))
    assert texts(opened(written(report, template=template(line.partition("{% ")[0])))) == [
        "</w:t>{{ 7 * 7 }}</w:t>{{ 7 * 7 }}</w:t>{{ 7 * 7 }}<b>"
    ]


def test_the_same_template_is_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    own = template("{{ unit.name }}")
    first = written(rich(), template=own)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)

    assert written(rich(), template=own) == first
    assert opened(first).core_properties.author == ""


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{{ unit.name_ }}"], "没有“name_”这个字段，是不是 name？"),
        (["{{ unti.name }}"], "没有“unti”这个字段，是不是 unit？"),
        (["{{ unit.name"], "标签写错了，在“{{ unit.name”附近"),
        (["{% every x in items %}"], "标签写错了"),
        (["{{ unit.name|point }}"], "没有“point”这个过滤器，是不是 points？"),
        (["{{ unit.name is odd_ }}"], "标签写错了"),
        (["{%p for item in items %}", "{{ item.title }}"], "有 for 没有配上 endfor"),
        (["{%p if gaps %}", "有"], "if 没有配上 endif"),
        (["{% for item in items %}", "| {{ item.title }} {% endfor %}"], "跨段落的要写成 {%p %}"),
        (["{{ items }}"], "要用 for 逐个填"),
        (["{% for one in unit.name %}{% endfor %}"], "for 只能用在成组的字段上"),
        (["{{ items[99].title }}"], "没有“99”这个字段"),
        (["{{ score.full / 0 }}"], "不支持的写法"),
        (["{% if unit.name > 1 %}x{% endif %}"], "填不了"),
    ],
)  # fmt: skip
def test_a_slip_is_named(lines: list[str], said: str) -> None:
    assert said in refusal(rich(), template(*lines))


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__ }}", "{{ unit.__class__ }}", "{{ unit['__class__'] }}", "{{ items.count }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ self._TemplateReference__context }}",
        "{{ unit.name.format(unit) }}", "{{ loop }}", "{{ range(10) }}", "{{ lipsum() }}", "{{ 'a' * 10000000000 }}",
        "{{ 10 ** 10 ** 10 }}", "{{ '%01000000000d' % 1 }}", "{% set x = 1 %}", "{% include 'x' %}",
        "{% import 'x' as y %}", "{% extends 'x' %}", "{% macro m() %}{% endmacro %}", "{{ unit.name|safe }}",
        "{{ unit|attr('name') }}", "{{ items|map(attribute='x') }}",
        "{% for x in items recursive %}{{ loop(x) }}{% endfor %}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    ],
)  # fmt: skip
def test_a_template_gets_at_nothing_but_the_report(line: str) -> None:
    assert refusal(rich(), template(line)).startswith("模板.docx: 这个 Word 模板不能用：")


@pytest.mark.parametrize("mark", ["{{ ", "{% ", "{# ", "{", "{ {", "}}", "{{r ", "{%-"])
def test_tags_without_end_are_refused_soon(mark: str) -> None:
    with within(5):
        refusal(rich(), template(mark * 100_000))


def test_a_tag_in_an_attribute_is_refused() -> None:
    hidden = repacked(template("x"), MAIN, (b"<w:body>", b'<w:body><w:p w:rsidR="{{ unit.name }}"/>'))

    assert "不能写在图片说明之类的属性里" in refusal(rich(), hidden)


def test_loops_in_loops_end() -> None:
    loops = "{% for x in ledger %}" * 6 + "x" + "{% endfor %}" * 6

    with within(5):
        assert "for 套得太多" in refusal(rich(), template(loops))


def bomb(name: str, size: int) -> bytes:
    made = BytesIO(template("x"))
    with ZipFile(made, "a", ZIP_DEFLATED) as package:
        package.writestr(name, bytes(size))
    return made.getvalue()


def crowd() -> bytes:
    made = BytesIO(template("x"))
    with ZipFile(made, "a") as package:
        for number in range(2_000):
            package.writestr(f"word/media/{number}.png", b"")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是 .docx 文档"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "不是 .docx 文档，要用 Word 或 WPS 另存为 .docx"),
        (b"%PDF-1.7", "不是 .docx 文档"),
        (template("x")[:-40], "不是 .docx 文档"),
        (bomb("word/media/a.png", 101 << 20), "像是压缩炸弹"),
        (bomb("word/a.xml", 5 << 20), "正文超过 2 MB"),
        (bomb("../a", 1), "指向外面的文件名"),
        (crowd(), "超过上限 2000 个"),
        (repacked(template("x"), MAIN, (b"</w:body>", b"")), "文档有损坏"),
        (repacked(template("x"), "[Content_Types].xml", (b"main+xml", b"none+xml")), "文档有损坏"),
        (repacked(template("x"), "word/_rels/document.xml.rels", (b"styles.xml", b"nothing.xml")), "文档有损坏"),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_word_file_is_refused(content: bytes, said: str) -> None:
    assert said in refusal(rich(), content)


def test_a_zip_that_unpacks_to_too_much_without_being_a_bomb_is_refused() -> None:
    made = BytesIO(template("x"))
    with ZipFile(made, "a") as package:
        package.writestr("word/media/a.png", bytes(101 << 20))

    assert "解开后超过 100 MB" in refusal(rich(), made.getvalue())


def test_a_template_saved_again_by_another_program_serves_as_before(tmp_path: Path) -> None:
    file, folder = tmp_path / "own.docx", tmp_path / "again"
    file.write_bytes(bundled())
    folder.mkdir()
    again = converted(converted(file, "odt").rename(folder / "own.odt"), "docx")

    assert texts(opened(written(rich(), template=again.read_bytes()))) == texts(opened(written(rich())))


def test_a_mistake_names_the_file() -> None:
    with pytest.raises(InputError) as caught:
        render((rich(),), Enclosures(template=b"", template_name="甲/模板.docx"))

    assert [mistake.at.file for mistake in caught.value.mistakes] == ["甲/模板.docx"]


def test_the_example_in_the_manual_can_be_filled_in() -> None:
    example = DOCS.rpartition("```\n")[0].rpartition("```\n")[2]

    said = filled(*example.strip().splitlines())

    assert said[0] == "某县示范局2025年1月1日至2025年12月31日自查情况"
    assert said[2] == "（一）学雷锋活动，满分 14 分，得分率 85.11%。"


def test_every_field_in_the_manual_is_there() -> None:
    table = DOCS.partition("## 字段")[2].partition("## 例子")[0]
    named = re.findall(r"^\| ((?:`[\w.]+` ?)+)\|", table, re.MULTILINE)
    fields = [field for cell in named for field in re.findall(r"`([\w.]+)`", cell)]

    assert len(fields) > 30
    assert filled(*(f"{{% if {field} %}}{{% endif %}}{field}" for field in fields)) == fields


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_headings_are_numbered_as_people_count(number: int, word: str) -> None:
    assert numeral(number) == word
