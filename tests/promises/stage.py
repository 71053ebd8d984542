"""An office of two years with a text of ours in every place that takes free text, and every document made of it."""

import json
from collections.abc import Iterator
from pathlib import Path

from office import PAPER, TABLE
from wenming_score.choices import EDITION_FORMATS, FORMATS, PLAN_FORMATS, SHEET_FORMATS, TREND_FORMATS, Format

DAY, SPRING, SUMMER = "--as-of=2025-12-31", "--as-of=2025-03-03", "--as-of=2025-06-30"
THEN, NOW, MADE = "2024/unit.yaml", "2025/unit.yaml", "做好"
COMMANDS: dict[str, tuple[tuple[Format, ...], list[str]]] = {
    "check": (FORMATS, ["check", NOW, DAY, "--show", "all", "-v"]),
    "report": (FORMATS, ["report", f"{MADE}/check.json"]),
    "diff": (FORMATS, ["diff", THEN, NOW, DAY]),
    "whatif": (FORMATS, ["whatif", NOW, DAY, "--set", "plan=none", "--drop", "E2"]),
    "trend": (TREND_FORMATS, ["trend", THEN, NOW, DAY, "--ics", f"{MADE}/trend.ics"]),
    "plan": (PLAN_FORMATS, ["plan", NOW, SPRING, "--target", "10", "--ics", f"{MADE}/plan.ics"]),
    "progress": (PLAN_FORMATS, ["plan", NOW, SUMMER, "--status", f"{MADE}/plan.json"]),
}
"""What writes several formats at once, in an order in which each finds what it reads."""
SCREEN = (
    ["explain", "cleaning", "--unit", NOW, DAY],
    ["explain", "misconduct", "-r", "./tiny.yaml"],
    ["rubric", "show", "./tiny.yaml"],
    ["rubric", "validate", "tiny.yaml", "newer.yaml"],
    ["rubric", "migrate", NOW, "--to", "newer.yaml", "-o", "2025/migrated.yaml"],
    ["evidence", "lock", THEN],
    ["schema", "unit", "-r", "./tiny.yaml"],
)
"""What says something on the screen alone, or about a file that is the user's own."""
RUBRIC = """\
schema_version: 1
id: tiny
edition: "1"
title: @
level: provincial
full_points: 10
pass_mark: {points: 8, basis: house, note: @}
term_years: 3
term_scoring: mean
note: @
methods: {document: @}
figures:
  full_points: {basis: house, note: @}
  term_years: {basis: house, note: @}
  term_scoring: {basis: house, note: @}
sources:
  paper: {title: @, kind: speech}
standards:
  - {id: order, title: @, source: paper}
red_lines:
  - {id: misconduct, title: @, look_back_months: 24, basis: house, note: @}
eligibility:
  - {id: whole-term, title: @, rule: {kind: term, years: 3}, basis: house, note: @}
archive: [@, 其他]
items:
  - id: plans
    title: @
    points: 4
    basis: house
    indicators:
      - id: plan
        title: @
        points: 4
        basis: house
        note: @
        kind: checklist
        standards: [order]
        methods: [document]
        rule: {basis: house}
        clauses: [{id: person, title: @}, {id: schedule, title: 有安排}]
        evidence: {types: [plan]}
        remedy: {action: @, person_days: 1, lead_days: 7}
  - id: deeds
    title: @
    points: 6
    basis: house
    indicators:
      - id: cleaning
        title: @
        points: 4
        basis: house
        note: @
        kind: count
        rule: {basis: house}
        target: 7
        evidence: {types: [roster, photo]}
        remedy: {action: @, person_days: 3, lead_days: 14}
      - id: festivals
        title: 节日
        points: 2
        basis: house
        note: @
        kind: coverage
        rule: {basis: house}
        expected: [@, 端午]
        evidence: {types: [photo]}
        remedy: {action: @, person_days: 1, lead_days: 3}
"""
UNIT = """\
schema_version: 1
rubric: ../tiny.yaml
unit: {name: @, type: government_office, staff: 40, departments: [@, 办公室]}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: YEAR-01-01, end: YEAR-12-31}
titles:
  - {level: provincial, name: @, awarded: 2010, valid_until: 2025-12-31, status: kept, note: @}
red_lines:
  misconduct: {status: breached, declared_by: @, declared_on: YEAR-12-20, note: @}
evidence:
  E1: {path: 01/方案.pdf, type: plan, date: YEAR-02-20, title: @, owner: @, category: @, number: @, note: @}
  E2: {path: 名册.xlsx, type: roster, date: YEAR-11-30}
  E3: {path: @, type: photo, date: @}
activities:
  A1: {title: @, date: YEAR-05-01, serves: [cleaning], tags: [@], departments: [@], evidence: [E2], duty: @, note: @}
  A2: {title: @, date: YEAR-05-31, serves: [festivals], tags: [端午], evidence: [E3]}
answers:
  plan: {met: [person], evidence: [E1], self_score: 4, note: @}
  cleaning: {count: 3, evidence: [E2], self_score: 3}
  festivals: {not_held: {端午: @}}
responsibilities:
  plans: {leader: @, department: @, person: @}
capacity: {办公室: 20}
milestones:
  - {title: @, date: YEAR-11-01}
"""


def lay(folder: Path, said: str) -> None:
    """Lay the office out, with this text in every place that takes one."""
    text = json.dumps(said)
    folder.joinpath(MADE).mkdir(parents=True, exist_ok=True)
    rubric = RUBRIC.replace("@", text)
    folder.joinpath("tiny.yaml").write_text(rubric, encoding="utf-8")
    newer = rubric.replace('edition: "1"', 'edition: "2"').replace("id: cleaning", "id: sweeping").replace("7\n", "8\n")
    folder.joinpath("newer.yaml").write_text(newer, encoding="utf-8")
    for year in ("2024", "2025"):
        paper = folder / year / "01" / "方案.pdf"
        paper.parent.mkdir(parents=True, exist_ok=True)
        paper.write_bytes(PAPER)
        paper.parents[1].joinpath("名册.xlsx").write_bytes(TABLE + year.encode())
        unit = UNIT.replace("@", text).replace("YEAR", year)
        paper.parents[1].joinpath("unit.yaml").write_text(unit, encoding="utf-8")


def lines() -> Iterator[list[str]]:
    """Give every command line that writes documents, each into a file called `command.format`."""
    for name, (formats, command) in COMMANDS.items():
        yield [*command, *(f"--format={form}:{MADE}/{name}.{form}" for form in formats)]
    for form in SHEET_FORMATS:
        for name in ("list", "audit"):
            yield ["evidence", name, NOW, THEN, DAY, "-f", form, "-o", f"{MADE}/{name}.{form}"]
    for form in EDITION_FORMATS:
        yield ["rubric", "diff", "tiny.yaml", "newer.yaml", "-f", form, "-o", f"{MADE}/edition.{form}"]
    yield ["baseline", "write", NOW, DAY, "-o", f"{MADE}/baseline.json"]
    yield ["template", "-o", f"{MADE}/template.docx"]
    yield from SCREEN
