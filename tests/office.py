"""A small office on disk: a rubric of 10 points, a unit file that earns all of them, and its evidence."""

from pathlib import Path

from documents import zipped
from pdfs import CATALOG, PAGES, pdf

PAPER = pdf(CATALOG, PAGES, trailer=b"/Root 1 0 R")
TABLE = zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
RUBRIC = """\
schema_version: 1
id: tiny
edition: "1"
title: 小测评体系
level: provincial
full_points: 10
pass_mark: {points: 8, basis: house, note: 测试用}
term_years: 3
note: 测试用
methods: {document: 材料审核}
figures:
  full_points: {basis: house, note: 测试用}
  term_years: {basis: house, note: 测试用}
red_lines:
  - {id: misconduct, title: 严重违纪, look_back_months: 24, basis: house, note: 测试用}
eligibility:
  - {id: whole-term, title: 届期完整, rule: {kind: term, years: 3}, basis: house, note: 测试用}
items:
  - id: plans
    title: 计划
    points: 4
    basis: house
    indicators:
      - id: plan
        title: 年度方案
        points: 4
        basis: house
        note: 测试用
        kind: checklist
        rule: {basis: house}
        clauses: [{id: person, title: 有责任人}, {id: schedule, title: 有安排}]
        evidence: {types: [plan]}
        remedy: {action: 印发方案, person_days: 1, lead_days: 7}
  - id: deeds
    title: 活动
    points: 6
    basis: house
    indicators:
      - id: cleaning
        title: 清扫
        points: 6
        basis: house
        note: 测试用
        kind: count
        rule: {basis: house}
        target: 7
        evidence: {types: [roster, photo]}
        remedy: {action: 组织清扫, person_days: 3, lead_days: 14}
"""
UNIT = """\
schema_version: 1
rubric: tiny.yaml
unit: {name: 某县示范局, type: government_office, staff: 40}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: 2025-01-01, end: 2025-12-31}
red_lines:
  misconduct: {status: clear, declared_by: 纪检组, declared_on: 2025-12-20}
evidence:
  E1: {path: 01-计划/年度 方案.pdf, type: plan, date: 2025-02-20}
  E2: {path: 名册.xlsx, type: roster, date: 2025-11-30}
answers:
  plan: {met: [person, schedule], evidence: [E1], self_score: 4}
  cleaning: {count: 7, evidence: [E2], self_score: 6}
"""
DAY = "--as-of=2025-12-31"

BREACHED = ("status: clear", "status: breached")
UNDECLARED = ("status: clear", "status: undeclared")
INELIGIBLE = ("term: {start: 2023", "term: {start: 2024")
MISSING = ("名册.xlsx", "没有.xlsx")
THREE_OF_SEVEN = ("count: 7, evidence: [E2], self_score: 6", "count: 3, evidence: [E2], self_score: 2.5")
"""Earns 18/7 of 6 points: 6.57 in all, as shown."""
OVERCLAIMED = ("count: 7, evidence: [E2], self_score: 6", "count: 6, evidence: [E2], self_score: 6")
"""A warning."""
NO_SELF_SCORE = (", self_score: 4", "")
"""A note."""
NOTHING_SAID = ("met: [person, schedule], evidence: [E1], self_score: 4", "met: []")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Change parts of a text, each of which stands in it exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def lay(folder: Path, *changes: tuple[str, str], rubric: str = RUBRIC) -> Path:
    """Lay out an office in a folder and give its unit file."""
    (folder / "01-计划").mkdir(parents=True, exist_ok=True)
    (folder / "01-计划" / "年度 方案.pdf").write_bytes(PAPER)
    (folder / "名册.xlsx").write_bytes(TABLE)
    (folder / "tiny.yaml").write_text(rubric, encoding="utf-8")
    unit = folder / "unit.yaml"
    unit.write_text(changed(UNIT, *changes), encoding="utf-8")
    return unit


def place(text: str, part: str) -> str:
    """Say where a part of a text begins, as line:column."""
    before, found, _ = text.partition(part)
    assert found, part
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
