from build import found, indicator, rubric, said

RULE = "evidence-type-mismatch"
BY = rubric(
    indicator("checklist", evidence={"types": ["plan", "notice"]}), indicator("count", evidence={"types": ["photo"]})
)
LEDGER = "evidence:\n  E1: {path: x, type: plan}\n  E2: {path: y, type: photo}\n"


def test_a_piece_of_a_type_not_asked_for_is_found_where_it_is_cited() -> None:
    (finding,) = findings = found(RULE, BY, f"{LEDGER}answers:\n  checklist: {{met: [plan], evidence: [E1, E2]}}\n")
    assert said(findings) == ["5:43 warning E2 的类型是 照片 photo，checklist一项要的是 方案 plan、文件通知 notice"]
    assert (finding.indicator, finding.evidence) == ("checklist", "E2")


def test_a_piece_in_the_map_of_clauses_is_looked_at_too() -> None:
    assert len(found(RULE, BY, f"{LEDGER}answers: {{checklist: {{met: {{plan: [E2]}}}}}}\n")) == 1


def test_an_activity_none_of_whose_pieces_fits_is_found() -> None:
    text = f"{LEDGER}activities:\n  A1: {{title: 清扫, date: 2025-03-05, serves: [count], evidence: [E1]}}\n"
    (finding,) = found(RULE, BY, text)
    assert (finding.line, finding.indicator, finding.activity) == (5, "count", "A1")


def test_an_activity_may_have_other_pieces_beside_one_that_fits() -> None:
    held = "A1: {title: 清扫, date: 2025-03-05, serves: [count, checklist], evidence: [E1, E2]}"
    assert not found(RULE, BY, f"{LEDGER}activities: {{{held}}}")


def test_evidence_that_the_ledger_lacks_is_left_to_another_check() -> None:
    assert not found(RULE, BY, f"{LEDGER}answers: {{checklist: {{evidence: [E1, E404]}}, other: {{evidence: [E2]}}}}\n")
