"""What counts as worse than before."""

from dataclasses import replace
from decimal import Decimal

import pytest

import reports
from wenming_score.baseline import new_findings, worsened
from wenming_score.finding import Finding
from wenming_score.report import Report

NONE = Decimal(0)


def worse(now: Report, *before: Report, max_drop: Decimal = NONE) -> list[str]:
    return list(worsened(now, before, max_drop))


def with_findings(*findings: Finding) -> Report:
    return replace(reports.rich(), findings=findings)


@pytest.fixture
def finding() -> Finding:
    return next(one for one in reports.rich().findings if one.evidence)


def test_nothing_is_worse_than_itself() -> None:
    assert worse(reports.rich(), reports.rich()) == []


def test_a_finding_that_moved_is_not_new(finding: Finding) -> None:
    moved = replace(finding, line=finding.line + 40, column=1, message="别的话", file="别处/unit.yaml")

    assert worse(with_findings(moved), with_findings(finding)) == []


@pytest.mark.parametrize("other", [{"rule": "evidence-empty"}, {"item": "thrift"}, {"evidence": "E9999"}])
def test_a_finding_by_another_rule_item_or_evidence_is_new(finding: Finding, other: dict[str, str]) -> None:
    changed = replace(finding, **other)  # pyright: ignore[reportArgumentType] - names of fields that are text

    assert new_findings(with_findings(changed), with_findings(finding)) == [changed]
    assert len(worse(with_findings(changed), with_findings(finding))) == 1


def test_one_more_of_the_same_is_new_and_one_less_is_not(finding: Finding) -> None:
    twice, once = with_findings(finding, replace(finding, line=999)), with_findings(finding)

    assert worse(twice, once) == [f"比基线多 1 个问题：{finding.rule} {finding.evidence}"]
    assert worse(once, twice) == []


def test_two_activities_under_one_rule_are_told_apart() -> None:
    first = Finding("activity-without-evidence", "warning", "", "u", 1, 1, "leifeng", activity="A1")

    assert worse(with_findings(replace(first, activity="A2")), with_findings(first)) == [
        "比基线多 1 个问题：activity-without-evidence A2"
    ]


def test_many_new_findings_are_counted_and_the_first_named(finding: Finding) -> None:
    many = with_findings(*(replace(finding, evidence=f"X{number}") for number in range(9)))
    (reason,) = worse(many, with_findings())

    assert reason.startswith("比基线多 9 个问题：")
    assert reason.count(finding.rule) == 5
    assert reason.endswith("等")


@pytest.mark.parametrize(
    ("drop", "limit", "shut"), [("0.01", "0", True), ("0.5", "0.5", False), ("0.51", "0.5", True), ("-3", "0", False)]
)
def test_a_drop_beyond_the_limit_shuts_the_gate_by_total_and_by_item(drop: str, limit: str, *, shut: bool) -> None:
    before = reports.rich()
    lost = Decimal(drop)
    first, *rest = before.items
    now = replace(
        before,
        score=replace(before.score, supported=before.score.supported - lost),
        items=(replace(first, supported=first.supported - lost), *rest),
    )
    said = worse(now, before, max_drop=Decimal(limit))

    assert [one.partition("比基线")[0] for one in said] == (["支撑得分", first.title] if shut else [])


def test_an_item_may_drop_although_the_total_does_not() -> None:
    before = reports.rich()
    first, second, *rest = before.items
    one = Decimal(1)
    items = (replace(first, supported=first.supported - one), replace(second, supported=second.supported + one), *rest)
    (said,) = worse(replace(before, items=items), before)

    assert said == f"{first.title}比基线低 1（11.91 → 10.91）"


def test_a_unit_is_found_by_its_file_before_its_name() -> None:
    now = reports.rich()
    other = replace(
        now, unit=replace(now.unit, file="别处/unit.yaml"), score=replace(now.score, supported=Decimal(100))
    )

    assert worse(now, other, now) == []
    assert len(worse(now, other)) == 1


def test_a_unit_that_the_baseline_does_not_have_shuts_the_gate() -> None:
    now = reports.rich()
    stranger = replace(now, unit=replace(now.unit, name="别家", file="别家.yaml"))

    assert worse(now, stranger) == ["基线里没有这个单位，无从比较；请重写基线：wenming-score baseline write"]


def test_points_by_another_rubric_are_not_compared_but_findings_are(finding: Finding) -> None:
    now = with_findings(finding)
    before = replace(with_findings(), rubric=replace(now.rubric, edition="2016"))
    said = worse(now, before)

    assert len(said) == 2
    assert said[0].startswith("比基线多 1 个问题")
    assert said[1].startswith("基线按 luoyang-2016 打分，现在按 luoyang-2019")
