from build import found, indicator, rubric, said

RULE, TIMES = "activity-without-evidence", rubric(indicator("count"))


def test_an_activity_that_cites_nothing_is_found() -> None:
    text = "activities:\n  A1: {title: 慰问, date: 2025-08-01, serves: [count], evidence: []}\n"
    (finding,) = findings = found(RULE, TIMES, text)
    assert said(findings) == ["2:3 warning 活动“慰问”没有佐证材料，只算申报，不算支撑"]
    assert finding.activity == "A1"


def test_an_activity_with_evidence_is_left_alone() -> None:
    assert not found(RULE, TIMES, "activities: {A1: {title: 慰问, date: 2025-08-01, serves: [count], evidence: [E1]}}")


def test_an_activity_that_does_not_count_anyway_is_left_alone() -> None:
    for day in ("2024-08-01", "20xx"):
        assert not found(RULE, TIMES, f"activities: {{A1: {{title: 慰问, date: {day}, serves: [count]}}}}")
