"""Builders: a test says only what matters to it.

What they take is shaped like YAML and may be written the short way: lists, floats and days as text become the tuples,
exact decimals and dates that `source` gives.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias, get_args

from wenming_score import checks
from wenming_score.assessment import SelfAssessment
from wenming_score.facts import Case, Elsewhere
from wenming_score.files import FileFact
from wenming_score.finding import Finding
from wenming_score.gate import Limits, judge
from wenming_score.kinds.base import Answer
from wenming_score.kinds.material import EvidenceType
from wenming_score.report import IndicatorScore, Report
from wenming_score.rubric import Rubric
from wenming_score.score import score
from wenming_score.source import Document, Value, parse

Raw: TypeAlias = "bool | int | float | Decimal | str | date | Sequence[Raw] | Mapping[str, Raw] | None"
Section: TypeAlias = dict[str, Raw]

AS_OF = date(2025, 12, 31)
HOUSE: Section = {"basis": "house", "note": "测试用"}
LEDGER: Section = {kind: {"path": f"{kind}.pdf", "type": kind, "date": "2025-06-01"} for kind in get_args(EvidenceType)}
"""One valid piece of every type, named by its type."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS: dict[str, Section] = {
    "checklist": {"clauses": [{"id": "plan", "title": "有方案"}, {"id": "person", "title": "有责任人"}]},
    "count": {"target": 4},
    "coverage": {"expected": ["春节", "清明", "端午", "中秋"]},
    "ratio": {"denominator": "staff"},
    "average": {"field": "hours", "denominator": "staff", "full_at": 10},
    "grade": {"grades": {"A": 1, "B": 0.5, "C": 0}},
    "survey": {"weights": {"优": 1, "良": 0.5, "差": 0}},
    "deduction": {"lacks": [{"id": "no-minutes", "title": "缺会议记录", "points": 1}]},
}


def as_source(value: Raw) -> Value:
    """Write a value as `source` would have read it."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, str):
        return date.fromisoformat(value) if _DAY.fullmatch(value) and _is_day(value) else value
    if isinstance(value, Mapping):
        return {key: as_source(part) for key, part in value.items()}
    if isinstance(value, Sequence):
        return tuple(as_source(part) for part in value)
    return value


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def indicator(kind: str, **fields: Raw) -> Section:
    """Describe an indicator worth 4 points, named by its kind, that takes any common evidence of the period."""
    return {
        "id": kind,
        "title": f"{kind}一项",
        "points": 4,
        **HOUSE,
        "kind": kind,
        "rule": HOUSE,
        "evidence": {"types": ["plan", "photo", "record", "roster", "statistics", "survey_form"]},
        "remedy": {"action": "补齐材料", "person_days": 2, "lead_days": 7},
        **_KINDS[kind],
        **fields,
    }


def item(name: str, *indicators: Section, **fields: Raw) -> Section:
    """Describe an item worth its indicators."""
    return {
        "id": name,
        "title": f"{name}项目",
        "points": _worth(indicators),
        **HOUSE,
        "indicators": indicators,
        **fields,
    }


def rubric(*parts: Section, **top: Raw) -> Rubric:
    """Make a rubric of items, or of indicators that then stand in one item; its points add up by themselves."""
    items = parts if all("indicators" in part for part in parts) else (item("item", *parts),)
    base: Section = {
        "schema_version": 1,
        "id": "test",
        "edition": "1",
        "title": "测试测评体系",
        "level": "provincial",
        "full_points": _worth(items),
        "methods": {"document": "材料审核"},
        "figures": {"full_points": HOUSE},
        "items": items,
    }
    return Rubric.model_validate(as_source(base | top))


def _worth(parts: Sequence[Section]) -> Decimal:
    return sum((Decimal(str(part["points"])) for part in parts if part["points"] is not None), Decimal(0))


def unit_data(by: Rubric, **sections: Raw) -> dict[str, Value]:
    """Give the values of the unit file of an office of 40 for 2025, in the term from 2023."""
    base: Section = {
        "schema_version": 1,
        "rubric": by.name,
        "unit": {"name": "某局", "type": "government_office", "staff": 40},
        "term": {"start": "2023-01-01", "end": "2025-12-31"},
        "period": {"start": "2025-01-01", "end": "2025-12-31"},
    }
    data = as_source(base | sections)
    assert isinstance(data, dict)
    return data


def assessment(by: Rubric, **sections: Raw) -> SelfAssessment:
    """Make such a unit file; each answer is read by its kind."""
    data = unit_data(by, **sections)
    answers = data.get("answers") or {}
    assert isinstance(answers, dict)
    return SelfAssessment.model_validate(
        data | {"answers": {name: _answer(by, name, raw) for name, raw in answers.items()}}
    )


def _answer(by: Rubric, name: str, raw: Value) -> Answer:
    if name not in by.indicators:
        return Answer.model_validate({})
    return by.indicators[name].reads.model_validate(raw or {})


def activity(*serves: str, **fields: Raw) -> Section:
    """Describe an activity in the period, proved by a photo of the ledger."""
    return {"title": "社区清扫", "date": "2025-05-01", "serves": serves, "evidence": ["photo"], **fields}


def case(  # noqa: PLR0913 - what may be known beside the unit file
    by: Rubric,
    claimed: SelfAssessment,
    *,
    as_of: date = AS_OF,
    files: Mapping[str, FileFact] | None = None,
    unlisted: tuple[str, ...] = (),
    lock: Mapping[str, FileFact] | None = None,
    elsewhere: Elsewhere | None = None,
) -> Case:
    """Put a case together whose files are all there, but for those given."""
    there = {
        name: FileFact("link") if entry.path is None else FileFact("present", 1)
        for name, entry in claimed.evidence.items()
    }
    return Case(by, claimed, as_of, {**there, **(files or {})}, unlisted, lock or {}, elsewhere or Elsewhere())


def paper(text: str, file: str = "unit.yaml") -> Document:
    """Read YAML text as a file."""
    return parse(text.encode(), file)


def sections(document: Document) -> dict[str, Value]:
    """Give the top-level sections of a document."""
    assert isinstance(document.data, dict)
    return document.data


def report(of: Case, *, document: Document | None = None, limits: Limits | None = None) -> Report:
    """Check, score and judge a case; lines are those of the document, where one is given."""
    unit = document or paper("{}")
    findings = checks.run(of, unit)
    made = score(
        of, findings, checks.refusals(findings, of), checks.proved(findings, of), (unit, paper("{}", "rubric"))
    )
    gate = judge(made, limits or Limits())
    return replace(made, gate=gate)


def scored(asked: Section, answer: Raw = None, **more: Raw) -> IndicatorScore:
    """Score one indicator by one answer; the ledger has one valid piece of every type unless told otherwise."""
    by = rubric(asked)
    answers: Section = {} if answer is None else {str(asked["id"]): answer}
    claimed = assessment(by, **({"evidence": LEDGER, "answers": answers} | more))
    return report(case(by, claimed)).items[0].indicators[0]


def earned(asked: Section, answer: Raw = None, **more: Raw) -> tuple[Decimal, Decimal]:
    """Score one indicator and give what is claimed and what is supported."""
    one = scored(asked, answer, **more)
    return one.claimed, one.supported


def found(  # noqa: PLR0913 - as above
    rule: str,
    by: Rubric,
    text: str,
    *,
    as_of: date = AS_OF,
    files: Mapping[str, FileFact] | None = None,
    unlisted: tuple[str, ...] = (),
    lock: Mapping[str, FileFact] | None = None,
    elsewhere: Elsewhere | None = None,
) -> tuple[Finding, ...]:
    """Check a unit file given as YAML text (only the sections that matter) and pick the findings of one rule."""
    document = paper(text)
    claimed = assessment(by, **sections(document))
    of = case(by, claimed, as_of=as_of, files=files, unlisted=unlisted, lock=lock, elsewhere=elsewhere)
    return tuple(finding for finding in checks.run(of, document) if finding.rule == rule)


def said(findings: Sequence[Finding]) -> list[str]:
    """Write findings as `line:column severity message`."""
    return [f"{one.line}:{one.column} {one.severity} {one.message}" for one in findings]


def at(text: str, part: str) -> str:
    """Say where the last such part of a text begins, as `line:column`."""
    before = text[: text.rindex(part)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
