import pytest

from build import HOUSE, Section, at, found, indicator, rubric, said

RULE = "unknown-id"


def named(name: str, **fields: int) -> Section:
    return {"id": name, "title": name, **HOUSE, **fields}


BY = rubric(
    *(indicator(kind) for kind in ("checklist", "coverage", "grade", "survey", "deduction")),
    red_lines=[named("crime", look_back_months=24), named("spare", look_back_months=24) | {"active": False}],
    eligibility=[named("since") | {"rule": {"kind": "term", "years": 3}}],
    archive=["组织机构", {"title": "创建计划"}],
    bonus={"cap": 5, **HOUSE, "awards": [named("prize", points=1)]},
    penalties={**HOUSE, "entries": [named("late", points=1)]},
)
LEDGER = "evidence: {E1: {path: x, type: plan, date: 2025-01-05}}\n"
HELD = "A1: {title: 扫, date: 2025-03-05,"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("answers:\n  checklist: {met: [plan, plans]}\n", "plans"),
        ("answers:\n  checklist: {evidence: [E1, E01]}\n", "E01"),
        ("answers:\n  coverage: {covered: [儿童节]}\n", "儿童节"),
        ("answers:\n  grade: {grade: AA}\n", "AA"),
        (f"activities:\n  {HELD} serves: [checklist, count]}}\n", "count"),
        (f"activities:\n  {HELD} serves: [], evidence: [E9]}}\n", "E9"),
        ("red_lines:\n  crime: {status: clear, evidence: [E9]}\n", "E9"),
        ("eligibility:\n  since: {status: met, evidence: [E9]}\n", "E9"),
        ("titles:\n- {level: county, name: 某, awarded: 2020, evidence: [E9]}\n", "E9"),
        ("bonus:\n- {award: prise, project: 某, evidence: [E9]}\n", "prise"),
        ("penalties:\n- {penalty: lat, self_reported: true}\n", "lat"),
        ("remedies:\n  count: {person_days: 2}\n", "count"),
        ("responsibilities:\n  checklists: {person: 张某}\n", "checklists"),
        ("responsibilities:\n  checklist: {department: 秘书科}\n", "秘书科"),
        ("capacity:\n  秘书科: {monthly: 3}\n", "秘书科"),
    ],
)
def test_a_name_that_nobody_has_is_found_where_it_is_used(text: str, name: str) -> None:
    first = said(found(RULE, BY, LEDGER + text))[0]
    assert first.startswith(f"{at(LEDGER + text, name)} error 没有 {name} 这个编号")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("answers:\n  checklists: {met: [plan]}\n", "checklists"),
        ("answers:\n  checklist: {met: {plans: [E1]}}\n", "plans"),
        ("answers:\n  coverage: {not_held: {儿童节: 疫情防控}}\n", "儿童节"),
        ("answers:\n  survey: {responses: {优: 1, 很好: 2}}\n", "很好"),
        ("answers:\n  deduction: {lacks: [no-minute]}\n", "no-minute"),
        ("red_lines:\n  crimes: {status: clear}\n", "crimes"),
        ("eligibility:\n  sinc: {status: met}\n", "sinc"),
        ("self_scores:\n  items: 3\n", "items"),
    ],
)
def test_a_key_that_nobody_has_is_found_on_its_line(text: str, name: str) -> None:
    (finding,) = found(RULE, BY, LEDGER + text)
    assert finding.line == 3
    assert finding.message.startswith(f"没有 {name} 这个编号")


def test_a_key_that_nobody_has_is_found_on_its_line_in_block_style_too() -> None:
    (finding,) = found(RULE, BY, "answers:\n  checklists:\n    met: [plan]\n")
    assert (finding.line, finding.column) == (2, 3)


def test_the_nearest_name_is_suggested_where_there_is_one() -> None:
    text = "answers: {checklists: {}, grade: {grade: Z}}"
    assert [finding.message for finding in found(RULE, BY, text)] == [
        "没有 checklists 这个编号，是不是 checklist？",
        "没有 Z 这个编号",
    ]


def test_an_archive_category_that_the_catalogue_lacks_is_found() -> None:
    text = "evidence:\n  E1: {path: x, type: plan, category: 创建计画}\n"
    assert said(found(RULE, BY, text)) == ["2:39 error 没有 创建计画 这个编号，是不是 创建计划？"]
    assert not found(RULE, rubric(indicator("count")), text)


def test_evidence_of_a_single_clause_is_looked_up() -> None:
    text = "answers:\n  checklist: {met: {plan: [E9]}}\n"
    assert said(found(RULE, BY, LEDGER + text)) == [f"{at(LEDGER + text, 'E9')} error 没有 E9 这个编号"]


def test_evidence_of_a_re_check_is_looked_up() -> None:
    check = "{year: 2023, outcome: passed, evidence: [E9]}"
    assert len(found(RULE, BY, f"titles: [{{level: county, name: 某, awarded: 2020, rechecks: [{check}]}}]")) == 1


def test_names_that_are_there_are_left_alone() -> None:
    answers = (
        "checklist: {met: {plan: [E1], person: []}}, coverage: {covered: [春节], not_held: {清明: 疫情防控}}, "
        "grade: {grade: A}, survey: {responses: {优: 1}}, deduction: {lacks: {no-minutes: 1}}"
    )
    text = (
        f"answers: {{{answers}}}\nactivities: {{{HELD} serves: [coverage], tags: [儿童节], evidence: [E1]}}}}\n"
        "red_lines: {crime: {status: clear}, spare: {status: clear}}\nself_scores: {item: 3}\n"
        "bonus: [{award: prize, project: 某, evidence: [E1]}]\npenalties: [{penalty: late, self_reported: true}]\n"
    )
    assert not found(RULE, BY, LEDGER + text)


def test_departments_are_the_unit_s_own_words() -> None:
    by = rubric(indicator("coverage", expected="departments"))
    assert not found(RULE, by, "answers: {coverage: {covered: [任何科室]}}")
