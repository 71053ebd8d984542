"""`explain`: what every id means, and how its points came about."""

from pathlib import Path

import pytest

from door import ROOT, here
from office import DAY, MISSING, NOTHING_SAID, THREE_OF_SEVEN, UNDECLARED, lay
from wenming_score.checks import CHECKS
from wenming_score.kinds import KINDS

EXAMPLE = ROOT / "examples/county-office-2025/unit.yaml"


@pytest.mark.parametrize("name", [check.id for check in CHECKS])
def test_every_rule_has_a_page(name: str) -> None:
    done = here("explain", name)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{name}  （默认级别：")
    assert len(done.out.splitlines()) > 3


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_page(name: str) -> None:
    done = here("explain", name)

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == name
    assert f"kind: {name}" in done.out


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("leifeng", ["学雷锋活动（14 分）", "leifeng-plan：", "依据：官方"]),
        ("leifeng-plan", ["分值：4 分", "department  明确责任部门", "至少 1 份", "整改：", "leifeng-plan: {met: ["]),
        ("leadership-misconduct", ["回溯：从判断之日往前 24 个月", "一票否决", "status: clear"]),
        ("organisation", ["组织领导有力，创建工作扎实", "leifeng-plan："]),
    ],
)
def test_whatever_a_rubric_names_has_a_page(name: str, wanted: list[str]) -> None:
    done = here("explain", name)

    assert (done.code, done.err) == (0, "")
    assert [part for part in wanted if part not in done.out] == []


def test_a_condition_for_applying_has_a_page() -> None:
    lay(Path())

    done = here("explain", "whole-term", "-r", "tiny.yaml")

    assert done.code == 0
    assert "届期完整" in done.out
    assert "term（years=3）" in done.out


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    done = here("explain", "leifeng-pla")

    assert (done.code, done.out) == (2, "")
    assert "没有 leifeng-pla 这个编号，是不是 leifeng-plan？" in done.err


def test_an_unknown_id_with_nothing_near_is_refused_alike() -> None:
    done = here("explain", "完全不是")

    assert (done.code, done.out) == (2, "")
    assert "没有 完全不是 这个编号\n" in done.err


def test_an_indicator_is_explained_by_the_units_own_numbers() -> None:
    lay(Path(), THREE_OF_SEVEN)

    done = here("explain", "cleaning", "--unit", "unit.yaml", DAY)

    assert done.code == 0
    assert "■ 某县示范局，截至 2025-12-31" in done.out
    assert "支撑：6 × min(1, 3 ÷ 7) = 18/7" in done.out
    assert "自评 2.50，申报 2.57，支撑 2.57，满分 6.00" in done.out
    assert "√ E2 有效" in done.out


def test_refused_evidence_is_shown_with_its_reason_and_its_finding() -> None:
    lay(Path(), MISSING)

    done = here("explain", "cleaning", "--unit", "unit.yaml", DAY)

    assert done.code == 0
    assert "E2 找不到文件 没有.xlsx" in done.out
    assert "自评 6.00，申报 6.00，支撑 0.00，满分 6.00" in done.out


def test_an_item_is_explained_by_its_indicators() -> None:
    done = here("explain", "leifeng", "--unit", EXAMPLE, DAY)

    assert done.code == 0
    assert "支撑 11.91，满分 14.00" in done.out


@pytest.mark.parametrize(
    ("name", "shown"), [("misconduct", "? 没有声明"), ("whole-term", "√ 届期 2023-01-01~2025-12-31")]
)
def test_a_red_line_or_condition_is_explained_by_what_is_declared(name: str, shown: str) -> None:
    lay(Path(), UNDECLARED)

    done = here("explain", name, "--unit", "unit.yaml", DAY)

    assert done.code == 0
    assert shown in done.out


def test_a_rule_is_explained_by_where_it_strikes() -> None:
    lay(Path(), MISSING)

    done = here("explain", "evidence-missing", "--unit", "unit.yaml", DAY)

    assert done.code == 0
    assert "unit.yaml:10:14 错误 evidence-missing" in done.out


@pytest.mark.parametrize("mistake", [("answers:", "answer:"), ("rubric: tiny.yaml", "rubric: nothing")])
def test_a_unit_file_that_cannot_be_read_is_refused(mistake: tuple[str, str]) -> None:
    lay(Path(), mistake)

    done = here("explain", "cleaning", "--unit", "unit.yaml")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("unit.yaml:")


def test_an_untouched_unit_file_is_no_fault_of_ours() -> None:
    lay(Path(), NOTHING_SAID, ("count: 7, evidence: [E2], self_score: 6", "count: "))

    assert here("explain", "cleaning", "--unit", "unit.yaml").code in {0, 3}
