"""Where the gate stands: `--fail-under`, `--fail-item-under`, `--fail-on`, `--strict`, `--exit-zero`."""

from pathlib import Path

import pytest

from door import here
from office import BREACHED, DAY, MISSING, NO_SELF_SCORE, OVERCLAIMED, RUBRIC, THREE_OF_SEVEN, changed, lay


@pytest.mark.parametrize(
    ("limit", "code"), [("6.57", 0), ("6.58", 1), ("6.5", 0), ("0", 0), ("10", 1), ("6.60", 1), ("06.57", 0)]
)
def test_a_limit_equal_to_the_shown_score_is_met(limit: str, code: int) -> None:
    lay(Path(), THREE_OF_SEVEN)

    assert here("check", ".", DAY, "-q", "--fail-under", limit).code == code


@pytest.mark.parametrize(("mark", "code"), [("6.57", 0), ("6.58", 1)])
def test_the_mark_is_met_by_an_equal_shown_score(mark: str, code: int) -> None:
    rubric = changed(RUBRIC, ("pass_mark: {points: 8", f"pass_mark: {{points: {mark}"))
    lay(Path(), THREE_OF_SEVEN, rubric=rubric)

    done = here("check", ".", DAY, "-q", "--fail-under", "mark")

    assert done.code == code
    assert ("达到合格线" in done.out) is (code == 0)


def test_a_rubric_without_a_mark_cannot_be_failed_or_passed_by_it() -> None:
    lay(Path(), rubric=changed(RUBRIC, ("pass_mark: {points: 8, basis: house, note: 测试用}\n", "")))

    done = here("check", ".", DAY, "-q", "--fail-under", "mark")

    assert done.code == 1
    assert "没有合格线" in done.err
    assert here("check", ".", DAY, "-q").code == 0


@pytest.mark.parametrize(("percent", "code"), [("42.85", 0), ("42.86", 1), ("100", 1), ("0", 0)])
def test_each_item_must_reach_its_percentage(percent: str, code: int) -> None:
    lay(Path(), THREE_OF_SEVEN)

    assert here("check", ".", DAY, "-q", "--fail-item-under", percent).code == code


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (MISSING, {"error": 1, "warning": 1, "note": 1, "never": 0}),
        (OVERCLAIMED, {"error": 0, "warning": 1, "note": 1, "never": 0}),
        (NO_SELF_SCORE, {"error": 0, "warning": 0, "note": 1, "never": 0}),
    ],
)
def test_findings_shut_the_gate_from_the_level_that_is_asked(change: tuple[str, str], codes: dict[str, int]) -> None:
    lay(Path(), change)

    assert {level: here("check", ".", DAY, "-q", "--fail-on", level).code for level in codes} == codes


def test_strict_is_fail_on_warning() -> None:
    lay(Path(), OVERCLAIMED)

    assert here("check", ".", DAY, "--strict") == here("check", ".", DAY, "--fail-on", "warning")
    assert here("check", ".", DAY).code == 0
    lay(Path(), NO_SELF_SCORE)
    assert here("check", ".", DAY, "--strict").code == 0


@pytest.mark.parametrize("limits", [["--fail-on", "never"], ["--fail-under", "0"]])
def test_a_breached_red_line_shuts_the_gate_whatever_the_limits(limits: list[str]) -> None:
    lay(Path(), BREACHED)

    done = here("check", ".", DAY, "-q", *limits)

    assert done.code == 1
    assert "触碰红线：严重违纪" in done.err


def test_exit_zero_forgives_the_gate_and_nothing_else() -> None:
    lay(Path("a"), BREACHED)
    lay(Path("b"), ("answers:", "answer:"))
    Path("空").mkdir()

    shut = here("check", "a", DAY, "-q", "--exit-zero")

    assert shut.code == 0
    assert "门禁未通过：a/unit.yaml：触碰红线：严重违纪" in shut.err
    assert here("check", "b", DAY, "--exit-zero").code == 2
    assert here("check", "空", DAY, "--exit-zero").code == 3
    assert here("check", "a", DAY, "--exit-zero", "-o", "没有/a.txt").code == 74
