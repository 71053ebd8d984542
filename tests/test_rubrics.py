"""Every bundled rubric holds together, earns everything for everything and nothing for nothing."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest

from build import Raw, Section, activity, assessment, case, report
from rubric_text import ASKED_AT
from wenming_score import catalogue
from wenming_score.finding import InputError
from wenming_score.kinds.average import Average
from wenming_score.kinds.base import Indicator
from wenming_score.kinds.checklist import Checklist
from wenming_score.kinds.count import Count
from wenming_score.kinds.coverage import Coverage
from wenming_score.kinds.grade import Grade
from wenming_score.kinds.material import COUNTED, TALLIES
from wenming_score.kinds.ratio import Ratio
from wenming_score.kinds.survey import Survey
from wenming_score.load import load_rubric, scorable
from wenming_score.plausible import Plausible
from wenming_score.rubric import Rubric

PEOPLE = 100
UNKNOWN = "thirteen-items-2012"
SCORABLE = [name for name in catalogue.bundled() if name != UNKNOWN]

every = pytest.mark.parametrize("name", catalogue.bundled())
every_scorable = pytest.mark.parametrize("name", SCORABLE)


def rubric(name: str) -> Rubric:
    return load_rubric(name, Path(), ASKED_AT).rubric


@every
def test_a_rubric_loads_by_its_name(name: str) -> None:
    assert rubric(name).name == name


@every
def test_ids_are_unique_over_items_and_indicators(name: str) -> None:
    by = rubric(name)
    ids = [*(item.id for item in by.items), *(one.id for item in by.items for one in item.indicators)]
    assert len(ids) == len(set(ids))


@every_scorable
def test_points_add_up(name: str) -> None:
    by = rubric(name)
    assert sum(item.points or 0 for item in by.items) == by.full_points
    assert sum(by.points_by_basis().values()) == by.full_points
    for item in by.items:
        assert sum(one.points or 0 for one in item.indicators) == item.points


@every
def test_every_indicator_says_what_to_do_about_it(name: str) -> None:
    for one in rubric(name).indicators.values():
        assert one.remedy.action.strip()
        assert one.standards or not rubric(name).standards


def answer(asked: Indicator) -> Section:
    """Claim everything that the indicator asks for."""
    claim: Section = {"lacks": []}
    match asked:
        case Checklist():
            claim = {"met": [clause.id for clause in asked.clauses]}
        case Count():
            claim = {"count": ceil(asked.target if asked.target is not None else asked.steps[-1].at)}
        case Coverage():
            claim = {"covered": ["办公室"] if asked.expected == "departments" else list(asked.expected)}
        case Ratio():
            claim = {"count": ceil(PEOPLE * asked.full_at)}
        case Average():
            claim = {"total": ceil(PEOPLE * asked.full_at)}
        case Grade():
            claim = {"grade": max(asked.grades, key=lambda name: asked.grades[name])}
        case Survey():
            claim = {"responses": {max(asked.weights, key=lambda name: asked.weights[name]): PEOPLE}}
        case _:
            pass
    return claim


def proof(asked: Indicator) -> Section:
    """Prove it by links of the first type that carries it, as many as are asked for."""
    match asked:
        case Ratio() | Survey():
            carrying = COUNTED
        case Count() | Coverage() | Average():
            carrying = TALLIES
        case _:
            carrying = frozenset(asked.evidence.types)
    kind = next((kind for kind in asked.evidence.types if kind in carrying), asked.evidence.types[0])
    piece: Section = {"url": "https://example.org/1", "type": kind, "date": "2025-06-30"}
    return {f"{asked.id}-{number}": piece for number in range(asked.evidence.at_least)}


def held(asked: Indicator, pieces: Section) -> Section:
    """Hold activities for a count that no tally may carry, each proved by the pieces."""
    if not isinstance(asked, Count) or {*asked.evidence.types} & TALLIES:
        return {}
    times = ceil(asked.target if asked.target is not None else asked.steps[-1].at)
    return {f"{asked.id}-{number}": activity(asked.id, evidence=list(pieces)) for number in range(times)}


def denominators(by: Rubric) -> Section:
    named: dict[str, Raw] = {}
    for one in by.indicators.values():
        if isinstance(one, (Ratio, Average)):
            named[one.denominator] = PEOPLE
        if isinstance(one, Survey) and one.sample:
            named[one.sample.denominator] = PEOPLE
    return {"counts": {key: value for key, value in named.items() if key != "staff"}}


@every_scorable
def test_full_answers_with_evidence_earn_full_points(name: str) -> None:
    by = rubric(name)
    proofs = {one.id: proof(one) for one in by.indicators.values()}
    unit: Section = {"name": "某局", "type": "other", "staff": PEOPLE, "departments": ["办公室"], **denominators(by)}
    claimed = assessment(
        by,
        unit=unit,
        evidence={key: piece for pieces in proofs.values() for key, piece in pieces.items()},
        activities={key: one for name in proofs for key, one in held(by.indicators[name], proofs[name]).items()},
        answers={one.id: {**answer(one), "evidence": list(proofs[one.id])} for one in by.indicators.values()},
    )
    made = report(case(by, claimed))
    short = {one.id: (one.supported, one.full, one.reason) for part in made.items for one in part.indicators if one.gap}
    assert short == {}
    assert (made.score.claimed, made.score.supported, made.gaps) == (by.full_points, by.full_points, ())


@every_scorable
def test_empty_answers_earn_nothing(name: str) -> None:
    by = rubric(name)
    silent = report(case(by, assessment(by)))
    empty = report(case(by, assessment(by, answers=dict.fromkeys(by.indicators))))
    for made in (silent, empty):
        assert (made.score.claimed, made.score.supported, made.score.full) == (0, 0, by.full_points)
        assert {one.outcome for part in made.items for one in part.indicators} == {"missing"}
        assert sum((gap.points for gap in made.gaps), Decimal(0)) <= by.full_points


@every_scorable
def test_every_limit_of_what_is_plausible_is_given(name: str) -> None:
    given = {place[0] for place, _ in rubric(name).plausible.figures()}
    assert given == {*Plausible.model_fields}


def test_what_is_only_official_sets_no_limits_of_our_own() -> None:
    assert not list(rubric(UNKNOWN).plausible.figures())


def test_a_rubric_of_unknown_points_is_refused_with_their_list() -> None:
    loaded = load_rubric(UNKNOWN, Path(), ASKED_AT)
    unknown = list(loaded.rubric.unknown_points())
    with pytest.raises(InputError) as caught:
        scorable(loaded)
    (mistake,) = caught.value.mistakes
    assert len(unknown) > 1
    assert f"有 {len(unknown)} 处分值未知，不能打分：{'、'.join(unknown)}。" in mistake.message
    assert f"extends: {UNKNOWN}" in mistake.message
    assert mistake.at.file == f"rubrics/{UNKNOWN}.yaml"


@every_scorable
def test_a_rubric_of_known_points_may_be_scored_by(name: str) -> None:
    loaded = load_rubric(name, Path(), ASKED_AT)
    assert scorable(loaded) is loaded
    assert sum((one.worth for one in loaded.rubric.indicators.values()), Fraction(0)) > 0
