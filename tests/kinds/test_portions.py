"""Remedies taken apart: whatever an answer lacks, doing every part earns all that can be earned."""

from fractions import Fraction

import pytest

from build import LEDGER, Raw, Section, activity, assessment, case, indicator, rubric
from wenming_score.kinds.base import Answer, Facts, Indicator
from wenming_score.kinds.mending import mended
from wenming_score.kinds.portion import Portion

CLAUSES: list[Raw] = [{"id": name, "title": name} for name in ("plan", "person", "schedule")]
TYPES: Section = {"types": ["plan", "roster", "photo"], "at_least": 2}
STEPS: list[Raw] = [{"at": 2, "points": 1}, {"at": 4, "points": 4}]
OFFICE: Section = {"name": "某局", "type": "government_office", "staff": 40, "departments": ["甲科", "乙科"]}
SAMPLE: Section = {"share": 0.5, "at_most": 15}


def asked(kind: str, **fields: Raw) -> Section:
    return indicator(kind, **fields)


LACKING: dict[str, tuple[Section, Raw, Section]] = {
    "nothing answered": (asked("checklist", clauses=CLAUSES), None, {}),
    "one clause unmet": (asked("checklist", clauses=CLAUSES), {"met": ["plan", "person"], "evidence": ["plan"]}, {}),
    "claimed without evidence": (asked("checklist", clauses=CLAUSES), {"met": ["plan"]}, {}),
    "too few pieces": (
        asked("checklist", clauses=CLAUSES, evidence=TYPES),
        {"met": ["plan", "person"], "evidence": ["plan"]},
        {},
    ),
    "each clause by itself": (
        asked("checklist", clauses=CLAUSES),
        {"met": {"plan": ["plan"], "person": ["certificate"]}},
        {},
    ),
    "all or nothing": (asked("checklist", clauses=CLAUSES, all_or_nothing=True), {"met": ["plan"]}, {}),
    "all or nothing, by clause": (
        asked("checklist", clauses=CLAUSES, all_or_nothing=True),
        {"met": {"plan": ["plan"]}},
        {},
    ),
    "no activity": (asked("count"), None, {}),
    "two activities": (asked("count"), None, {"activities": {"A1": activity("count"), "A2": activity("count")}}),
    "an activity without evidence": (asked("count"), None, {"activities": {"A1": activity("count", evidence=[])}}),
    "a figure too small": (asked("count", unit="篇"), {"count": 2, "evidence": ["roster"]}, {}),
    "a figure without a tally": (asked("count", unit="人"), {"count": 3, "evidence": ["plan"]}, {}),
    "a large figure": (asked("count", unit="篇", target=1205), {"count": 130, "evidence": ["roster"]}, {}),
    "a figure by steps": (asked("count", unit="人", target=None, steps=STEPS), {"count": 3, "evidence": ["plan"]}, {}),
    "a figure of activities": (asked("count"), {"count": 2, "evidence": ["roster"]}, {}),
    "steps": (asked("count", target=None, steps=STEPS), None, {}),
    "a fraction as the goal": (asked("count", target=2.5), None, {}),
    "two festivals": (asked("coverage"), {"covered": ["春节", "端午"], "evidence": ["roster"]}, {}),
    "covered without a tally": (asked("coverage"), {"covered": ["春节"]}, {}),
    "departments": (asked("coverage", expected="departments"), None, {"unit": OFFICE}),
    "half of the staff": (asked("ratio"), {"count": 20, "evidence": ["roster"]}, {}),
    "all without a roster": (asked("ratio"), {"count": 40}, {}),
    "too few hours": (asked("average"), {"total": 100, "evidence": ["roster"]}, {}),
    "a middling grade": (asked("grade"), {"grade": "B", "evidence": ["photo"]}, {}),
    "a grade that nothing carries": (asked("grade", evidence=TYPES), {"grade": "A"}, {}),
    "a reviewer's grade": (asked("grade"), {"grade": "C", "graded_by": "reviewer"}, {}),
    "a poor survey": (
        asked("survey", blank_penalty=0.5),
        {"responses": {"优": 3, "差": 9}, "blank": 2, "void": 1, "disagree": 1, "evidence": ["survey_form"]},
        {},
    ),
    "too small a sample": (asked("survey", sample=SAMPLE), {"responses": {"优": 3}, "evidence": ["survey_form"]}, {}),
    "admitted lacks": (asked("deduction"), {"lacks": ["no-minutes"]}, {}),
    "nothing said of lacks": (asked("deduction"), None, {}),
}


def lacking(name: str) -> tuple[Indicator, Answer, Facts]:
    wanted, answer, more = LACKING[name]
    by = rubric(wanted)
    answers: Section = {} if answer is None else {str(wanted["id"]): answer}
    claimed = assessment(by, **({"evidence": LEDGER, "answers": answers} | more))
    one = next(iter(by.indicators.values()))
    return one, claimed.answers.get(one.id) or one.reads(), case(by, claimed).facts(one)


def before(portion: Portion, portions: list[Portion]) -> list[Portion]:
    earlier = next((one for one in portions if one.id == portion.after), None)
    return [] if earlier is None else [*before(earlier, portions), earlier]


@pytest.mark.parametrize("name", LACKING)
def test_all_parts_together_earn_the_full_points(name: str) -> None:
    one, answer, facts = lacking(name)
    portions = list(one.portions(answer, facts))

    assert one.award(answer, facts).supported < one.worth
    assert one.award(*mended(answer, facts, portions)).supported == one.worth


@pytest.mark.parametrize("name", LACKING)
def test_what_the_parts_earn_adds_up_whatever_their_order(name: str) -> None:
    one, answer, facts = lacking(name)
    portions = list(one.portions(answer, facts))

    def points(done: list[Portion]) -> Fraction:
        return one.award(*mended(answer, facts, done)).supported

    gains = {part.id: points([*before(part, portions), part]) - points(before(part, portions)) for part in portions}
    assert all(gain >= 0 for gain in gains.values())
    for skipped in portions:
        done = [part for part in portions if skipped not in (part, *before(part, portions))]
        assert points(done) - points([]) == sum(gains[part.id] for part in done)


@pytest.mark.parametrize("name", LACKING)
def test_each_part_has_a_name_of_its_own_a_share_of_the_remedy_and_its_evidence(name: str) -> None:
    one, answer, facts = lacking(name)
    portions = list(one.portions(answer, facts))

    assert len({part.id for part in portions}) == len(portions) > 0
    assert sum(part.share for part in portions) <= 1
    assert all({*part.materials} <= {*one.evidence.types} and part.materials and part.pieces > 0 for part in portions)
    assert all(part.what for part in portions)


FULL: dict[str, Raw] = {
    "checklist": {"met": ["plan", "person"], "evidence": ["plan"]},
    "count": {"count": 4, "evidence": ["roster"]},
    "coverage": {"covered": ["春节", "清明", "端午", "中秋"], "evidence": ["roster"]},
    "deduction": {"lacks": []},
}


@pytest.mark.parametrize("kind", FULL)
def test_what_is_full_has_nothing_left_to_do(kind: str) -> None:
    by = rubric(indicator(kind))
    claimed = assessment(by, evidence=LEDGER, answers={kind: FULL[kind]})
    one = by.indicators[kind]

    assert list(one.portions(claimed.answers[kind], case(by, claimed).facts(one))) == []


@pytest.mark.parametrize(("kind", "base"), [("ratio", "party"), ("average", "party")])
def test_without_its_base_nothing_can_be_planned(kind: str, base: str) -> None:
    by = rubric(indicator(kind, denominator=base))
    one = by.indicators[kind]

    assert list(one.portions(one.reads(), case(by, assessment(by)).facts(one))) == []


def test_a_large_figure_is_raised_in_a_few_parts_that_stay_the_same() -> None:
    by = rubric(indicator("count", unit="篇", target=1200))
    one = by.indicators["count"]
    named: list[list[str]] = []
    for written in (0, 450):
        claimed = assessment(by, evidence=LEDGER, answers={"count": {"count": written, "evidence": ["roster"]}})
        answer = claimed.answers["count"]
        named.append([part.id for part in one.portions(answer, case(by, claimed).facts(one))])

    assert named[0] == [str(100 * number) for number in range(1, 13)]
    assert named[1] == named[0][4:]


def test_a_part_is_known_again_when_some_of_the_work_is_done() -> None:
    by = rubric(indicator("count"))
    one = by.indicators["count"]
    names: list[list[str]] = []
    for held in (0, 3):
        activities = {f"A{number}": activity("count") for number in range(held)}
        claimed = assessment(by, evidence=LEDGER, activities=activities)
        names.append([part.id for part in one.portions(one.reads(), case(by, claimed).facts(one))])

    assert names == [["1", "2", "3", "4"], ["4"]]
