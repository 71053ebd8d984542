"""`evidence add`: a file into the ledger and to where it counts, and not a byte more."""

import errno
import os
from pathlib import Path

import pytest

from door import Outcome, here
from office import lay
from wenming_score.load import load_unit

PHOTO = "01-计划/3月5日 清扫.jpg"
ACTIVITY = (
    "answers:\n",
    "activities:\n  A1: {title: 清扫, date: 2025-03-05, serves: [cleaning]}   # 照片待补\nanswers:\n",
)


@pytest.fixture(autouse=True)
def office() -> None:
    lay(Path(), ACTIVITY)
    Path(PHOTO).write_bytes(b"jpg")


def add(*words: str | Path, kind: str = "photo", to: str = "cleaning", day: str = "2025-03-05") -> Outcome:
    return here("evidence", "add", *words, "--type", kind, "--to", to, *(("--date", day) if day else ()))


def unit() -> str:
    return Path("unit.yaml").read_text("utf-8")


def said(*words: str | Path, kind: str = "photo", to: str = "cleaning", day: str = "2025-03-05") -> str:
    """Give what is said of a command that is refused, and see that nothing was written."""
    before = unit()
    done = add(*words, kind=kind, to=to, day=day)
    assert (done.code, done.out) == (2, "")
    assert unit() == before
    return done.err


def ledger() -> list[str]:
    return list(load_unit(Path("unit.yaml"), "unit.yaml").assessment.evidence)


def test_a_file_is_entered_and_cited_and_nothing_else_changes() -> None:
    before = unit()

    done = add(PHOTO)

    assert (done.code, done.err) == (0, "")
    assert done.out == f"已登记 E3（照片，2025-03-05）：{PHOTO}；用于 cleaning\n"
    entry = f"  E3: {{path: {PHOTO}, type: photo, date: 2025-03-05}}\n"
    assert unit() == before.replace("activities:\n", f"{entry}activities:\n").replace(
        "[E2], self_score: 6", "[E2, E3], self_score: 6"
    )


def test_what_was_entered_carries_at_once() -> None:
    Path("unit.yaml").write_text(unit().replace("count: 7, evidence: [E2]", "count: 7"), encoding="utf-8")
    Path("第二份.xlsx").write_bytes(b"PK")

    add("第二份.xlsx", kind="roster")

    assert "10.00" in here("check", "unit.yaml", "--as-of", "2025-12-31").out


def test_it_can_be_cited_in_several_places_activities_among_them() -> None:
    done = here("evidence", "add", PHOTO, "--type", "photo", "--to", "A1", "--to", "cleaning", "--to", "A1")

    assert done.out == f"已登记 E3（照片，没有日期）：{PHOTO}；用于 A1、cleaning\n"
    assert "serves: [cleaning], evidence: [E3]}   # 照片待补\n" in unit()
    assert "evidence: [E2, E3]" in unit()


def test_several_files_get_an_entry_each() -> None:
    Path("乙.jpg").write_bytes(b"jpg")

    done = add(PHOTO, "乙.jpg", "./乙.jpg")

    assert [line.split("（")[0] for line in done.out.splitlines()] == ["已登记 E3", "已登记 E4"]
    assert "evidence: [E2, E3, E4]" in unit()


def test_all_that_is_said_of_it_is_written_down() -> None:
    Path("名称, 有逗号 #1.pdf").write_bytes(b"%PDF")
    more = (
        "--title",
        "清扫: 记录",
        "--number",
        "2025",
        "--owner",
        "办公室",
        "--category",
        "主要活动记录",
        "--id",
        "M-7",
    )

    assert add("名称, 有逗号 #1.pdf", *more, kind="record", day="2025-03-01~2025-03-07").code == 0

    entry = load_unit(Path("unit.yaml"), "unit.yaml").assessment.evidence["M-7"]
    assert (entry.path, entry.type, str(entry.date)) == ("名称, 有逗号 #1.pdf", "record", "2025-03-01~2025-03-07")
    assert (entry.title, entry.number, entry.owner, entry.category) == ("清扫: 记录", "2025", "办公室", "主要活动记录")


@pytest.mark.parametrize("day", ["2025-03-05", "2025-03", "2025-Q1", "2025-H1", "2025"])
def test_a_date_of_any_precision_is_kept(day: str) -> None:
    assert add(PHOTO, day=day).code == 0
    assert f"date: {day}}}" in unit()


def test_a_dry_run_shows_the_lines_and_writes_nothing() -> None:
    before = unit()

    done = add(PHOTO, "--dry-run")

    assert done.code == 0
    assert unit() == before
    lines = [line for line in done.out.splitlines() if line[0] in "+-"]
    assert lines[:3] == ["--- unit.yaml", "+++ unit.yaml", f"+  E3: {{path: {PHOTO}, type: photo, date: 2025-03-05}}"]
    assert len(lines) == 5
    assert "没有写入 unit.yaml" in done.err


@pytest.mark.parametrize(
    ("entries", "to", "number"),
    [
        ("E0101 E0102 E0201", "plan", "E0103"),
        ("E0101 E0102 E0201", "cleaning", "E0202"),
        ("E0101 E0199 E0201", "plan", "E0202"),
        ("E101 E102 E350 照片1", "plan", "E103"),
        ("E9 E10 照片1", "plan", "E11"),
        ("E98 E99", "plan", "E100"),
        ("材料", "plan", "E001"),
        ("2025-001 2025-002", "plan", "2025-003"),
    ],
)
def test_the_number_is_the_next_in_the_manner_of_the_ledger(entries: str, to: str, number: str) -> None:
    names = entries.split()
    lines = "".join(f"  {name}: {{path: {name}, type: plan}}\n" for name in names)
    head = unit().split("evidence:\n")[0]
    answers = f"answers:\n  plan: {{evidence: [{names[0]}]}}\n  cleaning: {{evidence: [{names[-1]}]}}\n"
    Path("unit.yaml").write_text(f"{head}evidence:\n{lines}{answers}", encoding="utf-8")

    add(PHOTO, to=to)

    assert [name for name in ledger() if name not in names] == [number]


def test_an_activity_is_numbered_by_what_it_serves() -> None:
    text = (
        unit().replace("E1:", "E0101:").replace("[E1]", "[E0101]").replace("E2:", "E0201:").replace("[E2]", "[E0201]")
    )
    Path("unit.yaml").write_text(text.replace("  E0201", "  E0301: {path: x, type: plan}\n  E0201"), encoding="utf-8")

    assert "已登记 E0202" in add(PHOTO, to="A1").out


def test_a_name_that_is_cited_but_in_no_ledger_is_not_taken_for_free() -> None:
    Path("unit.yaml").write_text(unit().replace("[E2]", "[E2, E3]"), encoding="utf-8")

    assert "已登记 E4" in add(PHOTO).out


def test_a_name_that_was_cited_before_can_be_given_and_is_not_cited_twice() -> None:
    Path("unit.yaml").write_text(unit().replace("[E2]", "[E2, E3]"), encoding="utf-8")

    assert add(PHOTO, "--id", "E3").code == 0
    assert "evidence: [E2, E3]," in unit()


def test_a_new_file_of_init_takes_its_first_entry() -> None:
    here("init", "新")
    Path("新/01-学雷锋活动/方案.pdf").write_bytes(b"%PDF")
    blank = Path("新/unit.yaml").read_text("utf-8")
    Path("新/unit.yaml").write_text(blank.replace("  staff:  ", "  staff: 9"), encoding="utf-8")
    before = Path("新/unit.yaml").read_text("utf-8")

    done = add("新/01-学雷锋活动/方案.pdf", kind="plan", to="leifeng-plan", day="")

    assert (done.code, done.err) == (0, "")
    after = Path("新/unit.yaml").read_text("utf-8")
    assert after == before.replace(
        "evidence: {}\n", "evidence:\n  E001: {path: 01-学雷锋活动/方案.pdf, type: plan}\n"
    ).replace("leifeng-plan: {met: [], evidence: []}", "leifeng-plan: {met: [], evidence: [E001]}")


def test_the_unit_file_is_found_in_the_folders_above_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("01-计划")
    done = add("3月5日 清扫.jpg")

    assert f"：{PHOTO}；" in done.out


def test_a_unit_file_can_be_named_and_the_evidence_may_lie_elsewhere() -> None:
    Path("甲").mkdir()
    Path("甲/照片.jpg").write_bytes(b"jpg")
    Path("unit.yaml").rename("自评.yaml")

    assert add("甲/照片.jpg", "--unit", "自评.yaml", "--evidence-root", "甲").code == 0
    assert "path: 照片.jpg" in Path("自评.yaml").read_text("utf-8")


def test_a_folder_stands_for_its_unit_file() -> None:
    assert add(PHOTO, "--unit", ".").code == 0


def test_no_unit_file_is_a_missing_file() -> None:
    Path("unit.yaml").unlink()

    done = add(PHOTO)

    assert (done.code, done.out) == (2, "")
    assert "unit.yaml: 找不到这个文件" in done.err


def test_every_mistake_is_named_at_once() -> None:
    err = said("没有.jpg", "unit.yaml", "--id", "E 1", kind="phot", to="cleanings", day="2025年3月")

    assert err.splitlines()[0] == "--to: 没有 cleanings 这项测评内容，也没有这次活动，是不是 cleaning？"
    assert [line.split(":")[0] for line in err.splitlines()[1:]] == ["--type", "--date", "--id", "--id", "没有.jpg"]
    assert "是不是 photo？" in err


def test_a_missing_type_is_answered_with_the_types() -> None:
    done = here("evidence", "add", PHOTO, "--to", "plan")

    assert done.code == 2
    assert "--type: 没有写材料类型；可以写 方案 plan、" in done.err


def test_without_a_place_it_is_not_entered() -> None:
    done = here("evidence", "add", PHOTO, "--type", "photo")

    assert (done.code, done.out) == (2, "")
    assert "--to" in done.err


def test_a_file_outside_the_evidence_folder_is_to_be_put_there_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("外") / "照片.jpg"
    outside.write_bytes(b"jpg")

    err = said(outside, "--unit", "unit.yaml")

    assert "不在材料目录 . 里；请先把文件放进去，再登记" in err


def test_what_is_no_file_is_refused() -> None:
    Path("空.jpg").touch()
    Path("链接.jpg").symlink_to(PHOTO)
    if hasattr(os, "mkfifo"):
        os.mkfifo("管道.jpg")

    assert "空.jpg: 是空文件" in said("空.jpg")
    assert "链接.jpg: 链接.jpg 是符号链接" in said("链接.jpg")
    assert "01-计划: 是文件夹" in said("01-计划")
    assert "管道.jpg: 不是普通文件" in said("管道.jpg")
    assert "没有.jpg: 找不到这个文件" in said("没有.jpg")


def test_a_file_that_is_in_the_ledger_is_not_entered_again() -> None:
    assert "01-计划/年度 方案.pdf: 已经登记过了，是 E1" in said("01-计划/../01-计划/年度 方案.pdf")


def test_a_name_that_cannot_stand_in_a_file_is_refused() -> None:
    bad = b"\xff.jpg"
    try:
        Path(os.fsdecode(bad)).write_bytes(b"jpg")
    except OSError:
        pytest.skip("the file system takes no such name")

    assert "无法读取" in said(os.fsdecode(bad))


def test_an_id_that_is_taken_or_for_several_files_is_refused() -> None:
    Path("乙.jpg").write_bytes(b"jpg")

    assert "--id: 编号 E1 已经有了" in said(PHOTO, "--id", "E1")
    assert "--id: 一次登记几个文件时" in said(PHOTO, "乙.jpg", "--id", "E7")


def test_a_category_that_the_catalogue_does_not_have_is_refused() -> None:
    rubric = Path("tiny.yaml").read_text("utf-8")
    Path("tiny.yaml").write_text(f"{rubric}archive: [创建计划, 主要活动记录]\n", encoding="utf-8")

    assert "--category: 没有 计划 这个归档类目；有 创建计划、主要活动记录，是不是 创建计划？" in said(
        PHOTO, "--category", "计划"
    )


def test_evidence_that_will_not_carry_is_entered_with_a_warning() -> None:
    done = add(PHOTO, to="plan", day="2024-03-05")

    assert done.code == 0
    assert done.err.splitlines() == [
        "注意：年度方案要的是 方案 plan，照片 photo 对它无效",
        "注意：日期 2024-03-05 不在 年度方案要求的 2025-01-01~2025-12-31 之内，对它无效",
    ]
    assert "evidence: [E1, E3]" in unit()


def test_an_activity_needs_but_one_piece_of_the_right_type() -> None:
    Path("unit.yaml").write_text(unit().replace("serves: [cleaning]", "serves: [cleaning], evidence: [E2]"), "utf-8")

    assert add(PHOTO, to="A1", kind="sign_in").err == ""


def test_clauses_with_evidence_of_their_own_are_pointed_to() -> None:
    Path("unit.yaml").write_text(unit().replace("met: [person, schedule]", "met: {person: [E1]}"), "utf-8")

    assert "注意：plan 的计分点各看各的材料" in add(PHOTO, to="plan", kind="plan").err


def test_a_layout_that_cannot_be_edited_is_answered_with_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object) -> bytes:
        return b"a: 1\n"

    monkeypatch.setattr("wenming_score.source.splices.Splices.done", broken)
    entry = f"{{path: {PHOTO}, type: photo, date: 2025-03-05}}"
    err = said(PHOTO)
    assert f"请手工在 evidence 里加上：E3: {entry}" in err
    assert (
        "unit.yaml:15:34: 这里的写法不便自动改动，文件没有改；请手工在 answers.cleaning 里加上：evidence: [E3]" in err
    )


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS], ids=errno.errorcode.get)
def test_a_failed_write_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    before, names = unit(), sorted(Path().iterdir())

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    done = add(PHOTO)

    assert (done.code, done.out) == (74, "")
    assert (unit(), sorted(Path().iterdir())) == (before, names)


def test_the_form_of_the_file_stays() -> None:
    Path("unit.yaml").write_bytes(b"\xef\xbb\xbf" + unit().rstrip("\n").replace("\n", "\r\n").encode())

    add(PHOTO)

    content = Path("unit.yaml").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfschema_version: 1\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.endswith(b"self_score: 6}")


def test_a_name_that_would_move_the_cursor_is_shown_harmless_and_kept() -> None:
    name = "\x1b[2J照片.jpg"
    Path(name).write_bytes(b"jpg")

    done = add(name)

    assert "\x1b" not in done.out
    assert load_unit(Path("unit.yaml"), "unit.yaml").assessment.evidence["E3"].path == name
