"""Scoring each year's evidence again, under the rules and with the standing of the other year."""

from collections.abc import Iterator, Mapping
from itertools import product

from wenming_score.assessment import SelfAssessment
from wenming_score.compare.keys import Keys
from wenming_score.compare.worlds import SIDES, Key, Side, World, Worlds, lent, world
from wenming_score.compare.year import Made
from wenming_score.evaluate import evaluate
from wenming_score.facts import Case
from wenming_score.load import LoadedRubric, LoadedUnit
from wenming_score.records import record
from wenming_score.renames import Names, Renames, translate
from wenming_score.report import Report

Years = Mapping[Side, tuple[Report, Made]]
Claimed = tuple[Side, Side]
"""Which year claims, and by whose rubric it is read."""
_CROSSED: tuple[Claimed, Claimed] = (("before", "after"), ("after", "before"))


@record
class Claims:
    """What a year claims, read by the rubric of either year."""

    assessment: SelfAssessment
    by: LoadedRubric


@record
class Rescored:
    """The worlds, and each year's report under the other's rules where those are other rules."""

    worlds: Worlds
    crossed: Mapping[Side, Report]


def rescore(years: Years, names: Renames, keys: Keys) -> Rescored:
    """Score all eight worlds; what was scored already, or would come to the same, is not scored again."""
    same = names.old == names.new
    claims = _claims(years, names)
    own: dict[Claimed, Report] = {
        (year, rules): years[year][0] if same or year == rules else _scored(years[year], one, one.assessment)
        for (year, rules), one in claims.items()
    }
    spared = {claimed: _spared(report) for claimed, report in own.items()}
    apart = frozenset(_apart(names, keys))
    made: dict[Key, World] = {}
    for evidence, rules, status in product(SIDES, repeat=3):
        mine, theirs = spared[evidence, rules], spared[status, rules]
        report = own[evidence, rules]
        if mine != theirs:
            one = claims[evidence, rules]
            standing = _with_standing(one, claims[status, rules].assessment, clear=mine, put=theirs)
            report = _scored(years[evidence], one, standing)
        made[evidence, rules, status] = world(report, keys if rules == "before" else None, apart)
    alone: dict[Side, frozenset[str]] = {"before": _alone(names.back), "after": _alone(names)}
    lenders = {key: dict(_lenders(key, spared, alone, keys)) for key in made}
    return Rescored(lent(made, lenders), {} if same else {year: own[year, other] for year, other in _CROSSED})


def _claims(years: Years, names: Renames) -> Mapping[Claimed, Claims]:
    before, after = (years[side][1].loaded for side in SIDES)
    old, new = Claims(before.assessment, before.by), Claims(after.assessment, after.by)
    crossed = (old, new) if names.old == names.new else (_read(before, after, names), _read(after, before, names.back))
    return {("before", "before"): old, _CROSSED[0]: crossed[0], _CROSSED[1]: crossed[1], ("after", "after"): new}


def _read(loaded: LoadedUnit, other: LoadedUnit, names: Renames) -> Claims:
    """Read what a year claims by the other year's rubric."""
    data, asked = loaded.document.data, other.by.rubric.indicators
    moved = translate(data, names) if isinstance(data, dict) else {}
    given = moved.get("answers")
    answers = {
        name: asked[name].reads.model_validate(raw or {})
        for name, raw in (given.items() if isinstance(given, dict) else ())
    }
    lent_by_other = _reasons(other, {name: name for name in _alone(names)})
    for name, reason in {**_reasons(loaded, names.indicators), **lent_by_other}.items():
        answers.setdefault(name, asked[name].reads(not_applicable=reason))
    return Claims(SelfAssessment.model_validate({**moved, "answers": answers}), other.by)


def _reasons(loaded: LoadedUnit, names: Names) -> Mapping[str, str]:
    """Give why indicators do not apply, by new names: that can be read whatever kind they have become."""
    return {
        names[name]: answer.not_applicable
        for name, answer in loaded.assessment.answers.items()
        if name in names and answer.not_applicable is not None
    }


def _alone(names: Renames) -> frozenset[str]:
    """Name the indicators of the new rubric that no other has become."""
    return frozenset(names.new.indicators.keys() - names.indicators.values())


def _spared(report: Report) -> frozenset[str]:
    return frozenset(one.id for item in report.items for one in item.indicators if one.outcome == "not_applicable")


def _apart(names: Renames, keys: Keys) -> Iterator[str]:
    """Give the keys of indicators that are answered in another way: neither rubric can read the other's answers."""
    for old, new in names.indicators.items():
        if keys.indicators[old] == new and (old in names.recast or new in names.back.recast):
            yield new


def _lenders(
    key: Key, spared: Mapping[Claimed, frozenset[str]], alone: Mapping[Side, frozenset[str]], keys: Keys
) -> Iterator[tuple[str, Key]]:
    """Give the keys of what a year had nothing to prove for, and the world of the other year that lends its points."""
    evidence, rules, status = key
    named: Names = keys.indicators if rules == "before" else {}
    for name in spared[evidence, rules] - spared[status, rules]:
        yield named.get(name, name), (status, rules, status)
    if evidence != rules:
        for name in alone[rules]:
            yield named.get(name, name), (rules, rules, status)


def _with_standing(one: Claims, other: SelfAssessment, *, clear: frozenset[str], put: frozenset[str]) -> SelfAssessment:
    """Let apply what applied in the other year, and nothing else."""
    answers = dict(one.assessment.answers)
    for name in sorted(clear | put):
        reason = other.answers[name].not_applicable if name in put else None
        answer = answers.get(name) or one.by.rubric.indicators[name].reads()
        answers[name] = answer.model_copy(update={"not_applicable": reason})
    # A copy keeps what was reckoned from the answers; none of it depends on what does not apply.
    return one.assessment.model_copy(update={"answers": answers})


def _scored(year: tuple[Report, Made], one: Claims, assessment: SelfAssessment) -> Report:
    report, made = year
    found = made.holdings
    case = Case(one.by.rubric, assessment, report.as_of, found.files, found.unlisted, found.lock)
    return evaluate(case, (made.loaded.document, one.by.document))
