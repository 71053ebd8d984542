"""Word files in tests: made from lines of text, filled in, and read back as text."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Paper
from docx.table import Table

from documents import zipped
from wenming_score.choices import Lang
from wenming_score.finding import InputError
from wenming_score.render.docx import render
from wenming_score.render.enclosures import Enclosures
from wenming_score.report import Report
from wenming_score.text import speak, spoken

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def written(*reports: Report, lang: Lang = "zh", template: bytes | None = None) -> bytes:
    """Write reports as the command line does."""
    before = spoken()
    speak(lang)
    try:
        return render(reports, Enclosures(template=template, template_name="模板.docx"))
    finally:
        speak(before)


def refusal(report: Report, template: bytes) -> str:
    """Give what is said of a template that cannot be filled in."""
    try:
        written(report, template=template)
    except InputError as fault:
        return str(fault)
    return "it was filled in"


def opened(content: bytes) -> Paper:
    """Open a Word file."""
    return Document(BytesIO(content))


def template(*lines: str) -> bytes:
    """Make a Word file of paragraphs; a line in bars is a row of a table."""
    paper, table = Document(), None
    for line in lines:
        if not line.startswith("|"):
            paper.add_paragraph(line)
            table = None
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        table = table or paper.add_table(0, len(cells))
        for cell, text in zip(table.add_row().cells, cells, strict=False):
            cell.text = text
    return _saved(paper)


def with_furniture(header: str, footer: str) -> bytes:
    """Make a Word file with a header and a footer."""
    paper = Document()
    paper.sections[0].header.paragraphs[0].text = header
    paper.sections[0].footer.paragraphs[0].text = footer
    return _saved(paper)


def with_footnote(text: str) -> bytes:
    """Make a Word file of two sections with a footnote."""
    paper = Document()
    paper.add_paragraph("正文")
    paper.add_section()
    parts = unpacked(_saved(paper))
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    types, links = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{MAIN}">{note}</w:footnotes>'.encode()
    parts[types] = parts[types].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES}"/></Types>'.encode()
    )
    parts[links] = parts[links].replace(
        b"</Relationships>", f'<Relationship Id="rId99" Type="{LINK}" Target="footnotes.xml"/></Relationships>'.encode()
    )
    return zipped(parts)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the parts of a Word file."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def repacked(content: bytes, name: str, change: tuple[bytes, bytes]) -> bytes:
    """Change one part of a Word file."""
    parts = unpacked(content)
    return zipped(parts | {name: parts[name].replace(*change)})


def lines(paper: Paper) -> Iterator[str]:
    """Give paragraphs with their style and rows with their cells, in order."""
    for block in paper.iter_inner_content():
        if isinstance(block, Table):
            yield from ("| " + " | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            assert block.style is not None
            yield f"[{block.style.name}] {block.text}".rstrip()


def texts(paper: Paper) -> list[str]:
    """Give the paragraphs that say something, and the rows."""
    return [text for line in lines(paper) if (text := re.sub(r"^\[[^]]*\] ?", "", line))]


def _saved(paper: Paper) -> bytes:
    made = BytesIO()
    paper.save(made)
    return made.getvalue()
