"""`baseline write`, and what `check --baseline` makes of it."""

import json
from pathlib import Path

import pytest

from door import here
from office import DAY, MISSING, THREE_OF_SEVEN, lay


def test_a_baseline_that_was_just_written_lets_the_unit_pass() -> None:
    lay(Path(), THREE_OF_SEVEN)

    made = here("baseline", "write", ".", DAY)

    assert (made.code, made.out) == (0, "")
    assert made.err == "基线写好了：baseline.json\n  某县示范局：支撑 6.57，0 个问题\n"
    assert here("check", ".", DAY, "-q", "--baseline", "baseline.json").code == 0


def test_known_errors_can_be_lived_with_and_new_ones_not() -> None:
    lay(Path(), MISSING)
    here("baseline", "write", ".", DAY)
    ratchet = ["--baseline", "baseline.json", "--fail-on", "never"]

    assert here("check", ".", DAY, "-q", *ratchet).code == 0
    lay(Path(), MISSING, ("年度 方案.pdf, type", "没有了.pdf, type"))
    done = here("check", ".", DAY, "-q", *ratchet)
    assert done.code == 1
    assert "比基线多 2 个问题：evidence-missing E1、evidence-unlisted" in done.err
    assert "支撑得分比基线低 4（4 → 0）" in done.err


def test_moving_lines_changes_nothing() -> None:
    unit = lay(Path(), MISSING)
    here("baseline", "write", ".", DAY)
    unit.write_text("# 头一行\n\n" + unit.read_text(encoding="utf-8"), encoding="utf-8")

    assert here("check", ".", DAY, "-q", "--baseline", "baseline.json", "--fail-on", "never").code == 0


def test_a_new_baseline_says_what_it_forgives() -> None:
    lay(Path())
    here("baseline", "write", ".", DAY, "-o", "基线.json")
    lay(Path(), MISSING)

    made = here("baseline", "write", ".", DAY, "-o", "基线.json")

    assert made.err.splitlines()[1] == "  某县示范局：支撑 4.00（原来 10.00），新认下 2 个问题，少了 0 个"


@pytest.mark.parametrize("old", [b"", b"{", b"\xff"])
def test_a_broken_baseline_is_replaced_by_a_new_one(old: bytes) -> None:
    lay(Path())
    Path("baseline.json").write_bytes(old)

    assert here("check", ".", DAY, "-q", "--baseline", "baseline.json").code == 2
    assert here("baseline", "write", ".", DAY).code == 0
    assert here("check", ".", DAY, "-q", "--baseline", "baseline.json").code == 0


@pytest.mark.parametrize(("change", "code"), [(("schema_version: 1", "schema_version: 2"), 2)])
def test_where_a_unit_cannot_be_scored_the_old_baseline_stays(change: tuple[str, str], code: int) -> None:
    lay(Path("好"))
    lay(Path("坏"), change)
    Path("baseline.json").write_text("旧", encoding="utf-8")

    assert here("baseline", "write", "好", "坏", DAY).code == code
    assert Path("baseline.json").read_text(encoding="utf-8") == "旧"


def test_check_never_writes_over_the_baseline() -> None:
    lay(Path())
    here("baseline", "write", ".", DAY)
    before = Path("baseline.json").read_bytes()

    done = here("check", ".", DAY, "--baseline", "baseline.json", "-f", "json:baseline.json", "-f", "table")

    assert done.code == 2
    assert "输出会盖掉 baseline.json" in done.err
    assert Path("baseline.json").read_bytes() == before


def test_a_baseline_is_a_report_and_several_units_are_a_list() -> None:
    lay(Path("a"))
    lay(Path("b"), THREE_OF_SEVEN)
    here("baseline", "write", ".", DAY)

    assert [one["score"]["supported"] for one in json.loads(Path("baseline.json").read_bytes())] == [10, 6.57]
    assert here("check", "a", "b", DAY, "-q", "--baseline", "baseline.json").code == 0


def test_a_drop_needs_a_baseline() -> None:
    lay(Path())

    done = here("check", ".", DAY, "--max-drop", "1")

    assert (done.code, done.err.splitlines()[0]) == (2, "用法有误：--max-drop 要和 --baseline 一起用")


def test_a_baseline_that_is_not_there_is_named() -> None:
    lay(Path())

    done = here("check", ".", DAY, "--baseline", "没有.json")

    assert (done.code, done.err) == (2, "没有.json: 找不到这个文件；请核对路径和文件名\n")
