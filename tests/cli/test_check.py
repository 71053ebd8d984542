"""`check`: which files it takes, what it shows, where it writes."""

import json
import re
from datetime import date, datetime, tzinfo
from pathlib import Path

import pytest

from door import ROOT, Outcome, here
from office import BREACHED, DAY, MISSING, OVERCLAIMED, RUBRIC, THREE_OF_SEVEN, changed, lay
from wenming_score.cli import options


def report(done: Outcome) -> dict[str, object]:
    """Read one JSON report off the screen."""
    return json.loads(done.out)


def part(of: object, *keys: str) -> object:
    """Step down into a JSON object."""
    for key in keys:
        assert isinstance(of, dict)
        of = of[key]  # pyright: ignore[reportUnknownVariableType] - JSON
    return of  # pyright: ignore[reportUnknownVariableType] - JSON


def test_a_folder_stands_for_every_unit_file_in_it_in_the_order_of_their_names() -> None:
    for name in ("乙/2025", "甲/2025", "甲/2024"):
        lay(Path("各局", name), ("某县示范局", name))

    done = here("check", "各局", DAY, "-q")

    assert re.findall("[甲乙]/20..", done.out) == ["乙/2025", "甲/2024", "甲/2025"]


def test_a_folder_is_searched_without_its_hidden_folders() -> None:
    lay(Path("a"))
    lay(Path("a/.git/b"))

    assert len(here("check", ".", DAY, "-q").out.splitlines()) == 1


@pytest.mark.parametrize("pattern", ["局/*.yaml", "局/甲*", "局/**/甲 局.yaml", "*/甲 局.yaml", "[局]/甲?局.yaml"])
def test_globs_are_expanded_by_the_program_itself(pattern: str) -> None:
    lay(Path("局")).rename("局/甲 局.yaml")
    Path("局/tiny.yaml").rename("tiny.yml")
    Path("局/甲 局.yaml").write_text(
        changed(Path("局/甲 局.yaml").read_text("utf-8"), ("tiny.yaml", "../tiny.yml")), "utf-8"
    )

    done = here("check", pattern, DAY, "-f", "json")

    assert (done.code, part(report(done), "unit", "file")) == (0, "局/甲 局.yaml")


def test_a_glob_of_folders_takes_their_unit_files() -> None:
    lay(Path("局/甲"))
    lay(Path("局/乙"))
    Path("局/空").mkdir()

    assert len(here("check", "局/*", DAY, "-q").out.splitlines()) == 2


def test_a_file_whose_name_looks_like_a_glob_is_taken_as_it_is() -> None:
    lay(Path()).rename("局[1]*.yaml")

    assert here("check", "局[1]*.yaml", DAY, "-q").code == 0


def test_a_file_named_twice_is_checked_once() -> None:
    lay(Path())

    assert len(here("check", "unit.yaml", "./unit.yaml", ".", "*.yaml", DAY, "-q").out.splitlines()) == 1


def test_the_order_of_the_arguments_is_kept() -> None:
    lay(Path("a"), ("某县示范局", "甲局"))
    lay(Path("b"), ("某县示范局", "乙局"))

    assert re.findall("[甲乙]局", here("check", "b", "a", DAY, "-q").out) == ["乙局", "甲局"]


@pytest.mark.parametrize("form", [["-f", "json"], ["--show", "all", "-v"], ["-q"]])
def test_an_absolute_path_is_never_shown(tmp_path: Path, form: list[str]) -> None:
    unit = lay(tmp_path / "某 局", MISSING)

    given = here("check", unit, DAY, *form, "-r", tmp_path / "某 局/tiny.yaml", "--evidence-root", tmp_path / "某 局")
    relative = here("check", "某 局/unit.yaml", DAY, *form)

    assert str(tmp_path) not in given.out + given.err
    assert given == relative


def test_a_file_outside_the_working_folder_is_shown_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = lay(tmp_path / "a")
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "b")

    done = here("check", unit, DAY, "-f", "json")

    assert part(report(done), "unit", "file") == "unit.yaml"
    assert str(tmp_path) not in done.out


def test_quiet_says_one_line_a_unit() -> None:
    lay(Path(), THREE_OF_SEVEN)

    assert here("check", ".", DAY, "-q").out == "未达合格线  某县示范局：支撑 6.57/10，申报 6.57，自评 6.50\n"


def test_verbose_adds_how_each_indicator_was_reckoned() -> None:
    lay(Path(), THREE_OF_SEVEN)
    plain, verbose = here("check", ".", DAY), here("check", ".", DAY, "-v")

    assert "■ 逐项算法" not in plain.out
    assert "■ 逐项算法" in verbose.out
    assert "6 × min(1, 3 ÷ 7) = 18/7" in verbose.out
    assert "√ E2" in verbose.out


@pytest.mark.parametrize("change", [THREE_OF_SEVEN, BREACHED, MISSING, OVERCLAIMED])
@pytest.mark.parametrize("limits", [[], ["--fail-under", "mark"], ["--strict"], ["--fail-on", "never"]])
def test_what_is_shown_never_moves_the_gate(change: tuple[str, str], limits: list[str]) -> None:
    lay(Path(), change)
    looks = (
        ["--show", "all"],
        ["--show", "gaps"],
        ["--show", "failing"],
        ["-q"],
        ["-v"],
        ["-f", "json"],
        ["--color=always"],
    )

    outcomes = {(done.code, done.err) for look in looks for done in [here("check", ".", DAY, *limits, *look)]}

    assert len(outcomes) == 1


def test_show_all_lists_every_indicator_and_show_failing_only_what_fails() -> None:
    lay(Path(), MISSING)
    titles = {show: here("check", ".", DAY, "--show", show).out for show in ("all", "gaps", "failing")}

    assert [("年度方案" in titles[show], "清扫" in titles[show]) for show in ("all", "gaps", "failing")] == [
        (True, True),
        (False, True),
        (False, True),
    ]
    assert "严重违纪" not in titles["failing"]


def test_the_report_goes_to_stdout_and_all_else_to_stderr() -> None:
    lay(Path("a"), BREACHED)
    lay(Path("b"), ("answers:", "answer:"))

    done = here("check", "a", "b", DAY, "-f", "json")

    assert part(report(done), "gate", "passed") is False
    assert done.err.split(":")[0] == "b/unit.yaml"
    assert done.err.splitlines()[-1].startswith("门禁未通过：a/unit.yaml：")


def test_the_reasons_on_stderr_are_those_of_the_report() -> None:
    lay(Path(), BREACHED, THREE_OF_SEVEN)

    done = here("check", ".", DAY, "-f", "json", "--fail-under", "9", "--fail-item-under", "60")

    assert part(report(done), "gate", "reasons") == [
        line.removeprefix("门禁未通过：unit.yaml：") for line in done.err.splitlines()
    ]


def test_several_units_make_a_list_of_reports() -> None:
    lay(Path("a"))
    lay(Path("b"))

    data = json.loads(here("check", "a", "b", DAY, "-f", "json").out)

    assert [part(one, "unit", "file") for one in data] == ["a/unit.yaml", "b/unit.yaml"]


def test_formats_go_to_their_own_places() -> None:
    lay(Path())

    done = here("check", ".", DAY, "-f", "table", "-f", "json:报告 一.json")
    swapped = here("check", ".", DAY, "-f", "table:表.txt", "-f", "json")

    assert Path("表.txt").read_text("utf-8") == done.out
    assert Path("报告 一.json").read_text("utf-8") == swapped.out


def test_output_takes_the_place_of_the_screen() -> None:
    lay(Path())
    screen = here("check", ".", DAY, "-f", "json").out

    done = here("check", ".", DAY, "-f", "json", "-o", "报告.json", "-f", "table:表.txt")

    assert done.out == ""
    assert Path("报告.json").read_text("utf-8") == screen
    assert Path("表.txt").exists()


def test_an_output_file_has_no_colours_and_takes_the_place_of_an_old_one() -> None:
    lay(Path())
    Path("表.txt").write_text("旧" * 9999, "utf-8")

    here("check", ".", DAY, "-o", "表.txt", "--color", "always")

    text = Path("表.txt").read_bytes()
    assert b"\x1b" not in text
    assert "旧" not in text.decode()


def test_today_is_the_day_in_china(monkeypatch: pytest.MonkeyPatch) -> None:
    class LateOnNewYearsEve(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "LateOnNewYearsEve":
            return cls.fromisoformat("2025-12-31T16:30:00+00:00").astimezone(tz)

    monkeypatch.setattr(options, "datetime", LateOnNewYearsEve)
    monkeypatch.setenv("TZ", "America/New_York")
    lay(Path())

    assert options.day(None) == date(2026, 1, 1)
    assert part(report(here("check", ".", "-f", "json")), "as_of") == "2026-01-01"
    assert "截至 2026-01-01" in here("check", ".").out


@pytest.mark.parametrize(("day", "window"), [("2025-12-31", "2023-12-31"), ("2024-02-29", "2022-02-28")])
def test_the_day_is_an_input_and_is_printed(day: str, window: str) -> None:
    lay(Path())

    done = here("check", ".", "--as-of", day)

    assert f"截至 {day}" in done.out
    assert f"回溯期 {window}~{day}" in done.out


def test_another_rubric_is_taken_by_path_or_by_name() -> None:
    lay(Path())
    Path("别的.yaml").write_text(changed(RUBRIC, ("title: 小测评体系", "title: 另一体系")), "utf-8")

    by_path = here("check", ".", DAY, "-r", "别的.yaml", "-f", "json")
    by_name = here("check", ROOT / "examples/small-unit", DAY, "-r", "henan-provincial-2019", "-f", "json")

    assert part(report(by_path), "rubric", "title") == "另一体系"
    assert part(report(by_name), "rubric", "id") == "henan-provincial"


def test_the_rubric_of_a_unit_file_is_looked_for_beside_it() -> None:
    lay(Path("a"), ("rubric: tiny.yaml", "rubric: ../体系/tiny.yaml"))
    Path("体系").mkdir()
    Path("a/tiny.yaml").rename("体系/tiny.yaml")

    assert here("check", "a", DAY, "-q").code == 0


def test_evidence_is_looked_for_under_another_root() -> None:
    lay(Path("a"))
    Path("材料").mkdir()
    for name in ("01-计划", "名册.xlsx"):
        Path("a", name).rename(Path("材料", name))

    assert here("check", "a", DAY, "-q").code == 1
    assert here("check", "a", DAY, "-q", "--evidence-root", "材料").code == 0
