"""`rank`: which files are meant, what each comes to, where the ranking goes, and what is refused."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from door import here
from office import BREACHED, DAY, INELIGIBLE, RUBRIC, THREE_OF_SEVEN, UNDECLARED, UNIT, changed, lay
from scenery import scene

Json = Mapping[str, Any]
LESS = ("met: [person, schedule], evidence: [E1], self_score: 4", "met: [person], evidence: [E1], self_score: 2")
"""Earns 2 of 4 points: 8 in all."""
NOT_OURS = ("cleaning: {count: 7, evidence: [E2], self_score: 6}", "cleaning: {not_applicable: 本单位没有这项任务}")
SHARED = changed(
    RUBRIC,
    ("figures:\n", "not_applicable: redistribute\nfigures:\n  not_applicable: {basis: house, note: 测试用}\n"),
)
"""The points of what does not apply go to the rest."""
BLANK = (UNIT[UNIT.index("answers:") :], "")
BROKEN = ("schema_version: 1", "schema_versoin: 1")


def ranked(*arguments: str | Path, code: int = 0) -> Json:
    done = here("rank", *arguments, DAY, "-f", "json")
    assert done.code == code, done.err
    return json.loads(done.out)


def files(made: Json) -> list[str]:
    return [one["row"]["file"] for league in made["leagues"] for one in league["placed"]]


def named(name: str) -> tuple[str, str]:
    return "name: 某县示范局", f"name: {name}"


def photo(name: str, number: int, day: str) -> Sequence[tuple[str, str]]:
    """Prove one of seven cleanings by a photo instead of the seven by a roster."""
    scene(number).save(name, quality=90)
    return (
        ("evidence:\n", f"evidence:\n  P1: {{path: {Path(name).name}, type: photo, date: {day}}}\n"),
        ("  cleaning: {count: 7, evidence: [E2], self_score: 6}\n", ""),
        (
            "answers:\n",
            f"activities:\n  A1: {{title: 清扫, date: {day}, serves: [cleaning], evidence: [P1]}}\nanswers:\n",
        ),
    )


def test_files_folders_and_globs_are_ranked_together_each_once() -> None:
    lay(Path("甲"))
    lay(Path("乙/一"), LESS)
    lay(Path("乙/二"), THREE_OF_SEVEN)
    lay(Path("丙1"))

    Path("连").symlink_to("甲")

    made = ranked("甲/unit.yaml", "乙", "丙*", "甲", "乙/../甲", Path("甲").absolute(), "连")

    assert files(made) == ["丙1/unit.yaml", "甲/unit.yaml", "乙/一/unit.yaml", "乙/二/unit.yaml"]
    assert [one["rank"] for one in made["leagues"][0]["placed"]] == [1, 1, 3, 4]
    assert [one["percentile"] for one in made["leagues"][0]["placed"]] == [0.6666, 0.6666, 0.3333, 0]
    assert made["units"] == 4


def test_units_elsewhere_are_named_by_what_their_folders_do_not_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "全市/甲区/一局")
    lay(tmp_path / "全市/乙区/二局", LESS)
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")

    done = here("rank", tmp_path / "全市", DAY, "-f", "json")

    assert files(json.loads(done.out)) == ["甲区/一局/unit.yaml", "乙区/二局/unit.yaml"]
    assert str(tmp_path) not in done.out + done.err


def test_where_nothing_is_found_nothing_is_written() -> None:
    Path("空").mkdir()

    done = here("rank", "空", "无*", DAY, "-f", "json:排名.json")

    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines() == ["没有找到自评文件：空", "没有找到自评文件：无*"]
    assert not Path("排名.json").exists()


def test_a_folder_without_units_does_not_stop_the_others() -> None:
    lay(Path("甲"))
    Path("空").mkdir()

    done = here("rank", "甲", "空", DAY)

    assert done.code == 3
    assert "某县示范局" in done.out
    assert done.err == "没有找到自评文件：空\n"


@pytest.mark.parametrize(
    ("change", "bad", "code", "said"),
    [
        (BROKEN, "unreadable", 2, "乙/unit.yaml:1:1: 不认识的键 schema_versoin"),
        (BLANK, "blank", 3, "乙/unit.yaml：没有一条自评（answers），也没有活动（activities）"),
    ],
)
def test_a_file_that_comes_to_nothing_is_told_with_its_reasons_and_does_not_stop_the_others(
    change: tuple[str, str], bad: str, code: int, said: str
) -> None:
    lay(Path("甲"))
    lay(Path("乙"), change)

    done = here("rank", ".", DAY, "-f", "json")
    (failure,) = json.loads(done.out)["failures"]

    assert done.code == code
    assert files(json.loads(done.out)) == ["甲/unit.yaml"]
    assert (failure["file"], failure["bad"]) == ("乙/unit.yaml", bad)
    assert any(reason.startswith(said) for reason in failure["reasons"])
    assert done.err == "".join(f"{reason}\n" for reason in failure["reasons"])


def test_what_is_set_for_all_commands_counts_here_too() -> None:
    lay(Path("市/甲"))
    lay(Path("市/乙"), LESS)
    lay(Path("别处"))
    settings = (
        'units = ["市"]\nas-of = "2025-11-30"\nrubric = "别的.yaml"\nfail-under = "mark"\nformat = ["docx:报告.docx"]\n'
    )
    Path("wenming.toml").write_text(settings, encoding="utf-8")
    Path("别的.yaml").write_text(changed(RUBRIC, ("id: tiny", "id: other")), encoding="utf-8")

    made = json.loads(here("rank", "-f", "json").out)

    assert files(made) == ["市/甲/unit.yaml", "市/乙/unit.yaml"]
    assert (made["as_of"], made["leagues"][0]["rubric"]["id"]) == ("2025-11-30", "other")


@pytest.mark.parametrize(("name", "content"), [("空", b""), ("乱", b"\x00\xff"), ("表", b"- 1\n")])
def test_what_is_no_unit_file_is_a_failure_of_its_own(name: str, content: bytes) -> None:
    lay(Path("甲"))
    Path(name).mkdir()
    Path(name, "unit.yaml").write_bytes(content)

    made = ranked(".", code=2)

    assert files(made) == ["甲/unit.yaml"]
    assert [one["file"] for one in made["failures"]] == [f"{name}/unit.yaml"]


def test_a_file_that_is_not_there_is_a_failure_of_its_own() -> None:
    lay(Path("甲"))

    made = ranked("甲", "没有.yaml", code=2)

    assert files(made) == ["甲/unit.yaml"]
    assert [(one["file"], one["bad"]) for one in made["failures"]] == [("没有.yaml", "unreadable")]


def test_the_worst_of_the_files_decides_the_exit_code() -> None:
    lay(Path("甲"), BREACHED)
    lay(Path("乙"), INELIGIBLE)
    assert here("rank", ".", DAY).code == 0
    lay(Path("丙"), BLANK)
    assert here("rank", ".", DAY).code == 3
    lay(Path("丁"), BROKEN)
    assert here("rank", ".", DAY).code == 2


def test_vetoed_ineligible_and_undetermined_units_stand_apart_in_this_order() -> None:
    for name, change in {"甲": UNDECLARED, "乙": INELIGIBLE, "丙": BREACHED, "丁": LESS, "戊": THREE_OF_SEVEN}.items():
        lay(Path(name), change)

    (league,) = ranked(".")["leagues"]

    assert [(row["file"], row["standing"]) for row in league["apart"]] == [
        ("丙/unit.yaml", "vetoed"),
        ("乙/unit.yaml", "ineligible"),
        ("甲/unit.yaml", "undetermined"),
    ]
    assert [(one["row"]["file"], one["row"]["verdict"]) for one in league["placed"]] == [
        ("丁/unit.yaml", "qualified"),
        ("戊/unit.yaml", "below_mark"),
    ]
    assert (league["units"], league["ranked"]) == (5, 2)


def test_without_a_pass_mark_units_are_ranked_all_the_same() -> None:
    lay(Path("甲"), LESS, rubric=changed(RUBRIC, ("pass_mark: {points: 8, basis: house, note: 测试用}\n", "")))

    (league,) = ranked("甲", "--quota", "1")["leagues"]

    assert [(one["row"]["verdict"], one["place"]) for one in league["placed"]] == [("undetermined", "quota")]


def test_units_of_different_rubrics_are_never_in_one_list() -> None:
    lay(Path("甲"))
    lay(Path("乙"), rubric=changed(RUBRIC, ('edition: "1"', 'edition: "2"')))

    done = here("rank", ".", DAY)

    assert [league["ranked"] for league in ranked(".")["leagues"]] == [1, 1]
    assert "这里有 2 套测评体系，各排各的，相互不能比" in done.out


def test_an_item_that_does_not_apply_is_not_what_a_unit_is_weakest_in() -> None:
    lay(Path("甲"), NOT_OURS, ("met: [person, schedule]", "met: [person]"), rubric=SHARED)

    (one,) = ranked("甲")["leagues"][0]["placed"]
    screen = here("rank", "甲", DAY).out

    assert [(part["id"], part["full"]) for part in one["row"]["items"]] == [("plans", 10), ("deeds", 0)]
    assert one["row"]["worst"]["id"] == "plans"
    assert "最弱：计划 50%" in screen


def test_an_item_is_ranked_and_spread_among_those_to_which_it_applies() -> None:
    lay(Path("甲"), NOT_OURS, rubric=SHARED)
    lay(Path("乙"), rubric=SHARED)
    lay(Path("丙"), THREE_OF_SEVEN, rubric=SHARED)

    (league,) = ranked(".", "--by", "item")["leagues"]
    plans, deeds = league["parts"]

    assert [(one["rank"], one["file"]) for one in plans["placed"]] == [
        (1, "甲/unit.yaml"),
        (2, "丙/unit.yaml"),
        (2, "乙/unit.yaml"),
    ]
    assert [(one["rank"], one["file"]) for one in deeds["placed"]] == [(1, "乙/unit.yaml"), (2, "丙/unit.yaml")]
    assert [(one["units"], one["least"]) for one in league["spreads"]] == [(3, 6.57), (3, 4), (2, 2.57)]


def test_the_quota_lists_half_as_many_more_and_all_that_share_the_last_place() -> None:
    for name, change in {"甲": [], "乙": [LESS], "丙": [LESS], "丁": [LESS], "戊": [THREE_OF_SEVEN]}.items():
        lay(Path(name), *change)

    made = ranked(".", "--quota", "1")
    (league,) = made["leagues"]

    assert league["quota"] == {"titles": 1, "shortlist": 2, "listed": 4}
    assert [one["place"] for one in league["placed"]] == ["quota", *["shortlist"] * 3, "below_mark"]
    assert "末位同分，一并列入" in here("rank", ".", DAY, "--quota", "1").out


def test_rows_are_what_check_says_of_the_same_units_checked_together() -> None:
    for name, number, day in [("甲", 1, "2025-05-01"), ("乙", 1, "2025-04-01"), ("丙", 2, "2025-06-01")]:
        Path(name).mkdir()
        lay(Path(name), named(f"{name}局"), *photo(f"{name}/合影.jpg", number, day))
    lay(Path("丁"), BREACHED)

    made = ranked(".")
    reports = json.loads(here("check", ".", DAY, "-f", "json").out)
    league = made["leagues"][0]
    rows = {row["file"]: row for row in [*(one["row"] for one in league["placed"]), *league["apart"]]}

    assert set(rows) == {report["unit"]["file"] for report in reports}
    for report in reports:
        row = rows[report["unit"]["file"]]
        counted = [one["severity"] for one in report["findings"]]
        assert [row[key] for key in ("supported", "claimed", "self_score", "full", "share")] == [
            report["score"][key] for key in ("supported", "claimed", "self_score", "full", "share")
        ]
        assert row["verdict"] == report["verdict"]["outcome"]
        assert row["reasons"] == report["verdict"]["reasons"]
        assert row["findings"] == {severity: counted.count(severity) for severity in ("error", "warning", "note")}
        assert [(part["id"], part["supported"]) for part in row["items"]] == [
            (item["id"], item["supported"]) for item in report["items"]
        ]
    assert [(one["file"], one["other_file"], one["other_day"]) for one in made["reused"]] == [
        ("乙/unit.yaml", "甲/unit.yaml", "2025-05-01"),
        ("甲/unit.yaml", "乙/unit.yaml", "2025-04-01"),
    ]
    assert rows["甲/unit.yaml"]["supported"] < rows["乙/unit.yaml"]["supported"] == rows["丙/unit.yaml"]["supported"]


def test_a_rubric_that_is_not_there_is_said_once_and_nothing_is_measured() -> None:
    lay(Path("甲"))
    lay(Path("乙"))

    done = here("rank", ".", DAY, "-r", "没有.yaml")

    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "没有.yaml" in done.err


def test_another_rubric_counts_for_all_units_wherever_it_lies() -> None:
    lay(Path("甲"))
    lay(Path("乙"), LESS)
    Path("别的.yaml").write_text(changed(RUBRIC, ("id: tiny", "id: other")), encoding="utf-8")

    (league,) = ranked("甲", "乙", "-r", "别的.yaml")["leagues"]

    assert league["rubric"]["id"] == "other"
    assert {one["row"]["rubric"] for one in league["placed"]} == {"other-1"}


def test_units_of_one_name_are_told_apart_by_their_files_and_others_need_none() -> None:
    lay(Path("甲"))
    lay(Path("乙"), THREE_OF_SEVEN)
    lay(Path("丙"), named("某局"))

    made = ranked(".")
    screen, page = here("rank", ".", DAY).out, here("rank", ".", DAY, "-f", "html").out

    assert made["leagues"][0]["namesakes"] == {"某县示范局": 2}
    assert [file for file in ("甲", "乙", "丙") if f"{file}/unit.yaml\n" in screen] == ["甲", "乙"]
    assert [f'<th scope="row">{name}</th>' in page for name in ("某县示范局（甲/unit.yaml）", "某局")] == [True, True]
