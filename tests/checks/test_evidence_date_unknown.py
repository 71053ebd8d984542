from build import found, indicator, rubric, said

RULE = "evidence-date-unknown"
BY = rubric(
    indicator("checklist"), indicator("grade"), indicator("count", evidence={"types": ["rules"], "window": "any"})
)


def test_undated_evidence_is_noted_with_the_one_indicator_that_cites_it() -> None:
    text = "evidence:\n  E1: {path: x, type: photo}\nanswers: {checklist: {evidence: [E1]}}\n"
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == ["2:3 note E1 没有写日期 date"]
    assert (finding.indicator, finding.evidence) == ("checklist", "E1")


def test_undated_evidence_of_two_indicators_is_noted_once() -> None:
    text = "evidence: {E1: {path: x, type: photo}}\nanswers: {checklist: {evidence: [E1]}, grade: {evidence: [E1]}}\n"
    (finding,) = found(RULE, BY, text)
    assert finding.indicator is None


def test_a_date_that_cannot_be_read_is_left_to_another_check() -> None:
    assert not found(RULE, BY, "evidence: {E1: {path: x, type: photo, date: 20xx}}\nanswers: {grade: {evidence: [E1]}}")


def test_rules_of_any_age_and_uncited_entries_need_no_date() -> None:
    text = "evidence: {E1: {path: x, type: rules}, E2: {path: y, type: photo}}\nanswers: {count: {evidence: [E1]}}\n"
    assert not found(RULE, BY, text)
