"""The ledger as an archive index: every piece of evidence, numbered, with what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from wenming_score.assessment import Evidence, Fonds, SelfAssessment
from wenming_score.facts import days_of
from wenming_score.files import FileFact, Origin
from wenming_score.report import Piece, PieceState, Report
from wenming_score.rubric import Rubric

_OWN: tuple[Origin, ...] = ("taken", "recorded", "name", "created", "modified")


def ledger(
    assessment: SelfAssessment,
    rubric: Rubric,
    files: Mapping[str, FileFact],
    report: Report,
    refused: Mapping[str, str],
) -> tuple[Piece, ...]:
    """Index a unit's evidence in the order of the rubric's catalogue, what belongs to no entry of it last.

    `refused` says why pieces do not carry that no finding refuses.
    """
    order = {title: number for number, title in enumerate(rubric.catalogue, 1)}
    remarks = {**dict(_remarks(report)), **refused}
    states = _states(assessment, report, refused)
    count: Counter[str] = Counter()
    archived: Counter[str] = Counter()

    def place(name: str) -> tuple[int, date, str]:
        entry = assessment.evidence[name]
        return order.get(entry.category or "", len(order) + 1), _day(entry, files.get(name)) or date.max, name

    def piece(name: str) -> Piece:
        entry, fact = assessment.evidence[name], files.get(name, FileFact("link"))
        group = f"{place(name)[0]:02}"
        count[group] += 1
        shown, origin = _dated(entry, fact)
        return Piece(
            number=f"{group}-{count[group]:03}",
            archive_number=_archive_number(assessment, entry, fact, archived),
            id=name,
            title=entry.title or _name(entry),
            type=entry.type,
            date=shown,
            origin=origin,
            category=entry.category or "",
            indicators=(cited := assessment.citing.get(name, ())),
            used_for=tuple(rubric.indicators[one].label for one in cited if one in rubric.indicators),
            owner=entry.owner or "",
            document_number=entry.number or "",
            pages=entry.pages or fact.inside.pages,
            size=fact.size or None,
            path=entry.path or entry.url or "",
            state=states.get(name, "uncited"),
            remark=remarks.get(name, ""),
        )

    return tuple(piece(name) for name in sorted(assessment.evidence, key=place))


def _name(entry: Evidence) -> str:
    """Take a file's name for its title, without folder and ending."""
    if entry.path is None:
        return entry.url or ""
    name = entry.path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _dated(entry: Evidence, fact: FileFact) -> tuple[str, Origin | None]:
    if entry.date is not None:
        return str(entry.date), "declared"
    for origin in _OWN:
        own = fact.dated(origin)
        if own is not None:
            return own.isoformat(), origin
    return "", None


def _day(entry: Evidence, fact: FileFact | None) -> date | None:
    span = days_of(entry, fact)
    return span.start if span else None


def _archive_number(assessment: SelfAssessment, entry: Evidence, fact: FileFact, archived: Counter[str]) -> str:
    fonds: Fonds | None = assessment.unit.fonds
    if fonds is None:
        return ""
    year = (_day(entry, fact) or assessment.period.start).year
    parts = [
        fonds.number,
        f"{fonds.series}·{year}",
        entry.retention or fonds.retention,
        *([fonds.office] if fonds.office else []),
    ]
    series = "-".join(parts)
    archived[series] += 1
    return f"{series}-{archived[series]:04}"


def _states(assessment: SelfAssessment, report: Report, refused: Iterable[str]) -> dict[str, PieceState]:
    """Tell what became of each piece over all that cite it; what only a red line or a title cites is not refused."""
    seen: dict[str, set[str]] = {name: set() for _, name in assessment.references}
    for item in report.items:
        for indicator in item.indicators:
            for cited in indicator.evidence:
                seen.setdefault(cited.id, set()).add(cited.state)
    lost = {*refused, *(finding.evidence for finding in report.findings if finding.refuses)}
    return {name: _state(states, lost=name in lost) for name, states in seen.items()}


def _state(states: set[str], *, lost: bool) -> PieceState:
    if len(states) > 1:
        return "partly"
    return "refused" if "refused" in states or (lost and not states) else "carried"


def _remarks(report: Report) -> Iterator[tuple[str, str]]:
    """Give the gravest finding on each piece; a later pair wins, so the gravest comes last."""
    gravity = {"note": 0, "warning": 1, "error": 2}
    for finding in sorted(report.findings, key=lambda one: gravity[one.severity]):
        if finding.evidence:
            yield finding.evidence, finding.message
