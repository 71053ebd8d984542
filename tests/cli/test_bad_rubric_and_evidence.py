"""What is refused beside the unit file: its rubric, its evidence."""

import os
from pathlib import Path

import pytest

from door import here
from office import DAY, RUBRIC, changed, lay, place


def test_a_rubric_that_nobody_knows_is_refused_at_its_line_with_the_nearest_name() -> None:
    lay(Path(), ("rubric: tiny.yaml", "rubric: luoyang-2091"))

    done = here("check", ".", DAY)

    assert (done.code, done.out) == (2, "")
    assert done.err == "unit.yaml:2:9: 没有名为 luoyang-2091 的测评体系，是不是 luoyang-2019？\n"


def test_an_unknown_rubric_of_the_command_line_is_refused_by_the_option() -> None:
    lay(Path())

    done = here("check", ".", DAY, "-r", "没有")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("--rubric: 没有名为 没有 的测评体系；自带的有：henan-provincial-2019、luoyang-2019、")


@pytest.mark.parametrize(
    ("old", "new", "points_at", "said"),
    [
        ("title: 计划\n    points: 4", "title: 计划\n    points: 5", "5\n", "“计划”各测评内容合计 4，不等于 5"),
        ("full_points: 10\n", "full_points: 11\n", "11", "各测评项目合计 10，不等于满分 11"),
        ("id: cleaning", "id: plan", "plan\n        title: 清扫", "plan 用了两次"),
        ("kind: count", "kind: counts", "", "“counts”不在可选的值里"),
        ("target: 7", "targett: 7", "targett", "不认识的键 targett，是不是 target？"),
        ("note: 测试用\nmethods", "methods", "", ""),
        ("types: [plan]", "types: []", "[]", "至少要有 1 个"),
        ("lead_days: 14", "lead_days: 十四", "十四", ""),
    ],
)  # fmt: skip
def test_a_rubric_that_does_not_hold_together_is_refused_at_its_own_line(
    old: str, new: str, points_at: str, said: str
) -> None:
    rubric = changed(RUBRIC, (old, new))
    lay(Path(), rubric=rubric)

    done = here("check", ".", DAY, "-o", "报告.txt")

    assert (done.code, done.out) == (2, "")
    assert not Path("报告.txt").exists()
    at = place(rubric, points_at) if points_at else ""
    assert any(line.startswith(f"tiny.yaml:{at}") and said in line for line in done.err.splitlines())


def test_a_rubric_that_extends_itself_through_another_is_refused_where_the_loop_closes() -> None:
    lay(Path(), ("rubric: tiny.yaml", "rubric: a.yaml"))
    Path("a.yaml").write_text("extends: b.yaml\nid: a\n", encoding="utf-8")
    Path("b.yaml").write_text("id: b\nextends: ./a.yaml\n", encoding="utf-8")

    done = here("check", ".", DAY)

    assert (done.code, done.err) == (2, "b.yaml:2:10: extends 绕成了圈\n")


def test_a_rubric_that_extends_too_many_is_refused() -> None:
    lay(Path(), ("rubric: tiny.yaml", "rubric: r0.yaml"))
    for number in range(9):
        Path(f"r{number}.yaml").write_text(f"extends: r{number + 1}.yaml\n", encoding="utf-8")

    done = here("check", ".", DAY)

    assert done.code == 2
    assert "extends 超过 5 层" in done.err


def test_a_rubric_that_extends_nothing_there_is_refused_at_its_line() -> None:
    lay(Path(), ("rubric: tiny.yaml", "rubric: a.yaml"))
    Path("a.yaml").write_text("id: a\nextends: 没有.yaml\n", encoding="utf-8")

    done = here("check", ".", DAY)

    assert (done.code, done.err.split(": ")[0]) == (2, "a.yaml:2:10")


def test_a_rubric_whose_points_nobody_knows_is_refused_with_the_list_of_them() -> None:
    lay(Path())

    done = here("check", ".", DAY, "-r", "thirteen-items-2012")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("rubrics/thirteen-items-2012.yaml:")
    for name in ("leifeng-care", "leifeng-fourth", "volunteering", "environment"):
        assert name in done.err
    assert "extends: thirteen-items-2012" in done.err


@pytest.mark.parametrize(
    "path",
    [
        "../外面.xlsx",
        "01-计划/../../外面.xlsx",
        "/etc/passwd",
        "C:/外面.xlsx",
        "C:外面.xlsx",
        "..\\外面.xlsx",
        "\\外面",
        "\\\\server\\share\\外面.xlsx",
    ],
)
def test_an_evidence_path_that_leaves_the_root_carries_nothing(path: str) -> None:
    lay(Path("内"), ("path: 名册.xlsx", f"path: '{path}'"))
    Path("外面.xlsx").write_bytes(b"PK")

    done = here("check", "内", DAY)

    assert done.code == 1
    assert "evidence-escapes-root" in done.out
    assert "支撑得分 4.00 / 10" in done.out


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_link_is_never_followed_wherever_it_leads(linked: str) -> None:
    lay(Path(), ("path: 名册.xlsx", "path: 链接/名册.xlsx" if linked == "folder" else "path: 链接"))
    Path("链接").symlink_to("." if linked == "folder" else "名册.xlsx")

    done = here("check", ".", DAY)

    assert done.code == 1
    assert "evidence-escapes-root" in done.out
    assert "支撑得分 4.00 / 10" in done.out


def test_a_folder_is_no_evidence() -> None:
    lay(Path(), ("path: 名册.xlsx", "path: 01-计划"))

    done = here("check", ".", DAY)

    assert done.code == 1
    assert "evidence-missing" in done.out
    assert "支撑得分 4.00 / 10" in done.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_is_no_evidence_and_nobody_waits_for_it() -> None:
    lay(Path(), ("path: 名册.xlsx", "path: 管道"))
    os.mkfifo("管道")

    done = here("check", ".", DAY)

    assert done.code == 1
    assert "支撑得分 4.00 / 10" in done.out


def test_an_empty_file_is_no_evidence() -> None:
    lay(Path())
    Path("名册.xlsx").write_bytes(b"")

    done = here("check", ".", DAY)

    assert done.code == 1
    assert "evidence-empty" in done.out
    assert "支撑得分 4.00 / 10" in done.out
