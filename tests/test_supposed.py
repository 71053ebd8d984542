"""What a unit would score if some indicators earned other points, or some evidence were not there."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from build import HOUSE, LEDGER, Section, activity, assessment, case, indicator, item, report, rubric
from comparing import causes, every, shown
from wenming_score.compare import Year, changes
from wenming_score.facts import Case, Supposed
from wenming_score.files import FileFact
from wenming_score.report import IndicatorScore, Report
from worlds import World, worlds

law = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)

HALF: Section = {"met": ["plan"], "evidence": ["plan"]}
ASIDE: Section = {"not_applicable": "本单位没有这项任务"}
BY = rubric(
    item("first", indicator("checklist", id="a", points=4), indicator("checklist", id="b", points=2)),
    item("second", indicator("checklist", id="c", points=3)),
    not_applicable="redistribute",
    bonus={"cap": 5, **HOUSE, "awards": [{"id": "award", "title": "获奖", "points": 2, **HOUSE}]},
    eligibility=[{"id": "since", "title": "有成效", **HOUSE, "rule": {"kind": "results_since", "since": "2018-01-01"}}],
)


def unit(**answers: Section) -> Case:
    return case(BY, assessment(BY, evidence=LEDGER, answers=dict(answers)))


def supposing(of: Case, *without: str, **points: Fraction | int) -> Report:
    known = {name: Fraction(worth) for name, worth in points.items()}
    return report(replace(of, supposed=Supposed(known, without)))


def scores(of: Report) -> dict[str, IndicatorScore]:
    return {one.id: one for item in of.items for one in item.indicators}


def points(of: Report) -> dict[str, tuple[Decimal, Decimal]]:
    return {name: (one.claimed, one.supported) for name, one in scores(of).items()}


@pytest.mark.parametrize("answer", [HALF, {}, {"not_held": "单位搬迁"}, {"met": ["plan", "person"]}])
@pytest.mark.parametrize(
    ("earned", "outcome", "said"),
    [(4, "full", "假设得满分"), (Fraction("1.5"), "partial", "假设得 1.5 分"), (0, "none", "假设得 0 分")],
)
def test_what_is_supposed_is_earned_whatever_is_answered(
    answer: Section, earned: Fraction, outcome: str, said: str
) -> None:
    one = scores(supposing(unit(a=answer), a=earned))["a"]

    assert (one.claimed, one.supported, one.outcome) == (earned, earned, outcome)
    assert (one.reason, one.arithmetic) == (said, (said,))


def test_nothing_else_moves() -> None:
    of = unit(a=HALF, b=HALF)
    before, after = report(of), supposing(of, a=4)

    assert (before.score.supported, after.score.supported) == (3, 5)
    assert {name for name, both in points(after).items() if both != points(before)[name]} == {"a"}
    assert after.findings == before.findings
    assert after.score.self_score == before.score.self_score


def test_what_is_supposed_grows_with_what_does_not_apply() -> None:
    of = unit(b=ASIDE, a=HALF)
    before, after = report(of), supposing(of, a=3)

    assert (scores(before)["a"].full, scores(before)["a"].supported) == (6, 3)
    assert scores(after)["a"].supported == Decimal("4.5")
    assert scores(after)["a"].arithmetic[-1] == "有不适用的内容，分值按 1.5 放大：满分 6，申报 4.5，支撑 4.5"
    (moved,) = changes(Year(before), Year(after), ("a",)).indicators
    assert causes(moved) == (Fraction(3, 2), 0, 0, 0)


def test_evidence_that_is_supposed_away_carries_nothing_anywhere() -> None:
    by = rubric(indicator("checklist"), indicator("count", target=1))
    held = activity("count", evidence=["plan"])
    of = case(by, assessment(by, evidence=LEDGER, answers={"checklist": HALF}, activities={"A1": held}))

    assert {name: both[1] for name, both in points(report(of)).items()} == {"checklist": 2, "count": 4}
    gone = supposing(of, "plan")
    assert {name: both[1] for name, both in points(gone).items()} == {"checklist": 0, "count": 0}
    assert gone.score.claimed == report(of).score.claimed
    reasons = {piece.reason for one in scores(gone).values() for piece in one.evidence}
    assert reasons == {"plan 假设没有这份材料"}


def test_evidence_that_is_supposed_away_proves_no_bonus_and_no_condition() -> None:
    claimed = assessment(
        BY,
        evidence=LEDGER,
        bonus=[{"award": "award", "project": "创文", "evidence": ["certificate"]}],
        eligibility={"since": {"status": "met", "evidence": ["summary"]}},
    )
    of = case(BY, claimed)
    gone = supposing(of, "certificate", "summary")

    assert (report(of).score.bonus, report(of).eligibility[0].status) == (2, "met")
    assert (gone.score.bonus, gone.eligibility[0].status) == (0, "unknown")


def test_evidence_that_was_refused_already_is_said_to_be_supposed_away() -> None:
    claimed = assessment(BY, evidence=LEDGER, answers={"a": HALF})
    of = case(BY, claimed, files={"plan": FileFact("missing")})

    assert [piece.reason for piece in scores(supposing(of, "plan"))["a"].evidence] == ["plan 假设没有这份材料"]


def test_two_states_of_one_year_differ_by_what_is_supposed_alone() -> None:
    of = unit(a=HALF, b=HALF)
    found = changes(Year(report(of)), Year(supposing(of, a=4)), ("甲得满分",))

    assert (found.supposed, found.apart, found.unrenewed) == (("甲得满分",), "", ())
    (moved,) = found.indicators
    assert moved.reason == "现在：未达到：有责任人 → 假设得满分"


def test_what_is_supposed_to_earn_nothing_did_not_fall_for_want_of_newer_evidence() -> None:
    claimed = assessment(BY, evidence=LEDGER | {"old": {"path": "旧.pdf", "type": "plan", "date": "2024-05-01"}},
                         answers={"a": {"met": ["plan"], "evidence": ["plan", "old"]}})  # fmt: skip
    of = case(BY, claimed)

    assert changes(Year(report(of)), Year(supposing(of, a=0))).unrenewed == ("a",)
    assert changes(Year(report(of)), Year(supposing(of, a=0)), ("甲得 0 分",)).unrenewed == ()


@law
@given(worlds())
def test_supposing_what_is_so_changes_no_points(world: World) -> None:
    of, made = world.case, world.report
    worth = {
        name: Fraction(one.exact.supported) for name, one in scores(made).items() if one.outcome != "not_applicable"
    }
    factors = {name: Fraction(scores(made)[name].exact.full) / of.rubric.indicators[name].worth for name in worth}
    same = supposing(of, **{name: points / factors[name] for name, points in worth.items()})

    assert (same.score.supported, same.standards and [one.supported for one in same.standards]) == (
        made.score.supported,
        made.standards and [one.supported for one in made.standards],
    )
    assert {name: one.exact.supported for name, one in scores(same).items()} == {
        name: one.exact.supported for name, one in scores(made).items()
    }
    assert changes(Year(made), Year(same), ("同样",)).indicators == ()


@law
@given(worlds())
def test_full_for_all_earns_all_that_applies(world: World) -> None:
    of = world.case
    made = supposing(of, **{name: one.worth for name, one in of.rubric.indicators.items() if not of.spared(name)})

    applying = [one for one in scores(made).values() if one.outcome != "not_applicable"]
    assert {one.outcome for one in applying} <= {"full"}
    assert all(one.supported == one.claimed == one.full for one in applying)
    assert {gap.indicator for gap in made.gaps} <= {name for name in of.rubric.indicators if of.spared(name)}


@law
@given(worlds(), st.data())
def test_evidence_supposed_away_never_raises_a_point_and_leaves_what_is_claimed(world: World, data: DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(world.section("evidence")))))
    before, after = world.report, supposing(world.case, *sorted(gone))

    assert before.findings == after.findings
    assert after.score.claimed == before.score.claimed
    assert after.score.bonus <= before.score.bonus
    for one, less in zip(scores(before).values(), scores(after).values(), strict=True):
        assert less.claimed == one.claimed
        assert less.supported <= one.supported


@law
@given(worlds(), st.data())
def test_evidence_supposed_away_costs_what_losing_its_file_costs(world: World, data: DataObject) -> None:
    gone = sorted(data.draw(st.sets(st.sampled_from(sorted(world.section("evidence"))))))
    lost = replace(world, files={**world.files, **dict.fromkeys(gone, FileFact("missing"))}).report
    supposed = supposing(world.case, *gone)

    assert supposed.score.bonus == lost.score.bonus
    for one, other in zip(scores(lost).values(), scores(supposed).values(), strict=True):
        # A deduction also takes off what findings prove, and nothing is found of a piece that is only supposed away.
        assert one.exact.supported == other.exact.supported or one.kind == "deduction"


@law
@given(worlds(), st.data())
def test_whatever_is_supposed_is_the_one_cause_of_every_difference(world: World, data: DataObject) -> None:
    of = world.case
    names = st.sampled_from([name for name in of.rubric.indicators if not of.spared(name)] or ["none"])
    earned = {name: of.rubric.indicators[name].worth / 3 for name in data.draw(st.sets(names)) - {"none"}}
    gone = data.draw(st.sets(st.sampled_from(sorted(world.section("evidence")))))
    now, then = world.report, supposing(of, *sorted(gone), **earned)
    found = changes(Year(now), Year(then), ("某事",))

    assert found.apart == ""
    for one in every(found):
        assert causes(one)[1:] == (0, 0, 0)
        assert shown(one)[1:] == (0, 0, 0)
        assert sum(shown(one)) == one.difference
    assert causes(found.total)[0] == _exact(then) - _exact(now)
    for one in found.indicators:
        ends = (Fraction(scores(made)[one.id].exact.supported) for made in (then, now))
        assert causes(one)[0] == next(ends) - next(ends)


def _exact(of: Report) -> Fraction:
    beside = Fraction(of.score.bonus) - Fraction(of.score.penalty)
    return max(Fraction(0), sum((Fraction(one.exact.supported) for one in scores(of).values()), beside))
