"""New entries of the ledger, for files that lie in the evidence folder, and what they are for."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from wenming_score.assessment import Evidence, SelfAssessment
from wenming_score.evidence.naming import below, same, unfit
from wenming_score.evidence.numbering import numbers
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.kinds.base import EvidenceRule
from wenming_score.kinds.checklist import ChecklistAnswer
from wenming_score.kinds.material import EVIDENCE_WORDS, EvidenceType, evidence_words
from wenming_score.load import LoadedUnit
from wenming_score.records import record
from wenming_score.source import Value
from wenming_score.source.scalars import resolve
from wenming_score.text import nearest, tr
from wenming_score.values import Id, When, read_when


@record
class Request:
    """What somebody says of files, as it was typed."""

    files: tuple[Path, ...]
    to: tuple[str, ...]
    """Indicators, and activities of the unit."""
    type: str | None
    date: str | None = None
    id: str | None = None
    more: Mapping[str, str] = field(default_factory=dict[str, str])
    """Further fields of the entries: title, number, owner, category."""


@record
class Plan:
    """What is to be written, and what is doubtful about it."""

    entries: Mapping[str, Evidence]
    additions: dict[str, Value]
    """Shaped like the unit file; see `source.editing`."""
    doubts: tuple[str, ...]


def plan(loaded: LoadedUnit, root: Path, request: Request) -> Plan:
    """Plan the entries and where they are cited; raise `InputError` with everything that forbids it."""
    wrong = [*_mistakes(loaded, request), *_wrong_files(loaded.assessment, root, request)]
    if wrong:
        raise InputError(wrong)
    paths = dict.fromkeys(below(file, root) or "" for file in request.files)
    names = [request.id] if request.id else numbers(loaded.assessment, request.to)
    raw = {name: _entry(path, request) for name, path in zip(names, paths, strict=False)}
    entries = {name: Evidence.model_validate(fields) for name, fields in raw.items()}
    cited = _citations(loaded.assessment, request.to, tuple(raw))
    return Plan(entries, {"evidence": {**raw}, **cited}, tuple(_doubts(loaded, request)))


def _mistake(where: str, said: str) -> Mistake:
    return Mistake(Location(where), said)


def _mistakes(loaded: LoadedUnit, request: Request) -> Iterator[Mistake]:
    known = {**loaded.by.rubric.indicators, **loaded.assessment.activities}
    for name in request.to:
        if name not in known:
            hint = nearest(name, known)
            yield _mistake("--to", tr("没有 {name} 这项测评内容，也没有这次活动{hint}", name=name, hint=hint))
    if request.type not in EVIDENCE_WORDS:
        name, types = request.type or "", evidence_words(EVIDENCE_WORDS)
        said = tr("没有 {name} 这种材料", name=name) if name else tr("没有写材料类型")
        hint = nearest(name, EVIDENCE_WORDS)
        yield _mistake("--type", tr("{said}；可以写 {types}{hint}", said=said, types=types, hint=hint))
    if request.date is not None and _when(request.date) is None:
        said = tr(
            "日期“{text}”读不懂；要写成 2025-03-05、2025-03、2025-Q1、2025-H1、2025，或 2025-03-05~2025-03-07",
            text=request.date,
        )
        yield _mistake("--date", said)
    category, catalogue = request.more.get("category"), loaded.by.rubric.catalogue
    if category and catalogue and category not in catalogue:
        names, hint = tr("、").join(catalogue), nearest(category, catalogue)
        said = tr("没有 {name} 这个归档类目；有 {names}{hint}", name=category, names=names, hint=hint)
        yield _mistake("--category", said)
    if request.id is not None:
        yield from _wrong_id(loaded.assessment, request.id, request)


def _wrong_id(assessment: SelfAssessment, name: str, request: Request) -> Iterator[Mistake]:
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError:
        yield _mistake("--id", tr("编号“{name}”里不能有空格、逗号和冒号，最多 80 个字", name=name))
    if len(request.files) > 1:
        yield _mistake("--id", tr("一次登记几个文件时，编号自动排，不能用 --id"))
    if name in assessment.evidence:
        yield _mistake("--id", tr("编号 {name} 已经有了；请换一个，或者不写 --id", name=name))


def _wrong_files(assessment: SelfAssessment, root: Path, request: Request) -> Iterator[Mistake]:
    listed = {same(entry.path): name for name, entry in assessment.evidence.items() if entry.path is not None}
    for file in request.files:
        path = below(file, root)
        if path is None:
            said = tr("不在材料目录 {root} 里；请先把文件放进去，再登记", root=root)
        elif name := listed.get(same(path)):
            said = tr("已经登记过了，是 {name}；要再用它，把 {name} 写进那一项的 evidence 即可", name=name)
        else:
            said = unfit(path, root)
        if said:
            yield _mistake(file.as_posix(), said)


def _when(text: str) -> When | None:
    """Read a date or, as `A~B`, a range of days; None where it cannot be read."""
    try:
        when = read_when(_dated(text))
    except ValueError:
        return None
    return when if when.span else None


def _dated(text: str) -> Value:
    """Give a date as a unit file would."""
    start, range_, end = text.partition("~")
    return {"start": resolve(start.strip()), "end": resolve(end.strip())} if range_ else resolve(text.strip())


def _entry(path: str, request: Request) -> dict[str, Value]:
    dated: dict[str, Value] = {} if request.date is None else {"date": _dated(request.date)}
    return {"path": path, "type": request.type, **dated, **{name: text for name, text in request.more.items() if text}}


def _citations(assessment: SelfAssessment, to: tuple[str, ...], names: tuple[str, ...]) -> dict[str, Value]:
    cited: dict[str, dict[str, Value]] = {"activities": {}, "answers": {}}
    for place in dict.fromkeys(to):
        activity = assessment.activities.get(place)
        citing = activity or assessment.answers.get(place)
        there = citing.evidence if citing else ()
        if new := tuple(name for name in names if name not in there):
            cited["activities" if activity else "answers"][place] = {"evidence": new}
    return {section: {**places} for section, places in cited.items() if places}


def _doubts(loaded: LoadedUnit, request: Request) -> Iterator[str]:
    """Say where the new pieces will carry nothing."""
    when = _when(request.date) if request.date else None
    for name in dict.fromkeys(request.to):
        answer = loaded.assessment.answers.get(name)
        if isinstance(answer, ChecklistAnswer) and answer.met and isinstance(answer.met, dict):
            yield tr("{name} 的计分点各看各的材料，请把编号移到 met 里相应的计分点", name=name)
        for title, rule, types in _asked(loaded, name, request):
            if not {*types} & {*rule.types}:
                given, wanted = evidence_words(dict.fromkeys(types)), evidence_words(rule.types)
                yield tr("{title}要的是 {types}，{given} 对它无效", title=title, types=wanted, given=given)
            window = loaded.assessment.window(rule.window)
            if when and when.span and window and when.span not in window:
                yield tr(
                    "日期 {date} 不在 {title}要求的 {window} 之内，对它无效", date=when, title=title, window=window
                )


def _asked(loaded: LoadedUnit, name: str, request: Request) -> Iterator[tuple[str, EvidenceRule, list[EvidenceType]]]:
    """Yield the indicators that the new pieces are for, what each takes, and the types that it would then have."""
    kind: EvidenceType = next(kind for kind in EVIDENCE_WORDS if kind == request.type)
    activity, ledger = loaded.assessment.activities.get(name), loaded.assessment.evidence
    types: list[EvidenceType] = (
        [ledger[piece].type for piece in activity.evidence if piece in ledger] if activity else []
    )
    for indicator in activity.serves if activity else (name,):
        if asked := loaded.by.rubric.indicators.get(indicator):
            yield asked.label, asked.evidence, [*types, kind]
