"""Write office papers as PDF, as a scan or an export would be kept."""

from pathlib import Path
from types import SimpleNamespace

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from examples.pack import moment
from examples.paper import Paper, chinese_day
from examples.people import some

FONT = "STSong-Light"  # every reader knows it, so no font needs to be embedded
LINE = ParagraphStyle("line", fontName=FONT, fontSize=14, leading=25, firstLineIndent=28, wordWrap="CJK")
HEAD = ParagraphStyle("head", LINE, fontSize=15, spaceBefore=4)
TITLE = ParagraphStyle("title", LINE, fontSize=20, leading=30, alignment=TA_CENTER, firstLineIndent=0, spaceAfter=8)
NUMBER = ParagraphStyle("number", TITLE, fontSize=12, leading=20)
SIGNED = ParagraphStyle("signed", LINE, alignment=TA_RIGHT, firstLineIndent=0)
CELL = ParagraphStyle("cell", LINE, fontSize=11, leading=15, firstLineIndent=0)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "#333333"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]


def write_pdf(paper: Paper, path: Path) -> None:
    """Write one paper as PDF, with the day of the paper as its only date."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        invariant=1,
        title=paper.title,
        author=paper.signed,
        creator="办公软件",
        producer="办公软件",
        leftMargin=79,
        rightMargin=74,
        topMargin=90,
    )
    now = moment(paper.date)

    def dated(canvas: Canvas, _: object) -> None:
        day = (now.year, now.month, now.day, now.hour, now.minute, 0)
        canvas._doc._timeStamp = SimpleNamespace(YMDhms=day, dhh=8, dmm=0)  # noqa: SLF001 - reportlab would write 2000-01-01

    document.build(_flow(paper), onFirstPage=dated)


def _flow(paper: Paper) -> list[Flowable]:
    flow: list[Flowable] = [Paragraph(paper.title, TITLE)]
    if paper.number:
        flow.append(Paragraph(paper.number, NUMBER))
    rows: list[list[str]] = []
    for line in [*paper.lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        flow += _table(rows)
        rows = []
        if line:
            flow.append(Paragraph(line.lstrip("# "), HEAD if line.startswith("#") else LINE))
    if paper.sign_in:
        people = [name for name, _ in some(paper.sign_in, paper.path)]
        flow.append(Paragraph(f"签到（{paper.sign_in}人）", HEAD))
        flow += _table([people[start : start + 6] for start in range(0, len(people), 6)])
    return [*flow, Spacer(1, 20), Paragraph(paper.signed, SIGNED), Paragraph(chinese_day(paper.date), SIGNED)]


def _table(rows: list[list[str]]) -> list[Flowable]:
    if not rows:
        return []
    width = max(map(len, rows))
    cells = [[Paragraph(text, CELL) for text in [*row, *[""] * (width - len(row))]] for row in rows]
    return [Table(cells, style=GRID), Spacer(1, 8)]
