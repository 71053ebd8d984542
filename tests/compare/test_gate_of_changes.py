"""Whether what changed since the earlier year lets a report pass."""

from dataclasses import replace
from decimal import Decimal

import pytest

from build import HOUSE, LEDGER, Raw, Section, indicator, item, rubric
from comparing import year
from wenming_score.compare import Year, changes
from wenming_score.gate import judge_change
from wenming_score.report import GateResult

LINE: Section = {"id": "crime", "title": "违法犯罪", "look_back_months": 24, **HOUSE}
HELD: Section = {
    "id": "title",
    "title": "有称号",
    **HOUSE,
    "rule": {"kind": "title_held", "level": "county", "years": 1},
}
TITLE: Section = {"level": "county", "name": "县级文明单位", "awarded": 2020}
CLEAR: Section = {"status": "clear", "declared_by": "办公室", "declared_on": "2025-12-01"}
STANDARD: Section = {"id": "order", "title": "秩序", "source": "paper"}
BY = rubric(
    item("first", indicator("checklist", standards=["order"])),
    item("second", indicator("grade")),
    red_lines=[LINE],
    eligibility=[HELD],
    standards=[STANDARD],
    sources={"paper": {"title": "某文件", "kind": "official"}},
)
NO_LOSS = Decimal(0)


def stood(met: int, grade: str = "A", *, line: Section = CLEAR, title: Section = TITLE) -> Year:
    """Score a year that met so many of two clauses, two points each, and was graded."""
    answers: dict[str, Raw] = {
        "checklist": {"met": ["plan", "person"][:met], "evidence": ["plan"]},
        "grade": {"grade": grade, "evidence": ["photo"]},
    }
    return year(BY, {"evidence": LEDGER, "answers": answers, "red_lines": {"crime": line}, "titles": [title]})


def judged(before: Year, after: Year, most: Decimal | None) -> GateResult:
    return judge_change(replace(after.report, changes=changes(before, after)), most)


def test_without_a_limit_no_change_is_judged() -> None:
    assert judged(stood(2), stood(0, "C"), None) == GateResult(passed=True, reasons=())


def test_a_report_beside_which_there_is_no_earlier_one_passes() -> None:
    assert judge_change(stood(0).report, NO_LOSS) == GateResult(passed=True, reasons=())


@pytest.mark.parametrize(("most", "passes"), [("0", False), ("1.99", False), ("2", True), ("2.01", True)])
def test_no_more_points_may_be_lost_than_the_limit(most: str, *, passes: bool) -> None:
    assert judged(stood(2), stood(1), Decimal(most)).passed is passes


def test_the_total_the_items_and_the_standards_that_fell_are_named() -> None:
    gate = judged(stood(2), stood(0, "B"), NO_LOSS)
    assert gate == GateResult(
        passed=False,
        reasons=("合计比上期低 6", "first项目比上期低 4", "second项目比上期低 2", "秩序比上期低 4"),
    )


def test_an_item_may_not_fall_where_the_total_holds() -> None:
    assert judged(stood(2, "C"), stood(1, "A"), NO_LOSS).reasons == ("first项目比上期低 2", "秩序比上期低 2")
    assert judged(stood(1, "A"), stood(1, "A"), NO_LOSS).passed


def test_what_newly_bars_fails_before_any_points() -> None:
    breached: Section = {"status": "breached", "occurred_on": "2025-03-01"}
    revoked = TITLE | {"status": "revoked"}
    gate = judged(stood(2), stood(1, line=breached, title=revoked), NO_LOSS)
    assert gate.reasons[:2] == ("比上期新触碰或新不符合：违法犯罪", "比上期新触碰或新不符合：有称号")
    assert judged(stood(2), stood(2, line=breached), Decimal(9)).reasons == gate.reasons[:1]


def test_what_barred_before_or_bars_no_longer_is_nothing_new() -> None:
    breached: Section = {"status": "breached", "occurred_on": "2025-03-01"}
    assert judged(stood(2, line=breached), stood(2, line=breached), NO_LOSS).passed
    assert judged(stood(2, line=breached), stood(2), NO_LOSS).passed
    assert judged(stood(2), stood(2, title=TITLE | {"status": "warned"}), NO_LOSS).passed
