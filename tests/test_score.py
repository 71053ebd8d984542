"""Rubric, assessment and facts make a report."""

from decimal import Decimal

import pytest

from build import (
    HOUSE,
    LEDGER,
    Raw,
    Section,
    activity,
    assessment,
    case,
    indicator,
    item,
    paper,
    report,
    rubric,
    sections,
)
from wenming_score.evaluate import evaluate
from wenming_score.report import Gap, GateResult, RecheckResult, Report, TitleInfo

OFFICIAL: Section = {"basis": "official", "source": "paper", "note": None}
DERIVED: Section = OFFICIAL | {"basis": "derived"}


def scored(*parts: Section, answers: Section | None = None, top: Section | None = None, **more: Raw) -> Report:
    by = rubric(*parts, **(top or {}))
    return report(case(by, assessment(by, **({"evidence": LEDGER, "answers": answers or {}} | more))))


@pytest.mark.parametrize(
    ("answer", "held", "outcome"),
    [
        ({"met": ["plan", "person"], "evidence": ["plan"]}, {}, "full"),
        ({"met": ["plan"], "evidence": ["plan"]}, {}, "partial"),
        ({"met": ["plan"]}, {}, "none"),
        ({"evidence": ["plan"]}, {}, "missing"),
        ({"not_held": "单位搬迁"}, {}, "not_held"),
        ({"met": ["plan"], "not_held": "单位搬迁"}, {}, "none"),
        ({"self_score": 4}, {}, "missing"),
        (None, {}, "missing"),
        (None, {"A1": activity("checklist")}, "none"),
    ],
)
def test_an_indicator_has_an_outcome(answer: Raw, held: Section, outcome: str) -> None:
    made = scored(indicator("checklist"), answers={"checklist": answer}, activities=held)
    assert made.items[0].indicators[0].outcome == outcome


def test_an_item_is_the_sum_of_exact_parts() -> None:
    third = {"count": 1, "evidence": ["roster"]}
    asked = [indicator("count", id=name, points=1, target=3) for name in "abc"]
    made = scored(*asked, answers=dict.fromkeys("abc", third))
    assert [one.supported for one in made.items[0].indicators] == [Decimal("0.33")] * 3
    assert (made.items[0].supported, made.items[0].gap, made.score.supported) == (1, 2, 1)


def test_a_self_score_is_summed_up_the_tree() -> None:
    parts = (
        item("a", indicator("checklist"), indicator("count")),
        item("b", indicator("grade")),
        item("c", indicator("ratio")),
    )
    answers: Section = {"checklist": {"self_score": 3.5}, "count": {"self_score": 2}, "grade": {"self_score": 1}}
    made = scored(*parts, answers=answers, self_scores={"b": 4})
    assert [one.self_score for one in made.items] == [5.5, 4, None]
    assert made.score.self_score == 9.5


def test_without_any_self_score_there_is_none() -> None:
    assert scored(indicator("checklist"), answers={"checklist": {"met": []}}).score.self_score is None


def test_a_self_score_never_touches_the_other_two_numbers() -> None:
    made = scored(indicator("checklist"), answers={"checklist": {"self_score": 4}})
    assert (made.score.self_score, made.score.claimed, made.score.supported) == (4, 0, 0)


def test_standards_methods_and_views_look_at_the_same_indicators() -> None:
    top: Section = {
        "sources": {"paper": {"title": "某文件", "kind": "official"}},
        "standards": [{"id": name, "title": name, "source": "paper"} for name in ("order", "service")],
        "methods": {"document": "材料审核", "onsite": "实地考察"},
        "views": [{"id": "v", "title": "视图", "groups": [{"id": "g", "title": "组", "indicators": ["checklist"]}]}],
    }
    made = scored(
        indicator("checklist", standards=["order", "service"], methods=["document"]),
        indicator("grade", standards=["order"], methods=["document", "onsite"]),
        answers={"checklist": {"met": ["plan"], "evidence": ["plan"]}, "grade": {"grade": "A", "evidence": ["photo"]}},
        top=top,
    )
    groups = (*made.standards, *made.methods, *made.views[0].groups)
    assert [(one.id, one.full, one.supported, one.share) for one in groups] == [
        ("order", 8, 6, Decimal("0.75")),
        ("service", 4, 2, Decimal("0.5")),
        ("document", 8, 6, Decimal("0.75")),
        ("onsite", 4, 4, 1),
        ("g", 4, 2, Decimal("0.5")),
    ]


def test_gaps_come_largest_first_and_in_the_rubric_s_order_where_equal() -> None:
    parts = [
        indicator("checklist", id=name, points=points) for name, points in (("a", 1), ("b", 3), ("c", 1), ("d", 2))
    ]
    made = scored(*parts, answers={"d": {"met": ["plan", "person"], "evidence": ["plan"]}})
    assert [(gap.indicator, gap.points) for gap in made.gaps] == [("b", 3), ("a", 1), ("c", 1)]
    first = made.gaps[0]
    assert (first.item, first.reason, first.action, first.person_days) == ("item", "没有填写", "补齐材料", 2)


@pytest.mark.parametrize(
    ("points", "rule", "mark", "trial"),
    [
        (OFFICIAL, OFFICIAL, OFFICIAL, False),
        (DERIVED, OFFICIAL, OFFICIAL, False),
        (OFFICIAL, DERIVED, OFFICIAL, False),
        (HOUSE, OFFICIAL, OFFICIAL, True),
        (OFFICIAL, HOUSE, OFFICIAL, True),
        (HOUSE, HOUSE, OFFICIAL, True),
        (OFFICIAL, OFFICIAL, HOUSE, False),
    ],
)
def test_points_or_a_rule_of_the_house_make_a_trial_and_the_pass_mark_does_not(
    points: Section, rule: Section, mark: Section, *, trial: bool
) -> None:
    asked = [
        indicator("checklist", id="a", **OFFICIAL, rule=OFFICIAL),
        indicator("checklist", id="b", **points, rule=rule),
    ]
    top: Section = {"pass_mark": {"points": 6, **mark}, "sources": {"paper": {"title": "某", "kind": "official"}}}
    made = scored(*asked, top=top)
    assert made.rubric.trial is trial
    assert sum(made.rubric.basis.values()) == 8


def test_an_answer_knows_its_line_and_an_indicator_without_one_has_none() -> None:
    by, document = (
        rubric(indicator("checklist"), indicator("grade")),
        paper("answers:\n  checklist:\n    met: [plan]\n"),
    )
    made = report(case(by, assessment(by, **sections(document))), document=document)
    assert [one.line for one in made.items[0].indicators] == [2, None]


def test_every_cited_piece_is_listed_once_with_what_became_of_it() -> None:
    made = scored(
        indicator("checklist"),
        answers={"checklist": {"met": {"plan": ["plan", "video"]}, "evidence": ["E404"]}},
        activities={"A1": activity("checklist", evidence=["photo", "plan"])},
    )
    cited = [(one.id, one.state) for one in made.items[0].indicators[0].evidence]
    assert cited == [("E404", "refused"), ("plan", "carried"), ("video", "refused"), ("photo", "carried")]


def test_the_report_names_its_unit_rubric_and_period() -> None:
    made = scored(indicator("checklist"))
    assert (made.unit.name, made.unit.staff, made.rubric.id, made.rubric.full_points) == ("某局", "40", "test", 4)
    assert (str(made.period.start), str(made.period.end), str(made.as_of)) == ("2025-01-01", "2025-12-31", "2025-12-31")


@pytest.mark.parametrize(
    ("rule", "weights"), [({}, None), ({"term_scoring": "mean"}, ()), ({"term_scoring": {"weights": [1, 2]}}, (1, 2))]
)
def test_the_report_says_what_each_year_of_a_term_weighs(rule: Section, weights: tuple[int, ...] | None) -> None:
    figures: Section = {"figures": {"full_points": HOUSE, "term_scoring": HOUSE}}
    made = scored(indicator("checklist"), top={**rule, **figures} if rule else {})
    assert made.rubric.term_weights == weights


def test_the_report_lists_the_unit_s_titles_as_it_gives_them() -> None:
    rechecked: Raw = [{"year": 2023, "outcome": "passed"}, {"year": 2024, "outcome": "warned"}]
    lasting: Section = {"level": "provincial", "name": "省级文明单位", "awarded": 2019, "valid_until": "2026-06"}
    former: Section = {"level": "county", "name": "县级文明单位", "awarded": "2012-05-01", "status": "lapsed"}
    made = scored(indicator("checklist"), titles=[lasting | {"status": "kept", "rechecks": rechecked}, former])
    assert made.titles == (
        TitleInfo(
            "provincial",
            "省级文明单位",
            "2019",
            "2026-06",
            "kept",
            (RecheckResult(2023, "passed"), RecheckResult(2024, "warned")),
        ),
        TitleInfo("county", "县级文明单位", "2012-05-01", None, "lapsed", ()),
    )


def test_a_gap_is_what_is_not_supported_and_says_what_to_do() -> None:
    half: Section = {"met": ["plan"], "evidence": ["plan"]}
    assert scored(indicator("checklist", points=5), answers={"checklist": half}).gaps == (
        Gap(
            indicator="checklist",
            item="item",
            title="checklist一项",
            points=Decimal("2.5"),
            reason="未达到：有责任人",
            action="补齐材料",
            person_days=Decimal(2),
            lead_days=Decimal(7),
        ),
    )


def test_a_report_that_no_gate_has_judged_passes() -> None:
    by = rubric(indicator("checklist"))
    made = evaluate(case(by, assessment(by)), (paper("{}"), paper("{}", "rubric")))
    assert made.gate == GateResult(passed=True, reasons=())
    assert made.ledger == ()


def test_a_share_has_four_places_and_a_bonus_never_makes_it_more_than_the_whole() -> None:
    third: Section = {"count": {"count": 1, "evidence": ["roster"]}}
    top: Section = {"bonus": {"cap": 5, **HOUSE, "awards": [{"id": "prize", "title": "奖", "points": 5, **HOUSE}]}}
    prize: Section = {"award": "prize", "project": "创文", "evidence": ["certificate"]}
    asked = indicator("count", points=3, target=3, standards=["order"])
    top |= {
        "sources": {"paper": {"title": "某文件", "kind": "official"}},
        "standards": [{"id": "order", "title": "秩序", "source": "paper"}],
    }

    plainly = scored(asked, answers=third, top=top)
    assert plainly.score.share == plainly.items[0].share == plainly.standards[0].share == Decimal("0.3333")
    assert (plainly.score.gap, plainly.score.full, plainly.rubric.term_weights) == (2, 3, None)

    prized = scored(asked, answers=third, top=top, bonus=[prize])
    assert (prized.score.supported, prized.score.share, prized.score.gap) == (6, 1, 2)


def test_an_indicator_shows_its_own_self_score() -> None:
    made = scored(indicator("checklist"), indicator("count"), answers={"checklist": {"self_score": 3.5}})
    assert [one.self_score for one in made.items[0].indicators] == [Decimal("3.5"), None]


def test_what_carries_needs_no_reason_and_what_does_not_apply_no_factor() -> None:
    aside: Section = {"not_applicable": "本单位没有这项任务"}
    made = scored(
        indicator("checklist", id="a"),
        indicator("checklist", id="b"),
        answers={"a": {"met": ["plan"], "evidence": ["plan"]}, "b": aside},
        top={"not_applicable": "redistribute"},
    )
    carried, spared = made.items[0].indicators
    assert [(one.state, one.reason) for one in carried.evidence] == [("carried", "")]
    assert carried.arithmetic[-1] == "有不适用的内容，分值按 2 放大：满分 8，申报 4，支撑 4"
    assert spared.arithmetic == ()
