"""`diff`: two years of a unit, or of a folder of units."""

import json
from pathlib import Path

import pytest

from door import Outcome, here
from office import BREACHED, DAY, MISSING, NOTHING_SAID, RUBRIC, THREE_OF_SEVEN, UNDECLARED, UNIT, lay
from repositories import repository, stand
from wenming_score.choices import FORMATS

LAST_YEAR = (
    ("period: {start: 2025-01-01, end: 2025-12-31}", "period: {start: 2024-01-01, end: 2024-12-31}"),
    ("declared_on: 2025-12-20", "declared_on: 2024-12-20"),
    ("date: 2025-02-20", "date: 2024-02-20"),
    ("date: 2025-11-30", "date: 2024-11-30"),
)
BROKEN = ("type: government_office", "type: 局")
UNNAMED = ("name: 某县示范局", "name: 乙单位")


def two(*changes: tuple[str, str], before: tuple[tuple[str, str], ...] = ()) -> None:
    """Lay out last year in `old`, with these changes, and this year in `new`."""
    lay(Path("old"), *LAST_YEAR, *before)
    lay(Path("new"), *changes)


def diff(*arguments: str) -> Outcome:
    return here("diff", *arguments, DAY)


def scored(folder: str, day: str = DAY) -> str:
    """Write a year's report and give its name."""
    here("check", folder, day, "-f", "json", "-o", f"{folder}.json")
    return f"{folder}.json"


def changes(*arguments: str) -> dict[str, object]:
    """Give what a diff in JSON says changed."""
    return json.loads(diff(*arguments, "-f", "json").out)["changes"]


def test_unit_files_folders_and_reports_tell_the_same() -> None:
    two(THREE_OF_SEVEN)
    one = diff("old/unit.yaml", "new/unit.yaml")

    assert (one.code, one.err) == (0, "")
    assert "支撑得分 10.00 → 6.57（-3.43）：材料 -3.43" in one.out
    assert "上期：满分；本期：3次，要求 7次" in one.out
    assert diff("old", "new").out == one.out
    old, new = scored("old", "--as-of=2024-12-31"), scored("new")
    keys = ("total", "items", "indicators", "shifts", "unrenewed", "apart", "earlier")
    said = [changes(*pair) for pair in (("old", "new"), (old, "new"), ("old", new), (old, new))]
    for other in said[1:]:
        assert {key: other[key] for key in keys} == {key: said[0][key] for key in keys}


def test_a_year_against_itself_has_no_changes() -> None:
    lay(Path("new"), THREE_OF_SEVEN)
    report = scored("new")

    for pair in (("new", "new"), (report, report), (report, "new"), ("new", report)):
        made = diff(*pair)
        assert (made.code, made.err) == (0, "")
        assert "支撑得分 6.57 → 6.57（0.00）：没有变化" in made.out
        found = changes(*pair)
        assert (found["indicators"], found["shifts"], found["carried_over"]) == ([], [], [])


def test_a_later_day_changes_nothing_between_two_states_of_one_year() -> None:
    breached = ("status: clear", "status: breached, occurred_on: 2024-01-10")
    lay(Path("new"), breached)

    found = json.loads(here("diff", "new", "new", "--as-of", "2026-06-30", "-f", "json").out)["changes"]

    assert (found["earlier"]["as_of"], found["shifts"]) == ("2026-06-30", [])


def test_an_earlier_year_is_judged_as_of_its_own_last_day() -> None:
    two(before=(("status: clear", "status: breached, occurred_on: 2023-06-01"),))

    found = changes("old", "new")

    earlier = found["earlier"]
    assert isinstance(earlier, dict)
    assert earlier["as_of"] == "2024-12-31"
    assert found["shifts"] == [
        {"after": "clear", "before": "breached", "kind": "red_line", "title": "严重违纪"}
    ]  # a year and a half before; by the end of 2025 it would be out of sight


def test_a_fall_fails_only_where_that_is_asked_for() -> None:
    two(THREE_OF_SEVEN)
    fallen = "门禁未通过：new/unit.yaml：合计比上期低 3.43\n门禁未通过：new/unit.yaml：活动比上期低 3.43\n"

    assert diff("old", "new").code == 0
    failed = diff("old", "new", "--fail-on-regression")
    assert (failed.code, failed.err) == (1, fallen)
    assert diff("old", "new", "--fail-on-regression", "--exit-zero").code == 0
    assert diff("old", "new", "--max-drop", "3.42").code == 1
    assert (diff("old", "new", "--max-drop", "3.43").code, diff("old", "new", "--max-drop=3.43").err) == (0, "")
    assert diff("new", "old", "--fail-on-regression").code == 0
    assert diff("old", "new", "--max-drop", "三").code == 2


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [(BREACHED, 1, "比上期新触碰或新不符合：严重违纪"), (UNDECLARED, 0, "")],
)
def test_a_red_line_newly_breached_is_a_regression_however_few_points_are_lost(
    change: tuple[str, str], code: int, said: str
) -> None:
    two(change)

    failed = diff("old", "new", "--max-drop", "100")

    assert failed.code == code
    assert said in failed.err


def test_units_of_two_folders_are_paired_by_name_and_the_rest_is_said() -> None:
    for name, named in (("甲", ()), ("乙", (UNNAMED,)), ("丙", (("name: 某县示范局", "name: 丙单位"),))):
        if name != "丙":
            lay(Path("old") / name, *LAST_YEAR, *named)
        if name != "乙":
            lay(Path("new") / name, *named)

    made = diff("old", "new", "-f", "json")

    assert made.code == 0
    assert json.loads(made.out)["unit"]["file"] == "new/甲/unit.yaml"
    assert made.err == "只有本期有，没有比较：丙单位\n只有上期有，没有比较：乙单位\n"


def test_two_of_one_name_are_not_compared_by_guess() -> None:
    for folder in ("old/a", "old/b", "new/a"):
        lay(Path(folder))

    made = diff("old", "new")

    assert (made.code, made.out) == (3, "")
    assert made.err == "同一期里有几份都叫这个名字，分不清谁和谁比，没有比较：某县示范局\n"


def test_a_unit_that_changed_its_name_is_compared_where_there_is_only_one() -> None:
    two(UNNAMED)

    assert diff("old", "new").code == 0


def test_what_is_left_when_others_cannot_be_read_is_not_taken_for_a_pair() -> None:
    lay(Path("old/甲"), *LAST_YEAR)
    lay(Path("old/乙"), *LAST_YEAR, UNNAMED, BROKEN)
    lay(Path("new/乙"), UNNAMED)

    made = diff("old", "new")

    assert (made.code, made.out) == (2, "")
    assert made.err.endswith("只有本期有，没有比较：乙单位\n只有上期有，没有比较：某县示范局\n")


@pytest.mark.parametrize("report", [False, True])
def test_every_mistake_of_both_years_is_said(report: bool) -> None:  # noqa: FBT001 - a case
    two(BROKEN, before=(BROKEN,))
    Path("old.json").write_text("{", encoding="utf-8")

    made = diff("old.json" if report else "old", "new")

    assert (made.code, made.out) == (2, "")
    files = [line.partition(":")[0] for line in made.err.splitlines()]
    assert files == ["old.json" if report else "old/unit.yaml", "new/unit.yaml"]


@pytest.mark.parametrize("argument", ["没有", "没有.json", "没有.yaml"])
def test_what_is_not_there_is_said(argument: str) -> None:
    lay(Path("new"))

    for pair in ((argument, "new"), ("new", argument)):
        made = diff(*pair)
        assert (made.code, made.out) == (2, "")
        assert argument in made.err


def test_an_empty_folder_or_a_bare_unit_is_nothing_to_compare() -> None:
    lay(Path("new"))
    Path("empty").mkdir()
    bare = ("answers:\n  plan: {met: [person, schedule], evidence: [E1], self_score: 4}\n", "answers: {}\n")
    lay(Path("bare"), bare, ("  cleaning: {count: 7, evidence: [E2], self_score: 6}\n", ""))

    assert diff("empty", "new").code == 3
    assert diff("new", "bare").code == 3


def test_every_format_is_written_at_once_and_report_gives_the_same_bytes() -> None:
    two(THREE_OF_SEVEN)
    Path("一").mkdir()
    Path("二").mkdir()
    assert diff("old", "new", *(f"-f{name}:一/r.{name}" for name in FORMATS)).code == 0

    for name in FORMATS:
        assert here("report", "一/r.json", "-f", name, "-o", f"二/r.{name}").code == 0
        assert Path(f"二/r.{name}").read_bytes() == Path(f"一/r.{name}").read_bytes(), name


def test_a_diff_speaks_the_language_of_the_later_report_unless_asked() -> None:
    two()
    for folder in ("old", "new"):
        here("check", folder, DAY, "-f", "json", "-o", f"{folder}.json", "--lang", "en")

    assert "Total" in diff("old.json", "new.json").out
    assert "合计" in diff("old.json", "new.json", "--lang", "zh").out
    assert "合计" in diff("old.json", "new").out


def test_it_never_writes_over_what_it_reads() -> None:
    two()
    report = scored("old")
    for read in ("old/unit.yaml", "new/unit.yaml", "new/tiny.yaml", report):
        before = Path(read).read_bytes()
        assert diff(report if read == report else "old", "new", "-f", "json", "-o", read).code == 2
        assert Path(read).read_bytes() == before


def test_two_editions_are_compared_by_both_and_two_reports_by_them_apart() -> None:
    newer = (
        RUBRIC.replace('edition: "1"', 'edition: "2"')
        .replace("target: 7", "target: 14")
        .replace("id: plan\n", "id: scheme\n        was: [plan]\n")
    )
    two()
    lay(Path("new"), ("  plan: {met", "  scheme: {met"), rubric=newer)

    found = changes("old", "new")

    assert [(one["id"], one["fate"], one["split"]["rules"]) for one in _listed(found, "indicators")] == [
        ("cleaning", "kept", -3),
        ("scheme", "renamed", 0),
    ]
    assert [(one["evidence"], one["rubric"], one["supported"]) for one in _listed(found, "otherwise")] == [
        ("before", "tiny-2", 7),
        ("after", "tiny-1", 10),
    ]
    assert "不能按对方的规则重新打分" in str(changes(scored("old"), scored("new"))["apart"])


def _listed(found: dict[str, object], name: str) -> list[dict[str, dict[str, object]]]:
    listed = found[name]
    assert isinstance(listed, list)
    return [dict(one) for one in listed]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def test_revisions_are_years_too(monkeypatch: pytest.MonkeyPatch) -> None:
    stand(monkeypatch, Path.cwd())
    made = repository(Path())
    lay(Path())
    made.commit("v1")
    lay(Path(), THREE_OF_SEVEN)
    made.commit("v2")
    Path("unit.yaml").unlink()

    said = diff("v1:unit.yaml", "v2:unit.yaml")
    assert (said.code, said.err) == (0, "")
    assert "支撑得分 10.00 → 6.57（-3.43）：材料 -3.43" in said.out
    assert diff("v1..v2", "unit.yaml").out == said.out
    assert "（-3.43）" in diff("HEAD~1:unit.yaml", "HEAD:unit.yaml").out
    assert changes("v1:unit.yaml", "v1:unit.yaml")["indicators"] == []
    missing = diff("v1:没有.yaml", "v3:unit.yaml")
    assert (missing.code, len(missing.err.splitlines())) == (2, 2)


def test_the_same_evidence_as_last_year_is_named() -> None:
    two(MISSING)

    made = diff("old", "new")

    assert "上期用过、本期又用的 1 件：E1" in made.out
    assert UNIT.count("E1") == 2


def test_what_is_left_unsaid_this_year_is_a_fall() -> None:
    two(NOTHING_SAID)

    assert "-4.00  年度方案" in diff("old", "new").out


def test_one_line_says_the_difference() -> None:
    lay(Path("去年"))
    lay(Path("今年"), THREE_OF_SEVEN)

    assert here("diff", "去年", "今年", DAY, "-q").out.endswith("，比上期 -3.43\n")
