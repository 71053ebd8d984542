"""What of a unit file gets another name under another rubric, and what has no counterpart there."""

from collections.abc import Iterator, Mapping

from wenming_score.finding import Path
from wenming_score.kinds.coverage import Coverage
from wenming_score.renames.names import Names, Renames
from wenming_score.source import Value
from wenming_score.source.edits import Drop, Edit, Rekey, Replace, applied
from wenming_score.text import tr


def translate(data: Mapping[str, Value], by: Renames) -> dict[str, Value]:
    """Give a unit file's values in the new rubric's names; what has no counterpart there is dropped."""
    given = dict(data)
    translated = applied(given, edits(given, by))
    return translated if isinstance(translated, dict) else {}


def edits(data: Mapping[str, Value], by: Renames) -> Iterator[Edit]:
    """Yield what must change in a unit file so that it names nothing that the new rubric does not have."""
    yield from _keys(data, ("red_lines",), by.red_lines)
    yield from _keys(data, ("eligibility",), by.eligibility)
    yield from _ledger(data.get("evidence"), by)
    for name, activity in _entries(data.get("activities")):
        yield from _list(activity, ("activities", name, "serves"), by.indicators)
    yield from _answers(data, by)
    yield from _keys(data, ("self_scores",), by.items)
    yield from _keys(data, ("remedies",), by.indicators)
    yield from _responsibilities(data, by)
    yield from _claims(data.get("bonus"), ("bonus", "award"), by.awards)
    yield from _claims(data.get("penalties"), ("penalties", "penalty"), by.penalties)


def _answers(data: Mapping[str, Value], by: Renames) -> Iterator[Edit]:
    readable = {old: new for old, new in by.indicators.items() if old not in by.recast}
    for edit in _keys(data, ("answers",), readable):
        recast = isinstance(edit, Drop) and edit.path[-1] in by.recast
        yield Drop(edit.path, tr("新体系里计分方式变了，要重新填写")) if recast else edit
    answers = dict(_entries(data.get("answers")))
    for old, new in _kept(answers, readable).items():
        if (names := by.clauses.get(new)) is not None:
            fields = ("covered", "not_held") if isinstance(by.new.indicators[new], Coverage) else ("met", "lacks")
            for field in fields:
                path = ("answers", old, field)
                yield from _keys(answers[old], path, names)
                yield from _list(answers[old], path, names)


def _responsibilities(data: Mapping[str, Value], by: Renames) -> Iterator[Edit]:
    """Rename the items and the indicators that somebody answers for; departments keep their names."""
    named = data.get("responsibilities")
    asked = {item.id for item in by.old.items} | by.old.indicators.keys()
    departments = {name: name for name in (named if isinstance(named, dict) else ()) if name not in asked}
    yield from _keys(data, ("responsibilities",), {**departments, **by.items, **by.indicators})


def _ledger(ledger: Value, by: Renames) -> Iterator[Edit]:
    catalogue = by.new.catalogue
    for name, entry in _entries(ledger):
        category = entry.get("category")
        if catalogue and category is not None and category not in catalogue:
            yield Drop(("evidence", name, "category"), tr("新体系的归档目录里没有这一类"))


def _keys(around: Mapping[str, Value], path: Path, names: Names) -> Iterator[Edit]:
    """Rename the keys of a mapping that stands at the path's end."""
    things = around.get(str(path[-1]))
    if not isinstance(things, dict):
        return
    kept = _kept(things, names)
    for name in things:
        if name not in kept:
            yield Drop((*path, name), _why(name, names))
        elif kept[name] != name:
            yield Rekey((*path, name), kept[name])


def _list(around: Mapping[str, Value], path: Path, names: Names) -> Iterator[Edit]:
    """Rename the entries of a list of names that stands at the path's end."""
    things = around.get(str(path[-1]))
    if not isinstance(things, tuple):
        return
    kept = _kept({name: None for name in things if isinstance(name, str)}, names)
    for index, name in enumerate(things):
        if not isinstance(name, str) or name not in kept:
            yield Drop((*path, index), _why(name, names))
        elif kept[name] != name:
            yield Replace((*path, index), kept[name])


def _claims(claims: Value, fields: tuple[str, str], names: Names) -> Iterator[Edit]:
    """Rename what each entry of a list names in one of its fields."""
    section, field = fields
    for index, claim in enumerate(claims if isinstance(claims, tuple) else ()):
        name = claim.get(field) if isinstance(claim, dict) else None
        if not isinstance(name, str) or name not in names:
            yield Drop((section, index), _why(name, names))
        elif names[name] != name:
            yield Replace((section, index, field), names[name])


def _kept(things: Mapping[str, object], names: Names) -> dict[str, str]:
    """Name those that stay: of several that become one, the first in the order of the names."""
    first: dict[str, str] = {}
    for old, new in names.items():
        if old in things:
            first.setdefault(new, old)
    return {old: new for new, old in first.items()}


def _why(name: object, names: Names) -> str:
    if name in names:
        return tr("新体系里已并入 {name}，那里另有填写", name=names[str(name)])
    return tr("新体系里没有这一项")


def _entries(section: Value) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield the entries of a section that say something."""
    for name, entry in section.items() if isinstance(section, dict) else ():
        if isinstance(entry, dict):
            yield name, entry
