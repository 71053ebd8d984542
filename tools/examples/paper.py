"""Write office papers as docx in the usual layout: title, number, body, signature, a sign-in table."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from examples.pack import moment, repack
from examples.people import some

Look = tuple[str, int]  # the Chinese font and its size
TITLE: Look = ("宋体", 20)
HEADING: Look = ("黑体", 16)
SECOND: Look = ("楷体", 16)
TEXT: Look = ("仿宋", 16)
SMALL: Look = ("仿宋", 14)
CELL: Look = ("仿宋", 12)
KEPT_STYLES = {"Normal", "TableNormal", "TableGrid", "DefaultParagraphFont", "NoList"}


@dataclass(frozen=True)
class Paper:
    """One paper: `body` is plain text, a line a paragraph; `# ` and `## ` head it, `|` makes a table row."""

    path: str
    date: date
    title: str
    body: str
    number: str = ""
    signed: str = "某县示范局"
    sign_in: int = 0

    @property
    def lines(self) -> list[str]:
        """Split the body into its paragraphs."""
        return [line.strip() for line in self.body.strip().splitlines() if line.strip()]


def chinese_day(day: date) -> str:
    """Write the day as it stands under a signature."""
    return f"{day.year}年{day.month}月{day.day}日"


def write_docx(paper: Paper, path: Path) -> None:
    """Write one paper as docx."""
    document = Document()
    _slim(document)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin = Cm(2.8), Cm(2.6), Cm(3.7)
    _line(document, paper.title, TITLE, WD_ALIGN_PARAGRAPH.CENTER)
    if paper.number:
        _line(document, paper.number, SMALL, WD_ALIGN_PARAGRAPH.CENTER)
    _body(document, paper.lines)
    if paper.sign_in:
        people = [name for name, _ in some(paper.sign_in, paper.path)]
        _line(document, f"签到（{paper.sign_in}人）", HEADING)
        _table(document, [people[start : start + 6] for start in range(0, len(people), 6)])
    _line(document, paper.signed, TEXT, WD_ALIGN_PARAGRAPH.RIGHT)
    _line(document, chinese_day(paper.date), TEXT, WD_ALIGN_PARAGRAPH.RIGHT)
    facts = document.core_properties
    facts.author, facts.title, facts.comments = paper.signed, paper.title, ""
    facts.created = facts.modified = moment(paper.date)
    buffer = BytesIO()
    document.save(buffer)
    repack(buffer.getvalue(), paper.date, path)


def _body(document: Document, lines: list[str]) -> None:
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        _table(document, rows)
        rows = []
        if line.startswith("## "):
            _line(document, line[3:], SECOND)
        elif line.startswith("# "):
            _line(document, line[2:], HEADING)
        else:
            _line(document, line, TEXT)
    _table(document, rows)


def _table(document: Document, rows: list[list[str]]) -> None:
    if not rows:
        return
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            _letters(cell.paragraphs[0], text, CELL)


def _line(document: Document, text: str, look: Look, align: WD_ALIGN_PARAGRAPH | None = None) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.line_spacing = Pt(28)
    paragraph.paragraph_format.space_after = Pt(10 if look == TITLE else 0)
    if align is None:
        paragraph.paragraph_format.first_line_indent = Pt(2 * look[1])
    _letters(paragraph, text, look)


def _letters(paragraph: Paragraph, text: str, look: Look) -> None:
    run, (font, size) = paragraph.add_run(text), look
    run.font.size, run.bold, run.font.name = Pt(size), look == TITLE or None, "Times New Roman"
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001 - python-docx has no other way to name a Chinese font


def _slim(document: Document) -> None:
    """Drop what an empty python-docx file carries and no paper uses: nine tenths of its bytes."""
    for part in (document.part, document.part.package):
        for key, link in list(part.rels.items()):
            if link.reltype.endswith(("/stylesWithEffects", "/thumbnail", "/customXml")):
                del part.rels[key]
    for style in list(document.styles.element.style_lst):
        if style.styleId not in KEPT_STYLES:
            document.styles.element.remove(style)
