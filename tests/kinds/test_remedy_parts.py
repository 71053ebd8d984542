"""What the parts of a remedy are, each as a plan shows and keeps it."""

from fractions import Fraction

import pytest

from build import LEDGER, Raw, Section, activity, as_source, assessment, case, indicator, rubric
from wenming_score.kinds.base import with_id, without_id
from wenming_score.kinds.material import EvidenceType
from wenming_score.kinds.mending import mended
from wenming_score.kinds.portion import Portion

TAKEN: tuple[EvidenceType, ...] = ("plan", "photo", "record", "roster", "statistics", "survey_form")
TALLIES: tuple[EvidenceType, ...] = ("record", "roster", "statistics")
COUNTED: tuple[EvidenceType, ...] = ("roster", "statistics", "survey_form")
THIRD, QUARTER, HALF = Fraction(1, 3), Fraction(1, 4), Fraction(1, 2)
CLAUSES: list[Raw] = [
    {"id": "plan", "title": "有方案"},
    {"id": "person", "title": "有责任人"},
    {"id": "schedule", "title": "有安排"},
]
STEPS: list[Raw] = [{"at": 0, "points": 0}, {"at": 2, "points": 1}, {"at": 4, "points": 4}]
LACKS: list[Raw] = [
    {"id": "no-minutes", "title": "缺会议记录", "points": 1},
    {"id": "late", "title": "迟报", "points": 1},
    {"id": "blurred", "title": "照片模糊", "points": 1},
]
OFFICE: Section = {"name": "某局", "type": "other", "staff": 41, "departments": ["甲科", "乙科"]}


def parts(asked: Section, answer: Raw = None, **more: Raw) -> list[Portion]:
    by, name = rubric(asked), str(asked["id"])
    answers: Section = {} if answer is None else {name: answer}
    claimed = assessment(by, **({"evidence": LEDGER, "answers": answers} | more))
    one = by.indicators[name]
    return list(one.portions(claimed.answers.get(name) or one.reads(), case(by, claimed).facts(one)))


def clause(name: str, what: str, after: str = "", pieces: int = 1) -> Portion:
    return Portion(name, what, THIRD, TAKEN, pieces, {"met": (name,)}, after=after)


def raised(number: int, what: str, share: Fraction, after: str = "") -> Portion:
    return Portion(str(number), what, share, TALLIES, fill={"count": number}, after=after)


def test_each_clause_is_a_part() -> None:
    assert parts(indicator("checklist", clauses=CLAUSES)) == [
        clause("plan", "有方案"),
        clause("person", "有责任人"),
        clause("schedule", "有安排"),
    ]


def test_where_all_clauses_are_wanted_each_follows_the_one_before() -> None:
    assert parts(indicator("checklist", clauses=CLAUSES, all_or_nothing=True)) == [
        clause("plan", "有方案"),
        clause("person", "有责任人", "plan"),
        clause("schedule", "有安排", "person"),
    ]


def test_clauses_that_nothing_proves_want_their_evidence_first() -> None:
    rule: Section = {"types": list(TAKEN), "at_least": 3}
    assert parts(
        indicator("checklist", clauses=CLAUSES, evidence=rule), {"met": ["plan", "person"], "evidence": ["plan"]}
    ) == [
        Portion("evidence", "补齐有效材料：有方案、有责任人", 2 * THIRD, TAKEN, 2, covers=("plan", "person")),
        clause("schedule", "有安排", "evidence"),
    ]


def test_the_first_clause_brings_as_many_pieces_as_are_wanted() -> None:
    rule: Section = {"types": list(TAKEN), "at_least": 3}
    asked = indicator("checklist", clauses=CLAUSES, evidence=rule)
    assert [part.pieces for part in parts(asked)] == [3, 3, 3]
    assert [part.pieces for part in parts(asked, {"met": [], "evidence": ["plan"]})] == [2, 2, 2]
    assert [part.pieces for part in parts(asked, {"met": [], "evidence": ["plan", "photo", "record"]})] == [1, 1, 1]


def test_a_clause_with_evidence_of_its_own_is_proved_by_itself() -> None:
    assert parts(indicator("checklist", clauses=CLAUSES), {"met": {"schedule": ["plan"], "person": ["E404"]}}) == [
        Portion("person", "有责任人", THIRD, TAKEN, clause="person"),
        Portion("plan", "有方案", THIRD, TAKEN, clause="plan"),
    ]


@pytest.mark.parametrize("unit", ["次", "场"])
def test_each_activity_still_to_be_held_is_a_part(unit: str) -> None:
    left = parts(indicator("count", unit=unit), activities={"A1": activity("count")})
    assert [(one.id, one.what, one.share, one.held, one.after) for one in left] == [
        ("2", f"第 2 {unit}", QUARTER, True, ""),
        ("3", f"第 3 {unit}", QUARTER, True, "2"),
        ("4", f"第 4 {unit}", QUARTER, True, "3"),
    ]
    assert left[0] == Portion("2", f"第 2 {unit}", QUARTER, TAKEN, held=True)


def test_of_many_activities_each_is_a_part() -> None:
    assert [one.id for one in parts(indicator("count", target=25))] == [str(number) for number in range(1, 26)]


def test_activities_are_held_whatever_evidence_is_taken() -> None:
    photos = indicator("count", evidence={"types": ["photo"]})
    assert [one.materials for one in parts(photos)] == [("photo",)] * 4


def test_a_figure_that_nothing_tallies_wants_its_tally_first() -> None:
    assert parts(indicator("count", unit="人", target=4), {"count": 2, "evidence": ["plan"]}) == [
        Portion("evidence", "补名册、统计表一类的材料，证明已有的 2人", QUARTER, TALLIES, covers=("1", "2")),
        raised(3, "第 3 人", QUARTER, "evidence"),
        raised(4, "第 4 人", QUARTER, "3"),
    ]


def test_what_is_proved_already_is_no_part_of_a_figure() -> None:
    held: Section = {"A1": activity("count")}
    assert [(one.id, one.covers) for one in parts(indicator("count", unit="人"), {"count": 3}, activities=held)] == [
        ("evidence", ("2", "3")),
        ("4", ()),
    ]


def test_a_figure_that_no_tally_can_prove_has_no_parts() -> None:
    photos = indicator("count", unit="人", evidence={"types": ["photo"]})
    assert parts(photos, {"count": 2}) == parts(photos) == []


def test_a_figure_is_raised_by_its_steps() -> None:
    stepped = indicator("count", unit="人", target=None, steps=STEPS)
    assert parts(stepped) == [
        raised(1, "第 1 人", QUARTER),
        raised(2, "第 2 人", QUARTER, "1"),
        raised(4, "达到 4人", HALF, "2"),
    ]


def test_a_figure_is_raised_in_twelve_parts_at_the_most() -> None:
    def numbers(goal: int) -> list[int]:
        return [int(one.id) for one in parts(indicator("count", unit="篇", target=goal))]

    assert numbers(12) == list(range(1, 13))
    assert numbers(13) == [2, 4, 6, 8, 10, 12, 13]
    assert parts(indicator("count", unit="篇", target=13))[-2:] == [
        raised(12, "达到 12篇", Fraction(2, 13), "10"),
        raised(13, "第 13 篇", Fraction(1, 13), "12"),
    ]


def test_each_thing_that_nothing_proves_yet_is_an_activity() -> None:
    assert parts(indicator("coverage"), {"covered": ["春节", "清明", "端午"], "evidence": ["roster"]}) == [
        Portion("中秋", "办一次“中秋”的活动", QUARTER, TAKEN, held=True, tags=("中秋",))
    ]
    assert parts(indicator("coverage", expected="departments"), unit=OFFICE) == [
        Portion("甲科", "甲科参加一次", HALF, TAKEN, held=True, departments=("甲科",)),
        Portion("乙科", "乙科参加一次", HALF, TAKEN, held=True, departments=("乙科",)),
    ]


def test_a_ratio_is_reached_as_a_whole() -> None:
    most = indicator("ratio", full_at=0.8)
    whole = [Portion("figure", "达到 33人", materials=COUNTED, fill={"count": 33})]
    assert parts(most, unit=OFFICE) == parts(most, {"count": 32}, unit=OFFICE) == whole
    assert parts(most, {"count": 33}, unit=OFFICE) == [
        Portion("evidence", "补名册、统计表或问卷", materials=COUNTED, covers=("figure",))
    ]


def test_turns_are_no_heads_of_a_ratio() -> None:
    assert [one.id for one in parts(indicator("ratio"), {"count": "99人次"})] == ["figure"]


def test_an_average_is_reached_as_a_whole() -> None:
    assert parts(indicator("average", full_at=2.5), unit=OFFICE) == [
        Portion("figure", "合计达到 103小时", materials=TALLIES, fill={"total": 103})
    ]


@pytest.mark.parametrize("kind", ["ratio", "average", "survey"])
def test_what_no_paper_can_count_has_no_parts(kind: str) -> None:
    assert parts(indicator(kind, evidence={"types": ["photo"]})) == []


def test_the_best_grade_is_the_part_whatever_its_place() -> None:
    rule: Section = {"types": list(TAKEN), "at_least": 2}
    rising = indicator("grade", grades={"C": 0, "A": 1, "B": 0.5}, evidence=rule)
    assert parts(rising) == [Portion("grade", "评为 A", materials=TAKEN, pieces=2, fill={"grade": "A"})]
    assert parts(rising, {"grade": "C", "graded_by": "reviewer"}) == [
        Portion("grade", "评为 A", materials=TAKEN, pieces=2, fill={"grade": "A"}, judged=True)
    ]


def again(forms: int, what: str) -> Portion:
    fill = {"responses": {"优": forms}, "blank": 0, "void": 0, "disagree": 0}
    return Portion("survey", what, materials=COUNTED, fill=fill, judged=True)


def test_a_survey_is_held_again_with_as_many_forms_as_came_back_or_as_are_wanted() -> None:
    rated = indicator("survey", weights={"差": 0, "优": 1, "良": 0.5}, full_at=0.9)
    sampled = indicator("survey", full_at=0.9, sample={"share": 0.5, "at_most": 15})
    three, returned = {"responses": {"良": 3}}, {"responses": {"良": 16}, "void": 1, "blank": 1, "disagree": 1}
    assert parts(rated) == [again(1, "重新测评，收回 1 份以上，满意率达到 90%")]
    assert parts(rated, three) == [again(3, "重新测评，收回 3 份以上，满意率达到 90%")]
    assert parts(sampled, three) == [again(15, "重新测评，收回 15 份以上，满意率达到 90%")]
    assert parts(sampled, returned) == [again(19, "重新测评，收回 19 份以上，满意率达到 90%")]


def test_a_survey_whose_sample_nobody_can_reckon_has_no_parts() -> None:
    assert parts(indicator("survey", sample={"share": 0.5, "denominator": "party"})) == []


def test_lacks_are_put_right_by_their_titles() -> None:
    def right(what: str) -> list[Portion]:
        return [Portion("lacks", what, materials=TAKEN, fill={"lacks": {}})]

    asked = indicator("deduction", lacks=LACKS)
    assert parts(asked) == right("对照检查，没有问题写明 lacks: []")
    assert parts(asked, {"lacks": {"no-minutes": 2, "late": 0, "blurred": 1}}) == right("整改：缺会议记录、照片模糊")
    assert parts(asked, {"lacks": {"late": 0}}) == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (indicator("ratio"), {"count": 40}),
        (indicator("average"), {"total": 400}),
        (indicator("grade"), {"grade": "A"}),
        (indicator("deduction"), {"lacks": {}}),
        (indicator("survey"), {"responses": {"优": 1}}),
        (indicator("checklist", clauses=CLAUSES[:1]), {"met": ["plan"]}),
    ],
)
def test_a_part_that_is_done_leaves_the_answer_as_the_unit_file_would_say_it(asked: Section, answer: Raw) -> None:
    by = rubric(asked)
    one = next(iter(by.indicators.values()))
    facts = case(by, assessment(by)).facts(one)
    portions = list(one.portions(one.reads(), facts))
    (portion,) = portions
    names = tuple(f"{portion.id}#{number}" for number in range(portion.pieces))
    done, then = mended(one.reads(), facts, portions)
    assert done == one.reads.model_validate(as_source(answer)).model_copy(update={"evidence": names})
    assert [(name, piece.type) for name, piece in then.pieces.items()] == [
        (name, portion.materials[0]) for name in names
    ]


def test_what_is_asked_is_shown_to_people_without_its_id() -> None:
    asked = with_id("plan", "有方案  经党组研究")
    assert (asked, without_id(asked)) == ("plan  有方案  经党组研究", "有方案  经党组研究")
    assert without_id("目标 4次，不足按比例得分") == "目标 4次，不足按比例得分"
