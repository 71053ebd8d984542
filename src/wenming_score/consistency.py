"""What must hold inside a rubric: its sums, its names, the origin of every figure."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from wenming_score.finding import RULES, Path
from wenming_score.kinds.base import Indicator, Sourced, Titled
from wenming_score.kinds.checklist import Checklist
from wenming_score.kinds.count import Count
from wenming_score.kinds.coverage import Coverage
from wenming_score.kinds.deduction import Deduction
from wenming_score.rubric import Item, Rubric
from wenming_score.text import nearest, tr
from wenming_score.values import plain

Fault = tuple[Path, str]


def faults(rubric: Rubric) -> Iterator[Fault]:
    """Yield every place where a rubric contradicts itself."""
    yield from _doubles(rubric)
    yield from _item_sums(rubric)
    yield from _known_sums(rubric)
    yield from _method_sums(rubric)
    yield from _inner_sums(rubric)
    yield from _names(rubric)
    yield from _origins(rubric)
    yield from _remedies(rubric)


def _remedies(rubric: Rubric) -> Iterator[Fault]:
    """Look at what must be done first, and at what can be done together."""
    known = list(rubric.indicators)
    for path, _, indicator in _indicators(rubric):
        remedy = indicator.remedy
        yield from _unknown(remedy.after, known, (*path, "remedy", "after"))
        yield from _unknown(remedy.together, known, (*path, "remedy", "together"))
        if circle := _circle(rubric, indicator.id):
            names = " → ".join((*circle, indicator.id))
            yield (*path, "remedy", "after"), tr("先后次序绕成了圈：{names}", names=names)


def _circle(rubric: Rubric, start: str) -> tuple[str, ...]:
    """Find the shortest way from an indicator back to itself by what must be done first; empty where there is none."""
    ways, seen = [(start,)], set[str]()
    for way in ways:
        before = rubric.indicators[way[-1]].remedy.after if way[-1] in rubric.indicators else ()
        if start in before:
            return way
        ways += [(*way, name) for name in before if name not in seen]
        seen.update(before)
    return ()


def _doubles(rubric: Rubric) -> Iterator[Fault]:
    places: list[tuple[Path, str]] = [(("items", i, "id"), item.id) for i, item in enumerate(rubric.items)]
    places += [((*path, "id"), indicator.id) for path, _, indicator in _indicators(rubric)]
    for group in ("standards", "red_lines", "eligibility", "views"):
        yield from _twice(_ids((group,), getattr(rubric, group)))
    yield from _twice(_ids(("bonus", "awards"), rubric.bonus.awards if rubric.bonus else ()))
    yield from _twice(_ids(("penalties", "entries"), rubric.penalties.entries if rubric.penalties else ()))
    yield from _twice(places)


def _ids(path: Path, things: Iterable[Titled]) -> list[tuple[Path, str]]:
    return [((*path, position, "id"), thing.id) for position, thing in enumerate(things)]


def _twice(places: list[tuple[Path, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in places:
        if name in seen:
            yield path, tr("{name} 用了两次", name=name)
        seen.add(name)


def _item_sums(rubric: Rubric) -> Iterator[Fault]:
    for position, item in enumerate(rubric.items):
        wrong = _wrong_sum([indicator.points for indicator in item.indicators], item.points)
        if wrong is not None and item.indicators:
            message = tr(
                "“{title}”各测评内容合计 {sum}，不等于 {points}", title=item.title, sum=wrong, points=item.points
            )
            yield ("items", position, "points"), message
    wrong = _wrong_sum([item.points for item in rubric.items], rubric.full_points)
    if wrong is not None:
        yield ("full_points",), tr("各测评项目合计 {sum}，不等于满分 {points}", sum=wrong, points=rubric.full_points)


def _wrong_sum(parts: list[Decimal | None], whole: Decimal | None) -> str | None:
    """Give the sum of the parts where it cannot be the whole; a part that is not known may be anything."""
    known = [part for part in parts if part is not None]
    total, complete = sum(known, Decimal(0)), len(known) == len(parts)
    wrong = whole is not None and (total > whole or (complete and total != whole))
    return plain(total) if wrong else None


def _known_sums(rubric: Rubric) -> Iterator[Fault]:
    points = {item.id: item.points for item in rubric.items} | {
        name: indicator.points for name, indicator in rubric.indicators.items()
    }
    for position, known in enumerate(rubric.sums):
        path: Path = ("sums", position)
        for place, name in enumerate(known.of):
            if name not in points:
                yield (*path, "of", place), tr("没有 {name} 这一项{hint}", name=name, hint=nearest(name, list(points)))
        wrong = _wrong_sum([points.get(name) for name in known.of], known.points)
        if wrong is not None:
            names = tr("、").join(known.of)
            yield (
                (*path, "points"),
                tr("{names} 合计 {sum}，不等于已知的 {points}", names=names, sum=wrong, points=known.points),
            )


def _method_sums(rubric: Rubric) -> Iterator[Fault]:
    if rubric.method_points is None:
        return
    marks = rubric.method_points
    wrong = _wrong_sum([mark.points for mark in marks.values()], rubric.full_points)
    if wrong is not None:
        yield ("method_points",), tr("各方法合计 {sum}，不等于满分 {points}", sum=wrong, points=rubric.full_points)
    for method, mark in marks.items():
        wrong = _wrong_sum([one.points for one in rubric.indicators.values() if method in one.methods], mark.points)
        if wrong is not None:
            message = tr("{method} 的测评内容合计 {sum}，不等于 {points}", method=method, sum=wrong, points=mark.points)
            yield ("method_points", method, "points"), message
    for path, _, indicator in _indicators(rubric):
        if len(indicator.methods) != 1:
            yield (*path, "methods"), tr("按方法分配分值时，每项测评内容只能有一种测评方法")


def _inner_sums(rubric: Rubric) -> Iterator[Fault]:
    for path, _, indicator in _indicators(rubric):
        if isinstance(indicator, Checklist):
            yield from _clause_sums(indicator, path)
        if isinstance(indicator, Coverage) and indicator.expected != "departments":
            yield from _twice([((*path, "expected", i), name) for i, name in enumerate(indicator.expected)])
        if isinstance(indicator, Deduction):
            yield from _twice(_ids((*path, "lacks"), indicator.lacks))
        if isinstance(indicator, Count) and indicator.steps and indicator.steps[-1].points != indicator.points:
            yield (*path, "steps"), tr("最高一档要等于这一项的 {points} 分", points=plain(indicator.worth))


def _clause_sums(indicator: Checklist, path: Path) -> Iterator[Fault]:
    yield from _twice(_ids((*path, "clauses"), indicator.clauses))
    parts = [clause.points for clause in indicator.clauses]
    wrong = _wrong_sum(parts, indicator.points)
    if parts.count(None) not in (0, len(parts)):
        yield (*path, "clauses"), tr("计分点要么都写分值，要么都不写")
    elif wrong is not None:
        yield (*path, "points"), tr("各计分点合计 {sum}，不等于 {points}", sum=wrong, points=indicator.points)


def _names(rubric: Rubric) -> Iterator[Fault]:
    standards = [standard.id for standard in rubric.standards]
    indicators = list(rubric.indicators)
    for path, _, indicator in _indicators(rubric):
        yield from _unknown(indicator.standards, standards, (*path, "standards"))
        yield from _unknown(indicator.methods, list(rubric.methods), (*path, "methods"))
    yield from _unknown(rubric.not_applicable_to or (), indicators, ("not_applicable_to",))
    for path, name in _rule_names(rubric):
        if name not in RULES:
            yield path, tr("没有 {name} 这种问题{hint}", name=name, hint=nearest(name, RULES))
    for i, view in enumerate(rubric.views):
        for j, group in enumerate(view.groups):
            yield from _unknown(group.indicators, indicators, ("views", i, "groups", j, "indicators"))
    for name in rubric.method_points or ():
        if name not in rubric.methods:
            yield (
                ("method_points", name),
                tr("没有 {name} 这一项{hint}", name=name, hint=nearest(name, list(rubric.methods))),
            )


def _rule_names(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    yield from ((("severities", name), name) for name in rubric.severities)
    for path, _, indicator in _indicators(rubric):
        for i, lack in enumerate(indicator.lacks if isinstance(indicator, Deduction) else ()):
            yield from (((*path, "lacks", i, "proved_by", j), name) for j, name in enumerate(lack.proved_by))


def _unknown(names: Iterable[str], known: list[str], path: Path) -> Iterator[Fault]:
    for position, name in enumerate(names):
        if name not in known:
            yield (*path, position), tr("没有 {name} 这一项{hint}", name=name, hint=nearest(name, known))


def _origins(rubric: Rubric) -> Iterator[Fault]:
    for path, thing, fallback in _sourced(rubric):
        if thing.source is not None:
            yield from _unknown_source(thing.source, (*path, "source"), rubric)
        elif thing.basis != "house":
            yield path, tr("依据是 {basis} 的数字要写出处 source", basis=thing.basis)
        if thing.basis == "house" and not (thing.note or fallback):
            yield path, tr("自定（house）的数字要用 note 写明理由")
    yield from _plain_sources(rubric)


def _plain_sources(rubric: Rubric) -> Iterator[Fault]:
    """Look at what has a source but no figure of its own, and at the bare figures at the top."""
    for i, standard in enumerate(rubric.standards):
        yield from _unknown_source(standard.source, ("standards", i, "source"), rubric)
    for i, view in enumerate(rubric.views):
        if view.source is not None:
            yield from _unknown_source(view.source, ("views", i, "source"), rubric)
    for field in ("full_points", "term_years", "not_applicable", "serves_at_most", "note_at_most", "term_scoring"):
        if field in rubric.model_fields_set and field not in rubric.figures:
            yield (field,), tr("figures 里要写 {field} 的依据", field=field)


def _unknown_source(name: str, path: Path, rubric: Rubric) -> Iterator[Fault]:
    if name not in rubric.sources:
        yield path, tr("sources 里没有 {name}{hint}", name=name, hint=nearest(name, rubric.sources))


def _sourced(rubric: Rubric) -> Iterator[tuple[Path, Sourced, str | None]]:
    """Yield everything with a figure: its place, itself, and the note that may speak for it."""
    for i, item in enumerate(rubric.items):
        yield ("items", i), item, rubric.note
    for path, item, indicator in _indicators(rubric):
        yield path, indicator, item.note or rubric.note
        yield (*path, "rule"), indicator.rule, indicator.note
    for field in ("red_lines", "eligibility", "sums"):
        for i, entry in enumerate(getattr(rubric, field)):
            yield (field, i), entry, None
    for name, figure in rubric.figures.items():
        yield ("figures", name), figure, None
    for name, mark in (rubric.method_points or {}).items():
        yield ("method_points", name), mark, None
    if rubric.pass_mark:
        yield ("pass_mark",), rubric.pass_mark, None
    yield from ((("plausible", *place), figure, None) for place, figure in rubric.plausible.figures())
    yield from _extras(rubric)


def _extras(rubric: Rubric) -> Iterator[tuple[Path, Sourced, str | None]]:
    if rubric.bonus:
        yield ("bonus",), rubric.bonus, None
        yield from ((("bonus", "awards", i), award, rubric.bonus.note) for i, award in enumerate(rubric.bonus.awards))
    if rubric.penalties:
        yield ("penalties",), rubric.penalties, None
        for i, entry in enumerate(rubric.penalties.entries):
            yield ("penalties", "entries", i), entry, rubric.penalties.note


def _indicators(rubric: Rubric) -> Iterator[tuple[Path, Item, Indicator]]:
    for i, item in enumerate(rubric.items):
        for j, indicator in enumerate(item.indicators):
            yield ("items", i, "indicators", j), item, indicator
