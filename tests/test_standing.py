"""Red lines with their look-back, and the conditions for applying."""

from datetime import date

import pytest

from build import AS_OF, HOUSE, LEDGER, Raw, Section, assessment, case, indicator, report, rubric
from wenming_score.report import EligibilityResult, RedLineResult

CRIME: Section = {"id": "crime", "title": "违法犯罪", "look_back_months": 24, **HOUSE}


def red_line(declared: Raw, *, as_of: date = AS_OF) -> RedLineResult:
    by = rubric(indicator("count"), red_lines=[CRIME])
    red_lines: Section = {} if declared is None else {"crime": declared}
    return report(case(by, assessment(by, red_lines=red_lines), as_of=as_of)).red_lines[0]


@pytest.mark.parametrize(
    ("occurred", "status"),
    [
        ("2023-12-31", "breached"),
        ("2023-12-30", "clear"),
        ("2025-12-31", "breached"),
        ("2023-12", "breached"),
        ("2023", "breached"),
        ("2022", "clear"),
        ({"start": "2023-06-01", "end": "2023-12-31"}, "breached"),
        ("20xx", "breached"),
        (None, "breached"),
    ],
)
def test_a_breach_bars_from_the_first_day_of_the_look_back(occurred: Raw, status: str) -> None:
    assert red_line({"status": "breached", "occurred_on": occurred}).status == status


def test_the_look_back_ends_on_the_last_day_of_a_shorter_month() -> None:
    def breached(occurred: str) -> str:
        return red_line({"status": "breached", "occurred_on": occurred}, as_of=date(2024, 2, 29)).status

    assert (breached("2022-02-28"), breached("2022-02-27")) == ("breached", "clear")


def test_a_breach_outside_the_look_back_says_so() -> None:
    reason = red_line({"status": "breached", "occurred_on": "2020-05"}).reason
    assert reason == "发生于 2020-05，在回溯期 2023-12-31~2025-12-31 之外"


@pytest.mark.parametrize("declared", [None, {"status": "undeclared"}, {"status": "clear", "declared_on": "2024-12-31"}])
def test_silence_and_an_old_declaration_are_undeclared(declared: Raw) -> None:
    assert red_line(declared).status == "undeclared"


def test_a_clear_line_says_who_declared_it_and_when() -> None:
    line = red_line({"status": "clear", "declared_by": "纪检组", "declared_on": "2025-01-01"})
    assert (line.id, line.title, line.status) == ("crime", "违法犯罪", "clear")
    assert line.reason == "纪检组 2025-01-01 声明无此情况，回溯期 2023-12-31~2025-12-31"


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        (None, "没有声明"),
        ({"status": "undeclared", "declared_by": "办公室"}, "没有声明"),
        ({"status": "breached"}, "已声明触碰，回溯期 2023-12-31~2025-12-31"),
        ({"status": "clear", "declared_on": "2024-12-31"}, "声明日期 2024-12-31 早于测评年度，要重新声明"),
        ({"status": "clear"}, "未写声明人 未写日期 声明无此情况，回溯期 2023-12-31~2025-12-31"),
    ],
)
def test_a_red_line_says_why_it_stands_as_it_does(declared: Raw, reason: str) -> None:
    assert red_line(declared).reason == reason


def test_a_line_that_is_off_is_not_judged() -> None:
    by = rubric(indicator("count"), red_lines=[CRIME | {"active": False}])
    assert report(case(by, assessment(by))).red_lines == ()


def condition(rule: Section, **sections: Raw) -> EligibilityResult:
    by = rubric(
        indicator("checklist"), indicator("grade"), eligibility=[{"id": "c", "title": "条件", **HOUSE, "rule": rule}]
    )
    return report(case(by, assessment(by, **sections))).eligibility[0]


def title(level: str = "provincial", awarded: Raw = 2020, **fields: Raw) -> Section:
    return {"level": level, "name": "文明单位", "awarded": awarded, **fields}


HELD: Section = {"kind": "title_held", "level": "provincial", "years": 2}


@pytest.mark.parametrize(
    ("titles", "status"),
    [
        ([], "unmet"),
        ([title()], "met"),
        ([title(awarded="2023-12-31")], "met"),
        ([title(awarded="2024-01-01")], "unmet"),
        ([title("municipal")], "unmet"),
        ([title("national")], "met"),
        ([title("national", 2024), title("provincial", 2018)], "met"),
        ([title(status="warned")], "met"),
        ([title(status="restored")], "met"),
        ([title(status="revoked")], "unmet"),
        ([title(status="lapsed")], "unmet"),
        ([title(valid_until="2024-12-31")], "unmet"),
        ([title(valid_until="2025-01-01")], "met"),
        ([title(awarded="20xx")], "unknown"),
    ],
)
def test_a_title_of_the_level_or_above_must_have_stood_long_enough(titles: list[Raw], status: str) -> None:
    assert condition(HELD, titles=titles).status == status


def test_the_reasons_of_a_title_say_what_is_counted() -> None:
    assert condition(HELD, titles=[title()]).reason == "2020 年起连续 5 年，要求 2 年"
    assert condition(HELD).reason == "没有有效的省级称号"
    assert condition(HELD, titles=[title(awarded="20xx")]).reason == "称号的授予时间看不清"
    several: list[Raw] = [title(awarded="20xx"), title("national", "2024-06-01"), title(awarded="2023-06-01")]
    assert condition(HELD, titles=several).reason == "2023 年起连续 2 年，要求 2 年"


@pytest.mark.parametrize(
    ("level", "word"), [("national", "国家级"), ("provincial", "省级"), ("municipal", "市级"), ("county", "县级")]
)
def test_a_level_is_said_in_words(level: str, word: str) -> None:
    assert condition(HELD | {"level": level}).reason == f"没有有效的{word}称号"
    assert condition(RECHECKED | {"level": level}).reason == f"未持有{word}称号，不涉及复查"


def test_a_title_that_is_yet_to_be_awarded_is_none() -> None:
    assert condition(HELD, titles=[title(awarded="2025-12-31")]).reason == "2025 年起连续 0 年，要求 2 年"
    assert condition(HELD, titles=[title(awarded="2026-01-01")]).reason == "没有有效的省级称号"


def test_a_condition_keeps_its_name() -> None:
    held = condition(HELD)
    assert (held.id, held.title) == ("c", "条件")


SINCE: Section = {"kind": "results_since", "since": "2018-01-01"}


@pytest.mark.parametrize(
    ("declared", "status"),
    [
        ({}, "unknown"),
        ({"c": {"status": "unmet"}}, "unmet"),
        ({"c": {"status": "met"}}, "unknown"),
        ({"c": {"status": "met", "evidence": ["E404"]}}, "unknown"),
        ({"c": {"status": "met", "evidence": ["plan"]}}, "met"),
        ({"c": {"status": "met", "evidence": ["first"]}}, "met"),
        ({"c": {"status": "met", "evidence": ["old"]}}, "unknown"),
        ({"c": {"status": "met", "evidence": ["old", "undated"]}}, "met"),
    ],
)
def test_results_since_a_day_need_evidence_of_that_time(declared: Section, status: str) -> None:
    ledger: Section = {
        "first": {"path": "a", "type": "record", "date": "2018-01-01"},
        "old": {"path": "b", "type": "record", "date": "2017-12-31"},
        "undated": {"path": "c", "type": "record"},
    }
    assert condition(SINCE, eligibility=declared, evidence=LEDGER | ledger).status == status


def test_a_unit_may_say_itself_why_it_does_not_meet_a_condition() -> None:
    assert condition(SINCE, eligibility={"c": {"status": "unmet", "note": "刚成立"}}).reason == "刚成立"


def test_the_reasons_of_results_say_what_shows_them() -> None:
    def reason(**declared: Raw) -> str:
        return condition(SINCE, eligibility={"c": declared} if declared else {}, evidence=LEDGER).reason

    assert reason() == "没有在 eligibility 里说明 2018-01-01 以来的成效"
    assert reason(status="unmet") == "本单位自报不符合"
    assert reason(status="met", evidence=["E404"]) == "没有 2018-01-01 以来的有效材料"
    assert reason(status="met", evidence=["plan", "E404", "photo"]) == "有 2018-01-01 以来的材料：plan、photo"


@pytest.mark.parametrize("cited", [["checklist"], ["checklist", "grade"]])
def test_what_is_too_old_for_an_indicator_may_still_show_results(cited: list[str]) -> None:
    ledger: Section = {"E1": {"path": "a", "type": "record", "date": "2022-05-01"}}
    answers: Section = {name: {"evidence": ["E1"]} for name in cited}
    declared: Section = {"c": {"status": "met", "evidence": ["E1"]}}
    assert condition(SINCE, eligibility=declared, evidence=ledger, answers=answers).status == "met"


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2023-01-01", "2025-12-31", "met"),
        ("2024-01-01", "2025-12-31", "unmet"),
        ("2022-01-01", "2024-12-31", "unmet"),
        ("2025-01-01", "2027-12-31", "met"),
    ],
)
def test_the_term_has_its_length_and_covers_the_period(start: str, end: str, status: str) -> None:
    assert condition({"kind": "term", "years": 3}, term={"start": start, "end": end}).status == status


def test_the_term_says_how_long_it_is() -> None:
    term: Section = {"start": "2024-01-01", "end": "2025-12-31"}
    reason = condition({"kind": "term", "years": 3}, term=term).reason
    assert reason == "届期 2024-01-01~2025-12-31，2 年一届（要求 3 年）"


RECHECKED: Section = {"kind": "rechecked", "level": "provincial"}


def passed(*years: int, **other: str) -> list[Raw]:
    outcomes = dict.fromkeys(map(str, years), "passed") | {year.strip("y"): outcome for year, outcome in other.items()}
    return [{"year": int(year), "outcome": outcome} for year, outcome in outcomes.items()]


@pytest.mark.parametrize(
    ("titles", "status"),
    [
        ([], "met"),
        ([title("national")], "met"),
        ([title(rechecks=passed(2023, 2024))], "met"),
        ([title(rechecks=passed(2023, y2024="warned"))], "met"),
        ([title(rechecks=passed(2023))], "unknown"),
        ([title(rechecks=passed(2023, y2024="failed"))], "unmet"),
        ([title(rechecks=passed(y2024="failed"))], "unmet"),
        ([title(rechecks=passed(2023, 2024, y2021="failed"))], "met"),
        ([title(awarded="2023-06-01", rechecks=passed(2024))], "met"),
        ([title(awarded="2025-01-10")], "met"),
        ([title(status="revoked", rechecks=passed(y2024="failed"))], "met"),
    ],
)
def test_who_holds_a_title_passed_every_recheck_of_the_term(titles: list[Raw], status: str) -> None:
    assert condition(RECHECKED, titles=titles).status == status


def test_the_years_that_failed_or_are_missing_are_named() -> None:
    assert condition(RECHECKED, titles=[title()]).reason == "没有 2023、2024 年的复查结果（titles 的 rechecks）"
    failed = passed(y2023="failed", y2024="failed")
    assert condition(RECHECKED, titles=[title(rechecks=failed)]).reason == "2023、2024 年复查不合格"
    assert condition(RECHECKED, titles=[title(rechecks=passed(2023, 2024))]).reason == "届内各年复查都已通过"
    assert condition(RECHECKED, titles=[title(awarded="2025-01-10")]).reason == "本届尚无应复查的年度"


def test_a_title_is_first_rechecked_in_the_year_after_its_award() -> None:
    unreadable = title(awarded="20xx", rechecks=passed(2024))
    assert condition(RECHECKED, titles=[unreadable]).reason == "没有 2023 年的复查结果（titles 的 rechecks）"
    assert condition(RECHECKED, titles=[title(awarded="2023-06-01")]).reason.startswith("没有 2024 年的")
    older: list[Raw] = [title(awarded="2024-06-01"), title(awarded="2022-12-31", rechecks=passed(2023))]
    assert condition(RECHECKED, titles=older).reason.startswith("没有 2024 年的")
