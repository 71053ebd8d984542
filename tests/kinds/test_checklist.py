"""计分点清单."""

import pytest

from build import LEDGER, Raw, earned, indicator, scored
from wenming_score.kinds.checklist import ChecklistAnswer

BOTH = ["plan", "person"]
LIST = indicator("checklist")
WEIGHED = indicator(
    "checklist",
    clauses=[{"id": "plan", "title": "有方案", "points": 3}, {"id": "person", "title": "有责任人", "points": 1}],
)


def test_clauses_have_equal_shares() -> None:
    assert earned(LIST, {"met": ["plan"], "evidence": ["plan"]}) == (2, 2)
    assert earned(LIST, {"met": BOTH, "evidence": ["plan"]}) == (4, 4)


def test_a_clause_with_points_of_its_own_earns_those() -> None:
    assert earned(WEIGHED, {"met": ["plan"], "evidence": ["plan"]}) == (3, 3)


def test_all_or_nothing_earns_nothing_for_a_part() -> None:
    strict = indicator("checklist", all_or_nothing=True)
    assert earned(strict, {"met": ["plan"], "evidence": ["plan"]}) == (0, 0)
    assert earned(strict, {"met": BOTH, "evidence": ["plan"]}) == (4, 4)


def test_all_or_nothing_is_lost_with_the_evidence_of_one_clause() -> None:
    strict = indicator("checklist", all_or_nothing=True)
    assert earned(strict, {"met": {"plan": ["plan"], "person": []}}) == (4, 0)


def test_a_list_of_clauses_is_carried_by_enough_valid_pieces() -> None:
    two = indicator("checklist", evidence={"types": ["plan", "photo"], "at_least": 2})
    assert earned(two, {"met": BOTH, "evidence": ["plan", "photo"]}) == (4, 4)
    assert earned(two, {"met": BOTH, "evidence": ["plan", "plan"]}) == (4, 0)
    short = scored(two, {"met": BOTH, "evidence": ["plan", "notice"]})
    assert short.reason == "有效材料 1 份，至少要 2 份（notice 是文件通知，不是这一项要的材料）"


def test_no_evidence_no_points() -> None:
    score = scored(LIST, {"met": BOTH})
    assert (score.claimed, score.supported, score.outcome, score.reason) == (4, 0, "none", "没有佐证材料")


def test_in_a_map_each_clause_stands_on_its_own_evidence() -> None:
    score = scored(LIST, {"met": {"plan": ["plan"], "person": ["certificate"]}})
    assert (score.claimed, score.supported) == (4, 2)
    assert score.reason == "没有有效材料：有责任人（certificate 是证书，不是这一项要的材料）"


def test_in_a_map_the_evidence_of_the_whole_answer_carries_no_clause() -> None:
    assert earned(LIST, {"met": {"plan": None, "person": []}, "evidence": ["plan"]}) == (4, 0)


def test_in_a_map_one_valid_piece_a_clause_will_do() -> None:
    two = indicator("checklist", evidence={"types": ["plan"], "at_least": 2})
    assert earned(two, {"met": {"plan": ["plan"]}}) == (2, 2)


@pytest.mark.parametrize(
    "piece", [{"type": "certificate"}, {"date": "2024-06-01"}, {"date": "2024"}, {"date": {"start": 2024, "end": 2025}}]
)
def test_evidence_of_another_type_or_time_does_not_carry(piece: dict[str, str]) -> None:
    ledger = {"bad": {"path": "x.pdf", "type": "plan", "date": "2025-06-01", **piece}}
    assert earned(LIST, {"met": BOTH, "evidence": ["bad"]}, evidence=ledger) == (4, 0)


@pytest.mark.parametrize("piece", [{}, {"date": "20xx"}, {"date": 2025}])
def test_evidence_without_a_readable_date_still_carries(piece: dict[str, str]) -> None:
    assert earned(LIST, {"met": BOTH, "evidence": ["E1"]}, evidence={"E1": {"path": "x", "type": "plan", **piece}}) == (
        4,
        4,
    )


def test_evidence_that_the_ledger_lacks_does_not_carry() -> None:
    score = scored(LIST, {"met": BOTH, "evidence": ["E404"]})
    assert (score.supported, score.reason) == (0, "有效材料 0 份，至少要 1 份")
    assert [(piece.state, piece.reason) for piece in score.evidence] == [("refused", "台账里没有 E404")]


def test_a_wider_window_takes_older_evidence() -> None:
    ledger = LEDGER | {"old": {"path": "x", "type": "rules", "date": "2023-05-01"}}
    for window, supported in (("period", 0), ("term", 4), ("any", 4)):
        asked = indicator("checklist", evidence={"types": ["rules"], "window": window})
        assert earned(asked, {"met": BOTH, "evidence": ["old"]}, evidence=ledger) == (4, supported)


def test_a_clause_named_twice_or_unknown_earns_no_more() -> None:
    assert earned(LIST, {"met": ["plan", "plan", "plans"], "evidence": ["plan"]}) == (2, 2)


def test_an_answer_without_clauses_is_missing() -> None:
    silent: tuple[Raw, ...] = (None, {}, {"met": []}, {"met": None})
    for answer in silent:
        score = scored(LIST, answer)
        assert (score.claimed, score.outcome, score.reason) == (0, "missing", "没有填写")


def test_the_reason_names_what_is_unmet_and_what_is_bare() -> None:
    three = indicator("checklist", points=3, clauses=[{"id": name, "title": name} for name in ("甲", "乙", "丙")])
    score = scored(three, {"met": {"甲": ["plan"], "乙": []}})
    assert score.reason == "未达到：丙；没有有效材料：乙"


def test_the_arithmetic_is_shown() -> None:
    answer = {"met": {"plan": ["plan"], "person": []}}
    assert scored(LIST, answer).arithmetic == ("申报：4 × 2/2 = 4", "支撑：4 × 1/2 = 2")
    assert scored(WEIGHED, answer).arithmetic == ("申报：3 + 1 = 4", "支撑：3 = 3")
    assert scored(WEIGHED, {"met": ["plan"]}).arithmetic == ("申报：3 = 3", "支撑：0")
    strict = indicator("checklist", all_or_nothing=True)
    assert scored(strict, answer).arithmetic == (
        "申报：2/2 项，全部达到才得分 = 4",
        "支撑：1/2 项，全部达到才得分 = 0",
    )


def test_an_answer_says_where_it_cites_what() -> None:
    each = ChecklistAnswer(met={"plan": ("E1", "E2"), "person": ("E1",)}, evidence=("E3",))
    assert list(each.citations()) == [
        (("evidence", 0), "E3"),
        (("met", "plan", 0), "E1"),
        (("met", "plan", 1), "E2"),
        (("met", "person", 0), "E1"),
    ]
    assert each.cited() == ("E3", "E1", "E2")
    assert list(ChecklistAnswer(met=("plan",), evidence=("E1",)).citations()) == [(("evidence", 0), "E1")]
