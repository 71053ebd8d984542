"""The Word paper: what it says and how it looks; the office's own templates have a test of their own."""

import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx.shared import Length
from pypdf import PdfReader

import door
from documents import converted
from formats import TEXTS, other
from golden_files import compare
from papers import lines, opened, texts, unpacked, written
from reports import bare, hostile, rich
from wenming_score.choices import Lang
from wenming_score.render.docx import bundled
from wenming_score.text import inert


@pytest.fixture(scope="module")
def paper() -> bytes:
    return written(rich())


@pytest.mark.parametrize(("lang", "name"), [("zh", "report-docx.txt"), ("en", "report-docx-en.txt")])
def test_the_paper_says_what_it_said(lang: Lang, name: str) -> None:
    compare(name, "\n".join(lines(opened(written(rich(lang), lang=lang)))) + "\n")


def test_a_report_with_nothing_in_it_is_a_whole_paper() -> None:
    said = texts(opened(written(bare())))

    assert [line for line in said if re.match("[一二三四五六]、", line)] == [
        "一、总体情况", "二、红线和申报条件", "三、逐项自查", "四、存在的问题", "五、整改措施", "六、佐证材料目录",
    ]  # fmt: skip
    assert "自查没有发现问题。" in said
    assert not any(left in "\n".join(said) for left in ("{", "}", "。。", "None"))


def test_several_units_follow_one_another_each_on_a_new_page() -> None:
    two = opened(written(rich(), other()))
    titles = [one for one in two.paragraphs if one.style and one.style.style_id == "Title"]

    assert [one.text for one in titles] == ["某县示范局文明单位创建工作自查报告", "乙单位文明单位创建工作自查报告"]
    assert "<w:pageBreakBefore/>" in _style("Title")


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_is_text(text: str, paper: bytes) -> None:
    made = written(hostile(text))
    said = "\n".join(texts(opened(made)))
    parts, before = unpacked(made), unpacked(paper)

    assert inert(text) in said
    assert said.replace("\n", "") == inert(said.replace("\n", ""))
    assert parts.keys() == before.keys()
    assert all(parts[name] == before[name] for name in parts if name.endswith(".rels"))
    assert not re.search(rb"<w:(hyperlink|fldSimple|instrText|object|altChunk)\b", parts["word/document.xml"])


def test_the_page_is_that_of_the_standard(paper: bytes) -> None:
    page = opened(paper).sections[0]
    body = unpacked(paper)["word/document.xml"].decode()

    assert [_mm(side) for side in (page.page_width, page.page_height)] == [210, 297]
    assert [_mm(page.top_margin), _mm(page.left_margin), _mm(page.right_margin), _mm(page.bottom_margin)] == [
        37, 28, 26, 35,
    ]  # fmt: skip
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in body


def _mm(length: Length | None) -> int:
    assert length is not None
    return round(length.mm)


def test_twenty_two_lines_of_twenty_eight_characters_fill_a_page(paper: bytes) -> None:
    made = opened(paper)
    page = made.sections[0]
    wide, high = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0), 225 * 36_000
    styles = unpacked(paper)["word/styles.xml"].decode()

    assert 'w:line="579" w:lineRule="exact"' in styles
    assert high // (579 * 635) == 22
    assert wide // round((16 - 0.25) * 12_700) == 28
    assert 'w:firstLineChars="200"' in styles


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        ("Text", "仿宋_GB2312", 32), ("Title", "方正小标宋简体", 44), ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32), ("Footer", "宋体", 28),
    ],
)  # fmt: skip
def test_a_style_names_its_font_for_chinese_and_for_all_else(style: str, font: str, half_points: int) -> None:
    own = _style(style) + _style()
    fonts = re.findall("<w:rFonts [^>]*>", own)

    assert re.findall(r'w:(?:ascii|hAnsi|eastAsia)="([^"]+)"', fonts[0]) == [font] * 3
    assert re.findall(r'<w:sz w:val="(\d+)"', own)[0] == str(half_points)


def _style(name: str = "") -> str:
    """Give a style, or what stands where no style says otherwise."""
    styles = unpacked(bundled())["word/styles.xml"].decode()
    return re.split("</w:docDefaults>|</w:style>", styles.partition(f'w:styleId="{name}"')[2] if name else styles)[0]


def test_the_third_level_is_bold_and_numbered_by_itself(paper: bytes) -> None:
    runs = [one.runs[0] for one in opened(paper).paragraphs if one.text.startswith("1.年度学雷锋活动总体方案")]

    assert [(run.text, run.style.font.bold) for run in runs] == [("1.年度学雷锋活动总体方案（4分）。", True)]


def test_no_font_is_in_the_file(paper: bytes) -> None:
    assert not [name for name in unpacked(paper) if "font" in name.lower()]


def test_page_numbers_stand_outside_and_one_character_from_the_edge(paper: bytes) -> None:
    made = opened(paper)
    parts = unpacked(paper)
    sides = {"odd": made.sections[0].footer, "even": made.sections[0].even_page_footer}

    assert {side: foot.paragraphs[0].text for side, foot in sides.items()} == {"odd": "— 1 —", "even": "— 1 —"}
    assert made.settings.odd_and_even_pages_header_footer
    assert b'<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>' in parts["word/footer-odd.xml"]
    assert b'<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>' in parts["word/footer-even.xml"]
    assert all(b" PAGE " in parts[f"word/footer-{side}.xml"] for side in sides)


def test_the_same_report_is_the_same_bytes_at_any_time(paper: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)

    assert written(rich()) == paper


def test_the_paper_is_of_the_day_that_it_speaks_of_and_names_nobody(paper: bytes) -> None:
    facts = opened(paper).core_properties

    assert facts.created == facts.modified == datetime(2025, 12, 31, tzinfo=UTC)
    assert (facts.title, facts.author, facts.last_modified_by) == ("某县示范局文明单位创建工作自查报告", "", "")


def test_gravest_findings_come_first(paper: bytes) -> None:
    found = [match[1] for line in texts(opened(paper)) if (match := re.match(r"\d+\.(错误|警告|提示)。", line))]

    assert len(found) == len(rich().findings)
    assert found == sorted(found, key=["错误", "警告", "提示"].index)


@pytest.mark.parametrize(("trial", "said"), [(True, "（试算，不是官方得分）"), (False, "有效佐证材料支撑84.9分，")])
def test_a_total_is_called_a_trial_where_it_is_one(trial: bool, said: str) -> None:  # noqa: FBT001 - a case
    report = replace(rich(), rubric=replace(rich().rubric, trial=trial))

    assert said in "\n".join(texts(opened(written(report))))


def test_the_templates_are_what_the_tool_makes() -> None:
    order = [sys.executable, "tools/make_template.py", "--check"]

    assert subprocess.run(order, cwd=door.ROOT, check=False, capture_output=True, text=True).stdout == ""


def test_both_languages_fill_in_the_same_fields() -> None:
    zh, en = (_tags(bundled(lang)) for lang in ("zh", "en"))

    assert zh == en


def _tags(template: bytes) -> set[str]:
    text = re.sub("<[^>]*>", "", unpacked(template)["word/document.xml"].decode())
    return {tag.partition("|")[0].strip() for tag in re.findall(r"\{\{(.*?)\}\}", text)}


def test_libreoffice_opens_it(tmp_path: Path, paper: bytes) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(paper)

    pages = PdfReader(converted(file, "pdf")).pages

    assert 15 <= len(pages) <= 30
    assert "自查报告" in pages[0].extract_text()
    assert "— 2 —" in re.sub(" +", " ", pages[1].extract_text())
