"""What stands on the page of a unit, and in which words."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from decimal import Decimal

from wenming_score.records import record
from wenming_score.render import comparison, layout, tables
from wenming_score.render.columns import Table
from wenming_score.render.html.charts import Loss, Radar, filled, losses, radar
from wenming_score.render.layout import SIGNS, TONES, Tone
from wenming_score.report import Report, Score
from wenming_score.text import tr


@record
class Card:
    """One of the three scores; `mark` is where the pass mark stands on its bar."""

    name: str
    title: str
    points: str
    share: str
    mark: str
    notes: tuple[str, ...]


@record
class Photo:
    """A picture of the ledger."""

    id: str
    title: str
    source: str


@record
class Unit:
    """A report as its page shows it."""

    number: int
    report: Report
    tone: Tone
    sign: str
    cards: tuple[Card, ...]
    radar: Radar | None
    losses: tuple[Loss, ...]
    tables: Mapping[str, Table]
    groups: tuple[Table, ...]
    changes: tuple[Table, ...]
    photos: tuple[Photo, ...]
    about: tuple[tuple[str, str], ...]
    parts: frozenset[str]
    """The sections that have anything to say."""


def unit(number: int, report: Report, thumbnails: Mapping[str, bytes]) -> Unit:
    """Lay a report out."""
    listed = _listed(report)
    groups, changes = tuple(tables.groups(report)), tuple(comparison.tables(report))
    drawn = {"charts", "arithmetic"} if report.items else set[str]()
    parts = {
        "verdict",
        "gaps",
        "findings",
        "about",
        *drawn,
        *({"groups"} if groups else ()),
        *({"changes"} if changes else ()),
    }
    return Unit(
        number,
        report,
        TONES[report.verdict.outcome],
        SIGNS[report.verdict.outcome],
        tuple(_cards(report)),
        radar(report.items),
        losses(report.items),
        listed,
        groups,
        changes,
        tuple(_photos(report, thumbnails)),
        tuple(_about(report)),
        frozenset(parts | {name for name, table in listed.items() if table.rows}),
    )


def _listed(report: Report) -> dict[str, Table]:
    return {
        "scores": tables.scores(report),
        "standing": tables.standing(report),
        "gaps": tables.gaps(report),
        "findings": tables.findings(tr("查出的问题"), report.findings),
        "ledger": tables.ledger(tr("佐证材料台账"), report.ledger),
    }


def _cards(report: Report) -> Iterator[Card]:
    score, least = report.score, report.rubric.pass_mark
    mark = filled(least, score.full) if least else ""

    def card(name: str, title: str, points: Decimal | None, *notes: str) -> Card:
        return Card(name, title, layout.points(points), filled(points or Decimal(0), score.full), mark, notes)

    supported = tr("有效材料撑得起的分，结论以它为准")
    yield card("supported", tr("支撑得分"), score.supported, supported, *_beside(score, least))
    yield card("claimed", tr("申报得分"), score.claimed, tr("填报的都算数时的分"))
    yield card("self", tr("自评分"), score.self_score, tr("单位自己打的分"))


def _beside(score: Score, least: Decimal | None) -> Iterator[str]:
    """Say what the supported points are to reach, and what they hold beside the items."""
    if least is not None:
        yield tr("合格线 {points}", points=layout.full(least))
    if score.bonus or score.penalty:
        bonus, penalty = layout.points(score.bonus), layout.points(score.penalty)
        yield tr("其中加分 {bonus}，扣分 {penalty}", bonus=bonus, penalty=penalty)


def _photos(report: Report, thumbnails: Mapping[str, bytes]) -> Iterator[Photo]:
    for piece in report.ledger:
        if piece.id in thumbnails:
            yield Photo(piece.id, piece.title, f"data:image/jpeg;base64,{b64encode(thumbnails[piece.id]).decode()}")


def _about(report: Report) -> Iterator[tuple[str, str]]:
    yield tr("自评文件"), report.unit.file
    yield tr("自评文件的 SHA-256"), report.unit.sha256
    yield tr("测评体系"), f"{report.rubric.title} {report.rubric.id}-{report.rubric.edition}"
    yield tr("测评体系的 SHA-256"), report.rubric.sha256
    yield tr("截至"), report.as_of.isoformat()
    yield tr("程序"), f"{report.tool.name} {report.tool.version}"
