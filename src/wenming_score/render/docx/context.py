"""What a Word template may speak of: the fields of the report, and words where it has signs."""

from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Protocol, TypeAlias

from wenming_score.finding import SEVERITIES, Finding, severity_word
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.render import layout, tables
from wenming_score.render.columns import Cell, Column, Table
from wenming_score.report import (
    CitedEvidence,
    EligibilityResult,
    Gap,
    IndicatorScore,
    Piece,
    RedLineResult,
    Report,
)
from wenming_score.text import tr
from wenming_score.values import percent


class _Record(Protocol):
    """A part of a report."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


Value: TypeAlias = "str | int | Decimal | date | tuple[Value, ...] | Mapping[str, Value] | None"
_Part: TypeAlias = "str | int | Decimal | date | tuple[_Part, ...] | Mapping[str, _Part] | _Record | None"
_Words = Callable[[_Record], Mapping[str, str]]


def context(reports: tuple[Report, ...]) -> dict[str, Value]:
    """Give every report, and at the top the fields of the first."""
    views = tuple(map(_view, reports))
    return {**views[0], "reports": views}


def heading(report: Report) -> str:
    """Name the paper."""
    return tr("{unit}文明单位创建工作自查报告", unit=report.unit.name)


def _view(report: Report) -> dict[str, Value]:
    words = _words_of(report)
    gravest = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    laid = (
        tables.scores(report), tables.standing(report), tables.gaps(report),
        tables.ledger(tr("佐证材料目录"), report.ledger), tables.findings(tr("问题"), gravest),
    )  # fmt: skip
    return {
        **_fields(report, words),
        "title": heading(report),
        "outcome": layout.outcome(report),
        "kind_of_total": layout.kind_of_total(report),
        "basis": layout.basis(report),
        "problems": _plain(tuple(gravest), words),
        "tables": {table.name: _table(table) for table in laid},
    }


def _fields(record: _Record, words: _Words) -> dict[str, Value]:
    return {field.name: _plain(getattr(record, field.name), words) for field in fields(record)} | dict(words(record))


def _plain(part: _Part, words: _Words) -> Value:
    if part is None or isinstance(part, (str, int, Decimal, date)):
        return part
    if isinstance(part, tuple):
        return tuple(_plain(one, words) for one in part)
    if isinstance(part, Mapping):
        return {name: _plain(one, words) for name, one in part.items()}
    return _fields(part, words)


def _words_of(report: Report) -> _Words:
    """Say in words what a part says by a sign or an id."""
    states = layout.status_words()
    pieces = {piece.id: piece.title for piece in report.ledger}
    items = {item.id: item.title for item in report.items}

    def words(part: _Record) -> Mapping[str, str]:  # noqa: PLR0911 - one for each kind of part
        match part:
            case RedLineResult() | EligibilityResult():
                return {"status_word": states[part.status]}
            case IndicatorScore():
                return {"outcome_word": states[part.outcome]}
            case CitedEvidence():
                return {"title": pieces.get(part.id) or part.id}
            case Gap():
                return {"item_title": items[part.item]}
            case Piece():
                return {"type_word": tr(EVIDENCE_WORDS[part.type]), "state_word": states[part.state]}
            case Finding():
                return {"severity_word": severity_word(part.severity)}
            case _:
                return {}

    return words


def _table(table: Table) -> Mapping[str, Value]:
    """Give a table with its cells as text, by the names of its columns."""
    return {
        "title": table.title,
        "columns": tuple({"key": column.key, "heading": column.heading} for column in table.columns),
        "rows": tuple(
            {column.key: _cell(column, cell) for column, cell in zip(table.columns, row.cells, strict=True)}
            for row in table.rows
        ),
    }


def _cell(column: Column, cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return percent(Fraction(cell)) if column.holds == "share" else layout.points(cell)
    return "-" if cell is None else str(cell)
