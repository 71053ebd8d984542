"""What a rubric asks, in lines: `explain` and the manual show them."""

from decimal import Decimal

import pytest

from build import Section, as_source, indicator, rubric
from wenming_score.kinds.base import Figure, Unread
from wenming_score.text import speak
from wenming_score.values import Quantity

CLAUSES = [{"id": "plan", "title": "有方案", "points": 3}, {"id": "person", "title": "有责任人", "points": 1}]
STEPS = [{"at": 2, "points": 1}, {"at": 4.5, "points": 2.5}]
LACKS = [{"id": "no-minutes", "title": "缺会议记录", "points": 1}, {"id": "late", "title": "迟报", "points": 0.5}]
NAMES = {
    "checklist": ("plan", "person"),
    "coverage": ("春节", "清明", "端午", "中秋"),
    "grade": ("A", "B", "C"),
    "survey": ("优", "良", "差"),
    "deduction": ("no-minutes",),
}
RATE = "满意率按权重算：优 1、良 0.5、差 0；达到 100% 满分，不高于 0% 得 0 分，中间按比例"


@pytest.mark.parametrize(
    ("kind", "fields", "lines"),
    [
        ("checklist", {}, ("plan  有方案（2 分）", "person  有责任人（2 分）")),
        ("checklist", {"clauses": CLAUSES}, ("plan  有方案（3 分）", "person  有责任人（1 分）")),
        (
            "checklist",
            {"all_or_nothing": True},
            ("下列各项全部达到得 4 分，缺一项不得分：", "plan  有方案", "person  有责任人"),
        ),
        ("count", {}, ("目标 4次，不足按比例得分",)),
        ("count", {"unit": "条"}, ("目标 4条，不足按比例得分",)),
        ("count", {"target": None, "steps": STEPS}, ("达到 2次 得 1 分", "达到 4.5次 得 2.5 分")),
        ("coverage", {}, ("应覆盖：春节、清明、端午、中秋，按覆盖的个数得分",)),
        ("coverage", {"expected": "departments"}, ("应覆盖：本单位各科室，按覆盖的个数得分",)),
        ("ratio", {}, ("人数 ÷ staff：达到 100% 满分，不高于 0% 得 0 分，中间按比例",)),
        (
            "ratio",
            {"unit": "人次", "denominator": "party", "full_at": 0.8, "none_at": 0.2},
            ("人次数 ÷ party：达到 80% 满分，不高于 20% 得 0 分，中间按比例",),
        ),
        ("ratio", {"slide": {"per": 0.01, "points": 0.5}}, ("人数 ÷ staff：达到 100% 满分，每低 1% 扣 0.5 分",)),
        (
            "average",
            {"none_at": 5},
            ("各次活动的 hours 合计 ÷ staff：达到 10小时 满分，不高于 5小时 得 0 分，中间按比例",),
        ),
        (
            "average",
            {"field": "participants", "unit": "人", "slide": {"per": 2, "points": 1}},
            ("各次活动的 participants 合计 ÷ staff：达到 10人 满分，每低 2人 扣 1 分",),
        ),
        ("grade", {}, ("A 得 4 分", "B 得 2 分", "C 得 0 分")),
        ("survey", {}, (RATE,)),
        (
            "survey",
            {"blank_penalty": 0.5, "sample": {"share": 0.6, "denominator": "party"}},
            (RATE, "每张空白票扣 0.5 分", "收回份数不少于 party 的 60%"),
        ),
        ("survey", {"sample": {"share": 0.6, "at_most": 30}}, (RATE, "收回份数不少于 staff 的 60%，最多 30 份")),
        ("deduction", {"lacks": LACKS}, ("no-minutes  缺会议记录：每次扣 1 分", "late  迟报：每次扣 0.5 分")),
    ],
)
def test_a_kind_says_what_earns_how_many_points(kind: str, fields: Section, lines: tuple[str, ...]) -> None:
    assert tuple(rubric(indicator(kind, **fields)).indicators[kind].asks()) == lines


@pytest.mark.parametrize(
    ("kind", "fields", "base"),
    [
        ("checklist", {}, None),
        ("count", {}, None),
        ("coverage", {}, None),
        ("coverage", {"expected": "departments"}, "departments"),
        ("ratio", {"denominator": "party"}, "party"),
        ("average", {"denominator": "party"}, "party"),
        ("grade", {}, None),
        ("survey", {}, None),
        ("survey", {"sample": {"share": 0.6}}, "staff"),
        ("deduction", {}, None),
    ],
)
def test_a_kind_names_the_denominator_that_it_needs(kind: str, fields: Section, base: str | None) -> None:
    assert rubric(indicator(kind, **fields)).indicators[kind].base() == base


@pytest.mark.parametrize(
    ("kind", "fields", "things"),
    [
        ("checklist", {}, 2),
        ("count", {}, 4),
        ("count", {"target": 2.5}, 3),
        ("count", {"target": None, "steps": STEPS}, 5),
        ("coverage", {}, 4),
        ("coverage", {"expected": "departments"}, 2),
        ("ratio", {}, 1),
        ("grade", {}, 1),
    ],
)
def test_a_kind_counts_the_things_that_it_asks_for(kind: str, fields: Section, things: int) -> None:
    departments = ("甲科", "乙科", "甲科")
    assert rubric(indicator(kind, **fields)).indicators[kind].things(departments) == things


@pytest.mark.parametrize(
    ("kind", "fields", "answer", "used"),
    [
        ("checklist", {}, {"met": ["person", "other"]}, {("met", 0): "person", ("met", 1): "other"}),
        ("checklist", {}, {"met": {"person": ["E1"]}}, {("met", "person"): "person"}),
        (
            "coverage",
            {},
            {"covered": ["端午", "冬至"], "not_held": {"清明": "疫情防控"}},
            {("covered", 0): "端午", ("covered", 1): "冬至", ("not_held", "清明"): "清明"},
        ),
        ("coverage", {}, {"not_held": "疫情防控"}, {}),
        ("coverage", {"expected": "departments"}, {"covered": ["办公室"]}, {}),
        ("grade", {}, {"grade": "E"}, {("grade",): "E"}),
        ("grade", {}, {}, {}),
        ("survey", {}, {"responses": {"优": 1, "很好": 2}}, {("responses", "优"): "优", ("responses", "很好"): "很好"}),
        ("deduction", {}, {"lacks": ["late"]}, {("lacks", "late"): "late"}),
        ("deduction", {}, {}, {}),
        ("count", {}, {"count": 4}, {}),
    ],
)
def test_a_kind_knows_where_an_answer_uses_its_names(
    kind: str, fields: Section, answer: Section, used: dict[tuple[str | int, ...], str]
) -> None:
    one = rubric(indicator(kind, **fields)).indicators[kind]
    answered = one.reads.model_validate(as_source(answer))
    names = list(one.names(answered))
    assert {place: name for place, name, _ in names} == used
    assert all(known == NAMES[kind] for _, _, known in names)


@pytest.mark.parametrize(
    ("kind", "answer", "figure"),
    [
        ("count", {"count": "12条"}, Figure("count", Quantity("12条", Decimal(12), unit="条"), "次")),
        ("ratio", {"count": 12}, Figure("count", Quantity("12", Decimal(12)), "人", "staff", part=True)),
        ("average", {"total": 12}, Figure("total", Quantity("12", Decimal(12)), "小时", "staff")),
    ],
)
def test_a_kind_says_which_figure_an_answer_gives(kind: str, answer: Section, figure: Figure) -> None:
    one = rubric(indicator(kind)).indicators[kind]
    assert list(one.figures(one.reads.model_validate(as_source(answer)))) == [figure]
    assert list(one.figures(one.reads())) == []


def test_turns_may_be_more_than_the_heads_that_they_are_divided_by() -> None:
    one = rubric(indicator("ratio", unit="人次")).indicators["ratio"]
    answer = one.reads.model_validate(as_source({"count": 120}))
    assert [figure.part for figure in one.figures(answer)] == [False]


@pytest.mark.parametrize(
    ("kind", "said", "silent", "blank"),
    [
        ("grade", {}, True, True),
        ("grade", {"grade": "A"}, False, False),
        ("grade", {"evidence": ["E1"]}, False, True),
        ("grade", {"self_score": 1}, False, True),
        ("grade", {"note": "见附件"}, False, True),
        ("grade", {"not_held": "单位搬迁"}, False, True),
        ("grade", {"not_applicable": "没有这项任务"}, False, True),
        ("count", {"count": "待填"}, False, True),
        ("count", {"count": 0}, False, False),
        ("checklist", {"met": []}, True, True),
        ("deduction", {}, True, True),
        ("deduction", {"lacks": []}, False, False),
        ("survey", {"void": 1}, False, False),
    ],
)
def test_an_answer_may_say_something_without_claiming_anything(
    kind: str, said: Section, *, silent: bool, blank: bool
) -> None:
    answer = rubric(indicator(kind)).indicators[kind].reads.model_validate(as_source(said))
    assert (answer.silent, answer.blank) == (silent, blank)


def test_titles_and_remedies_are_said_in_english_where_the_rubric_has_them() -> None:
    remedy: Section = {"action": "补方案", "action_en": "write a plan", "person_days": 1, "lead_days": 1}
    by = rubric(indicator("grade", title_en="Order", remedy=remedy), indicator("count"))
    english, chinese = by.indicators["grade"], by.indicators["count"]
    assert (english.label, english.remedy.shown) == ("grade一项", "补方案")
    speak("en")
    assert (english.label, english.remedy.shown) == ("Order", "write a plan")
    assert (chinese.label, chinese.remedy.shown) == ("count一项", "补齐材料")


def test_an_answer_to_what_nobody_asks_still_says_something() -> None:
    assert not Unread().silent
