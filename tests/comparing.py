"""Years to compare: random ones with the rubrics of two editions, and the ones of a few lines."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

from build import AS_OF, Section, assessment, paper, unit_data
from wenming_score.assessment import SelfAssessment
from wenming_score.compare import Made, Year, changes
from wenming_score.evaluate import evaluate
from wenming_score.evidence import Holdings
from wenming_score.facts import Case
from wenming_score.files import FileFact
from wenming_score.load import LoadedRubric, LoadedUnit
from wenming_score.renames import renames, translate
from wenming_score.report import Change, Changes, Report
from wenming_score.rubric import Rubric
from wenming_score.source import Value
from worlds import World


def year(by: Rubric, claimed: Section, *, as_of: date = AS_OF, files: Mapping[str, FileFact] | None = None) -> Year:
    """Score a year of a few lines; its files are all there, but for those given."""
    return _year(by, unit_data(by, **claimed), assessment(by, **claimed), files or {}, as_of)


def of_world(world: World) -> Year:
    """Score a random unit file."""
    return year(world.by, world.claimed, files=world.files)


def under(earlier: Year, by: Rubric) -> Year:
    """Score what a year claims by another edition."""
    assert earlier.made
    loaded = earlier.made.loaded
    assert isinstance(loaded.document.data, dict)
    data = translate(loaded.document.data, renames(loaded.by.rubric, by))
    answers = data.get("answers") or {}
    assert isinstance(answers, dict)
    read = {name: by.indicators[name].reads.model_validate(raw or {}) for name, raw in answers.items()}
    claimed = SelfAssessment.model_validate(data | {"answers": read})
    return _year(by, data, claimed, earlier.made.holdings.files, earlier.report.as_of)


def _year(
    by: Rubric, data: Mapping[str, Value], claimed: SelfAssessment, files: Mapping[str, FileFact], as_of: date
) -> Year:
    known = {name: files.get(name, FileFact("present", 1)) for name in claimed.evidence}
    unit = replace(paper("{}"), data=dict(data))
    rules = replace(paper("{}", "rubric"), sha256=sha256(by.model_dump_json().encode()).hexdigest())
    report = evaluate(Case(by, claimed, as_of, known), (unit, rules))
    return Year(report, Made(LoadedUnit(claimed, unit, LoadedRubric(by, rules)), Holdings(known)))


def between(before: Year, after: Year) -> Changes:
    """Compare two years, and see that every split adds up."""
    found = changes(before, after)
    for one in every(found):
        assert sum(shown(one)) == one.difference, one
    for one, whole in _wholes(found, before, after) if not found.apart else ():
        assert sum(causes(one)) == whole, one
    return found


def every(found: Changes) -> tuple[Change, ...]:
    """List all differences that are split."""
    return (found.total, *found.items, *found.standards, *found.indicators)


def causes(one: Change) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Give what evidence, rules, standing and what cannot be compared make, exactly."""
    exact = one.exact
    return Fraction(exact.evidence), Fraction(exact.rules), Fraction(exact.status), Fraction(exact.apart)


def shown(one: Change) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Give the same as it is shown."""
    split = one.split
    return Fraction(split.evidence), Fraction(split.rules), Fraction(split.status), Fraction(split.apart)


def _wholes(found: Changes, before: Year, after: Year) -> Iterator[tuple[Change, Fraction]]:
    """Reckon the exact differences a second time, from the two reports alone."""
    names = renames(before.made.loaded.by.rubric, after.made.loaded.by.rubric) if before.made and after.made else None
    old, new = before.report, after.report
    yield found.total, _total(new) - _total(old)
    groups = (
        (found.indicators, names and names.indicators, _indicators(old), _indicators(new)),
        (found.items, names and names.items, _items(old), _items(new)),
        (found.standards, names and names.standards, _standards(old), _standards(new)),
    )
    for listed, named, earlier, later in groups:
        for one in listed:
            was = [name for name in earlier if (named.get(name) if named else name) == one.id]
            first = one.id if one.fate == "removed" else min(was, key=list(named or earlier).index, default="")
            assert (one.before is None) == (first not in earlier)
            ends = (
                later.get(one.id, Fraction(0)) if one.after is not None else Fraction(0),
                earlier.get(first, Fraction(0)),
            )
            yield one, ends[0] - ends[1]


def _total(of: Report) -> Fraction:
    beside = Fraction(of.score.bonus) - Fraction(of.score.penalty)
    return max(Fraction(0), sum(_indicators(of).values(), beside))


def _indicators(of: Report) -> dict[str, Fraction]:
    return {one.id: Fraction(one.exact.supported) for item in of.items for one in item.indicators}


def _items(of: Report) -> dict[str, Fraction]:
    return {item.id: sum((Fraction(one.exact.supported) for one in item.indicators), Fraction(0)) for item in of.items}


def _standards(of: Report) -> dict[str, Fraction]:
    listed = [one for item in of.items for one in item.indicators]
    return {
        group.id: sum((Fraction(one.exact.supported) for one in listed if group.id in one.standards), Fraction(0))
        for group in of.standards
    }
