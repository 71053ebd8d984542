"""倒扣."""

import pytest

from build import LEDGER, Raw, Section, activity, assessment, case, earned, indicator, report, rubric, scored
from wenming_score.files import FileFact

LACKS: Section = {
    "lacks": [
        {"id": "no-minutes", "title": "缺会议记录", "points": 1},
        {"id": "stale", "title": "材料过期", "points": 2, "proved_by": ["evidence-outside-period", "evidence-missing"]},
        {"id": "bare", "title": "活动无材料", "points": 0.5, "proved_by": ["activity-without-evidence"]},
    ]
}
LESS = indicator("deduction", **LACKS)
OLD: Section = LEDGER | {"old": {"path": "旧.pdf", "type": "plan", "date": "2024-05-01"}}


@pytest.mark.parametrize(
    ("lacks", "points"),
    [
        ([], 4),
        (["no-minutes"], 3),
        (["no-minutes", "stale"], 1),
        ({"no-minutes": 2}, 2),
        ({"no-minutes": 0}, 4),
        ({"stale": 2, "no-minutes": 3}, 0),
    ],
)
def test_what_is_admitted_is_taken_off_but_never_below_nothing(lacks: Raw, points: int) -> None:
    assert earned(LESS, {"lacks": lacks}) == (points, points)


def test_no_evidence_is_needed_to_lack_nothing() -> None:
    score = scored(LESS, {"lacks": []})
    assert (score.outcome, score.reason) == ("full", "")


@pytest.mark.parametrize("answer", [None, {}, {"lacks": None}])
def test_silence_does_not_say_that_nothing_is_lacking(answer: Raw) -> None:
    score = scored(LESS, answer)
    assert (score.claimed, score.outcome, score.reason) == (0, "missing", "没有填写")


def test_an_activity_does_not_say_it_either() -> None:
    score = scored(LESS, activities={"A1": activity("deduction")})
    assert (score.claimed, score.outcome, score.reason) == (0, "none", "没有填写；没有问题要写 lacks: []")


def test_what_a_finding_proves_is_taken_off_what_is_supported() -> None:
    score = scored(LESS, {"lacks": [], "evidence": ["old"]}, evidence=OLD)
    assert (score.claimed, score.supported, score.reason) == (4, 2, "存在问题：材料过期")


def test_what_is_admitted_and_proved_is_taken_off_once() -> None:
    assert earned(LESS, {"lacks": ["stale"], "evidence": ["old"]}, evidence=OLD) == (2, 2)
    assert earned(LESS, {"lacks": {"stale": 2}, "evidence": ["old"]}, evidence=OLD) == (0, 0)


def test_two_findings_prove_a_lack_once() -> None:
    both = OLD | {"older": {"path": "更旧.pdf", "type": "plan", "date": "2023-05-01"}}
    assert earned(LESS, {"lacks": [], "evidence": ["old", "older"]}, evidence=both) == (4, 2)


def test_a_finding_on_an_activity_proves_against_what_it_serves() -> None:
    held = {"A1": activity("deduction", evidence=[])}
    assert earned(LESS, {"lacks": []}, activities=held) == (4, 3.5)
    assert earned(LESS, {"lacks": []}, activities={"A1": activity("other", evidence=[])}) == (4, 4)


def test_a_finding_on_a_file_proves_against_what_cites_it() -> None:
    by = rubric(LESS, indicator("checklist"))
    claimed = assessment(
        by, evidence=LEDGER, answers={"deduction": {"lacks": [], "evidence": ["plan"]}, "checklist": {"met": ["plan"]}}
    )
    made = report(case(by, claimed, files={"plan": FileFact("missing"), "photo": FileFact("missing")}))
    assert made.items[0].indicators[0].supported == 2


def test_a_finding_on_another_indicator_proves_nothing() -> None:
    by = rubric(LESS, indicator("checklist"))
    answers: Section = {"deduction": {"lacks": []}, "checklist": {"met": ["plan"], "evidence": ["old"]}}
    made = report(case(by, assessment(by, evidence=OLD, answers=answers)))
    assert made.items[0].indicators[0].supported == 4


def test_an_unknown_lack_takes_nothing_off() -> None:
    assert earned(LESS, {"lacks": ["no-minute"]}) == (4, 4)


def test_the_arithmetic_is_shown() -> None:
    score = scored(LESS, {"lacks": {"no-minutes": 2}, "evidence": ["old"]}, evidence=OLD)
    assert score.arithmetic == ("申报：4 - 2 × 1 = 2", "支撑：4 - 2 × 1 - 1 × 2 = 0")
    assert score.reason == "存在问题：缺会议记录、材料过期"
