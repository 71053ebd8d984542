"""Write the Word templates that the program fills in, the same bytes on every run.

    python tools/make_template.py            # write
    python tools/make_template.py --check    # say which are stale

What they say stands beside this script as plain text, template/zh.txt and template/en.txt; styles, page numbers and
settings as the parts of a Word file, template/parts. A line of text is a paragraph: `# ` and `## ` head it, `[Style] `
gives it another style, `**` makes it bold, `|` makes a table row. The first row of a table has its headings with the
width of the column in mm; `>` sets a column to the right, `^` to the middle.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

HERE = Path(__file__).parent / "template"
PARTS = HERE / "parts"
TARGET = HERE.parents[1] / "src/wenming_score/render/docx"
TEMPLATES = {"zh": TARGET / "report.docx", "en": TARGET / "report-en.docx"}
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TWIPS = 1440 / 25.4
"""To the millimetre."""
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1417" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
"""GB/T 9704-2012: A4, 37 mm above, 28 mm left, 156 by 225 mm of text in 22 lines of 28.95 points."""
STYLED = re.compile(r"\[(\w+)\] ?")
HEADINGS = {"# ": "Heading1", "## ": "Heading2"}
COLUMN = re.compile(r"(.+):(\d+)([>^]?)")
ALIGNED = {"": "left", ">": "right", "^": "center"}
LATIN = re.compile(r'(w:ascii|w:hAnsi)="(?:仿宋|楷体)_GB2312"')
TIGHT = '<w:rPr><w:spacing w:val="-5"/></w:rPr>'
"""Makes 28 Chinese characters fit a line."""
RAGGED = ('<w:jc w:val="both"/>', '<w:jc w:val="left"/>')
"""Long words stand better so."""


def template(lang: str) -> bytes:
    """Make the template of a language; its parts are stored as they are, since packed bytes differ by zlib."""
    made = BytesIO()
    files = {path.relative_to(PARTS).as_posix(): path.read_text("utf-8") for path in sorted(PARTS.rglob("*.*"))}
    if lang == "en":
        files["word/styles.xml"] = _english(files["word/styles.xml"])
    files["word/document.xml"] = document((HERE / f"{lang}.txt").read_text("utf-8"))
    with ZipFile(made, "w") as package:
        for name, text in files.items():
            part = ZipInfo(name)
            part.create_system = 3
            part.external_attr = 0o644 << 16
            package.writestr(part, text)
    return made.getvalue()


def _english(styles: str) -> str:
    return LATIN.sub(r'\1="Times New Roman"', styles).replace(TIGHT, "").replace(*RAGGED)


def document(text: str) -> str:
    """Make the body out of plain text."""
    body = "".join(_blocks(text.splitlines()))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{MAIN}" xmlns:r="{LINKS}"><w:body>{body}{PAGE}</w:body></w:document>\n'
    )


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    for tabular, block in groupby(lines, lambda line: line.startswith("|")):
        if tabular:
            yield _table(list(block))
        else:
            yield from map(_line, block)


def _line(line: str) -> str:
    if styled := STYLED.match(line):
        return _paragraph(line[styled.end() :], styled[1])
    for mark, style in HEADINGS.items():
        if line.startswith(mark):
            return _paragraph(line.removeprefix(mark), style)
    return _paragraph(line, "Text")


def _paragraph(text: str, style: str, align: str = "") -> str:
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    runs = "".join(_run(part, bold=bool(number % 2)) for number, part in enumerate(text.split("**")) if part)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{aligned}</w:pPr>{runs}</w:p>'


def _run(text: str, *, bold: bool) -> str:
    look = '<w:rPr><w:rStyle w:val="Heading3"/></w:rPr>' if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(lines: list[str]) -> str:
    first, *rest = ([cell.strip() for cell in line[1:].split(" | ")] for line in lines)
    columns = [column for cell in first if (column := COLUMN.fullmatch(cell))]
    widths = [round(int(column[2]) * TWIPS) for column in columns]
    aligned = [ALIGNED[column[3]] for column in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = [_cell(column[1], width, "CellHead") for column, width in zip(columns, widths, strict=True)]
    rows = (_row(list(_cells(row, widths, aligned))) for row in rest)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(heads, '<w:tblHeader/>')}{''.join(rows)}</w:tbl>"
    )


def _row(cells: list[str], also: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{also}</w:trPr>{''.join(cells)}</w:tr>"


def _cells(texts: list[str], widths: list[int], aligned: list[str]) -> Iterator[str]:
    if texts[0].startswith("{%"):
        yield _cell(texts[0], sum(widths), "Cell", span=len(widths))
        return
    for text, width, align in zip(texts + [""] * (len(widths) - len(texts)), widths, aligned, strict=True):
        yield _cell(text, width, "Cell", align)


def _cell(text: str, width: int, style: str, align: str = "", span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(text, style, align)}</w:tc>"
    )


def main() -> int:
    """Write both, or say which are not what would be written."""
    stale = [path for lang, path in TEMPLATES.items() if not path.exists() or path.read_bytes() != template(lang)]
    if "--check" in sys.argv[1:]:
        print(*(f"{path.name} is stale: run tools/make_template.py" for path in stale), sep="\n", end="")
        return int(bool(stale))
    for lang, path in TEMPLATES.items():
        path.write_bytes(template(lang))
        print(f"{path.name}: {path.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
