"""What becomes of the problems that checks yield."""

from pathlib import Path

from build import Section, assessment, case, indicator, paper, report, rubric, said, sections
from wenming_score import checks
from wenming_score.facts import Refusals
from wenming_score.files import FileFact

TEXT = """\
evidence:
  E1: {path: 甲.pdf, type: plan, date: 2024-03-05}
  E2: {path: 乙.pdf, type: plan}
answers:
  checklist: {met: [plan], evidence: [E2, E1], self_score: 4}
  grade: {grade: Z, evidence: [E3]}
"""


def run(**top: Section) -> list[str]:
    by, document = rubric(indicator("checklist"), indicator("grade"), **top), paper(TEXT)
    findings = checks.run(case(by, assessment(by, **sections(document))), document)
    return [f"{finding.rule} {place}" for finding, place in zip(findings, said(findings), strict=True)]


def test_findings_come_in_the_order_of_the_file() -> None:
    assert [line.split()[:3] for line in run()] == [
        ["evidence-outside-period", "2:39", "warning"],
        ["evidence-date-unknown", "3:3", "note"],
        ["self-score-overclaims", "5:60", "warning"],
        ["unknown-id", "6:18", "error"],
        ["unknown-id", "6:32", "error"],
    ]


def test_a_rubric_raises_and_lowers_severities() -> None:
    lines = run(severities={"evidence-outside-period": "error", "unknown-id": "note"})
    assert [line.split()[2] for line in lines] == ["error", "note", "warning", "note", "note"]


def test_a_lowered_severity_still_refuses_the_evidence() -> None:
    by = rubric(indicator("checklist"), severities={"evidence-outside-period": "note"})
    document = paper(TEXT.replace("E2, E1", "E1").replace("  grade", "  # grade"))
    made = report(case(by, assessment(by, **sections(document))), document=document)
    (piece,) = made.items[0].indicators[0].evidence
    assert (piece.state, made.score.supported) == ("refused", 0)
    assert piece.reason == "E1 的日期 2024-03-05 不在 2025-01-01~2025-12-31 之内"


def test_every_check_has_its_file_its_name_and_its_manual() -> None:
    files = {path.stem for path in Path(checks.__path__[0]).glob("[a-z]*.py")} - {"base", "places"}
    assert {check.id.replace("-", "_") for check in checks.CHECKS} == files
    for check in checks.CHECKS:
        assert check.title.endswith("。")
        assert "\n\n" in check.manual


def test_a_finding_knows_its_item() -> None:
    by, document = rubric(indicator("checklist")), paper("answers: {checklist: {met: [plan]}}")
    (finding,) = (
        one
        for one in checks.run(case(by, assessment(by, **sections(document))), document)
        if one.rule == "claim-without-evidence"
    )
    assert (finding.item, finding.indicator, finding.file) == ("item", "checklist", "unit.yaml")


def test_of_several_refusals_the_one_that_holds_everywhere_says_why() -> None:
    by, document = rubric(indicator("checklist"), indicator("grade")), paper(TEXT.replace("E3", "E1"))
    of = case(by, assessment(by, **sections(document)), files={"E1": FileFact("missing")})
    old = "E1 的日期 2024-03-05 不在 2025-01-01~2025-12-31 之内"
    assert checks.refusals(checks.run(of, document), of) == Refusals(
        {"E1": "找不到文件 甲.pdf"}, {("E1", "checklist"): old, ("E1", "grade"): old}
    )
    scores = report(of, document=document).items[0].indicators
    reasons = [piece.reason for score in scores for piece in score.evidence if piece.id == "E1"]
    assert reasons == ["找不到文件 甲.pdf"] * 2


def test_what_is_refused_where_it_is_cited_still_carries_elsewhere() -> None:
    termly = indicator("grade", evidence={"types": ["plan"], "window": "term"})
    by, document = rubric(indicator("checklist"), termly), paper(TEXT.replace("E3", "E1"))
    of = case(by, assessment(by, **sections(document)))
    assert list(checks.refusals(checks.run(of, document), of).indicators) == [("E1", "checklist")]
