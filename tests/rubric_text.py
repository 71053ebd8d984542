"""A small rubric as text, to be spoilt line by line."""

from pathlib import Path

import pytest

from wenming_score.finding import InputError, Location
from wenming_score.load import LoadedRubric, load_rubric

ASKED_AT = Location("unit.yaml", 2, 9)

SOUND = """\
schema_version: 1
id: test
edition: "1"
title: 测试测评体系
level: county
full_points: 10
term_years: 3
pass_mark: {points: 8, basis: house, note: 自定}
methods: {document: 材料审核, survey: 问卷调查}
method_points:
  document: {points: 9, basis: official, source: paper}
  survey: {points: 1, basis: derived, source: paper}
not_applicable_to: [often]
figures:
  full_points: {basis: official, source: paper}
  term_years: {basis: official, source: paper}
sources:
  paper: {title: 某文件, kind: official}
standards:
  - {id: order, title: 秩序优良, source: paper}
views:
  - {id: by-office, title: 按科室, groups: [{id: one, title: 办公室, indicators: [listed, often]}]}
red_lines:
  - {id: crime, title: 违法犯罪, look_back_months: 24, basis: official, source: paper}
eligibility:
  - {id: term, title: 满一届, basis: official, source: paper, rule: {kind: term, years: 3}}
sums:
  - {of: [listed, often], points: 9, basis: official, source: paper}
bonus: {cap: 2, basis: house, note: 自定, awards: [{id: prize, title: 获奖, points: 1, basis: house}]}
penalties: {basis: house, note: 自定, entries: [{id: late, title: 迟报, points: 1, basis: house}]}
items:
  - id: work
    title: 工作
    points: 9
    basis: official
    source: paper
    indicators:
      - id: listed
        title: 有方案
        points: 5
        basis: house
        note: 自定
        standards: [order]
        methods: [document]
        kind: checklist
        clauses: [{id: plan, title: 方案, points: 3}, {id: person, title: 责任人, points: 2}]
        rule: {basis: official, source: paper}
        evidence: {types: [plan]}
        remedy: {action: 补方案, person_days: 1, lead_days: 1}
      - id: often
        title: 常开展
        points: 4
        basis: derived
        source: paper
        methods: [document]
        kind: count
        steps: [{at: 2, points: 2}, {at: 4, points: 4}]
        rule: {basis: house, note: 自定}
        evidence: {types: [photo]}
        remedy: {action: 补活动, person_days: 1, lead_days: 1}
  - id: opinion
    title: 民意
    points: 1
    basis: official
    source: paper
    indicators:
      - id: asked
        title: 满意
        points: 1
        basis: official
        source: paper
        methods: [survey]
        kind: survey
        weights: {优: 1, 差: 0}
        rule: {basis: official, source: paper}
        evidence: {types: [survey_form]}
        remedy: {action: 重测, person_days: 1, lead_days: 1}
"""


def load(text: str, folder: Path, name: str = "r.yaml") -> LoadedRubric:
    """Load rubric text as a file of a folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return load_rubric(name, folder, ASKED_AT)


def spoilt(folder: Path, *changes: tuple[str, str]) -> tuple[str, list[str]]:
    """Spoil the sound rubric: give the text that became of it, and every mistake as it is said."""
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with pytest.raises(InputError) as caught:
        load(text, folder)
    return text, [str(mistake) for mistake in caught.value.mistakes]
