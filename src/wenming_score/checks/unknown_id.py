"""A name that the rubric or the ledger does not have."""

from collections.abc import Collection, Iterable, Iterator

from wenming_score.assessment import SelfAssessment
from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Path, Problem
from wenming_score.rubric import ArchiveEntry, Rubric
from wenming_score.text import nearest, tr

Uses = tuple[Iterable[tuple[Path, str]], Collection[str]]
"""Where names are used and which, and the names that there are."""

_HINTS, _HINTABLE = 20, 200
"""How many hints are given, and among how many names: looking for a near name is slow."""


@check("error")
def unknown_id(case: Case) -> Iterator[Problem]:
    """编号在测评体系或台账里没有。

    自评、红线、自评分、活动的 `serves`、计分点、等次或佐证材料，用了测评体系或台账里没有的编号；责任
    分工和人天里写了 `unit.departments` 没有的科室，也算。这一处不起作用；有相近的编号时会一并提示，请照
    着改。

        answers: {leifeng-plans: {...}}     # 应为 leifeng-plan
    """
    unknown = [(place, name, known) for used, known in _uses(case) for place, name in used if name not in known]
    for number, (place, name, known) in enumerate(unknown):
        hint = nearest(name, known) if number < _HINTS and len(known) <= _HINTABLE else ""
        indicator = str(place[1]) if place[0] == "answers" and place[1] in case.rubric.indicators else None
        yield Problem(place, tr("没有 {name} 这个编号{hint}", name=name, hint=hint), indicator)


def _uses(case: Case) -> Iterator[Uses]:
    assessment, rubric = case.assessment, case.rubric
    indicators, ledger = rubric.indicators, assessment.evidence
    yield assessment.references, ledger
    for name, answer in assessment.answers.items():
        yield [(("answers", name), name)], indicators
        if name in rubric.indicators:
            used = rubric.indicators[name].names(answer)
            yield from (([(("answers", name, *place), one)], known) for place, one, known in used)
    if not assessment.serving.keys() <= indicators.keys():
        for name, activity in assessment.activities.items():
            yield ((("activities", name, "serves", i), one) for i, one in enumerate(activity.serves)), indicators
    yield from _named(case)


def _named(case: Case) -> Iterator[Uses]:
    assessment, rubric = case.assessment, case.rubric
    lines, conditions = (tuple(one.id for one in group) for group in (rubric.red_lines, rubric.eligibility))
    yield _keys("red_lines", assessment.red_lines), lines
    yield _keys("eligibility", assessment.eligibility), conditions
    yield _keys("self_scores", assessment.self_scores), tuple(item.id for item in rubric.items)
    awards = tuple(award.id for award in rubric.bonus.awards) if rubric.bonus else ()
    entries = tuple(entry.id for entry in rubric.penalties.entries) if rubric.penalties else ()
    yield ((("bonus", i, "award"), claim.award) for i, claim in enumerate(assessment.bonus)), awards
    yield ((("penalties", i, "penalty"), one.penalty) for i, one in enumerate(assessment.penalties)), entries
    yield _keys("remedies", assessment.remedies), tuple(rubric.indicators)
    yield from _shared_out(assessment, rubric)
    if archive := _archive(rubric):
        filed = ((name, entry.category) for name, entry in assessment.evidence.items())
        yield ((("evidence", name, "category"), category) for name, category in filed if category is not None), archive


def _keys(section: str, names: Iterable[str]) -> list[tuple[Path, str]]:
    return [((section, name), name) for name in names]


def _shared_out(assessment: SelfAssessment, rubric: Rubric) -> Iterator[Uses]:
    """Yield what the sharing out of the work names: items, indicators and departments."""
    departments = assessment.unit.departments
    answerable = (*(item.id for item in rubric.items), *rubric.indicators, *departments)
    yield _keys("capacity", assessment.capacity), departments
    for name, one in assessment.responsibilities.items():
        yield [(("responsibilities", name), name)], answerable
        if one.department is not None:
            yield [(("responsibilities", name, "department"), one.department)], departments


def _archive(rubric: Rubric) -> tuple[str, ...]:
    return tuple(entry.title if isinstance(entry, ArchiveEntry) else entry for entry in rubric.archive)
