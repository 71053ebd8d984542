"""The ledger for people and for spreadsheets, and its faults."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from wenming_score.files import origin_words
from wenming_score.finding import Finding, severity_word
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.ledger import Piece, State
from wenming_score.render.cells import Line, hang, left
from wenming_score.render.layout import Tone
from wenming_score.render.sheet import Cell, Column, Sheet
from wenming_score.text import inert, tr

_TONES: dict[State, Tone] = {"carried": "good", "partly": "unsure", "refused": "bad", "uncited": "faint"}
_SIGNS: dict[State, str] = {"carried": "√", "partly": "△", "refused": "×", "uncited": "-"}


def state_words() -> Mapping[State, str]:
    """Name what becomes of evidence."""
    return {"carried": tr("有效"), "partly": tr("部分有效"), "refused": tr("无效"), "uncited": tr("没有用到")}


def lines(title: str, pieces: tuple[Piece, ...], cells: int) -> Iterator[Line]:
    """Lay the index out for a terminal, a heading for each entry of the catalogue."""
    words = state_words()
    yield [(f"■ {inert(title)}", "strong")]
    counts = tr("、").join(
        f"{words[state]} {number}" for state in words if (number := sum(piece.state == state for piece in pieces))
    )
    yield [(tr("  共 {n} 件：{counts}", n=len(pieces), counts=counts), "faint")]
    for category, group in groupby(pieces, lambda piece: piece.category):
        yield []
        yield [(f"■ {inert(category or tr('未归类'))}", "strong")]
        for piece in group:
            yield from _piece(piece, cells)


def _piece(piece: Piece, cells: int) -> Iterator[Line]:
    sign = f"  {_SIGNS[piece.state]} "
    head = f"{piece.number}  {left(piece.id, 6)}  {left(piece.date or tr('无日期'), 10)}  "
    title = tr("{title}（{type}）", title=piece.title, type=tr(EVIDENCE_WORDS[piece.type]))
    yield from hang([(sign, _TONES[piece.state]), (head, "plain")], title, "plain", cells)
    about = [
        piece.archive_number,
        tr("用于 {names}", names=tr("、").join(piece.used_for)) if piece.used_for else "",
        piece.owner,
        tr("{n} 页", n=piece.pages) if piece.pages else "",
        origin_words()[piece.origin] if piece.origin and piece.origin != "declared" else "",
        piece.path,
    ]
    yield from hang([("      ", "plain")], " · ".join(part for part in about if part), "faint", cells)
    if piece.remark:
        yield from hang([("      ", "plain")], piece.remark, _TONES[piece.state], cells)


def sheet(title: str, pieces: tuple[Piece, ...], as_of: date) -> Sheet:
    """Lay the index out in columns, as an archive index has them."""
    words, origins = state_words(), origin_words()
    numbered = any(piece.archive_number for piece in pieces)
    table: list[tuple[Column, list[Cell]]] = [
        (Column(tr("序号"), 9), [piece.number for piece in pieces]),
        *([(Column(tr("档号"), 24), [piece.archive_number for piece in pieces])] if numbered else []),
        (Column(tr("编号"), 8), [piece.id for piece in pieces]),
        (Column(tr("文号"), 16), [piece.document_number for piece in pieces]),
        (Column(tr("责任者"), 10), [piece.owner for piece in pieces]),
        (Column(tr("题名"), 36), [piece.title for piece in pieces]),
        (Column(tr("材料类型"), 9), [tr(EVIDENCE_WORDS[piece.type]) for piece in pieces]),
        (Column(tr("日期"), 11), [piece.date for piece in pieces]),
        (Column(tr("日期来源"), 12), [origins[piece.origin] if piece.origin else "" for piece in pieces]),
        (Column(tr("页数"), 6), [piece.pages for piece in pieces]),
        (Column(tr("归档类目"), 14), [piece.category for piece in pieces]),
        (Column(tr("用于测评内容"), 30), [tr("、").join(piece.used_for) for piece in pieces]),
        (Column(tr("文件或网址"), 40), [piece.path for piece in pieces]),
        (Column(tr("状态"), 9), [words[piece.state] for piece in pieces]),
        (Column(tr("备注"), 36), [piece.remark for piece in pieces]),
    ]  # fmt: skip
    return Sheet(
        title, tuple(column for column, _ in table), tuple(zip(*(cells for _, cells in table), strict=True)), as_of
    )


def faults(title: str, findings: Iterable[Finding], as_of: date) -> Sheet:
    """Lay findings out in columns."""
    columns = (
        Column(tr("位置"), 24),
        Column(tr("级别"), 8),
        Column(tr("问题"), 24),
        Column(tr("材料或活动"), 12),
        Column(tr("说明"), 70),
    )
    rows = tuple(
        (
            f"{one.file}:{one.line}:{one.column}",
            severity_word(one.severity),
            one.rule,
            one.evidence or one.activity or "",
            one.message,
        )
        for one in findings
    )
    return Sheet(title, columns, rows, as_of)
