"""`evidence list|audit|lock`, as people call them."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from door import ROOT, here, there
from wenming_score.cli.codes import CANNOT_RUN, GATE_FAILED, NOTHING_ASSESSED, PASSED

HEAD = """\
schema_version: 1
rubric: luoyang-2019
unit: {name: 某县示范局, type: government_office, staff: 9, fonds: {number: J012, retention: D10, office: CJB}}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: 2025-01-01, end: 2025-12-31}
"""
LEDGER = """\
evidence:
  E001: {path: 01/方案.txt, type: plan, date: 2025-02-20, category: 创建计划, owner: 办公室, pages: 3}
  E002: {path: 01/20250305清扫.jpg, type: photo}
  E003: {path: "01/=1+1.txt", type: record, date: 2025-04-01}
"""
REST = """\
activities:
  A001: {title: 清扫, date: 2025-03-05, serves: [leifeng-activities], evidence: [E002]}
answers:
  leifeng-plan: {met: [department], evidence: [E001]}
"""
PHOTO = ROOT / "examples/county-office-2025/01-学雷锋/无偿献血.jpg"
AS_OF = ("--as-of", "2025-12-31")


@pytest.fixture(autouse=True)
def unit(tmp_path: Path) -> Path:
    (tmp_path / "01").mkdir()
    (tmp_path / "01/方案.txt").write_text("方案", encoding="utf-8")
    (tmp_path / "01/=1+1.txt").write_text("记录", encoding="utf-8")
    Image.open(PHOTO).save(tmp_path / "01/20250305清扫.jpg")  # saved anew: the day it was taken is lost
    (tmp_path / "unit.yaml").write_text(HEAD + LEDGER + REST, encoding="utf-8")
    return tmp_path


def test_the_index_is_ordered_and_numbered_by_the_catalogue() -> None:
    done = here("evidence", "list", "unit.yaml", *AS_OF, "-f", "json")
    rows = json.loads(done.out)
    assert [(row["number"], row["id"], row["archive_number"]) for row in rows] == [
        ("02-001", "E001", "J012-WS·2025-D10-CJB-0001"),
        ("15-001", "E002", "J012-WS·2025-D10-CJB-0002"),
        ("15-002", "E003", "J012-WS·2025-D10-CJB-0003"),
    ]
    assert [(row["date"], row["origin"], row["state"]) for row in rows] == [
        ("2025-02-20", "declared", "carried"),
        ("2025-03-05", "name", "carried"),
        ("2025-04-01", "declared", "uncited"),
    ]
    assert (done.code, rows[0]["indicators"], rows[0]["pages"]) == (PASSED, ["leifeng-plan"], 3)


def test_without_a_fonds_there_is_no_archive_number(unit: Path) -> None:
    bare = (HEAD + LEDGER + REST).replace(", fonds: {number: J012, retention: D10, office: CJB}", "")
    (unit / "unit.yaml").write_text(bare, encoding="utf-8")
    assert {row["archive_number"] for row in json.loads(here("evidence", "list", "unit.yaml", "-f", "json").out)} == {
        ""
    }


def test_the_table_says_what_each_piece_is_for(unit: Path) -> None:
    out = here("evidence", "list", "unit.yaml", *AS_OF).out
    assert "■ 创建计划" in out
    assert "■ 未归类" in out
    assert "02-001  E001    2025-02-20" in out
    assert "用于" in out
    assert "文件名" in out


def test_csv_opens_in_excel_and_runs_no_formula() -> None:
    done = here("evidence", "list", "unit.yaml", *AS_OF, "-f", "csv")
    assert done.out.startswith("\ufeff序号,档号,编号")
    rows = list(csv.reader(io.StringIO(done.out.removeprefix("\ufeff"))))
    assert rows[3][5] == "'=1+1"


def test_a_workbook_has_the_same_rows_and_runs_no_formula(unit: Path) -> None:
    assert here("evidence", "list", "unit.yaml", *AS_OF, "-f", "xlsx", "-o", "目录.xlsx").code == PASSED
    page = load_workbook(unit / "目录.xlsx").active
    assert page is not None
    assert page["A1"].value == "某县示范局材料目录"
    assert [cell.value for cell in page[2]][:3] == ["序号", "档号", "编号"]
    title = page["F5"]
    assert (title.value, title.data_type) == ("=1+1", "s")
    assert page["J3"].value == 3


def test_a_workbook_has_the_same_bytes_twice(unit: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        here("evidence", "list", "unit.yaml", *AS_OF, "-f", "xlsx", "-o", name)
    assert (unit / "a.xlsx").read_bytes() == (unit / "b.xlsx").read_bytes()


def test_a_workbook_goes_down_a_pipe_as_bytes() -> None:
    done = there("evidence", "list", "unit.yaml", "-f", "xlsx", cwd=Path.cwd())
    assert done.stdout[:2] == b"PK"


def test_the_audit_lists_only_faults_of_evidence(unit: Path) -> None:
    (unit / "01/方案.txt").unlink()
    done = here("evidence", "audit", "unit.yaml", *AS_OF, "-f", "json")
    found = json.loads(done.out)
    assert {one["rule"] for one in found} == {"evidence-missing", "evidence-uncited"}
    assert done.code == GATE_FAILED
    assert "材料核查未通过：有 1 个错误级问题" in done.err
    assert here("evidence", "audit", "unit.yaml", "--fail-on", "never").code == PASSED


def test_the_audits_bar_may_be_higher() -> None:
    assert here("evidence", "audit", "unit.yaml", *AS_OF).code == PASSED
    assert here("evidence", "audit", "unit.yaml", *AS_OF, "--fail-on", "note").code == GATE_FAILED


def test_an_audit_without_faults_says_so(unit: Path) -> None:
    (unit / "01/=1+1.txt").unlink()
    sound = (HEAD + LEDGER + REST).replace('  E003: {path: "01/=1+1.txt", type: record, date: 2025-04-01}\n', "")
    (unit / "unit.yaml").write_text(sound, encoding="utf-8")
    assert here("evidence", "audit", "unit.yaml", *AS_OF).out == "材料没有查出毛病\n"


def test_the_lock_is_one_sorted_line_a_file_and_does_not_change(unit: Path) -> None:
    done = here("evidence", "lock", "unit.yaml")
    assert done.code == PASSED
    assert done.err == "写好 evidence.lock：3 个文件；新增 3 个（01/20250305清扫.jpg）\n"
    first = (unit / "evidence.lock").read_bytes()
    lines = [json.loads(line) for line in first.splitlines()]
    assert [line["path"] for line in lines] == ["01/20250305清扫.jpg", "01/=1+1.txt", "01/方案.txt"]
    assert len(lines[0]["fingerprint"]) == 16
    here("evidence", "lock", "unit.yaml")
    assert (unit / "evidence.lock").read_bytes() == first


def test_a_file_changed_since_the_lock_fails_the_gate(unit: Path) -> None:
    here("evidence", "lock", "unit.yaml")
    (unit / "01/方案.txt").write_text("方案（改）", encoding="utf-8")
    done = here("check", "unit.yaml", *AS_OF, "-f", "json")
    (changed,) = (one for one in json.loads(done.out)["findings"] if one["rule"] == "evidence-changed")
    assert (changed["severity"], changed["line"]) == ("error", 7)
    assert here("evidence", "lock", "--check", "unit.yaml").code == GATE_FAILED
    said = here("evidence", "lock", "unit.yaml").err
    assert "变了 1 个（01/方案.txt）" in said
    assert here("evidence", "lock", "--check", "unit.yaml").code == PASSED


def test_what_cannot_be_locked_is_named(unit: Path) -> None:
    (unit / "01/方案.txt").unlink()
    assert "unit.yaml：E001 没有锁定（01/方案.txt）" in here("evidence", "lock", "unit.yaml").err


def test_a_ledger_without_answers_can_be_listed_audited_and_locked(unit: Path) -> None:
    (unit / "unit.yaml").write_text(HEAD + LEDGER, encoding="utf-8")
    for command in ("list", "audit", "lock"):
        assert here("evidence", command, "unit.yaml").code == PASSED


def test_a_broken_lock_is_said_with_its_line(unit: Path) -> None:
    (unit / "evidence.lock").write_text("{}\n", encoding="utf-8")
    done = here("check", "unit.yaml", *AS_OF)
    assert (done.code, done.err.split("：")[0].split(": ")[0]) == (CANNOT_RUN, "evidence.lock:1:1")


def test_nothing_is_written_over_what_is_read(unit: Path) -> None:
    for output in ("unit.yaml", "01/方案.txt", "evidence.lock"):
        assert here("evidence", "list", "unit.yaml", "-f", "csv", "-o", output).code == CANNOT_RUN
    assert (unit / "unit.yaml").read_text(encoding="utf-8") == HEAD + LEDGER + REST


def test_a_wrong_path_and_an_empty_glob_are_said() -> None:
    assert here("evidence", "list", "没有.yaml").code == CANNOT_RUN
    assert here("evidence", "audit", "没有*.yaml").code == NOTHING_ASSESSED


def test_last_years_photo_is_found_against_its_unit_file_and_its_lock(unit: Path) -> None:
    old = unit / "2024"
    (old / "01").mkdir(parents=True)
    shutil.copy(unit / "01/20250305清扫.jpg", old / "01/清扫.jpg")
    text = HEAD.replace("2025-01-01, end", "2024-01-01, end").replace("2025-12-31}\n", "2024-12-31}\n", 2)
    text = text.replace("end: 2024-12-31", "end: 2025-12-31", 1)
    text += "evidence:\n  E9: {path: 01/清扫.jpg, type: photo, date: 2024-03-05}\n"
    text += "activities:\n  A1: {title: 清扫, date: 2024-03-05, serves: [leifeng-activities], evidence: [E9]}\n"
    (old / "unit.yaml").write_text(text, encoding="utf-8")
    done = here("check", "unit.yaml", *AS_OF, "-f", "json", "--against", "2024/unit.yaml")
    (reused,) = (one for one in json.loads(done.out)["findings"] if one["rule"] == "photo-reused")
    assert "2024/unit.yaml 的 E9" in reused["message"]
    assert reused["refuses"] is True
    here("evidence", "lock", "2024/unit.yaml")
    again = here("evidence", "audit", "unit.yaml", "-f", "json", "--against", "2024/evidence.lock")
    assert "2024/evidence.lock 的 01/清扫.jpg" in next(
        one["message"] for one in json.loads(again.out) if one["rule"] == "photo-reused"
    )


def test_units_of_one_run_are_compared_with_each_other() -> None:
    years = [ROOT / "examples" / name / "unit.yaml" for name in ("county-office-2024", "county-office-2025")]
    reports = json.loads(here("check", *years, *AS_OF, "-f", "json").out)
    alone = json.loads(here("check", years[1], *AS_OF, "-f", "json").out)
    shared = [one for one in reports[1]["findings"] if one["rule"] == "photo-reused" and "2024" in one["message"]]
    assert not [one for one in alone["findings"] if "2024/unit.yaml" in one["message"]]
    assert all(one["file"].endswith("county-office-2025/unit.yaml") for one in shared)


def test_nothing_to_compare_with_is_said() -> None:
    done = here("check", "unit.yaml", *AS_OF, "--against", "没有*.lock")
    assert (done.code, done.err.splitlines()[0]) == (
        CANNOT_RUN,
        "用法有误：没有找到要比对的自评文件或锁定文件：没有*.lock",
    )
