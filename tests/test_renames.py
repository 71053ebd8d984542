"""What everything in one edition is called in another, and a unit file in the other's names."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import Section, indicator, item, rubric, sections
from door import ROOT
from wenming_score.finding import Location
from wenming_score.load import load_rubric, load_unit
from wenming_score.renames import renames, translate
from wenming_score.rubric import Rubric
from wenming_score.source import Value, parse

NEW = str(ROOT / "tests/editions/luoyang-2024.yaml")
CALM = settings(deadline=None, database=None)


def loaded(name: str) -> Rubric:
    return load_rubric(name, Path(), Location(name)).rubric


def asking(*ids: str, **was: list[str]) -> Rubric:
    """Make a rubric of checklists, each with what it was."""
    return rubric(*(indicator("checklist", id=name, was=was.get(name, [])) for name in ids))


def data(text: str) -> dict[str, Value]:
    return sections(parse(text.encode(), "unit.yaml"))


def test_what_keeps_its_id_is_itself_and_the_rest_goes_or_comes() -> None:
    by = renames(asking("a", "b"), asking("b", "c"))
    assert by.indicators == {"b": "b"}


def test_was_wins_over_the_same_id() -> None:
    by = renames(asking("a", "b"), asking("a", "b", a=["b"], b=["a"]))
    assert by.indicators == {"b": "a", "a": "b"}


def test_an_old_id_goes_to_the_first_that_was_it() -> None:
    by = renames(asking("a"), asking("b", "c", b=["a"], c=["a"]))
    assert by.indicators == {"a": "b"}


def test_several_old_ids_may_become_one_its_own_first() -> None:
    by = renames(asking("x", "y", "z"), asking("z", z=["y", "x"]))
    assert list(by.indicators.items()) == [("z", "z"), ("y", "z"), ("x", "z")]
    assert by.back.indicators == {"z": "z"}


def test_was_counts_from_either_side() -> None:
    old, new = asking("a", "c"), asking("b", "c", b=["a"])
    assert renames(old, new).indicators == {"a": "b", "c": "c"}
    assert renames(new, old).indicators == {"b": "a", "c": "c"}
    assert renames(old, new).back.indicators == renames(new, old).indicators


def test_what_an_edition_was_two_editions_ago_is_no_claim_on_the_last() -> None:
    assert renames(asking("b", b=["a"]), asking("b", "a", b=["a"])).indicators == {"b": "b"}
    second, third = asking("b", b=["a"]), asking("c", c=["b", "a"])
    assert renames(second, third).indicators == {"b": "c"}


def test_a_rubric_is_itself() -> None:
    for name in ("luoyang-2019", "national-cppcc-2020", NEW):
        by = renames(loaded(name), loaded(name))
        for names in (by.items, by.indicators, by.standards, by.red_lines, by.eligibility, *by.clauses.values()):
            assert all(old == new for old, new in names.items())
        assert list(by.indicators) == [one.id for one in by.new.indicators.values()]
        assert not by.recast


def test_the_second_edition_is_found_in_both_directions() -> None:
    by = renames(loaded("luoyang-2019"), loaded(NEW))
    other = {old: new for old, new in by.indicators.items() if old != new}
    assert other == {"thrift-activities": "green-office-activities"}
    assert by.items["thrift"] == "green-office"
    assert "classics" not in by.items
    assert "organisation-leadership" not in by.items.values()
    assert by.clauses["moral-lectures-hall"]["place-and-sign"] == "venue"
    assert by.clauses["festivals-coverage"] == {name: name for name in ("春节", "清明", "端午", "中秋")}
    assert by.recast == {"courtesy-awareness"}
    back = renames(loaded(NEW), loaded("luoyang-2019"))
    assert back.indicators == {new: old for old, new in by.indicators.items()}
    assert back.clauses["moral-lectures-hall"]["venue"] == "place-and-sign"
    assert back.recast == {"courtesy-awareness"}


@pytest.mark.parametrize(
    ("old", "new", "recast"),
    [
        (indicator("count", id="a"), indicator("checklist", id="a"), True),
        (indicator("grade", id="a", grades={"A": 1, "B": 0}), indicator("grade", id="a", grades={"A": 1}), True),
        (indicator("grade", id="a", grades={"A": 1}), indicator("grade", id="a", grades={"A": 1, "B": 0}), False),
        (indicator("survey", id="a", weights={"好": 1}), indicator("survey", id="a", weights={"优": 1}), True),
        (indicator("coverage", id="a"), indicator("coverage", id="a", expected="departments"), True),
        (indicator("coverage", id="a"), indicator("coverage", id="a", expected=["春节"]), False),
        (indicator("count", id="a", target=4), indicator("count", id="a", target=8), False),
    ],
)
def test_an_answer_to_another_question_is_told(old: Section, new: Section, *, recast: bool) -> None:
    assert bool(renames(rubric(old), rubric(new)).recast) is recast


OLD_UNIT = """\
rubric: test-1
titles: [{level: provincial}]
red_lines: {crime: {status: clear}, gone: {status: clear}}
evidence:
  E1: {path: a, category: 计划}
  E2: {path: b, category: 旧类}
activities:
  A1: {serves: [plan, gone, plan], date: 2025-01-01}
answers:
  plan: {met: [one, gone, two], evidence: [E1]}
  split: {met: {one: [E1], gone: [E2]}}
  lacking: {lacks: {late: 2, gone: 1}}
  festivals: {covered: [春节, 元旦], not_held: {元旦: 下雨, 春节: 无}}
  held: {not_held: {元旦: 下雨}, met: []}
  graded: {grade: A}
  gone: {met: []}
  empty:
self_scores: {work: 3, gone: 2}
bonus: [{award: prize, project: 甲}, {award: gone, project: 乙}]
penalties: [{penalty: late, self_reported: true}]
"""
RED_LINE: Section = {"title": "违法", "look_back_months": 12, "basis": "house", "note": "测试用"}
POINTS: Section = {"title": "得奖", "points": 1, "basis": "house", "note": "测试用"}


def office(*parts: Section, name: str, line: str, prize: str, was: list[str], **top: Value) -> Rubric:
    return rubric(
        item(name, *parts, was=was[:1]),
        red_lines=[{"id": line, "was": was[1:2], **RED_LINE}],
        bonus={"cap": 2, "basis": "house", "note": "测", "awards": [{"id": prize, "was": was[2:], **POINTS}]},
        penalties={"basis": "house", "note": "测", "entries": [{"id": "late", **POINTS}]},
        **top,
    )


def clauses(*names: str, **was: list[str]) -> list[Section]:
    return [{"id": name, "title": name, "was": was.get(name, [])} for name in names]


def old_office() -> Rubric:
    both = clauses("one", "two", "gone")
    lacks = [{**lack, "points": 1} for lack in clauses("late", "gone")]
    return office(
        indicator("checklist", id="plan", clauses=both), indicator("checklist", id="split", clauses=both),
        indicator("deduction", id="lacking", lacks=lacks),
        indicator("coverage", id="festivals", expected=["春节", "元旦"]),
        indicator("checklist", id="held", clauses=both), indicator("grade", id="graded"),
        indicator("checklist", id="gone", clauses=both), indicator("checklist", id="empty", clauses=both),
        name="work", line="crime", prize="prize", was=[], archive=("计划", "旧类"),
    )  # fmt: skip


def new_office() -> Rubric:
    both = clauses("first", "two", first=["one"])
    lacks = [{**lack, "points": 1} for lack in clauses("tardy", tardy=["late"])]
    return office(
        indicator("checklist", id="scheme", was=["plan"], clauses=both),
        indicator("checklist", id="split", clauses=both),
        indicator("deduction", id="lacking", lacks=lacks),
        indicator("coverage", id="festivals", expected=["春节", "端午"]),
        indicator("checklist", id="held", clauses=both), indicator("count", id="graded"),
        indicator("checklist", id="empty", clauses=both),
        name="labour", line="offence", prize="award", was=["work", "crime", "prize"], archive=("计划",),
    )  # fmt: skip


NEW_UNIT = """\
rubric: test-1
titles: [{level: provincial}]
red_lines: {offence: {status: clear}}
evidence:
  E1: {path: a, category: 计划}
  E2: {path: b}
activities:
  A1: {serves: [scheme, scheme], date: 2025-01-01}
answers:
  scheme: {met: [first, two], evidence: [E1]}
  split: {met: {first: [E1]}}
  lacking: {lacks: {tardy: 2}}
  festivals: {covered: [春节], not_held: {春节: 无}}
  held: {not_held: {元旦: 下雨}, met: []}
  empty:
self_scores: {labour: 3}
bonus: [{award: award, project: 甲}]
penalties: [{penalty: late, self_reported: true}]
"""


def test_everything_that_a_unit_file_names_is_translated_and_what_has_no_counterpart_is_dropped() -> None:
    given_data = data(OLD_UNIT)
    assert translate(given_data, renames(old_office(), new_office())) == data(NEW_UNIT)
    assert given_data == data(OLD_UNIT)


def test_of_two_answers_that_become_one_the_first_that_is_there_is_kept() -> None:
    by = renames(asking("x", "y"), asking("z", z=["y", "x"]))
    assert translate(data("answers: {x: {met: [plan]}, y: {met: [person]}}"), by) == data(
        "answers: {z: {met: [person]}}"
    )
    assert translate(data("answers: {x: {met: [plan]}}"), by) == data("answers: {z: {met: [plan]}}")
    assert translate(data("activities: {A: {serves: [x, y]}}"), by) == data("activities: {A: {serves: [z]}}")


@pytest.mark.parametrize(
    "text",
    [
        "answers: [1]", "answers: {a: 1, b: {met: 7, lacks: x}}", "activities: {A: {serves: x}, B: 3}",
        "activities: {C: {serves: [1]}}",
        "bonus: {a: b}", "bonus: [3, {award: [1]}]", "evidence: 3", "red_lines:", "self_scores: 甲", "x: {y: [z]}",
    ],
)  # fmt: skip
def test_what_has_an_odd_shape_is_left_alone_or_dropped_and_never_fails(text: str) -> None:
    by = renames(old_office(), new_office())
    assert translate(data(text), by).keys() == data(text).keys()


def test_a_year_reads_under_the_other_edition_and_comes_back() -> None:
    unit = load_unit(ROOT / "examples/county-office-2025/unit.yaml", "unit.yaml")
    by = renames(unit.by.rubric, loaded(NEW))
    there = translate(sections(unit.document), by)
    answers, once = there["answers"], sections(unit.document)["answers"]
    assert isinstance(answers, dict)
    assert isinstance(once, dict)
    assert answers.keys() <= by.new.indicators.keys()
    back = translate(there, by.back)["answers"]
    assert back == {name: answer for name, answer in once.items() if name in by.indicators and name not in by.recast}


names = st.sampled_from(["a", "b", "c", "d", "e"])
rubrics = st.dictionaries(names, st.lists(names, max_size=2, unique=True), min_size=1).map(
    lambda was: asking(*was, **was)
)


@given(rubrics, rubrics)
@CALM
def test_an_old_id_has_one_new_one_that_exists(old: Rubric, new: Rubric) -> None:
    by = renames(old, new).indicators
    assert by.keys() <= old.indicators.keys()
    assert {*by.values()} <= new.indicators.keys()


@given(rubrics)
@CALM
def test_any_rubric_is_itself_whatever_it_was(one: Rubric) -> None:
    assert renames(one, one).indicators == {name: name for name in one.indicators}


@given(rubrics, st.dictionaries(names.map(str.upper), names, min_size=1))
@CALM
def test_with_one_name_for_one_there_and_back_is_where_it_was(old: Rubric, was: dict[str, str]) -> None:
    single = {before: after for after, before in was.items()}
    plain, new = asking(*old.indicators), asking(*single.values(), **{after: [old] for old, after in single.items()})
    there, back = renames(plain, new).indicators, renames(new, plain).indicators
    assert there == {name: single[name] for name in plain.indicators if name in single}
    assert back == {after: before for before, after in there.items()}
