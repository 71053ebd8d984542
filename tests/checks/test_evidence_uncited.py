from build import found, indicator, rubric, said

RULE = "evidence-uncited"
BY = rubric(
    indicator("checklist"),
    red_lines=[{"id": "line", "title": "红线", "look_back_months": 24, "basis": "house", "note": "测试"}],
)
TEXT = """\
evidence:
  E1: {path: 方案.pdf, type: plan, date: 2025-03-05, title: 年度方案}
  E2: {path: 现场.jpg, type: photo, date: 2025-03-05}
  E3: {path: 声明.pdf, type: statement, date: 2025-03-05}
red_lines:
  line: {status: clear, declared_by: 办公室, declared_on: 2025-12-20, evidence: [E3]}
activities:
  A1: {title: 清扫, date: 2025-03-05, serves: [checklist], evidence: [E2]}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


def test_an_entry_that_nothing_uses_is_found() -> None:
    findings = found(RULE, BY, TEXT.replace("evidence: [E1]", "note: 无"))
    assert said(findings) == ["2:3 note E1（年度方案）没有用到"]


def test_what_an_answer_an_activity_or_a_red_line_cites_is_used() -> None:
    assert not found(RULE, BY, TEXT)


def test_a_paper_of_the_archive_need_not_prove_anything() -> None:
    archived = TEXT.replace("title: 年度方案", "category: 创建计划").replace("evidence: [E1]", "note: 无")
    assert not found(RULE, BY, archived)
