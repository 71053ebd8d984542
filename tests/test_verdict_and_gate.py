"""What it all comes to, and whether the gate lets it pass."""

from decimal import Decimal
from typing import Literal

import pytest

from build import HOUSE, LEDGER, Raw, Section, assessment, case, indicator, item, report, rubric
from wenming_score.choices import FailOn
from wenming_score.gate import Limits
from wenming_score.report import Report

MARK: Section = {"points": 6, **HOUSE}
LINE: Section = {"id": "crime", "title": "违法犯罪", "look_back_months": 24, **HOUSE}
HELD: Section = {
    "id": "title",
    "title": "有称号",
    **HOUSE,
    "rule": {"kind": "title_held", "level": "county", "years": 1},
}
SINCE: Section = {"id": "since", "title": "有成效", **HOUSE, "rule": {"kind": "results_since", "since": "2018-01-01"}}
CLEAR: Section = {"crime": {"status": "clear", "declared_by": "办公室", "declared_on": "2025-12-01"}}
BREACHED: Section = {"crime": {"status": "breached", "occurred_on": "2025-03-01"}}
TITLES: list[Raw] = [{"level": "county", "name": "县级文明单位", "awarded": 2020}]
MET: Section = {"since": {"status": "met", "evidence": ["plan"]}}
GOOD: Section = {"red_lines": CLEAR, "titles": TITLES, "eligibility": MET}


def judged(met: int = 4, limits: Limits | None = None, /, *, mark: Raw = MARK, **sections: Raw) -> Report:
    """Judge a unit that met so many of 4 clauses, 2 points each, and stands well unless told otherwise."""
    names = [f"c{number}" for number in range(4)]
    asked = indicator("checklist", points=8, clauses=[{"id": name, "title": name} for name in names])
    by = rubric(asked, red_lines=[LINE], eligibility=[HELD, SINCE], pass_mark=mark)
    answers: Section = {"checklist": {"met": names[:met], "evidence": ["plan"], "self_score": 2 * met}}
    claimed = assessment(by, **({"evidence": LEDGER, "answers": answers} | GOOD | sections))
    return report(case(by, claimed), limits=limits)


@pytest.mark.parametrize(
    ("met", "outcome", "reason"),
    [
        (4, "qualified", "支撑得分 8，达到合格线 6"),
        (3, "qualified", "支撑得分 6，达到合格线 6"),
        (2, "below_mark", "支撑得分 4，比合格线 6 低 2"),
    ],
)
def test_a_unit_in_good_standing_is_judged_by_its_points(met: int, outcome: str, reason: str) -> None:
    verdict = judged(met).verdict
    assert (verdict.outcome, verdict.reasons) == (outcome, (reason,))


def test_a_score_just_below_the_mark_does_not_reach_it_by_rounding() -> None:
    by = rubric(indicator("count", points=8, target=3), pass_mark={"points": 5.34, **HOUSE})
    claimed = assessment(by, evidence=LEDGER, answers={"count": {"count": 2, "evidence": ["roster"]}})
    made = report(case(by, claimed), limits=Limits("mark"))
    assert (made.score.supported, made.verdict.outcome, made.gate.passed) == (Decimal("5.33"), "below_mark", False)


def test_without_a_mark_the_verdict_is_open() -> None:
    verdict = judged(mark=None).verdict
    assert (verdict.outcome, verdict.reasons) == ("undetermined", ("测评体系没有合格线",))


def test_a_red_line_bars_whatever_the_points() -> None:
    made = judged(red_lines=BREACHED)
    assert (made.verdict.outcome, made.score.supported) == ("vetoed", 8)
    assert made.verdict.reasons == ("触碰红线：违法犯罪", "支撑得分 8，达到合格线 6")


def test_a_unit_that_may_not_apply_is_ineligible() -> None:
    made = judged(titles=[])
    assert made.verdict.outcome == "ineligible"
    assert made.verdict.reasons[0] == "不符合申报条件：有称号（没有有效的县级称号）"


@pytest.mark.parametrize(
    ("sections", "reason"),
    [
        ({"red_lines": {}}, "红线未声明：违法犯罪"),
        ({"eligibility": {}}, "申报条件不明：有成效（没有在 eligibility 里说明 2018-01-01 以来的成效）"),
    ],
)
def test_what_is_not_known_leaves_the_verdict_open(sections: Section, reason: str) -> None:
    verdict = judged(**sections).verdict
    assert (verdict.outcome, verdict.reasons[0]) == ("undetermined", reason)


def test_the_gravest_reason_decides_and_all_are_said() -> None:
    verdict = judged(1, red_lines=BREACHED, titles=[], eligibility={}).verdict
    assert verdict.outcome == "vetoed"
    assert [reason[:4] for reason in verdict.reasons] == ["触碰红线", "不符合申", "申报条件", "支撑得分"]
    assert judged(red_lines={}, titles=[]).verdict.outcome == "ineligible"


def test_a_clean_report_passes_the_gate() -> None:
    assert judged(1).gate.passed
    assert judged(1).gate.reasons == ()


@pytest.mark.parametrize(
    ("sections", "reasons"),
    [
        ({"red_lines": BREACHED}, ("触碰红线：违法犯罪", "有 1 个错误级问题")),
        ({"titles": []}, ("不符合申报条件：有称号",)),
        ({"red_lines": {}}, ("有 1 个错误级问题",)),
        ({"eligibility": {}}, ()),
    ],
)
def test_the_gate_bars_what_is_barred(sections: Section, reasons: tuple[str, ...]) -> None:
    gate = judged(**sections).gate
    assert (gate.passed, gate.reasons) == (not reasons, reasons)


def test_a_barred_unit_stays_barred_where_findings_never_fail() -> None:
    assert judged(4, Limits(fail_on="never"), red_lines=BREACHED).gate.reasons == ("触碰红线：违法犯罪",)


@pytest.mark.parametrize(
    ("under", "reasons"),
    [
        (Decimal(4), ()),
        (Decimal("4.01"), ("支撑得分 4 低于 4.01",)),
        ("mark", ("支撑得分 4 低于 6",)),
        (None, ()),
    ],
)
def test_the_gate_wants_the_points_that_the_caller_asks_for(
    under: Decimal | Literal["mark"] | None, reasons: tuple[str, ...]
) -> None:
    assert judged(2, Limits(under)).gate.reasons == reasons


def test_the_gate_cannot_judge_by_a_mark_that_is_not_there() -> None:
    assert judged(4, Limits("mark"), mark=None).gate.reasons == ("测评体系没有合格线，--fail-under mark 无从判断",)


def test_the_gate_looks_at_every_item_if_asked() -> None:
    by = rubric(item("first", indicator("checklist")), item("second", indicator("grade")))
    answers: Section = {"checklist": {"met": ["plan"], "evidence": ["plan"], "self_score": 2}}
    of = case(by, assessment(by, evidence=LEDGER, answers=answers, self_scores={"second": 0}))
    assert report(of, limits=Limits(item_under=Decimal(50))).gate.reasons == ("second项目只有满分的 0%，低于 50%",)
    assert report(of, limits=Limits(item_under=Decimal("50.5"))).gate.reasons == (
        "first项目只有满分的 50%，低于 50.5%",
        "second项目只有满分的 0%，低于 50.5%",
    )


def test_the_gate_wants_nothing_worse_than_the_baseline_if_there_is_one() -> None:
    def reasons(met: int, drop: str) -> tuple[str, ...]:
        return judged(met, Limits(baseline=(judged(4),), max_drop=Decimal(drop))).gate.reasons

    assert reasons(4, "0") == reasons(3, "2") == ()
    assert reasons(3, "1.5") == (
        "支撑得分比基线低 2（8 → 6），最多允许低 1.5",
        "item项目比基线低 2（8 → 6），最多允许低 1.5",
    )
    assert judged(0, Limits(baseline=None)).gate.passed
    assert judged(4, Limits(baseline=())).gate.reasons == (
        "基线里没有这个单位，无从比较；请重写基线：wenming-score baseline write",
    )


@pytest.mark.parametrize(
    ("fail_on", "reasons"),
    [
        ("never", ()),
        ("error", ("有 1 个错误级问题",)),
        ("warning", ("有 1 个错误级问题", "有 2 个警告级问题")),
        ("note", ("有 1 个错误级问题", "有 2 个警告级问题", "有 1 个提示级问题")),
    ],
)
def test_findings_fail_from_the_severity_asked_for(fail_on: FailOn, reasons: tuple[str, ...]) -> None:
    by = rubric(indicator("checklist"), indicator("grade"))
    answers: Section = {"checklist": {"met": ["plan"]}, "grade": {"grade": "A"}, "other": {}}
    assert report(case(by, assessment(by, answers=answers)), limits=Limits(fail_on=fail_on)).gate.reasons == reasons
