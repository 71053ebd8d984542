"""The ledger for the terminal."""

from collections.abc import Iterator
from itertools import groupby

from wenming_score.files import origin_words
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.render.cells import Line, hang, left
from wenming_score.render.layout import SIGNS, TONES, status_words
from wenming_score.report import Piece
from wenming_score.text import inert, tr


def lines(title: str, pieces: tuple[Piece, ...], cells: int) -> Iterator[Line]:
    """Lay the index out for a terminal, a heading for each entry of the catalogue."""
    states, words = ("carried", "partly", "refused", "uncited"), status_words()
    yield [(f"■ {inert(title)}", "strong")]
    counts = tr("、").join(
        f"{words[state]} {number}" for state in states if (number := sum(piece.state == state for piece in pieces))
    )
    yield [(tr("  共 {n} 件：{counts}", n=len(pieces), counts=counts), "faint")]
    for category, group in groupby(pieces, lambda piece: piece.category):
        yield []
        yield [(f"■ {inert(category or tr('未归类'))}", "strong")]
        for piece in group:
            yield from _piece(piece, cells)


def _piece(piece: Piece, cells: int) -> Iterator[Line]:
    sign = f"  {SIGNS[piece.state]} "
    head = f"{piece.number}  {left(piece.id, 6)}  {left(piece.date or tr('无日期'), 10)}  "
    title = tr("{title}（{type}）", title=piece.title, type=tr(EVIDENCE_WORDS[piece.type]))
    yield from hang([(sign, TONES[piece.state]), (head, "plain")], title, "plain", cells)
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
        yield from hang([("      ", "plain")], piece.remark, TONES[piece.state], cells)
