"""Random second editions of a rubric."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from build import HOUSE, Section, as_source, indicator, item
from wenming_score.kinds import KINDS
from wenming_score.rubric import Rubric
from worlds import ASKED, EVIDENCE, POINTS, World, indicators, rubrics, unit_files

Drawn: TypeAlias = Callable[[DrawFn, Section], Section | None]
_INNER = {"checklist", "coverage", "deduction", "survey", "grade"}
"""Kinds whose answers name parts of the indicator, so that another edition may lose some of an answer."""


def _keep(draw: DrawFn, one: Section) -> Section:
    del draw
    return one


def _weigh(draw: DrawFn, one: Section) -> Section:
    """Ask for other evidence, and where the parts do not fix the points for other points and thresholds."""
    kind = str(one["kind"])
    if kind in _INNER:
        return one | {"evidence": draw(EVIDENCE)}
    asked = {"points": draw(POINTS)} | draw(ASKED[kind])
    return indicator(kind, id=one["id"], **asked, evidence=draw(EVIDENCE), standards=one.get("standards", ()))


def _rename(draw: DrawFn, one: Section) -> Section:
    return _weigh(draw, one) | {"id": f"{one['id']}-new", "was": [str(one["id"])]}


def _drop(draw: DrawFn, one: Section) -> None:
    del draw, one


def _recast(draw: DrawFn, one: Section) -> Section:
    """Ask for the same thing anew, perhaps in another way."""
    return draw(indicators(str(one["id"])))


def _replace(draw: DrawFn, one: Section) -> Section:
    """Ask for another thing under another id."""
    return draw(indicators(f"{one['id']}-other"))


_GENTLE: tuple[Drawn, ...] = (_keep, _weigh, _rename, _drop, _replace)
_ROUGH: tuple[Drawn, ...] = (*_GENTLE, _recast)


@st.composite
def revisions(draw: DrawFn, by: Rubric, *, gentle: bool = False) -> Rubric:
    """Draw another edition: points, thresholds and names change, indicators come, go, move and become others.

    A gentle one takes no answer apart: what it asks for as before it can read as before.
    """
    ways = st.sampled_from(_GENTLE if gentle else _ROUGH)
    parts = [_raw(one) for one in by.indicators.values()]
    made = [drawn for one in parts if (drawn := draw(ways)(draw, one)) is not None] or [draw(indicators("fresh"))]
    free = [name for part in made for name in _was(part)]
    made += [draw(indicators(name)) for name in free if draw(st.integers(0, 3)) == 0]
    if not gentle and len(made) > 1 and draw(st.booleans()):
        lost = made.pop()
        made[0] = made[0] | {"was": [*_was(made[0]), *(_was(lost) or [str(lost["id"])])]}
    return _housed(draw, by, made)


def _housed(draw: DrawFn, by: Rubric, parts: list[Section]) -> Rubric:
    """Put each indicator in some item; the items come in another order, one with a new name, and none is empty."""
    first, *rest = draw(st.permutations([one.id for one in by.items]))
    homes = [f"{first}-new", *rest]
    held: dict[str, list[Section]] = {}
    for part in parts:
        held.setdefault(draw(st.sampled_from(homes)), []).append(part)
    items = [item(home, *held[home], was=[first] if home == homes[0] else []) for home in homes if home in held]
    worth = sum((Decimal(str(part["points"])) for part in parts), Decimal(0))
    top: Section = {
        "edition": "2",
        "items": items,
        "full_points": worth,
        "not_applicable": draw(st.sampled_from([by.not_applicable, "redistribute", "full"])),
        "not_applicable_to": draw(st.sampled_from([None, [str(part["id"]) for part in parts]])),
        "bonus": {"cap": draw(POINTS), "awards": [_priced(draw, name) for name in ("p1", "p2")], **HOUSE},
    }
    return Rubric.model_validate(as_source(by.model_dump(exclude_unset=True) | top))


def _priced(draw: DrawFn, name: str) -> Section:
    return {"id": name, "title": name, "points": draw(POINTS), **HOUSE}


def _was(one: Section) -> list[str]:
    was = one.get("was")
    return [str(name) for name in was] if isinstance(was, (list, tuple)) else []


def _raw(one: object) -> Section:
    assert isinstance(one, tuple(KINDS.values()))
    kind = next(kind for kind, cls in KINDS.items() if isinstance(one, cls))
    return {**one.model_dump(exclude_unset=True), "kind": kind}


@st.composite
def editions(draw: DrawFn) -> tuple[World, World]:
    """Draw two unit files, by one rubric or by two editions of it."""
    by = draw(rubrics())
    return draw(unit_files(by)), draw(unit_files(draw(st.one_of(revisions(by), st.just(by)))))


def years_of_one_rubric() -> SearchStrategy[tuple[World, World]]:
    """Draw two unit files by one rubric."""
    return rubrics().flatmap(lambda by: st.tuples(unit_files(by), unit_files(by)))
